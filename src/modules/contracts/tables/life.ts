import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { CodeFacts } from '../model/code-facts.ts'
import type {
  AdjustmentStatus,
  ChangeAnswers,
  Finding,
  LegalFacts,
  NoticeStatus,
  PerformanceNotice,
  Rating,
  SupplierLink,
  Way,
} from '../model/life.ts'
import type { CommitmentText, ContractText, DecimalText } from '../model.ts'

type OfContract = { authority_id: string; contract_id: string }
type Row = OfContract & { id: string }
type OfAuthority = { authority_id: string }

/** What happens to a contract in its life. */
export type LifeTables = {
  'contracts.sub_contractor': Row & {
    above: string | null
    name: string
    number: string
    work: string
    value_pence: number | null
    left_on: PlainDate | null
  }
  'contracts.code_facts': OfContract & {
    irrecoverable_vat_pence: number | null
    invitation: CodeFacts['invitation']
    is_sme: boolean | null
    is_vcse: boolean | null
  }
  'contracts.legal_facts': OfContract & {
    subject: LegalFacts['subject']
    is_light_touch: boolean | null
    arrangement: LegalFacts['arrangement']
    commenced_on: PlainDate | null
    entered_on: PlainDate | null
    most_pence: number | null
    term_months: number | null
    no_indicators_because: string
  }
  'contracts.supplier_link': OfContract & {
    supplier_id: string
    supplier_name: string
    email: string
    how: SupplierLink['how']
    linked_at: Date
    ended_at: Date | null
  }
  'contracts.supplier_code': Row & {
    code_hash: string
    email: string
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
  'contracts.indicator': Row & {
    position: number
    title: string
    how_measured: string
    unit: string
    target: DecimalText | null
    direction: 'at-least' | 'at-most'
    is_social: boolean
    is_statutory: boolean
    every_months: number
    first_due_on: PlainDate
    closed_on: PlainDate | null
  }
  'contracts.assessment': OfAuthority & {
    indicator_id: string
    number: number
    from_on: PlainDate
    to_on: PlainDate
    value: DecimalText | null
    rating: Rating
    note: string
    assessed_on: PlainDate
    person_name: string
    recorded_at: Date
  }
  'contracts.performance_notice': Row & {
    kind: PerformanceNotice['kind']
    what_happened: string
    indicator_id: string | null
    chance: string
    chance_from_on: PlainDate | null
    chance_until_on: PlainDate | null
    what_came_of_it: string
    event_on: PlainDate | null
    status: NoticeStatus
    author_id: string | null
    author_name: string
    recorded_at: Date
  }
  'contracts.review': Row & {
    title: string
    planned_on: PlainDate
    held_on: PlainDate | null
    is_review_point: boolean
    ways: Way[]
    notes: string
  }
  'contracts.review_action': OfAuthority & {
    review_id: string
    number: number
    what: string
    owner: string
    due_on: PlainDate | null
    done_on: PlainDate | null
  }
  'contracts.adjustment': Row & {
    review_id: string | null
    way: Way
    title: string
    reason: string
    value_pence: number | null
    ends_on: PlainDate | null
    commitment_id: string | null
    new_commitment: CommitmentText | null
    answers: ChangeAnswers
    finding: Finding | null
    status: AdjustmentStatus
    made_on: PlainDate | null
    change_notice_on: PlainDate | null
    author_id: string | null
    author_name: string
    recorded_at: Date
  }
  'contracts.approval': OfAuthority & {
    subject_id: string
    person_id: string
    person_name: string
    note: string
    recorded_at: Date
  }
  'contracts.former_text': OfContract & {
    number: number
    until_on: PlainDate
    facts: ContractText
    why: string
    person_name: string
    recorded_at: Date
  }
  'contracts.handover': OfContract & {
    award: unknown
    made_at: Date
    council_confirmed_at: Date | null
    council_person: string
    supplier_confirmed_at: Date | null
    supplier_person: string
  }
  'contracts.invoice': OfContract & {
    number: string
    received_on: PlainDate | null
    paid_on: PlainDate | null
    amount_pence: number
    is_disputed: boolean
  }
  'contracts.reminder': OfContract & {
    side: 'council' | 'supplier'
    about: string
    recipient: string
    sent_at: Date
  }
}
