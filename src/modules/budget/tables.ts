import type { Basis } from '#measures'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { OtherKind, StatementContent, StatementStatus } from './model.ts'

export type StatementTable = {
  authority_id: string
  year: string
  edition: number
  reference: string
  organisation: string
  status: StatementStatus
  content: StatementContent
  fingerprint: string
  prepared_by: string | null
  prepared_name: string
  prepared_at: Date
  signed_by: string | null
  signed_name: string | null
  signed_at: Date | null
}

export type OtherValueTable = {
  authority_id: string
  id: string
  kind: OtherKind
  title: string
  department: string
  recipient: string
  given_pence: number | null
  starts_on: PlainDate
  ends_on: PlainDate
  priority_id: string | null
  basis: Basis
  unit: string
  quantity: string
  unit_value: string | null
  recorded_at: Date
}

export type BudgetTables = {
  'budget.line': {
    authority_id: string
    year: string
    number: number
    department: string
    code: string
    name: string
    budget_pence: number
    spent_pence: number | null
    source_name: string
    recorded_at: Date
  }
  'budget.other_value': OtherValueTable
  'budget.other_result': {
    authority_id: string
    id: string
    other_id: string
    done_on: PlainDate
    quantity: string
    evidence: string
    person_name: string
    recorded_at: Date
  }
  'budget.statement': StatementTable
}
