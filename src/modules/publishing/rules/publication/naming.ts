import type { Naming } from '../../model/transparency.ts'

export type NameFacts = {
  /** A register or a number says that it is an organisation. */
  readonly isRegistered: boolean
  /** Why a rule takes the name for a person's; null where it does not. */
  readonly reason: string | null
  readonly decision: 'organisation' | 'named' | 'individual' | null
}

/**
 * Who a name is, for what is published. A person's decision goes before the rule; without one, a name that the rule
 * takes for an individual counts as one (UK GDPR Art. 5(1)(c); Local Government Transparency Code 2015 para. 20).
 */
export const namingOf = ({ isRegistered, reason, decision }: NameFacts): Naming => {
  if (decision !== null) return decision
  return isRegistered || reason === null ? 'organisation' : 'maybe'
}

export const isHidden = (naming: Naming): boolean => naming === 'individual' || naming === 'maybe'
