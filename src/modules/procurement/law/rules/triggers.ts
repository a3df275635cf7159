import type { Case } from '../case.ts'
import {
  amountOn,
  type DatedAmount,
  SUITABILITY_WORKS,
  type Trigger,
  triggers,
} from '../tables/thresholds.ts'

/** Whether the contract's value sets off a trigger; null where the value cannot be estimated. */
export const valueTriggers = (it: Case, trigger: Trigger): boolean | null =>
  it.valuePence === null ? null : triggers(it.valuePence, trigger)

/** The amount from which a below-threshold works tender may shortlist on suitability (s.85(3)). */
export const suitabilityAmountOf = (it: Case): DatedAmount | undefined =>
  amountOn(
    it.authority === 'central-government' ? SUITABILITY_WORKS.central : SUITABILITY_WORKS.subCentral,
    it.commencedOn,
  )
