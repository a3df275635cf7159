import type { ImportWarning, Overlap } from './model.ts'
import type { Layout } from './reading/reading.ts'
import { columnNames } from './rules/column-names.ts'
import type { ImportRecord } from './store/imports.ts'

/**
 * What an import says about itself, on the command line and through the API: a contract. `rows.source` is
 * always `payments + other + rejected`; all money is whole pence.
 */
export type ImportReport = {
  readonly id: string
  readonly file: string
  readonly organisation: string
  readonly status: string
  readonly rows: {
    readonly source: number
    readonly payments: number
    readonly other: number
    readonly rejected: number
  }
  readonly pence: {
    readonly payments: number
    readonly rejected: number
    readonly printedTotal: number | null
  }
  readonly period: { readonly from: string; readonly to: string } | null
  readonly layout: ReturnType<typeof describeLayout> | null
  readonly warnings: readonly ImportWarning[]
  readonly overlap: Overlap | null
}

/** The layout as a person would tell it: the first table's, with every other table under `parts`. */
export const describeLayout = (layout: Layout) => {
  const parts = layout.parts.map((part) => ({
    name: part.entry ?? part.sheet,
    sheet: part.sheet,
    format: part.format,
    encoding: part.encoding,
    delimiter: part.delimiter,
    headerRow: part.headerRows?.at(-1) ?? null,
    headerRows: part.headerRows,
    columns: columnNames(part),
    amountBasis: part.amount.basis,
    dateOrder: part.dateOrder,
    dateOrderEvidence: part.dateOrderEvidence,
    period: part.period,
  }))
  const [first] = parts
  return { container: layout.container, ...first, parts, notRead: layout.notRead }
}

export const importReport = (record: ImportRecord, organisation: string): ImportReport => ({
  id: record.id,
  file: record.file_name,
  organisation,
  status: record.status,
  rows: {
    source: record.rows_source,
    payments: record.rows_payments,
    other: record.rows_other,
    rejected: record.rows_rejected,
  },
  pence: {
    payments: record.pence_payments,
    rejected: record.pence_rejected,
    printedTotal: record.pence_printed_total,
  },
  period: record.period_from && record.period_to ? { from: record.period_from, to: record.period_to } : null,
  layout: record.layout === null ? null : describeLayout(record.layout as Layout),
  warnings: record.warnings,
  overlap: record.overlap,
})
