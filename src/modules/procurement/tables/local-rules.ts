import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Duty, LocalRuleId } from '../model/local-rule.ts'
import type { PurchaseId, PurchaseKind } from '../model/purchase.ts'

export type LocalRuleTables = {
  'procurement.local_rule': {
    authority_id: string
    id: LocalRuleId
    version: number
    title: string
    duty: Duty
    from_pence: number | null
    below_pence: number | null
    kinds: PurchaseKind[]
    quotes: number | null
    local_quotes: number | null
    /** numeric: text when read, so that nothing is rounded on the way. */
    weight_percent: string | null
    source: string
    example: string | null
    in_force_from: PlainDate
    in_force_until: PlainDate | null
    adopted_at: Date
    adopted_by: string
  }
  'procurement.rule_override': {
    authority_id: string
    id: string
    purchase_id: PurchaseId
    rule_id: LocalRuleId
    rule_version: number
    reason: string
    asked_by: string
    asked_at: Date
    decision: 'approved' | 'refused' | null
    decided_by: string | null
    decided_at: Date | null
    note: string
  }
}
