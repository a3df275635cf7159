import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import type { MultiplierSheet, MultiplierStudy } from './model/multiplier.ts'
import { type MultiplierResult, studyMultiplier } from './rules/multiplier/rounds.ts'
import { getStudy, listSheets } from './store/multiplier.ts'
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
