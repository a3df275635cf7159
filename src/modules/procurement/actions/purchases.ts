import { listPlaces, type PlacesTables } from '#places'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  type LawFacts,
  type Purchase,
  type PurchaseDraft,
  type PurchaseId,
  type PurchaseRefusal,
  STAGES,
  type Stage,
} from '../model/purchase.ts'
import { decidePurchase, decideStage, mayEdit } from '../rules/purchase.ts'
import { SECTIONS } from '../sections/all-sections.ts'
import {
  getPurchase,
  insertPurchase,
  lockPurchase,
  setFacts,
  setPurchase,
  setStage,
} from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { actorText, authorityOf } from './authority.ts'

type Tx = Writer<ProcurementTables>
type Outcome = Decision<Purchase, PurchaseRefusal>

const placeIdsOf = async (tx: Tx, authorityId: string): Promise<Set<string>> => {
  const places = await listPlaces(tx as unknown as Writer<PlacesTables>, authorityId)
  return new Set(places.map((place) => place.id))
}

const meanwhile = (): never => {
  throw new Conflict('Somebody else changed this purchase while you were editing it. Load it again.')
}

type UnderWay = { readonly stage?: Stage | undefined; readonly facts?: LawFacts | undefined }

/** Adds a purchase to the pipeline, as an idea or as far as it has come already. */
export const createPurchase = (
  ctx: Context,
  draft: PurchaseDraft,
  { stage = 'idea', facts = {} }: UnderWay = {},
): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const authorityId = authorityOf(ctx)
    const decision = decidePurchase(draft, await placeIdsOf(tx, authorityId))
    if (!decision.ok) return decision
    const id: PurchaseId = newId()
    const number = await insertPurchase(tx, {
      ...decision.value,
      id,
      authorityId,
      createdBy: actorText(ctx),
      createdAt: ctx.clock.now(),
      stage,
      facts,
    })
    const { title } = decision.value
    await recordAudit(tx, ctx, { name: 'PURCHASE_CREATED', subject: id, facts: { number, title, stage } })
    return accept(await getPurchase(tx, id))
  })

/** Changes what is said of a purchase that still has the version the person saw. */
export const changePurchase = (
  ctx: Context,
  id: PurchaseId,
  version: number,
  draft: PurchaseDraft,
): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const before = await lockPurchase(tx, id)
    if (!mayEdit(before)) return refuse('published-not-editable')
    const decision = decidePurchase(draft, await placeIdsOf(tx, authorityOf(ctx)))
    if (!decision.ok) return decision
    if (!(await setPurchase(tx, id, version, ctx.clock.now(), decision.value))) meanwhile()
    const { title, valuePence } = decision.value
    const facts = { title, valuePenceBefore: before.valuePence, valuePence }
    await recordAudit(tx, ctx, { name: 'PURCHASE_CHANGED', subject: id, facts })
    return accept(await getPurchase(tx, id))
  })

/** Sets the facts that the law engine asks for beside value, kind and dates. */
export const answerLawFacts = (
  ctx: Context,
  id: PurchaseId,
  version: number,
  facts: LawFacts,
): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    if (!mayEdit(await lockPurchase(tx, id))) return refuse('published-not-editable')
    if (!(await setFacts(tx, id, version, ctx.clock.now(), facts))) meanwhile()
    await recordAudit(tx, ctx, {
      name: 'PURCHASE_LAW_FACTS_ANSWERED',
      subject: id,
      facts: { answered: Object.keys(facts).sort().join(', ') },
    })
    return accept(await getPurchase(tx, id))
  })

const sectionsToDo = async (tx: Tx, ctx: Context, purchase: Purchase): Promise<string[]> => {
  const toDo: string[] = []
  for (const section of SECTIONS) {
    const { status } = await section.state(tx, purchase, today(ctx))
    if (status === 'to-do' || status === 'attention') toDo.push(section.title)
  }
  return toDo
}

/** Moves a purchase to another stage; to "ready" only when every section of its planning is done. */
export const moveStage = (ctx: Context, id: PurchaseId, version: number, to: Stage): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const purchase = await lockPurchase(tx, id)
    const decision = decideStage(purchase, to, await sectionsToDo(tx, ctx, purchase))
    if (!decision.ok) return decision
    if (!(await setStage(tx, id, version, ctx.clock.now(), to))) meanwhile()
    await recordAudit(tx, ctx, {
      name: 'PURCHASE_STAGE_MOVED',
      subject: id,
      facts: { from: purchase.stage, to },
    })
    return accept(await getPurchase(tx, id))
  })

/** Lets the stage of a purchase follow what became of its tender or its award, in the transaction of that change. */
export const followPurchase = async <Tables>(
  tx: Writer<Tables>,
  ctx: Context,
  id: PurchaseId,
  to: 'published' | 'assessing' | 'awarded' | 'in-contract',
): Promise<void> => {
  const own = tx as unknown as Tx
  const { stage, version } = await lockPurchase(own, id)
  if (STAGES.indexOf(stage) >= STAGES.indexOf(to)) return
  await setStage(own, id, version, ctx.clock.now(), to)
  await recordAudit(tx, ctx, { name: 'PURCHASE_STAGE_MOVED', subject: id, facts: { from: stage, to } })
}
