import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { LocalFramework } from '../model/adaptation.ts'
import type { Measure } from '../model.ts'
import { adaptFramework } from '../rules/adapt.ts'
import type { MeasuresTables } from '../tables.ts'
import { findAdaptation, listAdaptations } from './adaptations.ts'
import { type FrameworkHeader, listVersions, readVersion } from './frameworks.ts'

/** One framework among those an authority may use: the version in use there, and how often it was changed. */
export type FrameworkListed = FrameworkHeader & {
  readonly revision: number
  readonly newer: LocalFramework['newer']
  /** All versions, newest first. */
  readonly versions: readonly string[]
}

const newerThan = (versions: readonly FrameworkHeader[], used: FrameworkHeader): LocalFramework['newer'] => {
  const [newest] = versions
  return newest && newest.id !== used.id ? { id: newest.id, version: newest.framework.version } : null
}

/**
 * The frameworks that the acting authority sees, one line each: shared ones and its own, at the version it uses (the
 * newest, or the one it has adapted).
 */
export const listFrameworks = async (db: Reader<MeasuresTables>): Promise<FrameworkListed[]> => {
  const adaptations = new Map((await listAdaptations(db)).map((row) => [row.framework_code, row]))
  const byCode = Map.groupBy(await listVersions(db), ({ framework }) => framework.id)
  return [...byCode.values()].flatMap((versions) => {
    const adapted = adaptations.get(versions[0]?.framework.id ?? '')
    const used = versions.find(({ id }) => id === adapted?.framework_id) ?? versions[0]
    if (!used) return []
    return [
      {
        ...used,
        revision: adapted?.revision ?? 0,
        newer: newerThan(versions, used),
        versions: versions.map(({ framework }) => framework.version),
      },
    ]
  })
}

/**
 * A framework as it counts for the acting authority: with its changes, switched-off measures and additions. With
 * `version`, that version as published. Throws NotFound.
 */
export const readFramework = async (
  db: Reader<MeasuresTables>,
  code: string,
  version: string | null = null,
): Promise<LocalFramework> => {
  const versions = (await listVersions(db)).filter(({ framework }) => framework.id === code)
  const adapted = version === null ? await findAdaptation(db, code) : undefined
  const header =
    version === null
      ? (versions.find(({ id }) => id === adapted?.frameworkId) ?? versions[0])
      : versions.find(({ framework }) => framework.version === version)
  if (!header) throw new NotFound('There is no such framework of measures here.')
  const published = await readVersion(db, header)
  return {
    version: published,
    framework: adapted ? adaptFramework(published.framework, adapted.changes) : published.framework,
    revision: adapted?.revision ?? 0,
    changes: adapted?.changes ?? [],
    weights: adapted?.weights ?? [],
    newer: version === null ? newerThan(versions, header) : null,
  }
}

/** The measures of a framework (the open one unless said otherwise) as they count for the acting authority. */
export const listMeasures = async (
  db: Reader<MeasuresTables>,
  frameworkCode = 'open',
): Promise<readonly Measure[]> => (await readFramework(db, frameworkCode)).framework.measures

/** One measure as it counts for the acting authority. Throws NotFound, also for one that is switched off. */
export const getMeasure = async (
  db: Reader<MeasuresTables>,
  frameworkCode: string,
  code: string,
): Promise<Measure> => {
  const measure = (await listMeasures(db, frameworkCode)).find((known) => known.code === code)
  if (!measure) throw new NotFound('There is no such measure in this framework.')
  return measure
}
