import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { readLocalAnswers } from '../local-rules-of-purchase.ts'
import { EXAMPLE_RULES } from '../model/example-rules.ts'
import type {
  LocalRule,
  LocalRuleDraft,
  LocalRuleId,
  LocalRuleRefusal,
  OverrideRefusal,
} from '../model/local-rule.ts'
import type { PurchaseId } from '../model/purchase.ts'
import { decideApproval, decideLocalRule, decideOverride } from '../rules/local-rules.ts'
import {
  endLocalRule,
  getLocalRule,
  getOverride,
  insertLocalRule,
  insertOverride,
  listLocalRules,
  setVerdict,
} from '../store/local-rules.ts'
import { lockPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { actorText, authorityOf, personOf } from './authority.ts'

type Tx = Writer<ProcurementTables>
type Outcome = Decision<LocalRuleId, LocalRuleRefusal>

const save = async (
  tx: Tx,
  ctx: Context,
  draft: LocalRuleDraft,
  previous: LocalRule | null,
  example: string | null,
): Promise<LocalRuleId> => {
  const id: LocalRuleId = previous?.id ?? newId()
  const version = (previous?.version ?? 0) + 1
  await insertLocalRule(tx, {
    ...draft,
    authorityId: authorityOf(ctx),
    id,
    version,
    example,
    adoptedBy: actorText(ctx),
    adoptedAt: ctx.clock.now(),
  })
  const { title, inForceFrom } = draft
  await recordAudit(tx, ctx, {
    name: 'LOCAL_RULE_ADOPTED',
    subject: id,
    facts: { title, version, inForceFrom, example },
  })
  return id
}

/** Adopts a rule of the council's own, or a new version of one. Purchases that commenced before keep the older version. */
export const adoptLocalRule = (
  ctx: Context,
  draft: LocalRuleDraft,
  replaces: LocalRuleId | null = null,
): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const previous = replaces === null ? null : await getLocalRule(tx, replaces)
    const decision = decideLocalRule(draft, previous)
    return decision.ok
      ? accept(await save(tx, ctx, decision.value, previous, previous?.example ?? null))
      : decision
  })

/** Adopts one of the shipped examples, from a day on. */
export const adoptExample = (ctx: Context, code: string, inForceFrom: PlainDate): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const example = EXAMPLE_RULES.find((known) => known.code === code)
    if (!example) return refuse('example-unknown')
    const known = await listLocalRules(tx)
    const holds = (rule: LocalRule) => rule.inForceUntil === null || rule.inForceUntil >= inForceFrom
    if (known.some((rule) => rule.example === code && holds(rule))) return refuse('example-adopted')
    return accept(await save(tx, ctx, { ...example, inForceFrom }, null, code))
  })

/** Ends a rule after a day; what commenced until then still keeps to it. */
export const endRule = (ctx: Context, id: LocalRuleId, until: PlainDate): Promise<Outcome> =>
  inTransaction<ProcurementTables, Outcome>(ctx, async (tx) => {
    const rule = await getLocalRule(tx, id)
    if (until < rule.inForceFrom) return refuse('rule-ends-before-start', { from: rule.inForceFrom })
    await endLocalRule(tx, rule, until)
    await recordAudit(tx, ctx, { name: 'LOCAL_RULE_ENDED', subject: id, facts: { until } })
    return accept(id)
  })

type Asked = Decision<string, OverrideRefusal>

/** Asks to set a local rule aside for one purchase, with a reason that stays on the record. */
export const askForOverride = (
  ctx: Context,
  purchaseId: PurchaseId,
  ruleId: LocalRuleId,
  reason: string,
): Promise<Asked> =>
  inTransaction<ProcurementTables, Asked>(ctx, async (tx) => {
    const askedBy = personOf(ctx)
    const purchase = await lockPurchase(tx, purchaseId)
    const answers = await readLocalAnswers(tx, purchase, today(ctx))
    const answer = answers.find(({ rule }) => rule.id === ruleId)
    const decision = decideOverride(answer, reason)
    if (!decision.ok || !answer) return decision
    const id = newId()
    const ruleVersion = answer.rule.version
    await insertOverride(tx, {
      authorityId: authorityOf(ctx),
      id,
      purchaseId,
      ruleId,
      ruleVersion,
      reason: decision.value,
      askedBy,
      askedAt: ctx.clock.now(),
    })
    await recordAudit(tx, ctx, {
      name: 'RULE_OVERRIDE_ASKED',
      subject: purchaseId,
      facts: { rule: answer.rule.title, ruleVersion, reason: decision.value },
    })
    return accept(id)
  })

/** A second person approves or refuses that a rule is set aside. */
export const decideOnOverride = (
  ctx: Context,
  overrideId: string,
  verdict: { readonly decision: 'approved' | 'refused'; readonly note: string },
): Promise<Asked> =>
  inTransaction<ProcurementTables, Asked>(ctx, async (tx) => {
    const decidedBy = personOf(ctx)
    const { purchaseId } = await getOverride(tx, overrideId)
    await lockPurchase(tx, purchaseId)
    const override = await getOverride(tx, overrideId)
    const decision = decideApproval(override, decidedBy)
    if (!decision.ok) return decision
    const note = verdict.note.trim()
    await setVerdict(tx, overrideId, { ...verdict, note, decidedBy, decidedAt: ctx.clock.now() })
    const rule = await getLocalRule(tx, override.ruleId)
    await recordAudit(tx, ctx, {
      name: verdict.decision === 'approved' ? 'RULE_OVERRIDE_APPROVED' : 'RULE_OVERRIDE_REFUSED',
      subject: purchaseId,
      facts: { rule: rule.title, note },
    })
    return accept(overrideId)
  })
