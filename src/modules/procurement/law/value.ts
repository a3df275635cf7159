import { divideRounding, type Pence } from '../../../kernel/money.ts'
import type { Amounts } from './facts.ts'

/** An amount with its VAT. Amounts under the Act always include it (Procurement Act 2023 s.123(2)). */
export const withVat = (
  pence: Pence,
  amounts: Pick<Amounts, 'isVatIncluded' | 'vatRateBasisPoints'>,
): Pence =>
  amounts.isVatIncluded === false
    ? Number(divideRounding(BigInt(pence) * BigInt(10_000 + (amounts.vatRateBasisPoints ?? 0)), 10_000n))
    : pence

/** The contract's own estimated value including VAT; null where it cannot be estimated. */
export const ownValueOf = (amounts: Amounts): Pence | null => {
  const total =
    amounts.estimatedPence ??
    (amounts.initialPence === undefined ? undefined : amounts.initialPence + (amounts.addedPence ?? 0))
  return amounts.cannotBeEstimated === true || total === undefined ? null : withVat(total, amounts)
}

/** What must be added for contracts that could reasonably be one with this, unless there are good reasons (Sch 3 para 4). */
export const relatedValueOf = (amounts: Amounts): Pence =>
  amounts.hasGoodReasonsNotToCombine === true ? 0 : withVat(amounts.relatedPence ?? 0, amounts)

/** The value that thresholds are compared with. */
export const comparedValueOf = (amounts: Amounts): Pence | null => {
  const own = ownValueOf(amounts)
  return own === null ? null : own + relatedValueOf(amounts)
}
