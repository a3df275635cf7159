import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { linesText, numberText, olderSentence, refusalText, smallerSentence } from '../messages.ts'
import {
  type LoadId,
  REJECTS_KEPT,
  type Register,
  type RegisterKind,
  type RegisterLoad,
  type RegisterRefusal,
} from '../model.ts'
import { entryLine } from '../registers/entry-lines.ts'
import type { RegisterFile } from '../registers/open-register-file.ts'
import { type NumberedReject, newTally, type ReadTally, readRegister } from '../registers/read-register.ts'
import { isSuspiciouslySmall } from '../rules/register-request.ts'
import {
  attachPart,
  copyEntries,
  countEntries,
  dropUnreadParts,
  insertRejects,
  lockRegister,
  openPart,
} from '../store/load-parts.ts'
import {
  deleteOldLoads,
  findLoad,
  findRegister,
  type LoadChange,
  setCurrentLoad,
  setLoad,
} from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'

export type LoadProgressListener = (tally: Readonly<ReadTally>) => void

const PROGRESS_EVERY_MS = 1000

type Loading = {
  readonly ctx: Context
  readonly load: RegisterLoad & { readonly part: number }
  readonly tally: ReadTally
  readonly rejects: NumberedReject[]
  readonly onProgress: LoadProgressListener
  readonly mayShrink: boolean
}

export type LoadWishes = {
  readonly onProgress?: LoadProgressListener | undefined
  /** Takes an edition of less than half of the one in use. */
  readonly mayShrink?: boolean | undefined
}

const setLoadNow = (ctx: Context, loadId: LoadId, change: Omit<LoadChange, 'touchedAt'>): Promise<unknown> =>
  inTransaction<SupplierTables, unknown>(ctx, (tx) =>
    setLoad(tx, loadId, { ...change, touchedAt: ctx.clock.now() }),
  )

/** The entries as lines of COPY. Once a second it is written down, outside this transaction, how far the reading is. */
async function* entryLines(
  loading: Loading,
  files: readonly RegisterFile[],
  kind: RegisterKind,
): AsyncGenerator<string> {
  const { ctx, load, tally, rejects } = loading
  let toldAt = performance.now()
  for await (const batch of readRegister(files, kind, tally)) {
    const room = REJECTS_KEPT - rejects.length
    if (room > 0) rejects.push(...batch.rejects.slice(0, room))
    let lines = ''
    for (const numbered of batch.entries) lines += entryLine(load.part, numbered)
    if (lines !== '') yield lines
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) continue
    toldAt = performance.now()
    loading.onProgress(tally)
    await setLoadNow(ctx, load.loadId, {
      bytesTotal: tally.bytesTotal,
      bytesRead: tally.bytesRead,
      rowsRead: tally.rowsRead,
      rowsRejected: tally.rowsRejected,
    })
  }
}

/** What whoever imports should know although the load went well. */
const notesOf = (
  tally: ReadTally,
  loaded: number,
  asOf: PlainDate,
  before: RegisterLoad | null,
): string[] => {
  const notes = []
  if (before && asOf < before.asOf) notes.push(olderSentence(asOf, before.asOf))
  if (tally.linesInWindows1252 > 0) {
    notes.push(`Not in UTF-8 and therefore read as Windows-1252: ${linesText(tally.linesInWindows1252)}.`)
  }
  if (before && loaded * 2 < before.rowsLoaded) {
    notes.push(
      `The edition before this one had ${numberText(before.rowsLoaded)} entries, more than twice as many. ` +
        'If the register comes in several parts, import all of them together.',
    )
  }
  return notes
}

/** Counts, makes the edition current and writes the audit entry: all that turns rows into a register. */
const finishLoad = async (
  tx: Writer<SupplierTables>,
  loading: Loading,
  register: Register,
): Promise<void> => {
  const { ctx, load, tally, rejects } = loading
  await insertRejects(tx, load.loadId, rejects)
  const repeats = await attachPart(tx, load.part, load.loadId, REJECTS_KEPT - rejects.length)
  const rejectedByReason =
    repeats > 0 ? { ...tally.rejectedByReason, 'number-repeated': repeats } : tally.rejectedByReason
  const rowsRejected = tally.rowsRejected + repeats
  const loaded = tally.rowsRead - rowsRejected
  if (!loading.mayShrink && isSuspiciouslySmall(loaded, register.current?.rowsLoaded ?? 0))
    throw new Unusable(smallerSentence(loaded, register.current?.rowsLoaded ?? 0))
  const now = ctx.clock.now()
  await setLoad(tx, load.loadId, {
    state: 'loaded',
    bytesTotal: tally.bytesTotal,
    bytesRead: tally.bytesTotal,
    rowsRead: tally.rowsRead,
    rowsLoaded: loaded,
    rowsRejected,
    rejectedByReason,
    figures: await countEntries(tx, load.part),
    notes: notesOf(tally, loaded, load.asOf, register.current),
    files: tally.parts.map((part) => ({ ...part, hash: null })),
    problem: null,
    finishedAt: now,
    touchedAt: now,
  })
  await setCurrentLoad(tx, register.registerId, load.loadId)
  await deleteOldLoads(tx, register.registerId)
  await ctx.jobs.publish(tx, 'registerChanged', { registerId: register.registerId })
  await recordAudit(tx, ctx, {
    name: 'REGISTER_IMPORTED',
    subject: register.registerId,
    facts: {
      register: register.name,
      kind: register.kind,
      asOf: load.asOf,
      read: tally.rowsRead,
      rejected: rowsRejected,
    },
  })
}

/** Editions that were replaced cost only room; when somebody reads one just now, the next load drops it. */
export const dropReplacedEditions = async (ctx: Context): Promise<void> => {
  try {
    await inTransaction<SupplierTables, unknown>(ctx, dropUnreadParts)
  } catch (error) {
    const LOCK_NOT_AVAILABLE = '55P03'
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
  }
}

const findWork = (ctx: Context, loadId: LoadId) =>
  inReading(ctx, async (db: Parameters<typeof findLoad>[0]) => {
    const load = await findLoad(db, loadId)
    const register = load && (await findRegister(db, load.registerId))
    return load && register ? { load, register } : undefined
  })

/**
 * Loads an edition into a partition of its own and makes it the current one, all in one transaction: whoever reads
 * sees the old edition until the new one is whole, and a process that is killed leaves the old one as it was.
 * Throws Unusable with a sentence where the files hold no such register. Loading a load again does nothing.
 */
export const loadRegister = async (
  ctx: Context,
  loadId: LoadId,
  files: readonly RegisterFile[],
  { onProgress = () => undefined, mayShrink = false }: LoadWishes = {},
): Promise<Decision<RegisterLoad, RegisterRefusal>> => {
  const work = await findWork(ctx, loadId)
  if (!work) return refuse('no-such-register')
  const { load, register } = work
  if (load.state === 'loaded') return accept(load)
  const loading: Loading = { ctx, load, tally: newTally(), rejects: [], onProgress, mayShrink }
  try {
    await setLoadNow(ctx, loadId, { state: 'loading', problem: null })
    const isFree = await inTransaction<SupplierTables, boolean>(ctx, async (tx) => {
      if (!(await lockRegister(tx, register.registerId))) return false
      await openPart(tx, load.part)
      await copyEntries(tx, load.part, entryLines(loading, files, register.kind))
      await finishLoad(tx, loading, register)
      return true
    })
    if (!isFree) {
      await setLoadNow(ctx, loadId, {
        state: 'failed',
        problem: refusalText('already-loading'),
        finishedAt: ctx.clock.now(),
      })
      return refuse('already-loading')
    }
  } catch (error) {
    const problem =
      error instanceof Unusable ? error.message : 'Something went wrong on our side. Nothing was changed.'
    await setLoadNow(ctx, loadId, { state: 'failed', problem, finishedAt: ctx.clock.now() })
    throw error
  }
  await dropReplacedEditions(ctx)
  const done = await findWork(ctx, loadId)
  return done ? accept(done.load) : refuse('no-such-register')
}
