import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import type { Version } from './model.ts'
import { currentOf } from './rules/current.ts'
import { getVersion, listSteps, listVersions } from './store/documents.ts'
import { treesOf } from './store/trees.ts'
import { documentReport, readAround } from './strategy-report.ts'
import type { StrategyTables } from './tables.ts'

/** The versions of the document that a program names by its short name or id, newest first. Throws NotFound. */
export const versionsNamed = async (
  db: Reader<StrategyTables>,
  name: string,
): Promise<[Version, ...Version[]]> => {
  const key = name.toLowerCase()
  const [first, ...rest] = (await listVersions(db)).filter((one) =>
    isId(key) ? one.documentId === key : one.code === key,
  )
  if (!first) throw new NotFound(`There is no document “${name.slice(0, 80)}”.`)
  return [first, ...rest]
}

/** One version of a document with all beneath it, who decided what of it and when, and the other versions. */
export const reportVersion = (ctx: Context, documentId: string, version: number) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const found = await getVersion(db, documentId, version)
    const [tree] = await treesOf(db, [found])
    const steps = await listSteps(db, documentId)
    return {
      ...documentReport(
        tree ?? { version: found, objectives: [], priorities: [] },
        await readAround(db, ctx),
      ),
      steps: steps
        .filter((step) => step.version === version)
        .map(({ status, decidedOn, note, personName }) => ({ status, decidedOn, note, personName })),
      versions: (await versionsNamed(db, documentId)).map(({ version: number, status }) => ({
        version: number,
        status,
      })),
    }
  })

/** The version that a program asks for: the one of a number, or the one that counts today. Throws NotFound. */
export const reportNamed = async (ctx: Context, name: string, number: number | undefined) => {
  const { documentId, version } = await inReading(ctx, async (db: Reader<StrategyTables>) => {
    const versions = await versionsNamed(db, name)
    const wanted =
      number === undefined
        ? (currentOf(versions)[0] ?? versions[0])
        : versions.find((one) => one.version === number)
    if (!wanted) throw new NotFound('This document has no such version.')
    return wanted
  })
  return reportVersion(ctx, documentId, version)
}
