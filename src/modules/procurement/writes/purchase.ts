import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import { seen } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { changePurchase, createPurchase, moveStage } from '../actions/purchases.ts'
import { describePurchase } from '../describe-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import { type Purchase, type PurchaseRefusal, STAGES } from '../model/purchase.ts'
import { PURCHASES_PATH, planningWrite } from './planning-write.ts'
import { purchaseDraft } from './purchase-draft.ts'

const told = (decision: Decision<Purchase, PurchaseRefusal>): Written =>
  decision.ok
    ? { ok: true, value: describePurchase(decision.value) }
    : refused(decision.refusal, purchaseSentence(decision))
const answer = z.looseObject({ id: z.string(), version: z.number(), stage: z.enum(STAGES) })

/** `pipeline add`: the one write that needs no purchase yet. */
export const newPurchaseWrite = asWrite({
  command: 'pipeline add',
  method: 'POST',
  path: PURCHASES_PATH,
  access: 'procurement.manage',
  audit: 'PURCHASE_CREATED',
  page: 'procurement/planning-writes#create',
  summary: 'Add a purchase to the pipeline, as an idea',
  body: purchaseDraft,
  answer: answer.extend({ number: z.string(), made: z.string().describe('its number, P-3') }),
  example: '{"title":"Care of parks","kind":"services","valuePence":40000000,"vatRate":20}',
  write: async (ctx, _params, draft) => {
    const made = await createPurchase(ctx, draft)
    if (!made.ok) return refused(made.refusal, purchaseSentence(made))
    const value = describePurchase(made.value)
    return { ok: true, isNew: true, value: { ...value, made: value.number } }
  },
})

export const purchaseWrites: readonly Write[] = [
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
