import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { EvaluationRefusal } from '../model.ts'

/** What the law engine says of the standstill of one purchase after a notice on one day. */
export type Standstill = {
  readonly kind: 'mandatory' | 'voluntary' | 'none'
  readonly endsOn: PlainDate | null
  /** The first day on which the contract may be entered into. */
  readonly contractFrom: PlainDate | null
  readonly words: string
  readonly provision: string
  readonly confidence: string
}

/**
 * The contract may be entered into only after the standstill, which begins with the day the contract award notice is
 * published (Procurement Act 2023 s.51). Where no end could be counted nothing is final.
 */
export const decideFinal = (
  facts: { readonly noticeOn: PlainDate | null; readonly contractFrom: PlainDate | null },
  today: PlainDate,
): Decision<true, EvaluationRefusal> => {
  if (facts.noticeOn === null || facts.contractFrom === null) return refuse('standstill-unknown')
  return today >= facts.contractFrom ? accept(true) : refuse('standstill-runs', { from: facts.contractFrom })
}
