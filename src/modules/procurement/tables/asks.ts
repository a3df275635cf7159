import type { ColumnType, Generated } from 'kysely'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { AppraisalContent, LimbAnswer, TestKind } from '../model/appraisal.ts'
import type { AskContent, AskStatus, DecimalText } from '../model/ask.ts'
import type { EventKind, Reply } from '../model/engagement.ts'
import type { RetestMoment } from '../model/retest.ts'
import type { Json } from './purchases.ts'

type Numeric = ColumnType<DecimalText, DecimalText, DecimalText>

export type AskTables = {
  'procurement.ask': {
    authority_id: string
    purchase_id: string
    revision: number
    status: AskStatus
    fingerprint: string | null
    ready_on: PlainDate | null
    ready_by: string | null
  }
  'procurement.ask_revision': {
    authority_id: string
    purchase_id: string
    revision: number
    content: Json<AskContent>
    because: string
    note_id: string | null
    person_name: string
    saved_at: Date
  }
  'procurement.weight_policy': {
    authority_id: string
    from_on: PlainDate
    weight: Numeric
    source: string
  }
}

export type EngagementTables = {
  'procurement.engagement_event': {
    authority_id: string
    id: string
    purchase_id: string
    title: string
    kind: EventKind
    held_on: PlainDate
    place: string
    about: string
  }
  'procurement.engagement_invitation': {
    authority_id: string
    id: string
    event_id: string
    supplier_name: string
    email: string
    entry_id: string | null
    reply: Generated<Reply>
    invited_at: Date
  }
  'procurement.engagement_question': {
    authority_id: string
    id: string
    purchase_id: string
    asked_by: string
    question: string
    answer: string | null
    asked_on: PlainDate
    answered_on: PlainDate | null
  }
  'procurement.engagement_note': {
    authority_id: string
    id: string
    purchase_id: string
    event_id: string | null
    learned: string
    so_what: string
    person_name: string
    noted_on: PlainDate
  }
}

export type AppraisalTables = {
  'procurement.appraisal': {
    authority_id: string
    purchase_id: string
    version: number
    content: Json<AppraisalContent>
    status: 'draft' | 'published'
    published_on: PlainDate | null
    published_by: string | null
  }
  'procurement.appraisal_summary': {
    authority_id: string
    purchase_id: string
    edition: number
    title: string
    authority_name: string
    content: Json<AppraisalContent>
    published_on: PlainDate
  }
  'procurement.control_test': {
    authority_id: string
    id: string
    purchase_id: string
    kind: TestKind
    body: string
    tested_on: PlainDate
    answers: Json<readonly LimbAnswer[]>
    outside_percent: ColumnType<DecimalText | null, DecimalText | null, never>
    person_id: string | null
    person_name: string
  }
  'procurement.retest_letter': {
    authority_id: string
    test_id: string
    moment: RetestMoment
    written_on: PlainDate
  }
}
