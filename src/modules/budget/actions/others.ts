import { actingAuthority, whoActs } from '#identity'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { BudgetRefusal, OtherText, ResultText } from '../model.ts'
import { readPriorityNames } from '../read-budget.ts'
import { decideOther, decideResult, otherKey } from '../rules/others.ts'
import { insertOther, insertResult, listOthers, lockOther } from '../store/others.ts'
import type { BudgetTables } from '../tables.ts'

/** What a file or form brings: what is wanted, and what came of it by then where that is known already. */
export type OtherDraft = { readonly text: OtherText; readonly result: ResultText | null }

/** Records grants, asset transfers and actions of the council; all of them or none. Returns their ids, or the first refusal. */
export const recordOthers = (
  ctx: Context,
  drafts: readonly OtherDraft[],
): Promise<Decision<string[], BudgetRefusal>> =>
  inTransaction<BudgetTables, Decision<string[], BudgetRefusal>>(ctx, async (tx) => {
    const [who, at] = [await whoActs(tx, ctx), ctx.clock.now()]
    const titles = new Set((await listOthers(tx)).map(otherKey))
    const priorities = new Set((await readPriorityNames(tx)).keys())
    const taken: (OtherDraft & { readonly id: string })[] = []
    for (const draft of drafts) {
      const decision = decideOther(draft.text, { titles, priorities })
      if (!decision.ok) return decision
      titles.add(otherKey(draft.text))
      if (draft.result) {
        const seen = decideResult({ ...draft.text, id: '', verified: '0' }, draft.result, today(ctx))
        if (!seen.ok) return seen
      }
      taken.push({ ...draft, id: newId() })
    }
    for (const { id, text, result } of taken) {
      await insertOther(tx, who.authorityId, { id, ...text }, at)
      const made = { id: newId(), personName: who.personName, recordedAt: at }
      if (result) await insertResult(tx, who.authorityId, id, { ...result, ...made })
      const facts = { kind: text.kind, title: text.title, givenPence: text.givenPence }
      await recordAudit(tx, ctx, { name: 'OTHER_VALUE_RECORDED', subject: id, facts })
    }
    return accept(taken.map(({ id }) => id))
  })

/** Writes down what was done and seen, under the name of whoever saw it. */
export const recordResult = (
  ctx: Context,
  otherId: string,
  result: ResultText,
): Promise<Decision<string, BudgetRefusal>> =>
  inTransaction<BudgetTables, Decision<string, BudgetRefusal>>(ctx, async (tx) => {
    const decision = decideResult(await lockOther(tx, otherId), result, today(ctx))
    if (!decision.ok) return decision
    const { personName } = await whoActs(tx, ctx)
    const id = newId()
    await insertResult(tx, actingAuthority(ctx), otherId, {
      ...result,
      id,
      personName,
      recordedAt: ctx.clock.now(),
    })
    const facts = { doneOn: result.doneOn, quantity: result.quantity }
    await recordAudit(tx, ctx, { name: 'OTHER_RESULT_RECORDED', subject: otherId, facts })
    return accept(id)
  })
