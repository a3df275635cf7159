import type { FinancialYear } from '../../kernel/financial-year.ts'
import type { Context } from '../../platform/context.ts'
import { Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { readTable, type Table } from '../../platform/tables/read-table.ts'
import { importLines, type LinesImported } from './actions/lines.ts'
import { recordOthers } from './actions/others.ts'
import { faultSentence, refusalSentence } from './messages.ts'
import { readPriorityNames } from './read-budget.ts'
import { readLines } from './reading/read-lines.ts'
import { readOthers } from './reading/read-others.ts'

type File = { readonly name: string; readonly content: Buffer }
type Refused = { readonly ok: false; readonly sentences: readonly string[] }

const tableOf = async (file: File): Promise<Table | Refused> => {
  try {
    return await readTable(file.content)
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, sentences: [error.message] }
    throw error
  }
}

/** Imports financial budget lines from CSV or XLSX: all rows, or none with a sentence for each that cannot be used. */
export const importLinesFile = async (
  ctx: Context,
  file: File,
  year: FinancialYear | null,
): Promise<({ readonly ok: true } & LinesImported) | Refused> => {
  const table = await tableOf(file)
  if ('ok' in table) return table
  const read = readLines(table, year)
  if (!read.ok) return { ok: false, sentences: read.faults.map(faultSentence) }
  return { ok: true, ...(await importLines(ctx, file.name, read.lines)) }
}

/** Records grants, asset transfers and actions of the council from CSV or XLSX, in the same way. */
export const importOthersFile = async (
  ctx: Context,
  file: File,
): Promise<{ readonly ok: true; readonly added: number } | Refused> => {
  const table = await tableOf(file)
  if ('ok' in table) return table
  const names = await inReading(ctx, readPriorityNames)
  const byTitle = new Map([...names].map(([id, title]) => [title.toLowerCase(), id]))
  const read = readOthers(table, byTitle)
  if (!read.ok) return { ok: false, sentences: read.faults.map(faultSentence) }
  const recorded = await recordOthers(ctx, read.others)
  return recorded.ok
    ? { ok: true, added: recorded.value.length }
    : { ok: false, sentences: [`${refusalSentence(recorded)}.`] }
}
