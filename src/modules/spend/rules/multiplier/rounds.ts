import { Decimal } from 'decimal.js'
import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { type LocalMultiplier, localMultiplier } from '../../../../kernel/local-multiplier.ts'
import type { MultiplierSheet, SheetAnswer, SheetRefusal } from '../../model/multiplier.ts'

/** A share of 0 to 1 in three readings; `central` is null where nobody answered, so that nothing is made up. */
export type ShareRange = {
  readonly low: Decimal
  readonly central: Decimal | null
  readonly high: Decimal
  readonly answered: number
  readonly sheets: number
}

export type RoundRange = { readonly low: Decimal; readonly central: Decimal | null; readonly high: Decimal }

export type MultiplierResult = {
  readonly firstRound: Decimal
  /** Paid to suppliers who answered, of the first round. */
  readonly answeredPence: number
  readonly suppliers: ShareRange
  readonly staff: ShareRange
  readonly secondSuppliers: ShareRange
  readonly secondRound: RoundRange
  readonly thirdRound: RoundRange
  readonly low: LocalMultiplier
  readonly central: LocalMultiplier | null
  readonly high: LocalMultiplier
  /** The other reading: money counts only once it has arrived in the place, so the first pound is left out. */
  readonly landed: RoundRange
}

const ZERO = new Decimal(0)
const ONE = new Decimal(1)

type Answered = MultiplierSheet & {
  readonly incomePence: number
  readonly localStaffPence: number
  readonly localSuppliersPence: number
}
const isAnswered = (sheet: MultiplierSheet): sheet is Answered =>
  sheet.incomePence !== null &&
  sheet.incomePence > 0 &&
  sheet.localStaffPence !== null &&
  sheet.localSuppliersPence !== null

/** Whether a sheet may be stored: nobody passes on more than came in, and staff employ no staff. */
export const decideSheet = (
  kind: MultiplierSheet['kind'],
  answer: SheetAnswer,
): Decision<SheetAnswer, SheetRefusal> => {
  if (answer.incomePence <= 0) return refuse('income-missing')
  if (kind === 'staff' && answer.localStaffPence > 0) return refuse('staff-employ-nobody')
  if (answer.localStaffPence + answer.localSuppliersPence > answer.incomePence)
    return refuse('more-than-income')
  return accept(answer)
}

const localShare = ({ incomePence, localStaffPence, localSuppliersPence }: Answered): Decimal =>
  new Decimal(localStaffPence).plus(localSuppliersPence).div(incomePence)

const highestOf = (shares: readonly Decimal[]): Decimal => (shares.length > 0 ? Decimal.max(...shares) : ONE)

/**
 * The share that a kind of sheet re-spends locally. Weighted by income; those who did not answer: nothing (low), as
 * those who did (central), as the most local of those who did (high; all, where nobody answered).
 */
const shareOfKind = (sheets: readonly MultiplierSheet[]): ShareRange => {
  const answered = sheets.filter(isAnswered)
  const income = answered.reduce((sum, one) => sum.plus(one.incomePence), ZERO)
  const local = answered.reduce(
    (sum, one) => sum.plus(one.localStaffPence).plus(one.localSuppliersPence),
    ZERO,
  )
  const central = income.gt(0) ? local.div(income) : null
  const facts = { answered: answered.length, sheets: sheets.length }
  const isWhole = answered.length === sheets.length && central !== null
  if (isWhole) return { ...facts, low: central, central, high: central }
  const part = sheets.length > 0 ? new Decimal(answered.length).div(sheets.length) : ZERO
  const known = (central ?? ZERO).times(part)
  return {
    ...facts,
    low: known,
    central,
    high: known.plus(ONE.minus(part).times(highestOf(answered.map(localShare)))),
  }
}

type Parts = { readonly staff: Decimal; readonly suppliers: Decimal }
const plus = (a: Parts, b: Parts): Parts => ({
  staff: a.staff.plus(b.staff),
  suppliers: a.suppliers.plus(b.suppliers),
})
const NOTHING: Parts = { staff: ZERO, suppliers: ZERO }

/** What a supplier passes on of what it was paid: the same share as of all its income. */
const passedOn = (sheet: Answered): Parts => ({
  staff: new Decimal(sheet.paidPence).times(sheet.localStaffPence).div(sheet.incomePence),
  suppliers: new Decimal(sheet.paidPence).times(sheet.localSuppliersPence).div(sheet.incomePence),
})

const scaled = (parts: Parts, of: Decimal, to: Decimal): Parts =>
  of.isZero()
    ? NOTHING
    : { staff: parts.staff.times(to).div(of), suppliers: parts.suppliers.times(to).div(of) }

const totalOf = ({ staff, suppliers }: Parts): Decimal => staff.plus(suppliers)

const insist = (first: Decimal, second: Decimal, third: Decimal): LocalMultiplier => {
  // Rounds here never grow, whatever rounding of the last digit does.
  const two = Decimal.min(second, first)
  const decision = localMultiplier({ first, second: two, third: Decimal.min(third, two) })
  if (!decision.ok) throw new RangeError(`the rounds were refused: ${decision.refusal}`)
  return decision.value
}

const third = (parts: Parts, staff: Decimal, suppliers: Decimal): Decimal =>
  parts.staff.times(staff).plus(parts.suppliers.times(suppliers))

/** The second round from suppliers: those who answered, and the silent in three readings. */
const secondRounds = (sheets: readonly MultiplierSheet[]) => {
  const answered = sheets.filter(isAnswered)
  const known = answered.map(passedOn).reduce(plus, NOTHING)
  const pence = (them: readonly MultiplierSheet[]) => them.reduce((sum, one) => sum.plus(one.paidPence), ZERO)
  const answeredPence = pence(answered)
  const silentPence = pence(sheets).minus(answeredPence)
  const best = answered.toSorted((a, b) => localShare(b).comparedTo(localShare(a)))[0]
  const silentAtBest: Parts = best
    ? scaled(passedOn({ ...best, paidPence: best.incomePence }), new Decimal(best.incomePence), silentPence)
    : { staff: silentPence, suppliers: ZERO }
  return {
    answeredPence,
    low: known,
    central: answeredPence.gt(0) ? plus(known, scaled(known, answeredPence, silentPence)) : null,
    high: plus(known, silentAtBest),
    silentAtBest: totalOf(silentAtBest),
  }
}

const ofKind = (sheets: readonly MultiplierSheet[], kind: MultiplierSheet['kind']): MultiplierSheet[] =>
  sheets.filter((sheet) => sheet.kind === kind)

/**
 * The local multiplier of a study after three rounds (method: Sacks, 2002). Round one is what was paid to the
 * suppliers of the study; round two what they pay local staff and local suppliers out of it; round three what those
 * spend locally. Those who did not answer are not left out: each round is a range, by what is assumed of them.
 */
export const studyMultiplier = (
  sheets: readonly MultiplierSheet[],
): Decision<MultiplierResult, 'no-first-round'> => {
  const suppliers = ofKind(sheets, 'supplier')
  const firstRound = suppliers.reduce((sum, one) => sum.plus(one.paidPence), ZERO)
  if (firstRound.lte(0)) return refuse('no-first-round')
  const second = secondRounds(suppliers)
  const staff = shareOfKind(ofKind(sheets, 'staff'))
  const others = shareOfKind(ofKind(sheets, 'second-supplier'))
  const knowsAll = second.central && staff.central && others.central
  const centralThird =
    second.central && staff.central && others.central
      ? third(second.central, staff.central, others.central)
      : null
  const lows = [totalOf(second.low), third(second.low, staff.low, others.low)] as const
  // The silent supplier at its best may pass on to staff or to suppliers: the better of the two bounds the third round.
  const highs = [
    totalOf(second.high),
    third(second.low, staff.high, others.high).plus(
      second.silentAtBest.times(Decimal.max(staff.high, others.high)),
    ),
  ] as const
  const centralSecond = second.central && totalOf(second.central)
  return accept({
    firstRound,
    answeredPence: second.answeredPence.toNumber(),
    // As round two counts them, by what each was paid: by their income the share would be another one than it shows.
    suppliers: {
      answered: suppliers.filter(isAnswered).length,
      sheets: suppliers.length,
      low: lows[0].div(firstRound),
      central: centralSecond && centralSecond.div(firstRound),
      high: highs[0].div(firstRound),
    },
    staff,
    secondSuppliers: others,
    secondRound: { low: lows[0], central: centralSecond, high: highs[0] },
    thirdRound: { low: lows[1], central: centralThird, high: highs[1] },
    low: insist(firstRound, ...lows),
    central:
      knowsAll && centralSecond && centralThird ? insist(firstRound, centralSecond, centralThird) : null,
    high: insist(firstRound, ...highs),
    landed: {
      low: lows[0].plus(lows[1]).div(firstRound),
      central: centralSecond && centralThird ? centralSecond.plus(centralThird).div(firstRound) : null,
      high: highs[0].plus(highs[1]).div(firstRound),
    },
  })
}
