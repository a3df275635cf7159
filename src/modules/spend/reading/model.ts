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
  /** The same for the date. */
  readonly groupedByDate: boolean
  /** Of several bodies in one file, the one whose rows are payments here; null for all. */
  readonly onlyBody: string | null
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
  /** Of several bodies in one file, the one to count, by the name the file gives it. */
  readonly body?: string
}

/** `message` is a full sentence for people; `code` is stable. */
export type Warning = { readonly code: string; readonly message: string }
