import { type Who, whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { readKnownPlaces } from '../known-places.ts'
import type { ReadingDraft, StrategyRefusal } from '../model.ts'
import { currentOf } from '../rules/current.ts'
import {
  MOST_READING_BYTES,
  type ReadingFault,
  readingKey,
  readReadingsFile,
} from '../rules/read-readings-file.ts'
import { listVersions } from '../store/documents.ts'
import {
  findReading,
  insertReadings,
  lockReadings,
  standingReadings,
  supersedeReading,
} from '../store/readings.ts'
import { listPriorityCodes, treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import type { Tx } from './change-draft.ts'

const store = async (tx: Tx, ctx: Context, who: Who, drafts: readonly ReadingDraft[]) => {
  const made = { personName: who.personName, recordedAt: ctx.clock.now(), supersededBy: null }
  const readings = drafts.map((draft) => ({ id: newId(), ...draft, ...made }))
  await insertReadings(tx, who.authorityId, readings)
  return readings
}

/** Records one reading; returns its id. A day that has one already is refused: that one is to be corrected. */
export const recordReading = (
  ctx: Context,
  draft: ReadingDraft,
): Promise<Decision<string, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<string, StrategyRefusal>>(ctx, async (tx) => {
    if (draft.measuredOn > today(ctx)) return refuse('reading-in-future')
    await lockReadings(tx)
    if (!(await listPriorityCodes(tx)).some(({ id }) => id === draft.priorityId))
      throw new NotFound('There is no such priority.')
    const key = readingKey(draft.priorityId, draft.place?.code ?? '', draft.measuredOn)
    if ((await standingReadings(tx)).has(key)) return refuse('reading-exists')
    const [reading] = await store(tx, ctx, await whoActs(tx, ctx), [draft])
    const facts = { measuredOn: draft.measuredOn, value: draft.value, place: draft.place?.name ?? null }
    await recordAudit(tx, ctx, { name: 'READING_RECORDED', subject: draft.priorityId, facts })
    return accept(reading?.id ?? '')
  })

export type Correction = Pick<ReadingDraft, 'value' | 'source' | 'note'>

/** Puts a corrected reading in the place of one that stands; the first is kept and shown as superseded. */
export const correctReading = (
  ctx: Context,
  id: string,
  correction: Correction,
): Promise<Decision<string, StrategyRefusal>> =>
  inTransaction<StrategyTables, Decision<string, StrategyRefusal>>(ctx, async (tx) => {
    await lockReadings(tx)
    const old = await findReading(tx, id)
    if (!old || old.supersededBy !== null) throw new NotFound('This reading does not stand any more.')
    const { priorityId, place, measuredOn, value, source, note } = old
    if (value === correction.value && source === correction.source && note === correction.note)
      return refuse('reading-same')
    const who = await whoActs(tx, ctx)
    const newest = newId()
    await supersedeReading(tx, id, newest)
    const made = { personName: who.personName, recordedAt: ctx.clock.now(), supersededBy: null }
    await insertReadings(tx, who.authorityId, [
      { id: newest, priorityId, place, measuredOn, ...correction, ...made },
    ])
    const facts = { measuredOn, from: value, to: correction.value }
    await recordAudit(tx, ctx, { name: 'READING_CORRECTED', subject: priorityId, facts })
    return accept(newest)
  })

/** Priorities by their short names, and by their titles where no two share one. */
const namesOfPriorities = async (tx: Tx): Promise<Map<string, string>> => {
  const trees = await treesOf(tx, currentOf(await listVersions(tx)))
  const titles = Map.groupBy(
    trees.flatMap(({ priorities }) => priorities),
    ({ title }) => title.toLowerCase(),
  )
  const byTitle = [...titles].flatMap(([title, [first, ...others]]) =>
    first && others.length === 0 ? [[title, first.id] as const] : [],
  )
  const byCode = (await listPriorityCodes(tx)).map(({ code, id }) => [code, id] as const)
  return new Map([...byTitle, ...byCode])
}

export type ImportedReadings =
  | { readonly ok: true; readonly count: number; readonly priorityIds: readonly string[] }
  | { readonly ok: false; readonly faults: readonly ReadingFault[] }

const decode = (content: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

/** Records all readings of a CSV file, or none where a row cannot be used. */
export const importReadings = (
  ctx: Context,
  file: { readonly name: string; readonly content: Buffer },
): Promise<ImportedReadings> =>
  inTransaction<StrategyTables, ImportedReadings>(ctx, async (tx) => {
    if (file.content.length > MOST_READING_BYTES)
      return { ok: false, faults: [{ row: null, code: 'file-too-long', facts: { most: 5000 } }] }
    const who = await whoActs(tx, ctx)
    await lockReadings(tx)
    const read = readReadingsFile(decode(file.content), {
      today: today(ctx),
      priorities: await namesOfPriorities(tx),
      places: await readKnownPlaces(tx as never, who.authorityId),
      standing: await standingReadings(tx),
    })
    if (read.faults.length > 0) return { ok: false, faults: read.faults }
    await store(tx, ctx, who, read.readings)
    const priorityIds = [...new Set(read.readings.map(({ priorityId }) => priorityId))]
    await recordAudit(tx, ctx, {
      name: 'READINGS_IMPORTED',
      subject: file.name.slice(0, 120),
      facts: { readings: read.readings.length, priorities: priorityIds.length },
    })
    return { ok: true, count: read.readings.length, priorityIds }
  })
