import type { PartLayout } from './model.ts'
import type { SampleRow } from './row-model.ts'
import { createInterpreter } from './rows/interpreter.ts'
import { createCounters } from './rows/tally.ts'
import type { Sample } from './sample-part.ts'

export const ROWS_TO_SHOW = 20

/** The first rows of a table and how each is understood, for showing to a person. */
export const sampleRows = (sample: Sample | undefined, layout: PartLayout, part: number): SampleRow[] => {
  const interpreter = createInterpreter(layout, part, createCounters())
  const shown = (sample?.records ?? []).slice(0, ROWS_TO_SHOW + (layout.headerRows?.at(-1) ?? 0))
  for (const record of shown) interpreter.take(record)
  interpreter.end()
  const { payments, others, rejects } = interpreter.drain()
  const cellsOf = (rowNumber: number): readonly string[] => shown[rowNumber - 1] ?? []
  const rows: SampleRow[] = [
    ...payments.map((payment) => ({
      part,
      rowNumber: payment.rowNumber,
      cells: cellsOf(payment.rowNumber),
      outcome: 'payment' as const,
      payment,
    })),
    ...others.map(({ rowNumber, kind }) => ({
      part,
      rowNumber,
      cells: cellsOf(rowNumber),
      outcome: 'other' as const,
      kind,
    })),
    ...rejects.map(({ rowNumber, reason, message }) => ({
      part,
      rowNumber,
      cells: cellsOf(rowNumber),
      outcome: 'rejected' as const,
      reason,
      message,
    })),
  ]
  return rows.sort((a, b) => a.rowNumber - b.rowNumber)
}
