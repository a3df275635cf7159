import { type OpenedFile, openFile, type Part } from './files/open-file.ts'
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts'
import { warning } from './messages.ts'
import { type Layout, type PartLayout, type SourceFile, type Warning } from './model.ts'
import { noRecordNotes, type RecordNotes, readRecords } from './read-records.ts'
import { type RowBatch } from './row-model.ts'
import { createInterpreter } from './rows/interpreter.ts'
import type { TotalsResult } from './rows/printed-totals.ts'
import { type Counters, createCounters, tallyOf, totalWarnings, warningsOf } from './rows/tally.ts'
import { UnreadableFileError } from './unreadable.ts'

const ROWS_A_BATCH = 2_000

/**
 * Reads a whole file under its layout, in batches and in file order, in bounded memory. Every row of the file comes
 * out once: as a payment, as a recognised other row, or as a reject. Throws `UnreadableFileError` where the file turns
 * out to be damaged midway; what was read until then is then worth nothing.
 */
export const readPayments = async function* (
  file: SourceFile,
  layout: Layout,
  limits: ReadingLimits = DEFAULT_LIMITS,
): AsyncGenerator<RowBatch> {
  const opened = await openFile(file, limits)
  const counters = createCounters()
  const totals: TotalsResult[] = []
  const warnings: Warning[] = [...layout.warnings]
  try {
    for (const [index, part] of layout.parts.entries()) {
      const notes = noRecordNotes()
      const reading = readPart(opened, part, index, counters, limits, notes)
      let step = await reading.next()
      while (!step.done) {
        yield { ...step.value, tally: tallyOf(counters, null, warnings), last: false }
        step = await reading.next()
      }
      totals.push(step.value)
      warnings.push(...recordWarnings(notes, part), ...totalWarnings(step.value, counters.rejectedPence))
    }
  } finally {
    await opened.close()
  }
  // titles between the rows may have given every payment its month after all
  const kept = counters.undated === 0 ? warnings.filter(({ code }) => code !== 'period-unknown') : warnings
  const tally = tallyOf(counters, printedTotalOf(totals), [
    ...kept,
    ...warningsOf(counters, layout.parts[0]?.onlyBody),
  ])
  yield { payments: [], others: [], rejects: [], tally, last: true }
}

type Rows = Pick<RowBatch, 'payments' | 'others' | 'rejects'>

const readPart = async function* (
  opened: OpenedFile,
  layout: PartLayout,
  index: number,
  counters: Counters,
  limits: ReadingLimits,
  notes: RecordNotes,
): AsyncGenerator<Rows, TotalsResult> {
  const interpreter = createInterpreter(layout, index, counters)
  let taken = 0
  for await (const records of readRecords(partOf(opened, layout), layout, limits, notes)) {
    for (const record of records) {
      interpreter.take(record)
      taken += 1
      if (taken >= ROWS_A_BATCH) {
        yield interpreter.drain()
        taken = 0
      }
    }
  }
  const totals = interpreter.end()
  yield interpreter.drain()
  return totals
}

const partOf = (opened: OpenedFile, layout: PartLayout): Part => {
  const found = opened.parts.find(
    (part) =>
      part.entry === layout.entry &&
      (part.kind === 'sheet' ? part.sheet === layout.sheet : layout.sheet === null),
  )
  if (found === undefined) {
    throw new UnreadableFileError('layout-mismatch', { part: layout.sheet ?? layout.entry ?? 'the table' })
  }
  return found
}

/** One figure for the file: where every table prints a total, their sum. */
const printedTotalOf = (totals: readonly TotalsResult[]): number | null => {
  let sum = 0
  for (const { printedTotal } of totals) {
    if (printedTotal === null) return null
    sum += printedTotal
  }
  return totals.length === 0 ? null : sum
}

const recordWarnings = (notes: RecordNotes, layout: PartLayout): Warning[] => {
  const found: Warning[] = []
  const { decoding, splitting } = notes
  if (decoding.strayBytes > 0) {
    found.push(
      warning('encoding-mixed', {
        count: decoding.strayBytes,
        encoding: layout.encoding ?? '',
        fallback: decoding.strayEncoding ?? '',
      }),
    )
  }
  if (splitting.quotesRepaired > 0) {
    found.push(
      warning('quotes-repaired', { count: splitting.quotesRepaired, row: splitting.firstRepairedRow }),
    )
  }
  return found
}
