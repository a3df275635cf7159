import { financialYearDays } from '../../../kernel/financial-year.ts'
import { divideRounding } from '../../../kernel/money.ts'
import { addDays, dayNumber, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Hundredths, LeftOut, Promised, YearDays, YearFigures } from '../model.ts'

/** Contracts begin and end on the same few days, and a full council asks for them thousands of times a page. */
const KNOWN_DAYS = new Map<PlainDate, number>()
const MOST_KNOWN = 10_000

const numberOf = (day: PlainDate): number => {
  const known = KNOWN_DAYS.get(day) ?? dayNumber(day)
  if (KNOWN_DAYS.size < MOST_KNOWN) KNOWN_DAYS.set(day, known)
  return known
}

export const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1)

/** `whole × part / of`, rounded once, halves up; `part` is no more than `of`. */
const share = (whole: Hundredths, part: number, of: number): Hundredths => {
  if (part >= of) return whole
  const [top, bottom] = [2 * whole * part + of, 2 * of]
  // Whole numbers stay exact up to 2^53; beyond that they need the slower kind.
  return top <= Number.MAX_SAFE_INTEGER
    ? (top - (top % bottom)) / bottom
    : Number(divideRounding(BigInt(whole) * BigInt(part), BigInt(of)))
}

/** The part of `whole` that has fallen due when a day is over, evenly from a first day to a last, both in it. */
const evenly = (whole: Hundredths, from: PlainDate, to: PlainDate, on: PlainDate): Hundredths => {
  if (on < from) return 0
  if (on >= to) return whole
  return share(whole, numberOf(on) - numberOf(from) + 1, numberOf(to) - numberOf(from) + 1)
}

/** A year's share falls due evenly over the part of the year that lies in the term. */
const byShares = ({ shares, startsOn, endsOn }: Promised, on: PlainDate): Hundredths =>
  shares.reduce((sum, { year, due }) => {
    const { from, to } = financialYearDays(year)
    const first = startsOn !== null && startsOn > from && startsOn <= to ? startsOn : from
    const last = endsOn !== null && endsOn < to && endsOn >= first ? endsOn : to
    return sum + evenly(due, first, last, on)
  }, 0)

type Milestones = { readonly before: Hundredths; readonly now: Hundredths; readonly atEnd: Hundredths }

/**
 * What grows with spending is due as far as money was paid. What the rest of the running year will bring is not known
 * yet: the plan takes an even pace over the term, and never less than what is due already.
 */
const bySpending = (promise: Promised, days: YearDays, isOver: boolean): Milestones | LeftOut => {
  const { spending, promised, startsOn, endsOn } = promise
  if (!spending || spending.paid === null || spending.paidBefore === null || spending.valuePence <= 0)
    return 'spending-not-known'
  const due = (paid: number): Hundredths =>
    Number(divideRounding(BigInt(promised) * BigInt(Math.max(0, paid)), BigInt(spending.valuePence)))
  const before = due(spending.paidBefore)
  const now = Math.max(before, due(spending.paid))
  if (isOver) return { before, now, atEnd: now }
  if (startsOn === null || endsOn === null) return 'no-term'
  const inYear =
    evenly(promised, startsOn, endsOn, days.to) - evenly(promised, startsOn, endsOn, dayBefore(days.from))
  return { before, now, atEnd: Math.max(now, before + inYear) }
}

const milestonesOf = (promise: Promised, days: YearDays, isOver: boolean): Milestones | LeftOut => {
  const { spending, shares, startsOn, endsOn, promised } = promise
  if (spending) return bySpending(promise, days, isOver)
  const dueBy =
    shares.length > 0
      ? (on: PlainDate) => byShares(promise, on)
      : startsOn !== null && endsOn !== null
        ? (on: PlainDate) => evenly(promised, startsOn, endsOn, on)
        : null
  if (!dueBy) return 'no-term'
  return { before: dueBy(dayBefore(days.from)), now: dueBy(days.on), atEnd: dueBy(days.to) }
}

/** From less than a twentieth of the year's plan no pace can be read; the same line as for a contract's forecast. */
const hasPace = (due: Hundredths, planned: Hundredths): boolean => due > 0 && due * 20 >= planned

/** At the pace so far: of what is not yet due, the share that was kept of what is. What was done early counts as well. */
const forecastOf = (
  figures: Omit<YearFigures, 'forecast' | 'withoutPace'>,
  isOver: boolean,
): Pick<YearFigures, 'forecast' | 'withoutPace'> => {
  const { verified, due, notYetDue, planned, beyond } = figures
  const inHand = verified + Math.min(beyond, notYetDue)
  if (isOver || notYetDue === 0) return { forecast: inHand, withoutPace: 0 }
  if (!hasPace(due, planned)) return { forecast: inHand, withoutPace: planned - inHand }
  return { forecast: Math.max(inHand, verified + share(notYetDue, verified, due)), withoutPace: 0 }
}

const NOTHING: YearFigures = {
  brought: 0,
  planned: 0,
  due: 0,
  notYetDue: 0,
  verified: 0,
  missed: 0,
  carried: 0,
  beyond: 0,
  delivered: 0,
  forecast: 0,
  withoutPace: 0,
}

/** £10,000 million for one promise: 9,000 of them still add up exactly in whole numbers. */
const LARGEST: Hundredths = 1_000_000_000_000
const isTooLarge = (value: number): boolean => !Number.isSafeInteger(value) || value > LARGEST

/**
 * A promise in a financial year, up to a day. Counted is what is kept: the least of what is due and what is verified,
 * each from the beginning of the contract. So what was done early counts in the year it falls due, nothing counts
 * twice, and what a year carries forward is what the next one brings. What is due and not done is missed once the
 * contract is over, and carried forward until then. Our own rule; no source sets one.
 */
export const yearOf = (promise: Promised, days: YearDays): YearFigures | LeftOut => {
  const { startsOn, endsOn, promised, verified, verifiedBefore } = promise
  if ([promised, verified, verifiedBefore].some(isTooLarge)) return 'too-large'
  const delivered = verified - verifiedBefore
  // Over before the year, or not begun in it: in no plan of the year.
  if ((endsOn !== null && endsOn < days.from) || (startsOn !== null && startsOn > days.to))
    return { ...NOTHING, delivered }
  const isOver = days.on >= days.to || (endsOn !== null && days.on >= endsOn)
  const milestones = milestonesOf(promise, days, isOver)
  if (typeof milestones === 'string') return milestones
  const { before, now, atEnd } = milestones
  if (isTooLarge(atEnd)) return 'too-large'
  const [keptBefore, kept] = [Math.min(before, verifiedBefore), Math.min(now, verified)]
  const undone = now - kept
  const hasEnded = endsOn !== null && days.on >= endsOn
  const figures = {
    brought: before - keptBefore,
    planned: atEnd - keptBefore,
    due: now - keptBefore,
    notYetDue: atEnd - now,
    verified: kept - keptBefore,
    missed: hasEnded ? undone : 0,
    carried: hasEnded ? 0 : undone,
    beyond: verified - kept,
    delivered,
  }
  return { ...figures, ...forecastOf(figures, isOver) }
}
