import type { ColumnType, Generated } from 'kysely'
import type { Change, Enquiry, Outage, TenderContent, TenderDocument, TenderStatus } from './model.ts'

/** A document that PostgreSQL keeps as JSON: read as what it says, written as text. */
type Json<Value> = ColumnType<Value, string, string>

type OfTender = { authority_id: string; tender_id: string }

export type TendersTables = {
  'tenders.tender': {
    authority_id: string
    id: string
    purchase_id: string
    reference: string
    title: string
    summary: string
    category: string
    place_name: string
    value_pence: number
    status: TenderStatus
    published_at: Date | null
    deadline: Date
    question_deadline: Date
    version: Generated<number>
    key_id: string | null
    public_key: string | null
    closed_at: Date | null
    cancelled_because: Generated<string>
    created_at: Date
    words: ColumnType<string, never, never>
  }
  'tenders.draft': OfTender & {
    revision: number
    content: Json<TenderContent>
    edited_by: string
    edited_at: Date
  }
  'tenders.version': OfTender & {
    version: number
    content: Json<TenderContent>
    title: string
    summary: string
    deadline: Date
    question_deadline: Date
    reason: string
    changes: Json<readonly Change[]>
    published_at: Date
  }
  'tenders.bid_mark': OfTender & { first_bid_at: Date }
  'tenders.document': OfTender & {
    id: string
    title: string
    file_hash: string
    file_name: string
    content_type: string
    bytes: number
    scan: TenderDocument['scan']
    from_version: number | null
    until_version: number | null
    added_at: Date
  }
  'tenders.enquiry': OfTender & {
    id: string
    asked_for: string | null
    asked_name: string
    asked_email: string | null
    came_by: Enquiry['cameBy']
    text: string
    asked_at: Date
    confirmed_at: Date | null
    confirm_hash: string | null
    closed_because: Generated<string>
    closed_at: Date | null
  }
  'tenders.answer': OfTender & {
    number: number
    enquiry_id: string | null
    question: string
    answer: string
    published_at: Date
  }
  'tenders.told': OfTender & { news_id: string; letters: number }
  'tenders.outage': {
    authority_id: string
    id: string
    from_at: Date
    to_at: Date
    what: string
    noted_by: Outage['notedBy']
    noted_at: Date
  }
  'tenders.extension': OfTender & {
    number: number
    from_deadline: Date
    to_deadline: Date
    reason: string
    outage_id: string | null
    made_at: Date
  }
}
