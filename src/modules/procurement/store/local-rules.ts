import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { LocalRule, LocalRuleDraft, LocalRuleId, RuleOverride } from '../model/local-rule.ts'
import type { PurchaseId } from '../model/purchase.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

const ruleRows = (db: Db) =>
  db
    .selectFrom('procurement.local_rule')
    .selectAll()
    .orderBy('from_pence', (order) => order.asc().nullsFirst())
    .orderBy('title')
    .orderBy('id')
    .orderBy('version')

const ruleOf = (row: Awaited<ReturnType<ReturnType<typeof ruleRows>['execute']>>[number]): LocalRule => ({
  id: row.id,
  version: row.version,
  title: row.title,
  duty: row.duty,
  fromPence: row.from_pence,
  belowPence: row.below_pence,
  kinds: row.kinds,
  quotes: row.quotes,
  localQuotes: row.local_quotes,
  weightPercent: row.weight_percent === null ? null : Number(row.weight_percent),
  source: row.source,
  example: row.example,
  inForceFrom: row.in_force_from,
  inForceUntil: row.in_force_until,
})

/** Every version of every rule, by the value from which it holds. */
export const listLocalRules = async (db: Db): Promise<LocalRule[]> =>
  (await ruleRows(db).execute()).map(ruleOf)

/** The newest version of a rule. */
export const getLocalRule = async (db: Db, id: LocalRuleId): Promise<LocalRule> => {
  const row = (await ruleRows(db).where('id', '=', id).execute()).at(-1)
  if (!row) throw new NotFound('There is no such rule.')
  return ruleOf(row)
}

type NewVersion = LocalRuleDraft & {
  readonly authorityId: string
  readonly id: LocalRuleId
  readonly version: number
  readonly example: string | null
  readonly adoptedBy: string
  readonly adoptedAt: Date
}

export const insertLocalRule = async (tx: Tx, rule: NewVersion): Promise<void> => {
  await tx
    .insertInto('procurement.local_rule')
    .values({
      authority_id: rule.authorityId,
      id: rule.id,
      version: rule.version,
      title: rule.title,
      duty: rule.duty,
      from_pence: rule.fromPence,
      below_pence: rule.belowPence,
      kinds: [...rule.kinds],
      quotes: rule.quotes,
      local_quotes: rule.localQuotes,
      weight_percent: rule.weightPercent === null ? null : String(rule.weightPercent),
      source: rule.source,
      example: rule.example,
      in_force_from: rule.inForceFrom,
      in_force_until: null,
      adopted_at: rule.adoptedAt,
      adopted_by: rule.adoptedBy,
    })
    .execute()
}

export const endLocalRule = async (
  tx: Tx,
  { id, version }: Pick<LocalRule, 'id' | 'version'>,
  until: string,
): Promise<void> => {
  await tx
    .updateTable('procurement.local_rule')
    .set({ in_force_until: until })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

const overrideRows = (db: Db) =>
  db.selectFrom('procurement.rule_override').selectAll().orderBy('asked_at').orderBy('id')

const overrideOf = (row: ProcurementTables['procurement.rule_override']): RuleOverride => ({
  id: row.id,
  purchaseId: row.purchase_id,
  ruleId: row.rule_id,
  ruleVersion: row.rule_version,
  reason: row.reason,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  decision: row.decision,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  note: row.note,
})

/** What was asked to be set aside for a purchase, oldest first. */
export const listOverrides = async (db: Db, purchaseId: PurchaseId): Promise<RuleOverride[]> =>
  (await overrideRows(db).where('purchase_id', '=', purchaseId).execute()).map(overrideOf)

export const getOverride = async (db: Db, id: string): Promise<RuleOverride> => {
  const row = await overrideRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('Nobody has asked for this.')
  return overrideOf(row)
}

type NewOverride = Pick<
  RuleOverride,
  'id' | 'purchaseId' | 'ruleId' | 'ruleVersion' | 'reason' | 'askedBy' | 'askedAt'
> & { readonly authorityId: string }

export const insertOverride = async (tx: Tx, override: NewOverride): Promise<void> => {
  await tx
    .insertInto('procurement.rule_override')
    .values({
      authority_id: override.authorityId,
      id: override.id,
      purchase_id: override.purchaseId,
      rule_id: override.ruleId,
      rule_version: override.ruleVersion,
      reason: override.reason,
      asked_by: override.askedBy,
      asked_at: override.askedAt,
      note: '',
    })
    .execute()
}

type Verdict = {
  readonly decision: 'approved' | 'refused'
  readonly decidedBy: string
  readonly decidedAt: Date
  readonly note: string
}

export const setVerdict = async (tx: Tx, id: string, verdict: Verdict): Promise<void> => {
  await tx
    .updateTable('procurement.rule_override')
    .set({
      decision: verdict.decision,
      decided_by: verdict.decidedBy,
      decided_at: verdict.decidedAt,
      note: verdict.note,
    })
    .where('id', '=', id)
    .execute()
}
