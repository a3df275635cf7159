import type { ColumnType, Generated } from 'kysely'
import type { Notice } from './model/notice.ts'

type ReleaseTable = {
  authority_id: string
  ocid: string
  number: number
  release_id: string
  tag: string
  released_at: Date
  /** Given by the database. */
  sequence: ColumnType<number, never, never>
  position: ColumnType<number, never, never>
  own_position: ColumnType<number, never, never>
  bytes: ColumnType<number, never, never>
  body: ColumnType<unknown, string, never>
}

type ProcessTable = {
  authority_id: string
  ocid: string
  number: number
  purchase_id: string | null
  contract_id: string | null
  compiled: ColumnType<unknown, string, string>
  published_at: Date
  stage: string
  title: string
  supplier_name: string | null
  supplier_id: string | null
  value_pence: number | null
  paid_pence: number | null
  starts_on: string | null
  ends_on: string | null
  words: string
}

type PromiseTable = {
  authority_id: string
  ocid: string
  id: string
  title: string
  unit: string
  basis: string
  price_year: string | null
  priority: string | null
  place_code: string | null
  place_name: string | null
  status: string
  quantity: string
  unit_pence: string | null
}

type OutcomeTable = {
  authority_id: string
  ocid: string
  id: string
  promise_id: string | null
  title: string
  unit: string
  done_on: string | null
  financial_year: string | null
  place_code: string | null
  place_name: string | null
  status: string
  reported: string
  verified: string
  story: string | null
}

type PublisherTable = {
  authority_id: string
  ocid_prefix: string
  grants_prefix: string | null
  org_id: string
  contact: string
  opened_at: Date
  opened_by: string
}

type NamingTable = {
  authority_id: string
  name_key: string
  name: string
  reason: string
  found_in: string[]
  found_at: Date
  decision: 'organisation' | 'named' | 'individual' | null
  note: string
  decided_by: string | null
  decided_at: Date | null
}

type EditionTable = {
  authority_id: string
  dataset: string
  period: string
  number: number
  file_hash: string
  file_bytes: number
  content_type: string
  rows: number
  redacted: number
  to_review: number
  published_at: Date
  published_by: string
}

type NoticeTable = {
  authority_id: string
  id: string
  code: string
  variant: string
  subject_kind: Notice['subject']['kind']
  subject_id: string
  subject_title: string
  occasion: string
  due_on: string | null
  due_means: Notice['dueMeans']
  need: Notice['need']
  title: string
  sentence: string
  provision: string
  source: string
  in_force_from: string | null
  confidence: string
  looked_at: Date
  state: Notice['state']
  content: Generated<string | null>
  gaps: Generated<string[] | null>
  filled: ColumnType<Record<string, string>, string | undefined, string>
  release: ColumnType<unknown, string | null | undefined, string | null>
  prepared_at: Generated<Date | null>
  prepared_by: Generated<string | null>
  sending_since: Generated<Date | null>
  sent_at: Generated<Date | null>
  sent_by: Generated<string | null>
  sent_how: Generated<'hand' | 'client' | null>
  platform_reference: Generated<string | null>
  failure: Generated<string | null>
}

export type PublishingTables = {
  'publishing.notice': NoticeTable
  'publishing.publisher': PublisherTable
  'publishing.release': ReleaseTable
  'publishing.process': ProcessTable
  'publishing.promise': PromiseTable
  'publishing.outcome': OutcomeTable
  'publishing.held': {
    authority_id: string
    subject: string
    title: string
    reasons: string[]
    held_at: Date
  }
  'publishing.naming': NamingTable
  'publishing.story': {
    authority_id: string
    delivery_id: string
    story: string
    is_approved: boolean
    decided_by: string
    decided_at: Date
  }
  'publishing.photo': {
    authority_id: string
    evidence_id: string
    delivery_id: string
    is_approved: boolean
    alternative: string
    file_hash: string | null
    content_type: 'image/jpeg' | 'image/png' | null
    bytes: number | null
    width: number | null
    height: number | null
    small_hash: string | null
    small_bytes: number | null
    small_width: number | null
    small_height: number | null
    decided_by: string
    decided_at: Date
  }
  'publishing.edition': EditionTable
}
