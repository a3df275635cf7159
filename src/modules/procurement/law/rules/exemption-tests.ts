import type { Exemption } from '../facts.ts'

/** One limb of a test: true held, false failed, null not known. */
export type Limb = {
  readonly id: string
  readonly test: string
  readonly field: string
  readonly holds: boolean | null
}

const is = (value: boolean | undefined, wanted: boolean): boolean | null =>
  value === undefined ? null : value === wanted
const percent = (value: number | undefined, holds: (value: number) => boolean): boolean | null =>
  value === undefined ? null : holds(value)
/** The last two limbs of joint control ask nothing where one authority controls alone. */
const ifJoint = (facts: Exemption, holds: boolean | null): boolean | null =>
  facts.isJointControl === undefined ? (holds === true ? true : null) : !facts.isJointControl || holds

/** Schedule 2 paragraph 2: a contract with a body that the authority controls. */
export const verticalLimbs = (facts: Exemption): Limb[] => [
  {
    id: 'V1',
    field: 'isControlledByAuthority',
    test: 'the other party is controlled by the authority, alone or with others, or by those who control the authority',
    holds: is(facts.isControlledByAuthority, true),
  },
  {
    id: 'V2',
    field: 'isParentUndertaking',
    test: 'the authority is its parent undertaking (Companies Act 2006 s.1162), or would be together with the others',
    holds: is(facts.isParentUndertaking, true),
  },
  {
    id: 'V3',
    field: 'hasOtherDecisiveInfluence',
    test: 'nobody else has a decisive influence on it',
    holds: is(facts.hasOtherDecisiveInfluence, false),
  },
  {
    id: 'V4',
    field: 'ownActivitiesPercent',
    test: 'more than 80 % of its activities are for those authorities or bodies they control',
    holds: percent(facts.ownActivitiesPercent, (value) => value > 80),
  },
  {
    id: 'V5',
    field: 'hasPrivateShares',
    test: 'nobody but public authorities holds shares in it',
    holds: is(facts.hasPrivateShares, false),
  },
  {
    id: 'V6',
    field: 'isEveryAuthorityOnBoard',
    test: 'under joint control every authority is represented on its board',
    holds: ifJoint(facts, is(facts.isEveryAuthorityOnBoard, true)),
  },
  {
    id: 'V7',
    field: 'actsAgainstAnAuthority',
    test: 'under joint control it does nothing against the interests of any of them',
    holds: ifJoint(facts, is(facts.actsAgainstAnAuthority, false)),
  },
  {
    id: 'V8',
    field: 'hasUtilityCounterpart',
    test: 'none of the authorities is a public undertaking or a private utility',
    holds: is(facts.hasUtilityCounterpart, false),
  },
]

/** Schedule 2 paragraph 3: contracting authorities that work together. */
export const horizontalLimbs = (facts: Exemption): Limb[] => [
  {
    id: 'H1',
    field: 'isAuthoritiesOnly',
    test: 'every party is a contracting authority, and none a public undertaking or private utility',
    holds: is(facts.isAuthoritiesOnly, true),
  },
  {
    id: 'H2',
    field: 'hasCommonPublicAims',
    test: 'the aims are common to them and belong to their public functions',
    holds: is(facts.hasCommonPublicAims, true),
  },
  {
    id: 'H3',
    field: 'isSolelyPublicInterest',
    test: 'it is entered into solely in the public interest',
    holds: is(facts.isSolelyPublicInterest, true),
  },
  {
    id: 'H4',
    field: 'otherActivitiesPercent',
    test: 'no more than 20 % of the activities are for anything else',
    holds: percent(facts.otherActivitiesPercent, (value) => value <= 20),
  },
]

export const limbsOf = (facts: Exemption): Limb[] =>
  facts.kind === 'vertical' ? verticalLimbs(facts) : facts.kind === 'horizontal' ? horizontalLimbs(facts) : []

/** true exempt, false not, null where a limb is not known. A kind without limbs is taken at the council's word. */
export const exemptionHolds = (facts: Exemption | undefined): boolean | null => {
  if (facts?.kind === undefined) return false
  const limbs = limbsOf(facts)
  if (limbs.some((limb) => limb.holds === false)) return false
  return limbs.some((limb) => limb.holds === null) ? null : true
}
