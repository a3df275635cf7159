import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

export const STAGES = ['planning', 'tender', 'award', 'contract', 'implementation', 'ended'] as const
export type Stage = (typeof STAGES)[number]

/** An identifier from a register, such as GB-COH (Companies House) or GB-CHC (Charity Commission). */
export type RegisterId = { readonly scheme: string; readonly id: string }

export type RecordParty = {
  readonly name: string | null
  /** The publisher's own id for it; says nothing outside its data. */
  readonly localId: string | null
  readonly identifiers: readonly RegisterId[]
  readonly postcode: string | null
  readonly isSme: boolean | null
  readonly isVcse: boolean | null
}

/** What someone else published of one contract (or award, or tender where it has got no further). */
export type ContractRecord = {
  readonly where: string
  readonly ocid: string
  readonly releaseId: string | null
  readonly publishedOn: PlainDate | null
  readonly stage: Stage
  readonly awardId: string | null
  readonly contractId: string | null
  readonly title: string | null
  readonly description: string | null
  readonly buyer: RecordParty | null
  readonly suppliers: readonly RecordParty[]
  /** Without VAT, as OCDS and the UK extension have it; publishers differ in practice. */
  readonly valuePence: Pence | null
  readonly valueWithVatPence: Pence | null
  readonly currency: string | null
  readonly valueFrom: 'contract' | 'award' | 'tender' | 'budget' | null
  readonly cpv: readonly string[]
  readonly category: string | null
  readonly method: string | null
  readonly methodDetails: string | null
  readonly status: string | null
  readonly lots: readonly string[]
  readonly isAboveThreshold: boolean | null
  readonly tenderDeadlineOn: PlainDate | null
  readonly awardedOn: PlainDate | null
  readonly signedOn: PlainDate | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly address: string | null
}

export const READING_CODES = [
  'no-ocid',
  'no-id',
  'no-date',
  'no-buyer',
  'no-subject',
  'not-text',
  'not-a-number',
  'not-a-date',
  'not-a-list',
  'not-an-object',
  'too-long',
  'unknown-supplier',
  'date-out-of-range',
  'ends-before-start',
  'amount-out-of-range',
] as const
export type ReadingCode = (typeof READING_CODES)[number]

/** Something in a release that could not be used. refused: the release gives no record. */
export type ReadingProblem = {
  readonly where: string
  readonly pointer: string
  readonly code: ReadingCode
  readonly isRefused: boolean
  readonly seen: string
}
