import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { fingerprintOf } from '../ask-fingerprint.ts'
import { type AskContent, type AskHead, type AskRefusal, type AskRevision, EMPTY_ASK } from '../model/ask.ts'
import { readAsk } from '../read-ask.ts'
import { isReady } from '../rules/ask/check-ask.ts'
import { compareAsks } from '../rules/ask/compare-asks.ts'
import { decideAskChange } from '../rules/ask/decide-change.ts'
import {
  findAsk,
  latestRevision,
  putWeightPolicy,
  saveRevision,
  setReadiness,
  type WeightPolicyRow,
} from '../store/asks.ts'
import { listNotes } from '../store/engagement.ts'
import { lockPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { putAskOnThread } from './ask-thread.ts'

type Tx = Writer<ProcurementTables>

export type AskEdit = {
  /** The revision the person saw; 0 where there was none. */
  readonly seen: number
  readonly because: string
  readonly noteId: string | null
  readonly change: (content: AskContent) => AskContent
}

/** Saves the next revision of an ask: what it says, why, and the note of market engagement it came from. */
export const changeAsk = (
  ctx: Context,
  purchaseId: string,
  edit: AskEdit,
): Promise<Decision<AskRevision, AskRefusal>> =>
  inTransaction<ProcurementTables, Decision<AskRevision, AskRefusal>>(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, purchaseId)
    const before = await latestRevision(tx, purchaseId)
    const content = edit.change(before?.content ?? EMPTY_ASK)
    const decision = decideAskChange({
      stage: purchase.stage,
      status: (await findAsk(tx, purchaseId))?.status ?? 'draft',
      seen: edit.seen,
      before,
      content,
      noteId: edit.noteId,
      notes: (await listNotes(tx, purchaseId)).map(({ id }) => id),
    })
    if (!decision.ok) return decision
    const { authorityId, personName } = await whoActs(tx, ctx)
    const revision: AskRevision = {
      purchaseId,
      revision: decision.value,
      content,
      because: edit.because,
      noteId: edit.noteId,
      personName,
      savedAt: ctx.clock.now(),
    }
    await saveRevision(tx, authorityId, revision)
    await putAskOnThread(tx, ctx, purchase, content, before?.content ?? null)
    const changes = compareAsks(before?.content ?? EMPTY_ASK, content).length
    const facts = { revision: revision.revision, changes, noteId: edit.noteId }
    await recordAudit(tx, ctx, { name: 'ASK_CHANGED', subject: purchaseId, facts })
    return accept(revision)
  })

const refuseUnlessSeen = (head: AskHead | undefined, seen: number) =>
  head?.revision === seen ? null : refuse('ask-changed-meanwhile' as const)

/** Says that an ask is ready to be published, and keeps the fingerprint of its criteria. */
export const readyAsk = (
  ctx: Context,
  purchaseId: string,
  seen: number,
): Promise<Decision<string, AskRefusal>> =>
  inTransaction<ProcurementTables, Decision<string, AskRefusal>>(ctx, async (tx: Tx) => {
    await lockPurchase(tx, purchaseId)
    const { head, content, faults } = await readAsk(tx, purchaseId, today(ctx))
    const stale = refuseUnlessSeen(head, seen)
    if (stale) return stale
    if (head?.status === 'ready') return refuse('ask-is-ready')
    const fingerprint = fingerprintOf(content.criteria)
    if (!isReady(faults) || fingerprint === null) return refuse('ask-has-faults')
    const { personName } = await whoActs(tx, ctx)
    await setReadiness(tx, purchaseId, {
      status: 'ready',
      fingerprint,
      readyOn: today(ctx),
      readyBy: personName,
    })
    await recordAudit(tx, ctx, {
      name: 'ASK_READIED',
      subject: purchaseId,
      facts: { revision: seen, fingerprint },
    })
    return accept(fingerprint)
  })

/** Opens an ask that was ready for changes again; the purchase must not be published yet. */
export const reopenAsk = (ctx: Context, purchaseId: string): Promise<Decision<null, AskRefusal>> =>
  inTransaction<ProcurementTables, Decision<null, AskRefusal>>(ctx, async (tx) => {
    const { stage } = await lockPurchase(tx, purchaseId)
    const head = await findAsk(tx, purchaseId)
    if (head?.status !== 'ready') return refuse('ask-not-ready')
    if (!['idea', 'planning', 'engagement', 'ask'].includes(stage)) return refuse('ask-is-ready')
    await setReadiness(tx, purchaseId, { status: 'draft', fingerprint: null, readyOn: null, readyBy: null })
    const facts = { revision: head.revision, fingerprint: head.fingerprint }
    await recordAudit(tx, ctx, { name: 'ASK_REOPENED', subject: purchaseId, facts })
    return accept(null)
  })

/** Sets the weight that the authority's policy gives to social value from a day on. */
export const setWeightPolicy = (ctx: Context, policy: WeightPolicyRow): Promise<void> =>
  inTransaction<ProcurementTables, void>(ctx, async (tx) => {
    const { authorityId } = await whoActs(tx, ctx)
    await putWeightPolicy(tx, authorityId, policy)
    const { fromOn, weight, source } = policy
    await recordAudit(tx, ctx, {
      name: 'WEIGHT_POLICY_SET',
      subject: authorityId,
      facts: { fromOn, weight, source },
    })
  })
