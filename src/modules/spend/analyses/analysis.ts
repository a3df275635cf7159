import {
  type Bar,
  type Basis as BasisWords,
  formatNumber,
  formatPence,
  formatPercent,
  type StackedBarPart,
} from '../../../platform/views/views.ts'
import type { SetValue } from '../rules/settings.ts'

/** One cell: the value as files and the API have it, the text as people read it, and where it leads. */
export type Cell = {
  readonly value: string | number | null
  readonly text: string
  readonly href?: string | undefined
}

/** How a column is written: money in whole pence, a share from 0 to 1. */
export type ColumnKind = 'text' | 'number' | 'pence' | 'share'

export type Column = {
  /** Its name in addresses and in the API. */
  readonly name: string
  readonly header: string
  readonly kind: ColumnKind
}

export type AnalysisTable = {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** The column it is sorted by unless asked otherwise, largest first; left out, the order it came in. */
  readonly sortedBy?: string
}

export type Figure = {
  readonly label: string
  readonly value: string
  readonly meaning?: string
  readonly isMain?: boolean
}

type Drawing = { readonly title: string; readonly description: string }
export type Chart =
  | (Drawing & { readonly kind: 'bars'; readonly bars: readonly Bar[] })
  | (Drawing & { readonly kind: 'parts'; readonly parts: readonly StackedBarPart[] })

/** A choice that the page offers beside the months: a scheme of categories, a place, two years. */
export type Choice = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** An answer about payments, whole: the page, the files and the API show the same one. */
export type Analysis = {
  readonly title: string
  /** What it says, in one or two sentences. */
  readonly lead: string
  readonly basis: BasisWords
  readonly figures: readonly Figure[]
  readonly charts: readonly Chart[]
  readonly table: AnalysisTable
  readonly choices?: readonly Choice[]
  /** Numbers that a reader may set, with what they are now and why. */
  readonly settings?: readonly SetValue[]
  /** The section of the method that explains it, where that is not its own name. */
  readonly method?: string
  /** What a reader must know, one sentence each. */
  readonly notes?: readonly string[]
  readonly links?: readonly { readonly text: string; readonly href: string }[]
  /** Why there is nothing to show, where there is nothing. */
  readonly empty?: {
    readonly title: string
    readonly purpose: string
    readonly firstStep?: { text: string; href: string }
  }
}

const WRITTEN: Readonly<Record<ColumnKind, (value: string | number) => string>> = {
  text: String,
  number: (value) => formatNumber(Number(value)),
  pence: (value) => formatPence(Number(value)),
  share: (value) => formatPercent(Number(value)),
}

type ColumnOf<Row> = Column & {
  readonly value: (row: Row) => string | number | null
  readonly href?: (row: Row) => string | undefined
  /** Where the words differ from the value. */
  readonly text?: (row: Row) => string
}

/** A table of rows by its columns. */
export const tableOf = <Row>(
  facts: Omit<AnalysisTable, 'columns' | 'rows'>,
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[],
): AnalysisTable => ({
  ...facts,
  columns: columns.map(({ name, header, kind }) => ({ name, header, kind })),
  rows: rows.map((row) =>
    columns.map((column) => {
      const value = column.value(row)
      return {
        value,
        text: column.text?.(row) ?? (value === null ? '–' : WRITTEN[column.kind](value)),
        href: column.href?.(row),
      }
    }),
  ),
})

/** A part of a whole from 0 to 1; null where there is no whole. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

export const percentText = (share: number | null): string => (share === null ? '–' : formatPercent(share))
