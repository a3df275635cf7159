import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { JobData } from '../../../platform/jobs/queue.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { loadRefusalSentence } from '../messages.ts'
import type { Load, LoadKind, LoadRefusal } from '../model.ts'
import { getLoad, insertLoad, type LoadChange, setLoad } from '../store/loads.ts'
import type { PlacesTables } from '../tables.ts'
import { isOperator } from './define-place.ts'
import { type LoadProgress, type LoadRequest, PREPARE } from './prepare-load.ts'

/** How often a running load says how far it is. */
const TELL_EVERY_MS = 1000

export type Loaded = {
  readonly loadId: string
  readonly kind: LoadKind
  readonly edition: string
  readonly source: string
  readonly licence: string
  readonly rowsRead: number
  readonly rowsKept: number
  readonly rowsRefused: number
}

const changeLoad = (ctx: Context, loadId: string, change: LoadChange): Promise<void> =>
  inTransaction<PlacesTables, void>(ctx, (tx) => setLoad(tx, loadId, change, ctx.clock.now()))

const teller = (ctx: Context, loadId: string, onProgress: (progress: LoadProgress) => void) => {
  let last = 0
  return async (progress: LoadProgress): Promise<void> => {
    const now = performance.now()
    if (now - last < TELL_EVERY_MS) return
    last = now
    onProgress(progress)
    await changeLoad(ctx, loadId, {
      bytes_read: progress.bytesRead,
      bytes_total: progress.bytesTotal,
      rows_read: progress.rowsRead,
    })
  }
}

/** Reads the file, then stores all of it in one transaction. A process that dies leaves the earlier data in use. */
const runLoad = async (
  ctx: Context,
  kind: LoadKind,
  loadId: string,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void,
): Promise<Decision<Loaded, LoadRefusal>> => {
  const prepared = await PREPARE[kind](ctx, request, teller(ctx, loadId, onProgress))
  if (!prepared.ok) {
    const message = loadRefusalSentence(prepared.refusal, prepared.facts)
    await changeLoad(ctx, loadId, { status: 'failed', message, finished_at: ctx.clock.now() })
    return prepared
  }
  const { store, ...facts } = prepared.value
  await inTransaction<PlacesTables, void>(ctx, async (tx) => {
    await store(tx, loadId)
    const { edition, source, licence, rowsRead, rowsKept } = facts
    const done = {
      status: 'loaded',
      finished_at: ctx.clock.now(),
      rows_read: rowsRead,
      rows_kept: rowsKept,
    } as const
    await setLoad(tx, loadId, { ...done, edition, source, licence, message: '' }, ctx.clock.now())
    const audited = { kind, file: request.fileName, edition, rows: rowsKept }
    await recordAudit(tx, ctx, { name: 'PLACES_DATA_LOADED', subject: loadId, facts: audited })
    await ctx.jobs.publish(tx, 'lookupChanged', { kind })
  })
  return accept({ loadId, kind, ...facts })
}

const failed = async (ctx: Context, loadId: string, error: unknown): Promise<never> => {
  const message =
    error instanceof Unusable ? error.message : 'The load broke off because of a fault of the product.'
  await changeLoad(ctx, loadId, { status: 'failed', message, finished_at: ctx.clock.now() }).catch(
    () => undefined,
  )
  throw error
}

/**
 * Loads a file of postcodes, areas, boundaries or deprivation; only for the operator, because all authorities share
 * them. Throws Unusable with a sentence where the file is not one.
 */
export const loadFile = async (
  ctx: Context,
  kind: LoadKind,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<Decision<Loaded, LoadRefusal>> => {
  if (!isOperator(ctx)) return refuse('load-by-operator-only')
  const loadId = newId()
  const load = {
    id: loadId,
    kind,
    status: 'running' as const,
    fileName: request.fileName,
    fileHash: null,
    edition: request.edition ?? '',
    source: request.source ?? '',
    licence: request.licence ?? '',
    askedAt: ctx.clock.now(),
  }
  await inTransaction<PlacesTables, void>(ctx, (tx) => insertLoad(tx, load, null))
  return runLoad(ctx, kind, loadId, request, onProgress).catch((error: unknown) => failed(ctx, loadId, error))
}

export type HandedIn = Pick<Load, 'kind' | 'fileName' | 'edition'> & { readonly fileHash: string }

/** Takes a stored file that somebody handed in on the site and queues its loading; returns the load's id. */
export const queueLoad = (ctx: Context, handedIn: HandedIn): Promise<string> =>
  inTransaction<PlacesTables, string>(ctx, async (tx) => {
    const id = newId()
    const load = {
      id,
      status: 'queued' as const,
      source: '',
      licence: '',
      askedAt: ctx.clock.now(),
      ...handedIn,
    }
    await insertLoad(tx, load, ctx.authorityId)
    const facts = { kind: handedIn.kind, file: handedIn.fileName }
    await recordAudit(tx, ctx, { name: 'PLACES_DATA_HANDED_IN', subject: id, facts })
    await ctx.jobs.enqueue(tx, LOAD_JOB, { loadId: id })
    return id
  })

export const LOAD_JOB = 'load-postcode-lookup'

/** Runs a queued load. Run again after its process died, it begins anew; a finished one is left alone. */
export const runQueuedLoad = async (services: Services, data: JobData): Promise<void> => {
  const ctx = actingAs(services, { kind: 'worker' }, null)
  const loadId = String(data.loadId)
  const load = await inReading<PlacesTables, Load>(ctx, (db) => getLoad(db, loadId))
  if (load.status === 'loaded' || load.fileHash === null) return
  await changeLoad(ctx, loadId, { status: 'running', message: '', finished_at: null })
  const request = {
    path: ctx.files.localPath(load.fileHash),
    fileName: load.fileName,
    edition: load.edition || undefined,
  }
  try {
    await runLoad(ctx, load.kind, loadId, request, () => undefined)
  } catch (error) {
    // A file that cannot be used will not be usable the next time: its sentence stands in the row.
    await failed(ctx, loadId, error).catch((thrown: unknown) => {
      if (!(thrown instanceof Unusable)) throw thrown
    })
  }
}
