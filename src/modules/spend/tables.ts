import type { ColumnType, Generated } from 'kysely'
import type { MultiplierSheetKind } from './model/multiplier.ts'
import type { Answers, Question, SurveyState } from './model/survey.ts'
import type {
  ImportStatus,
  ImportWarning,
  MatchEvidence,
  MatchingState,
  MatchState,
  Overlap,
} from './model.ts'
import type { LayoutCorrection } from './reading/reading.ts'

type ImportTable = {
  authority_id: string
  id: string
  file_hash: string
  file_name: string
  file_bytes: number
  status: ImportStatus
  created_at: Generated<Date>
  finished_at: Date | null
  created_by: string
  layout: unknown
  correction: LayoutCorrection | null
  signature: string | null
  progress_rows: Generated<number>
  rows_source: Generated<number>
  rows_payments: Generated<number>
  rows_other: Generated<number>
  rows_rejected: Generated<number>
  pence_payments: Generated<number>
  pence_rejected: Generated<number>
  pence_printed_total: number | null
  period_from: string | null
  period_to: string | null
  warnings: Generated<ImportWarning[]>
  overlap: Overlap | null
  problem: string | null
}

type PayeeTable = {
  authority_id: string
  id: number
  payee_key: string
  name: string
  name_key: string
  flag: string
  supplier_reference: string | null
  company_number: string | null
  charity_number: string | null
  postcode: string | null
  register_scheme: string | null
  register_number: string | null
  identified_by: string | null
  located_postcode: string | null
  located_by: string | null
  located_as: string | null
  tier: Generated<string>
  supplier_key: Generated<string | null>
  supplier_name: Generated<string | null>
  supplier_kind: Generated<string | null>
  supplier_size: Generated<string | null>
  sector: Generated<string | null>
  match_state: Generated<MatchState>
  match_probability: Generated<number | null>
  match_evidence: Generated<MatchEvidence | null>
  group_key: Generated<string | null>
}

type PaymentTable = {
  authority_id: string
  import_id: string
  part: number
  row_number: number
  payee_id: number
  paid_on: string | null
  period_from: string | null
  period_to: string | null
  amount_pence: number
  vat_pence: number | null
  body: string | null
  department: string | null
  category: string | null
  description: string | null
  reference: string | null
  expense_type: string | null
  contract_reference: string | null
}

type RowKey = { authority_id: string; import_id: string; part: number; row_number: number }

type SurveyTable = {
  authority_id: string
  id: string
  title: string
  state: SurveyState
  questions: ColumnType<Question[], string, string>
  from_month: string | null
  to_month: string | null
  pence_all: number
  closes_on: string
  created_at: Date
  opened_at: Date | null
  closed_at: Date | null
}

type SurveyInviteeTable = {
  authority_id: string
  survey_id: string
  id: string
  supplier_key: string
  name: string
  pence: number
  email: string | null
  invited_at: Date | null
  reminded_at: Date | null
  reminders: Generated<number>
  answers: ColumnType<Answers, string | undefined, string>
  saved_at: Date | null
  sent_at: Date | null
}

type MultiplierSheetTable = {
  authority_id: string
  study_id: string
  id: string
  kind: MultiplierSheetKind
  name: string
  paid_pence: number
  income_pence: number | null
  local_staff_pence: number | null
  local_suppliers_pence: number | null
  answered_at: Date | null
}

export type SpendTables = {
  'spend.survey': SurveyTable
  'spend.survey_invitee': SurveyInviteeTable
  'spend.survey_link': {
    authority_id: string
    survey_id: string
    invitee_id: string
    token_hash: string
  }
  'spend.multiplier_study': {
    authority_id: string
    id: string
    title: string
    place: string
    from_month: string | null
    to_month: string | null
    created_at: Date
  }
  'spend.multiplier_sheet': MultiplierSheetTable
  'spend.import': ImportTable
  'spend.payee': PayeeTable
  'spend.payment': PaymentTable
  'spend.other_row': RowKey & { kind: string; cells: string }
  'spend.rejected_row': RowKey & {
    reason: string
    message: string
    amount_pence: number | null
    cells: string
  }
  'spend.summary': {
    authority_id: string
    import_id: string
    payee_id: number
    month: string | null
    department: string | null
    category: string | null
    payments: number
    amount_pence: number
  }
  'spend.remembered_layout': {
    authority_id: string
    signature: string
    correction: LayoutCorrection
    remembered_at: Generated<Date>
  }
  'spend.payee_decision': {
    authority_id: string
    payee_key: string
    name_key: string
    payee_name: string
    register_scheme: string | null
    register_number: string | null
    supplier_name: string | null
    batch: string
    decided_by: string
    decided_at: Date
  }
  'spend.matching': {
    authority_id: string
    state: MatchingState
    part: string | null
    share: Generated<number>
    register_version: string | null
    asked_at: Date
    started_at: Date | null
    finished_at: Date | null
    payees: Generated<number>
    matched: Generated<number>
    doubtful: Generated<number>
    unknown: Generated<number>
    individuals: Generated<number>
    problem: string | null
  }
  'spend.version': { authority_id: string; number: number; stamp: Generated<string> }
  'spend.rule_book': {
    authority_id: string
    name: string
    number: number
    content: unknown
    change: string
    made_at: Date
    made_by: string
  }
  'spend.scenario': {
    authority_id: string
    id: string
    name: string
    words: unknown
    saved_at: Date
    saved_by: string
  }
  'spend.supplier_group': {
    authority_id: string
    id: string
    name: string
    made_by: string
    made_at: Date
  }
  'spend.supplier_group_member': {
    authority_id: string
    supplier_key: string
    group_id: string
    supplier_name: string
  }
  'spend.network': {
    id: string
    name: string
    home_place_id: string | null
    founded_by: string
    founded_at: Date
  }
  'spend.network_member': {
    authority_id: string
    network_id: string
    invited_by: string
    invited_at: Date
    agreed_at: Date | null
    agreed_by: string | null
  }
}
