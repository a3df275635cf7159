import type { ColumnType, Generated } from 'kysely'
import type { OrganisationId } from '#identity'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type {
  BidAnswer,
  BidId,
  CheckOutcome,
  DocumentKind,
  DocumentReminderMark,
  LogEntry,
  Minutes,
  Profile,
  ReminderMark,
  SealedBidId,
} from './model.ts'

/** A document that PostgreSQL keeps as JSON: read as what it says, written as text. */
type Json<Value> = ColumnType<Value, string, string>
type OfSupplier = { authority_id: OrganisationId }
type OfAuthority = { authority_id: OrganisationId; tender_id: string }

export type BidsTables = {
  'bids.profile': OfSupplier & { content: Json<Profile>; changed_at: Date }
  'bids.bid': OfSupplier & {
    id: BidId
    tender_id: string
    lot: string
    answers: Uint8Array
    revision: Generated<number>
    changed_at: Date
    sealed_id: Generated<SealedBidId | null>
    sealed_revision: Generated<number | null>
    withdrawn_at: Generated<Date | null>
  }
  'bids.file': OfSupplier & {
    id: string
    bid_id: BidId | null
    question: string
    name: string
    bytes: number
    sha256: string
    stored_as: string | null
    scan: string
    refused_because: string
    added_at: Date
  }
  'bids.own_copy': OfSupplier & { sealed_id: SealedBidId; content: Uint8Array }
  'bids.document': OfSupplier & {
    file_id: string
    kind: DocumentKind
    title: string
    expires_on: PlainDate | null
  }
  'bids.document_reminder': OfSupplier & { file_id: string; mark: DocumentReminderMark; sent_at: Date }
  'bids.news_told': OfSupplier & { news_id: string; told_at: Date }
  'bids.reminder': OfSupplier & { bid_id: BidId; deadline: Date; mark: ReminderMark; sent_at: Date }
  /** What a supplier may see of its own; the rest goes through functions. */
  'bids.sealed_bid': OfAuthority & {
    id: SealedBidId
    lot: string
    supplier_id: OrganisationId
    tender_version: number
    submitted_at: Date
    fingerprint: string
    log_number: number
    replaced_by: SealedBidId | null
    withdrawn_at: Date | null
  }
  'bids.log_entry': {
    tender_id: string
    number: number
    at: Date
    kind: LogEntry['kind']
    fingerprint: string
    previous_hash: string
    hash: string
  }
  'bids.opening': OfAuthority & {
    first_officer: string
    second_officer: string
    opened_at: Date
    checks: Json<Minutes['checks']>
  }
  'bids.log_check': OfAuthority & { number: number; outcome: CheckOutcome; checked_at: Date }
  'bids.opened_bid': OfAuthority & {
    id: string
    lot: string
    supplier_id: OrganisationId
    supplier_name: string
    supplier_key: string | null
    submitted_at: Date
    fingerprint: string
    tender_version: number
    answers: Json<readonly BidAnswer[]>
    profile: Json<Profile | null>
    opened_at: Date
  }
}
