import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import { changePurchase, moveStage } from '../actions/purchases.ts'
import { describePurchase } from '../describe-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import { type Purchase, type PurchaseRefusal, STAGES } from '../model/purchase.ts'
import { seen } from './fields.ts'
import { purchaseDraft } from './purchase-draft.ts'
import { type PlanningWrite, planningWrite, refused, type Written } from './write.ts'

const told = (decision: Decision<Purchase, PurchaseRefusal>): Written =>
  decision.ok
    ? { ok: true, value: describePurchase(decision.value) }
    : refused(decision.refusal, purchaseSentence(decision))
const answer = z.looseObject({ id: z.string(), version: z.number(), stage: z.enum(STAGES) })

export const purchaseWrites: readonly PlanningWrite[] = [
  planningWrite({
    command: 'pipeline change',
    method: 'PUT',
    path: '',
    access: 'procurement.manage',
    audit: 'PURCHASE_CHANGED',
    summary: 'Say anew what a purchase is: its value, kind, dates and places; what is left out is emptied',
    body: purchaseDraft.extend({ seen }),
    answer,
    example: '{"seen":1,"title":"Care of parks","kind":"services","valuePence":40000000,"vatRate":20}',
    write: async (ctx, purchaseId, { seen: version, ...draft }) =>
      told(await changePurchase(ctx, purchaseId, version, draft)),
  }),
  planningWrite({
    command: 'pipeline move',
    method: 'POST',
    path: 'stage',
    access: 'procurement.manage',
    audit: 'PURCHASE_STAGE_MOVED',
    summary: 'Move a purchase to another stage; to “ready” only when all of its planning is done',
    body: z.object({ seen, to: z.enum(STAGES) }),
    answer,
    example: '{"seen":1,"to":"planning"}',
    write: async (ctx, purchaseId, { seen: version, to }) =>
      told(await moveStage(ctx, purchaseId, version, to)),
  }),
]
