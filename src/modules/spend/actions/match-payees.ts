import { type LedgerAnswer, lookAtMatchingRegister, matchLedger } from '#suppliers'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lockImports, raiseVersion } from '../store/imports.ts'
import {
  countStates,
  countUnmatched,
  findMatching,
  listPayeesToMatch,
  type MatchingRecord,
  type PayeeToMatch,
  setAnswers,
  setMatching,
} from '../store/matching.ts'
import type { SpendTables } from '../tables.ts'
import { placePayees } from './place-payees.ts'

type Acting = Context & { readonly authorityId: string }
type Change = Parameters<typeof setMatching>[3]

const PROGRESS_MS = 500
/** More entries than this take too long to make ready for a command to wait. */
const QUICKLY_READY = 150_000

const FAULT = 'Matching stopped because of a fault that is ours. Nothing was changed. It will be tried again.'

const change = (ctx: Acting, values: Change): Promise<unknown> =>
  inTransaction<SpendTables, unknown>(ctx, (tx) => setMatching(tx, ctx.authorityId, ctx.clock.now(), values))

/** Stores all answers and places the payees by them, or does nothing. */
const apply = (ctx: Acting, version: string, answers: readonly LedgerAnswer[]): Promise<void> =>
  inTransaction<SpendTables, void>(ctx, async (tx) => {
    await lockImports(tx, ctx.authorityId)
    await setAnswers(tx, answers)
    await placePayees(tx, ctx.authorityId, { afterId: 0 })
    await raiseVersion(tx, ctx.authorityId)
    const states = await countStates(tx)
    const figures = {
      payees: answers.length,
      matched: (states.name ?? 0) + (states.number ?? 0) + (states.decided ?? 0),
      doubtful: states.doubtful ?? 0,
      unknown: states.unknown ?? 0,
      individuals: states.individual ?? 0,
    }
    await setMatching(tx, ctx.authorityId, ctx.clock.now(), {
      state: 'done',
      part: null,
      share: 1,
      register_version: version,
      finished_at: ctx.clock.now(),
      problem: null,
      ...figures,
    })
    await recordAudit(tx, ctx, { name: 'PAYEES_MATCHED', subject: ctx.authorityId, facts: figures })
  })

const progressTeller = (ctx: Acting, onProgress: (part: string, share: number) => void) => {
  let toldAt = 0
  let last: Promise<unknown> = Promise.resolve()
  const tell = (part: string, share: number): void => {
    onProgress(part, share)
    if (Date.now() - toldAt < PROGRESS_MS) return
    toldAt = Date.now()
    last = last.then(() => change(ctx, { state: 'running', part, share })).catch(() => undefined)
  }
  return { tell, settled: () => last }
}

/**
 * Matches the payees of an authority to the registers. Payees settled by a number or by a person stay as they are; all
 * answers are stored in one transaction, so that a process that dies leaves the answers of before. Without any register
 * nothing changes. Returns the record of the run.
 */
export const matchPayeesOf = async (
  ctx: Acting,
  onProgress: (part: string, share: number) => void = () => undefined,
): Promise<MatchingRecord | undefined> => {
  const payees = await inReading<SpendTables, PayeeToMatch[]>(ctx, listPayeesToMatch)
  const started = { started_at: ctx.clock.now(), problem: null }
  await change(ctx, { state: 'running', part: null, share: 0, ...started })
  const progress = progressTeller(ctx, onProgress)
  try {
    const matching = await matchLedger(
      ctx,
      payees.map((payee) => ({ ...payee, key: String(payee.id) })),
      progress.tell,
    )
    await progress.settled()
    if (matching) await apply(ctx, matching.version, matching.answers)
    else
      await change(ctx, { state: 'done', part: null, register_version: null, finished_at: ctx.clock.now() })
  } catch (error) {
    await progress.settled()
    await change(ctx, { state: 'failed', problem: FAULT, finished_at: ctx.clock.now() })
    throw error
  }
  return inReading<SpendTables, MatchingRecord | undefined>(ctx, findMatching)
}

/** Whether there is anything new to match: payees not looked at yet, or other editions of the registers. */
const isNeeded = async (ctx: Acting): Promise<boolean> => {
  const registers = await lookAtMatchingRegister(ctx)
  return inReading<SpendTables, boolean>(ctx, async (db) => {
    const last = await findMatching(db)
    return (last?.register_version ?? null) !== (registers?.version ?? null) || (await countUnmatched(db)) > 0
  })
}

/** What the worker runs after payees were placed: several files that came together are matched once. */
export const matchPlacedPayees = async (services: Services, authorityId: string): Promise<void> => {
  const ctx = { ...actingAs(services, { kind: 'worker' }, authorityId), authorityId }
  if (await isNeeded(ctx)) await matchPayeesOf(ctx)
  else await change(ctx, { state: 'done', part: null, share: 1 })
}

/** Whether the registers are so large, and not made ready yet, that a command should not wait for matching. */
export const takesLong = async (services: Services): Promise<boolean> => {
  const registers = await lookAtMatchingRegister(services)
  return registers !== null && !registers.isReady && registers.entries > QUICKLY_READY
}
