import { actingAuthority, whoActs } from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { findingSentence } from '../finding-words.ts'
import { mergeSentence, writeSentence } from '../messages.ts'
import type { JsonObject } from '../model/json.ts'
import type { DueRelease } from '../model/publication.ts'
import { type Candidate, readCandidates, readSources, type Sources } from '../read-publication.ts'
import { checkRelease } from '../rules/check-release.ts'
import { mergeReleases } from '../rules/merge.ts'
import { promisesOf, summaryOf } from '../rules/publication/public-summary.ts'
import { releasesDue } from '../rules/publication/releases-due.ts'
import { writeRelease } from '../rules/write-release.ts'
import { appendRelease, listReleases } from '../store/log.ts'
import { findProcess, lockProcess, saveProcess } from '../store/processes.ts'
import { type Publisher, savePublisher } from '../store/publishers.ts'
import { holdBack, noteNames } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'

type Tx = Writer<PublishingTables>

/** Opens an authority's publication, or changes its contact and its prefix for grants. Its ocid prefix never changes. */
export const openPublication = (
  ctx: Context,
  settings: Pick<Publisher, 'ocidPrefix' | 'grantsPrefix' | 'orgId' | 'contact'>,
): Promise<void> =>
  inTransaction<PublishingTables, void>(ctx, async (tx) => {
    const { authorityId, personName } = await whoActs(tx, ctx)
    await savePublisher(tx, {
      ...settings,
      authorityId,
      openedAt: ctx.clock.now(),
      openedBy: personName,
    })
    await recordAudit(tx, ctx, {
      name: 'PUBLICATION_OPENED',
      subject: authorityId,
      facts: { ocidPrefix: settings.ocidPrefix, orgId: settings.orgId },
    })
  })

type Written =
  | {
      readonly ok: true
      readonly releases: readonly { tag: string; at: Date; body: JsonObject }[]
      readonly compiled: JsonObject
    }
  | { readonly ok: false; readonly reasons: readonly string[] }

/** Writes what is due on top of what was said, or says why it cannot go out. A moment lies between two releases. */
const writeAll = (
  due: readonly DueRelease[],
  earlier: readonly JsonObject[],
  before: JsonObject | null,
  now: Date,
): Written => {
  const releases: { tag: string; at: Date; body: JsonObject }[] = []
  let compiled = before
  for (const { tag, facts } of due) {
    const last = compiled === null ? 0 : Date.parse(String(compiled.date))
    const at = new Date(Math.max(now.getTime(), last + 1))
    const number = earlier.length + releases.length + 1
    const written = writeRelease(facts, { number, tag, at: at.toISOString() }, compiled)
    if (!written.ok) return { ok: false, reasons: [writeSentence(written.refusal, written.facts)] }
    const wrong = checkRelease(written.value).filter(({ level }) => level === 'error')
    if (wrong.length > 0) return { ok: false, reasons: wrong.slice(0, 20).map(findingSentence) }
    releases.push({ tag, at, body: written.value })
    const merged = mergeReleases([...earlier, ...releases.map(({ body }) => body)])
    if (!merged.ok) return { ok: false, reasons: [mergeSentence(merged.refusal, merged.facts)] }
    compiled = merged.value.compiled
  }
  return { ok: true, releases, compiled: compiled ?? {} }
}

const saveState = (tx: Tx, authorityId: string, candidate: Candidate, number: number, compiled: JsonObject) =>
  saveProcess(tx, authorityId, {
    ocid: candidate.ocid,
    purchaseId: candidate.purchaseId,
    contractId: candidate.contractId,
    number,
    compiled,
    publishedAt: new Date(String(compiled.date)),
    summary: summaryOf(compiled),
    ...promisesOf(compiled),
  })

type Told = { readonly releases: number; readonly isHeld: boolean }

const tell = async (tx: Tx, ctx: Context, candidate: Candidate): Promise<Told> => {
  const authorityId = actingAuthority(ctx)
  await lockProcess(tx, candidate.ocid)
  const known = await findProcess(tx, authorityId, candidate.ocid)
  const before = known?.compiled ?? null
  const now = ctx.clock.now()
  await noteNames(tx, authorityId, candidate.doubtful, 'contracts', now)
  const due = releasesDue(candidate.facts, before)
  const held = { subject: candidate.ocid, title: candidate.title, heldAt: now }
  if (due.length === 0) {
    await holdBack(tx, authorityId, { ...held, reasons: [] })
    return { releases: 0, isHeld: false }
  }
  const earlier = known ? await listReleases(tx, authorityId, candidate.ocid) : []
  const written = writeAll(due, earlier, before, now)
  await holdBack(tx, authorityId, { ...held, reasons: written.ok ? [] : written.reasons })
  if (!written.ok) return { releases: 0, isHeld: true }
  for (const [at, release] of written.releases.entries())
    await appendRelease(
      tx,
      authorityId,
      { ...release, ocid: candidate.ocid, number: earlier.length + at + 1 },
      release.body,
    )
  await saveState(tx, authorityId, candidate, earlier.length + written.releases.length, written.compiled)
  await recordAudit(tx, ctx, {
    name: 'RELEASES_PUBLISHED',
    subject: candidate.ocid,
    facts: { releases: written.releases.length, last: written.releases.at(-1)?.tag ?? '' },
  })
  return { releases: written.releases.length, isHeld: false }
}

export type Published = {
  readonly processes: number
  readonly changed: number
  readonly releases: number
  readonly held: number
}

const collect = async (db: Reader<PublishingTables>, sources: Sources): Promise<Candidate[]> => {
  const found: Candidate[] = []
  for await (const candidate of readCandidates(db, sources)) found.push(candidate)
  return found
}

/**
 * Publishes all that an authority has to tell and has not told yet, each process in a transaction of its own. Run twice,
 * it says nothing the second time. Undefined where the authority has not opened its publication.
 */
export const publishAll = async (ctx: Context): Promise<Published | undefined> => {
  const authorityId = actingAuthority(ctx)
  const found = await inReading<PublishingTables, Candidate[] | undefined>(ctx, async (db) => {
    const sources = await readSources(db, authorityId, today(ctx))
    return sources && collect(db, sources)
  })
  if (!found) return undefined
  let [changed, releases, held] = [0, 0, 0]
  for (const candidate of found) {
    const told = await inTransaction<PublishingTables, Told>(ctx, (tx) => tell(tx, ctx, candidate))
    releases += told.releases
    if (told.releases > 0) changed += 1
    if (told.isHeld) held += 1
  }
  return { processes: found.length, changed, releases, held }
}
