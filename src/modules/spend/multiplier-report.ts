import type { Decimal } from 'decimal.js'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import { type Basis, formatCount, formatPoundsCompact, formatShare } from '../../platform/views/views.ts'
import type { MultiplierSheet, MultiplierStudy } from './model/multiplier.ts'
import { type MultiplierResult, type RoundRange, studyMultiplier } from './rules/multiplier/rounds.ts'
import { getStudy, listSheets } from './store/multiplier.ts'
import { surveyPeriod } from './survey-words.ts'
import type { SpendTables } from './tables.ts'

export type StudyReport = {
  readonly study: MultiplierStudy
  readonly sheets: readonly MultiplierSheet[]
  readonly result: MultiplierResult | null
}

/** A study with its sheets and what comes of them, for the page, the API and the files. */
export const readStudy = (ctx: Context, id: string): Promise<StudyReport> =>
  inReading<SpendTables, StudyReport>(ctx, async (db) => {
    const sheets = await listSheets(db, id)
    const result = studyMultiplier(sheets)
    return { study: await getStudy(db, id), sheets, result: result.ok ? result.value : null }
  })

/** Who answered, and for what part of round one. */
export const studyBasis = ({ study, sheets, result }: StudyReport): Basis => {
  const suppliers = sheets.filter(({ kind }) => kind === 'supplier')
  const paid = suppliers.reduce((sum, one) => sum + one.paidPence, 0)
  const answered = result?.suppliers.answered ?? 0
  return {
    period: surveyPeriod(study),
    coverage: `${answered} of ${formatCount(suppliers.length, 'supplier')} answered, paid ${formatPoundsCompact(result?.answeredPence ?? 0)} of ${formatPoundsCompact(paid)} (${formatShare(result?.answeredPence ?? 0, paid)}); local to ${study.place}`,
    unknown: `${formatShare(paid - (result?.answeredPence ?? 0), paid)} of round one is assumed`,
    verifiedBy: 'said by suppliers and staff, not verified',
  }
}

const number = (value: Decimal, places: number): number => value.toDecimalPlaces(places).toNumber()
const rangeOf = ({ low, central, high }: RoundRange, places: number) => ({
  low: number(low, places),
  central: central && number(central, places),
  high: number(high, places),
})

/** Rounds in pence and what a pound becomes, as the API and the command line answer it. */
export const studyJson = (study: MultiplierStudy, result: MultiplierResult) => ({
  title: study.title,
  place: study.place,
  firstRound: number(result.firstRound, 0),
  answeredPence: result.answeredPence,
  secondRound: rangeOf(result.secondRound, 0),
  thirdRound: rangeOf(result.thirdRound, 0),
  lm3: rangeOf({ low: result.low.lm3, central: result.central?.lm3 ?? null, high: result.high.lm3 }, 4),
  beyondTheFirst: rangeOf(result.landed, 4),
})
