import type { AskLine, AwardCriterion } from '#procurement'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type {
  Agreed,
  AssessmentSummary,
  Award,
  BidAnswer,
  FindingKind,
  Lot,
  Question,
  Stage,
} from './model.ts'
import type { LotResult } from './score-lot.ts'

type OfEvaluation = { authority_id: string; evaluation_id: string }

export type EvaluationTable = {
  authority_id: string
  id: string
  tender_id: string
  purchase_id: string
  reference: string
  title: string
  lead_id: string
  lead_name: string
  stage: Stage
  value_pence: number
  criteria: AwardCriterion[]
  lots: Lot[]
  questions: Question[]
  ask_lines: AskLine[]
  fingerprint: string
  started_at: Date
  notice_on: PlainDate | null
  standstill_ends_on: PlainDate | null
  contract_from: PlainDate | null
  standstill_words: string | null
  ended_because: string | null
}

export type EvaluationTables = {
  'evaluation.evaluation': EvaluationTable
  'evaluation.panellist': OfEvaluation & {
    person_id: string
    person_name: string
    criteria: string[]
    added_at: Date
    removed_at: Date | null
    removed_because: string | null
  }
  'evaluation.bidder': OfEvaluation & { supplier_id: string; name: string; supplier_key: string | null }
  'evaluation.bid': OfEvaluation & {
    id: string
    lot: string
    letter: string
    fingerprint: string
    tender_version: number
    submitted_at: Date
    excluded_because: string | null
    excluded_by: string | null
  }
  'evaluation.bid_of_bidder': OfEvaluation & { bid_id: string; supplier_id: string }
  'evaluation.answer': OfEvaluation & {
    bid_id: string
    question: string
    criterion: string | null
    content: BidAnswer
  }
  'evaluation.declaration': OfEvaluation & {
    person_id: string
    supplier_id: string
    number: number
    person_name: string
    has_interest: boolean
    detail: string
    declared_at: Date
  }
  'evaluation.finding': OfEvaluation & {
    bid_id: string
    number: number
    question: string | null
    kind: FindingKind
    words: string
    person_id: string | null
    person_name: string
    found_at: Date
  }
  'evaluation.score': OfEvaluation & {
    person_id: string
    bid_id: string
    criterion: string
    score: number
    reason: string
    saved_at: Date
  }
  'evaluation.handed_in': OfEvaluation & { person_id: string; handed_in_at: Date }
  'evaluation.agreed': OfEvaluation & {
    bid_id: string
    criterion: string
    number: number
    value: string
    how: Agreed['how']
    reason: string
    moved_because: string
    person_id: string | null
    person_name: string
    agreed_at: Date
  }
  'evaluation.low_price': OfEvaluation & {
    bid_id: string
    percent_below: string
    asked_on: PlainDate
    asked: string
    answered_on: PlainDate | null
    answer: string | null
    decision: 'kept' | 'disregarded' | null
    reason: string | null
    decided_by: string | null
  }
  'evaluation.result': OfEvaluation & {
    lot: string
    number: number
    content: LotResult
    fingerprint: string
    frozen_at: Date
  }
  'evaluation.robustness_seen': OfEvaluation & {
    person_id: string
    person_name: string
    result_number: number
    seen_at: Date
  }
  'evaluation.approval_limit': {
    authority_id: string
    number: number
    up_to_pence: number | null
    roles: string[]
    people: number
  }
  'evaluation.approval': OfEvaluation & {
    result_number: number
    person_id: string
    person_name: string
    role: string
    is_approved: boolean
    note: string
    decided_at: Date
  }
  'evaluation.summary': OfEvaluation & {
    bid_id: string
    supplier_id: string
    lot: string
    content: AssessmentSummary
    sent_on: PlainDate
  }
  'evaluation.award': OfEvaluation & {
    id: string
    tender_id: string
    purchase_id: string
    lot: string
    lot_name: string
    bid_id: string
    supplier_id: string
    supplier_name: string
    supplier_key: string | null
    price_pence: number | null
    decided_on: PlainDate
    signed_on: PlainDate | null
    offers: Award['offers']
    words: Award['words']
  }
}
