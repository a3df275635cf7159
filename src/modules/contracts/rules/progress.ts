import { type Exact, exact, sum, ZERO } from '../../../kernel/exact.ts'
import { financialYearDays } from '../../../kernel/financial-year.ts'
import { dayNumber, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Commitment, DecimalText, Delivery } from '../model.ts'
import { isReplaced } from './as-it-stood.ts'

/** `exceeded` is more than was promised; `missed` is a contract that has ended with less; `replaced` gave way to another. */
export const COMMITMENT_STATES = [
  'exceeded',
  'kept',
  'on-track',
  'behind',
  'at-risk',
  'not-due',
  'missed',
  'replaced',
] as const
export type CommitmentState = (typeof COMMITMENT_STATES)[number]

export type Progress = {
  readonly promised: DecimalText
  /** Due by the day; null where it hangs on spending that is not known. */
  readonly due: DecimalText | null
  readonly verified: DecimalText
  /** Reported and not decided: counts for nothing yet. */
  readonly waiting: DecimalText
  /** What there will be at the end if it goes on as it has; null where too little is known to say. */
  readonly forecast: DecimalText | null
  readonly state: CommitmentState
}

export type Facts = {
  readonly on: PlainDate
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly valuePence: number | null
  /** Paid under the contract by the day; null where it cannot be told. */
  readonly paidPence: number | null
}

/** The share of a period, both days in it, that has gone by when a day is over. */
export const shareGone = (from: PlainDate, to: PlainDate, on: PlainDate): Exact => {
  if (on < from) return ZERO
  if (on >= to) return exact(1)
  return exact(dayNumber(on) - dayNumber(from) + 1).div(dayNumber(to) - dayNumber(from) + 1)
}

/** A year's share falls due evenly over the part of the year that lies in the term. */
const dueByYears = ({ schedule }: Commitment, { on, startsOn, endsOn }: Facts): Exact =>
  sum(
    schedule.map(({ year, quantity }) => {
      const days = financialYearDays(year)
      const from = startsOn !== null && startsOn > days.from && startsOn <= days.to ? startsOn : days.from
      const to = endsOn !== null && endsOn < days.to && endsOn >= from ? endsOn : days.to
      return exact(quantity).times(shareGone(from, to, on))
    }),
  )

const MEASURED = /hour|day|week|month|year|pound|£|tonne|kg|kilo|km|mile|litre|m2|%|percent/i

/** Whether a unit is counted one by one, as people and talks are; hours and pounds are measured. */
export const isCounted = ({ quantity, unit }: Pick<Commitment, 'quantity' | 'unit'>): boolean =>
  exact(quantity).isInteger() && !MEASURED.test(unit)

/** As much as was paid of the value. People are rounded down, so that nobody owes a person for part of the work. */
const dueBySpend = (commitment: Commitment, { paidPence, valuePence }: Facts): Exact | null => {
  if (paidPence === null || !valuePence) return null
  const owed = exact(commitment.quantity).times(Math.max(0, paidPence)).div(valuePence)
  return isCounted(commitment) ? owed.floor() : owed
}

/**
 * What is due by a day: by spending, the quantity times paid over value; by years, their shares so far; else evenly
 * over the term. Null where what it hangs on is not known.
 */
export const dueBy = (commitment: Commitment, facts: Facts): Exact | null => {
  if (commitment.scalesWithSpend) return dueBySpend(commitment, facts)
  if (commitment.schedule.length > 0) return dueByYears(commitment, facts)
  const { startsOn, endsOn, on } = facts
  const from = commitment.fromOn ?? startsOn
  if (from === null || endsOn === null) return null
  return exact(commitment.quantity).times(shareGone(from, endsOn, on))
}

const hasEnded = ({ endsOn, on }: Facts): boolean => endsOn !== null && on > endsOn

/** What was promised as it stands: once the contract is over, one tied to spending is what the spending makes of it. */
const promisedOf = (commitment: Commitment, facts: Facts, due: Exact | null): Exact =>
  commitment.scalesWithSpend && hasEnded(facts) && due !== null ? due : exact(commitment.quantity)

/** Nine tenths of what is due is on track; less than half is at risk. Our own rule; no source sets one. */
const stateOf = (promised: Exact, due: Exact | null, verified: Exact, facts: Facts): CommitmentState => {
  if (verified.gt(promised)) return 'exceeded'
  if (verified.eq(promised)) return 'kept'
  if (hasEnded(facts)) return 'missed'
  if (due === null || due.isZero()) return 'not-due'
  if (verified.gte(due.times('0.9'))) return 'on-track'
  return verified.gte(due.div(2)) ? 'behind' : 'at-risk'
}

const forecastOf = (promised: Exact, due: Exact | null, verified: Exact, facts: Facts): Exact | null => {
  if (hasEnded(facts)) return verified
  // From less than a twentieth of the promise no pace can be read.
  if (due === null || due.lt(promised.div(20))) return null
  const more = promised.minus(due)
  return more.gt(0) ? verified.plus(more.times(verified).div(due)) : verified
}

const shown = (value: Exact): DecimalText => value.toDecimalPlaces(2).toFixed()

/** How far a commitment is on a day, from the deliveries to it. Those that ended later do not count. */
export const progressOf = (
  commitment: Commitment,
  deliveries: readonly Pick<Delivery, 'status' | 'quantity' | 'verifiedQuantity' | 'toOn'>[],
  facts: Facts,
): Progress => {
  const soFar = deliveries.filter(({ toOn }) => toOn <= facts.on)
  const verified = sum(soFar.map(({ verifiedQuantity }) => exact(verifiedQuantity ?? '0')))
  const open = soFar.filter(({ status }) => status === 'reported' || status === 'asked')
  const due = dueBy(commitment, facts)
  const isOver = isReplaced(commitment, facts.on)
  const promised = isOver ? verified : promisedOf(commitment, facts, due)
  const forecast = forecastOf(promised, due, verified, facts)
  return {
    promised: shown(promised),
    due: isOver ? shown(verified) : due && shown(due),
    verified: shown(verified),
    waiting: shown(sum(open.map(({ quantity }) => exact(quantity)))),
    forecast: isOver ? shown(verified) : forecast && shown(forecast),
    state: isOver ? 'replaced' : stateOf(promised, due, verified, facts),
  }
}

export type BasisTotal = {
  readonly basis: string
  /** Whole pence. */
  readonly promised: bigint
  readonly verified: bigint
}

/** Pounds promised and verified at the values agreed at award, one sum for each basis and never one over all. */
export const totalsByBasis = (
  commitments: readonly { readonly commitment: Commitment; readonly progress: Progress }[],
): BasisTotal[] => {
  const priced = commitments.filter(({ commitment }) => commitment.unitValue !== null)
  const pence = (quantity: DecimalText, unitValue: DecimalText | null): bigint =>
    BigInt(
      exact(quantity)
        .times(exact(unitValue ?? '0'))
        .times(100)
        .toDecimalPlaces(0)
        .toFixed(0),
    )
  return [...Map.groupBy(priced, ({ commitment }) => commitment.basis)]
    .map(([basis, group]) => ({
      basis,
      promised: group.reduce(
        (all, { commitment, progress }) => all + pence(progress.promised, commitment.unitValue),
        0n,
      ),
      verified: group.reduce(
        (all, { commitment, progress }) => all + pence(progress.verified, commitment.unitValue),
        0n,
      ),
    }))
    .sort((a, b) => a.basis.localeCompare(b.basis))
}

/** Promised value for each pound of price, as Stockton tells it: a ratio, 0.39 for 39 %. Null without a price. */
export const shareOfPrice = (promisedPence: bigint, pricePence: number | null): DecimalText | null =>
  pricePence ? exact(promisedPence).div(pricePence).toDecimalPlaces(4).toFixed() : null
