import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Layout, Period, Warning } from './model.ts'

/** What comes out of a reading: payments, other rows, rejects, and their account. */

export type PayeeFlag = 'named' | 'redacted' | 'unnamed'

export type PaymentRow = {
  /** Index into `layout.parts`. */
  readonly part: number
  readonly rowNumber: number
  /** Null where only a period is known. */
  readonly paidOn: PlainDate | null
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly payeeName: string
  readonly payeeFlag: PayeeFlag
  readonly amountPence: Pence
  readonly vatPence: Pence | null
  readonly supplierId: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
  readonly postcode: string | null
  readonly body: string | null
  readonly bodyCode: string | null
  readonly department: string | null
  readonly service: string | null
  readonly category: string | null
  readonly categoryCode: string | null
  readonly description: string | null
  readonly reference: string | null
  readonly invoiceNumber: string | null
  readonly expenseType: 'capital' | 'revenue' | null
  readonly contractReference: string | null
  readonly currency: string | null
  /** The cells as read, after decoding. */
  readonly cells: readonly string[]
}

export const OTHER_KINDS = [
  'blank',
  'title',
  'header',
  'repeated-header',
  'group',
  'total',
  'subtotal',
  'note',
  'of-another-body',
] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

/** A row that is recognised and is no payment. */
export type OtherRow = {
  readonly part: number
  readonly rowNumber: number
  readonly kind: OtherKind
  readonly text: string
  /** The amount that a total or subtotal prints. */
  readonly pence: Pence | null
}

export const REJECT_REASONS = [
  'date-missing',
  'date-unreadable',
  'amount-missing',
  'amount-unreadable',
  'amount-not-pounds',
  'only-an-amount',
  'columns-shifted',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** A row that may hold a payment and cannot be used as it stands. */
export type RejectRow = {
  readonly part: number
  readonly rowNumber: number
  readonly reason: RejectReason
  readonly message: string
  /** The money on the row, where it is readable. */
  readonly pence: Pence | null
  readonly cells: readonly string[]
}

/**
 * The running account of a reading. `rows.source = payments + other + rejected`, and the pence of all readable
 * amounts in the file = `payments + rejected + other`.
 */
export type ReadingTally = {
  readonly rows: {
    readonly source: number
    readonly payments: number
    readonly other: number
    readonly rejected: number
  }
  readonly pence: {
    readonly payments: Pence
    readonly rejected: Pence
    /** Amounts printed on total and subtotal rows. */
    readonly other: Pence
    readonly printedTotal: Pence | null
  }
  readonly period: Period | null
  readonly warnings: readonly Warning[]
}

export type RowBatch = {
  readonly payments: readonly PaymentRow[]
  readonly others: readonly OtherRow[]
  readonly rejects: readonly RejectRow[]
  /** The account up to and including this batch; complete with the last batch. */
  readonly tally: ReadingTally
  readonly last: boolean
}

/** How one of the first rows was understood, for showing to a person. */
export type SampleRow = {
  readonly part: number
  readonly rowNumber: number
  readonly cells: readonly string[]
} & (
  | { readonly outcome: 'payment'; readonly payment: PaymentRow }
  | { readonly outcome: 'other'; readonly kind: OtherKind }
  | { readonly outcome: 'rejected'; readonly reason: RejectReason; readonly message: string }
)

export type Detected = {
  readonly ok: true
  readonly layout: Layout
  readonly sample: readonly SampleRow[]
  readonly warnings: readonly Warning[]
}
