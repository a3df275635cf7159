import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** An uploaded file: where its bytes lie, and the name it was uploaded under. */
export type SourceFile = { readonly path: string; readonly name: string }

/** What a column of a payment file can mean. */
export const ROLES = [
  'date',
  'year',
  'month',
  'payee',
  'supplierId',
  'companyNumber',
  'charityNumber',
  'postcode',
  'amount',
  'vat',
  'debit',
  'credit',
  'sign',
  'currency',
  'body',
  'bodyCode',
  'department',
  'service',
  'category',
  'categoryCode',
  'description',
  'reference',
  'invoiceNumber',
  'expenseType',
  'contractReference',
] as const
export type Role = (typeof ROLES)[number]

/** Column index (0-based) of each role that the file holds. */
export type RoleColumns = Readonly<Partial<Record<Role, number>>>

export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'cp850',
  'cp437',
  'macintosh',
  'utf-16le',
  'utf-16be',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export type DateOrder = 'day-first' | 'month-first'
export type DecimalMark = '.' | ','
export type AmountBasis = 'net' | 'gross' | 'unstated'

/** Days that a row, a title or a file name speaks of, both included. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }
export type PeriodSource = 'title' | 'file-name' | 'sheet-name' | 'correction'

/** Where the money of a row is found: one column, or several that are added and taken away. */
export type AmountPlan = {
  readonly terms: readonly { readonly column: number; readonly sign: 1 | -1 }[]
  readonly basis: AmountBasis
  readonly decimalMark: DecimalMark
  /** Other columns that also hold amounts, so that a person can choose another. */
  readonly alternatives: readonly {
    readonly column: number
    readonly header: string
    readonly basis: AmountBasis
  }[]
}

/** How one table (a text file, an entry of an archive, a sheet of a workbook) is laid out. */
export type PartLayout = {
  readonly format: 'csv' | 'xlsx'
  /** Path inside a ZIP archive. */
  readonly entry: string | null
  readonly sheet: string | null
  readonly encoding: Encoding | null
  readonly delimiter: string | null
  /** `wrapped`: each whole line is quoted once more. */
  readonly quoting: 'none' | 'some' | 'wrapped' | null
  /** Row numbers as a spreadsheet shows them, counted from 1; null where the file has no header. */
  readonly headerRows: readonly number[] | null
  /** Header text of each column; empty where there is none. */
  readonly headers: readonly string[]
  /** Number of columns of an ordinary row. */
  readonly width: number
  readonly columns: RoleColumns
  readonly amount: AmountPlan
  readonly dateOrder: DateOrder
  /** Whether the file itself proves the order: `certain` by a day above 12, `likely`, or `assumed`. */
  readonly dateOrderEvidence: 'certain' | 'likely' | 'assumed' | 'not-needed'
  /** The period that the file as a whole speaks of, for rows without a date of their own. */
  readonly period: (Period & { readonly source: PeriodSource }) | null
  readonly uses1904Dates: boolean
  /** How many cells of an ordinary row hold something (median). */
  readonly usualCells: number
  /** What each column usually holds, one letter each: d date, m money, n number, t text, `-` anything. */
  readonly columnKinds: string
  /** `202104` and `P01` count from April. */
  readonly periodsCountFromApril: boolean
  /** A payee is printed once above its rows; rows below leave the cell empty. */
  readonly groupedByPayee: boolean
}

export type Layout = {
  readonly container: 'plain' | 'gzip' | 'zip'
  readonly parts: readonly PartLayout[]
  /** Sheets and entries that were looked at and left out, with a sentence each. */
  readonly notRead: readonly { readonly name: string; readonly reason: string }[]
  readonly warnings: readonly Warning[]
}

/** What a person may set by hand; everything else stays as detected. */
export type LayoutCorrection = {
  /** Row number counted from 1, or null for "there is no header". */
  readonly headerRow?: number | null
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: string
  /** By header text, by number counted from 1, or by spreadsheet letter; null takes the role away. */
  readonly columns?: Readonly<Partial<Record<Role, string | number | null>>>
  readonly dateOrder?: DateOrder
  readonly period?: Period
}

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

/** `message` is a full sentence for people; `code` is stable. */
export type Warning = { readonly code: string; readonly message: string }

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

/** A file that cannot be used, and why, in one or two plain sentences. */
export type UnreadableFile = {
  readonly ok: false
  readonly code: UnreadableCode
  readonly message: string
  /** The first rows as they were cut into cells, where it got that far, so that a person can point at columns. */
  readonly preview?: { readonly rows: readonly (readonly string[])[]; readonly headers: readonly string[] }
}

export const UNREADABLE_CODES = [
  'empty',
  'pdf',
  'old-excel',
  'password',
  'binary-workbook',
  'open-document',
  'word-document',
  'image',
  'web-page',
  'json',
  'xml',
  'rich-text',
  'other-archive',
  'other-binary',
  'nul-bytes',
  'line-too-long',
  'too-large',
  'expands-too-much',
  'archive-damaged',
  'archive-nested',
  'archive-without-payments',
  'workbook-damaged',
  'workbook-without-payments',
  'cannot-open',
  'no-rows',
  'no-amount-column',
  'no-payee-column',
  'correction-unknown-column',
  'correction-unknown-sheet',
  'correction-unknown-header-row',
  'layout-mismatch',
] as const
export type UnreadableCode = (typeof UNREADABLE_CODES)[number]

/** Bounds that keep memory and time in hand whatever is uploaded. */
export type ReadingLimits = {
  /** Bytes after decompression, over the whole file. */
  readonly maxExpandedBytes: number
  /** Expanded over stored size, checked once more than 50 MiB came out. */
  readonly maxExpansionRatio: number
  readonly maxRecordCharacters: number
  readonly maxSharedStringCharacters: number
  readonly maxArchiveEntries: number
}

export const DEFAULT_LIMITS: ReadingLimits = {
  maxExpandedBytes: 2 * 1024 ** 3,
  maxExpansionRatio: 250,
  maxRecordCharacters: 1_000_000,
  maxSharedStringCharacters: 100_000_000,
  maxArchiveEntries: 2_000,
}
