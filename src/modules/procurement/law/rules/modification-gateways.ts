import type { Case } from '../case.ts'
import type { Modification } from '../facts.ts'
import { poundWords } from '../words.ts'
import {
  addedValueOf,
  all,
  isTermChangeOver,
  isValueChangeOver,
  isValueIncreaseOver,
  LIMITS,
  not,
  valueLimitOf,
} from './change-measures.ts'

export type Gateway = {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly test: (it: Case) => string
  readonly holds: (change: Modification, it: Case) => boolean | null
  readonly needs: readonly string[]
  /** The largest increase in percent; null where there is no cap. */
  readonly capPercent: (it: Case) => number | null
}

const capOf = (it: Case): number | null => (it.isUtilities ? null : LIMITS.scheduleEight)

const isWithinCap = (change: Modification, it: Case): boolean | null =>
  it.isUtilities ? true : not(isValueIncreaseOver(change, LIMITS.scheduleEight))

/** A change of supplier is possible on restructuring only (s.74(9)). */
const keepsSupplier = (change: Modification): boolean => change.changesSupplier !== true

const isAggregateBelow = (change: Modification, it: Case): boolean | null => {
  const added = addedValueOf(change)
  if (added === null || change.earlierSmallChangesPence === undefined || it.thresholdAmount === null)
    return null
  return added + change.earlierSmallChangesPence < it.thresholdAmount.pence
}

export const GATEWAYS: readonly Gateway[] = [
  {
    id: 'light-touch',
    title: 'Light touch contracts',
    place: 's.74(2)',
    test: () => 'a light touch contract may be changed freely',
    holds: (_change, it) => it.isLightTouch,
    needs: [],
    capPercent: () => null,
  },
  {
    id: 'not-substantial',
    title: 'A change that is not substantial',
    place: 's.74(3)',
    test: () =>
      'the term changes by no more than 10 % of its maximum, no new kind of supply comes in, and the economic balance does not move materially to the supplier',
    holds: (change) =>
      all([
        keepsSupplier(change),
        not(isTermChangeOver(change)),
        not(change.isNewKindOfSupply),
        not(change.favoursSupplier),
      ]),
    needs: ['modification.termChangeMonths', 'modification.newKindOfSupply', 'modification.favoursSupplier'],
    capPercent: () => null,
  },
  {
    id: 'below-threshold',
    title: 'A small change',
    place: 's.74(4)',
    test: (it) =>
      `the value changes by no more than ${valueLimitOf(it)} %, all such changes together stay below ${it.thresholdAmount === null ? 'the threshold' : poundWords(it.thresholdAmount.pence)}, and no new kind of supply comes in; only changes that no other way allows count towards that sum`,
    holds: (change, it) =>
      all([
        keepsSupplier(change),
        not(isValueChangeOver(change, valueLimitOf(it))),
        isAggregateBelow(change, it),
        not(change.isNewKindOfSupply),
      ]),
    needs: [
      'modification.valueBefore',
      'modification.valueAfter',
      'modification.earlierSmallChangesValue',
      'modification.newKindOfSupply',
    ],
    capPercent: valueLimitOf,
  },
  {
    id: 'provided-for',
    title: 'A change provided for',
    place: 'Sch 8 para 1',
    test: () =>
      'both the contract and its tender or transparency notice provide for it unambiguously, and the overall nature stays',
    holds: (change) => all([keepsSupplier(change), change.isProvidedFor, not(change.changesOverallNature)]),
    needs: ['modification.providedFor', 'modification.changesOverallNature'],
    capPercent: () => null,
  },
  {
    id: 'urgency',
    title: 'A change in urgency or to protect life',
    place: 'Sch 8 para 2',
    test: () => 'its purpose could be met by a direct award for urgency or under regulations to protect life',
    holds: (change) => all([keepsSupplier(change), change.isUrgentOrProtectsLife]),
    needs: ['modification.urgentOrProtectsLife'],
    capPercent: () => null,
  },
  {
    id: 'unforeseeable',
    title: 'Unforeseeable circumstances',
    place: 'Sch 8 para 4',
    test: (it) =>
      `the circumstances could not reasonably have been foreseen, the overall nature stays${it.isUtilities ? '' : ', and the value grows by no more than 50 %'}`,
    holds: (change, it) =>
      all([
        keepsSupplier(change),
        change.isUnforeseeable,
        not(change.changesOverallNature),
        isWithinCap(change, it),
      ]),
    needs: ['modification.unforeseeable', 'modification.changesOverallNature', 'modification.valueAfter'],
    capPercent: capOf,
  },
  {
    id: 'known-risk',
    title: 'A known risk that came about',
    place: 'Sch 8 paras 5–7',
    test: (it) =>
      `a risk named in the notice, with the possibility of a change, came about without fault of either side; the change goes no further than needed, a new award would not be in the public interest${it.isUtilities ? '' : ', and the value, leaving the risk out, grows by no more than 50 %'}`,
    holds: (change, it) => all([keepsSupplier(change), change.isKnownRisk, isWithinCap(change, it)]),
    needs: ['modification.knownRisk', 'modification.valueAfter'],
    capPercent: capOf,
  },
  {
    id: 'additional',
    title: 'Additional supply',
    place: 'Sch 8 para 8',
    test: (it) =>
      `from another supplier it would be different or incompatible, with disproportionate difficulty and substantial duplication of costs${it.isUtilities ? '' : ', and the value grows by no more than 50 %'}`,
    holds: (change, it) =>
      all([keepsSupplier(change), change.isIncompatibleElsewhere, isWithinCap(change, it)]),
    needs: ['modification.incompatibleElsewhere', 'modification.valueAfter'],
    capPercent: capOf,
  },
  {
    id: 'restructuring',
    title: 'Transfer on restructuring',
    place: 'Sch 8 para 9',
    test: () =>
      'a corporate restructuring or the like requires the contract to pass to a supplier that is not excluded',
    holds: (change) => all([change.isRestructuring, not(change.isSupplierExcluded)]),
    needs: ['modification.restructuring', 'modification.supplierExcluded'],
    capPercent: () => null,
  },
]
