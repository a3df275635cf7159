import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { LawFacts, PurchaseId, PurchaseKind, Stage } from '../model/purchase.ts'

/** A jsonb column: written as text, read as what it holds. */
export type Json<Value> = ColumnType<Value, string, string>

export type PurchaseTables = {
  'procurement.purchase': {
    authority_id: string
    id: PurchaseId
    number: number
    title: string
    purpose: string
    stage: Stage
    kind: PurchaseKind | null
    category: string
    department: string
    place_ids: string[]
    value_pence: number | null
    options_pence: number
    extensions_pence: number
    vat_rate: number | null
    commences_on: PlainDate | null
    tender_on: PlainDate | null
    tenders_due_on: PlainDate | null
    award_on: PlainDate | null
    contract_on: PlainDate | null
    starts_on: PlainDate | null
    ends_on: PlainDate | null
    extended_ends_on: PlainDate | null
    expiring_contract: string
    expiring_on: PlainDate | null
    owner: string
    facts: Json<LawFacts>
    is_public: boolean
    created_at: Date
    created_by: string
    updated_at: Date
    version: Generated<number>
  }
}
