import type { Entry, EntryKind } from '../model/adaptation.ts'
import type { Framework, LicenceTerms, Measure } from '../model.ts'
import { entriesOf } from '../rules/adapt.ts'
import { checkFramework } from './check-framework.ts'
import type { Fault } from './fault.ts'
import {
  type FrameworkRow,
  frameworkRows,
  measureRow,
  outcomeRow,
  ROW_COLUMNS,
  type RowColumn,
  themeRow,
} from './framework-row.ts'
import { measureOf, outcomeOf, themeOf } from './read-framework.ts'

/** What somebody wrote, by the columns of a framework's table. Columns that are left out stay as they are. */
export type EntryTexts = Readonly<Partial<Record<RowColumn, string>>>

export type EditedEntry =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export const isColumn = (name: string): name is RowColumn => ROW_COLUMNS.some((column) => column === name)

/** An entry as the texts of a form. */
export const textsOf = (entry: Entry): EntryTexts =>
  'outcome' in entry ? measureRow(entry) : 'theme' in entry ? outcomeRow(entry) : themeRow(entry)

const PRICE: readonly RowColumn[] = ['value', 'low', 'high', 'priceYear']

/** What a row cannot say stays: variants, and a value that comes from a table as long as nobody writes another. */
const measureFrom = (row: FrameworkRow, before: Measure | undefined): Measure => {
  const read = measureOf(row)
  if (!before) return read
  const was = measureRow(before)
  const isSamePrice = PRICE.every((column) => (row[column] ?? '') === (was[column] ?? ''))
  return {
    ...read,
    proxy: isSamePrice ? before.proxy : read.proxy,
    variants: before.variants,
  }
}

const FROM = { theme: themeOf, outcome: outcomeOf } as const

/**
 * An entry with what somebody wrote put into it, or the faults of its row as it would stand in the framework. `code`
 * names an entry that is there; a new one is written whole.
 */
export const editEntry = (
  framework: Framework,
  terms: LicenceTerms,
  { kind, code, texts }: { readonly kind: EntryKind; readonly code: string; readonly texts: EntryTexts },
): EditedEntry => {
  const before = entriesOf(framework, kind).find((entry) => entry.code === code)
  const given = Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, text.trim()]))
  const others = frameworkRows(framework).filter((row) => !(row.kind === kind && row.code === code))
  const row: FrameworkRow = { ...(before ? textsOf(before) : {}), ...given, kind, code, row: 0 }
  const rubrics = framework.rubrics.map((rubric) => rubric.code)
  const faults = checkFramework([...others, row], rubrics, terms, row)
  if (faults.length > 0) return { ok: false, faults }
  const filled = Object.fromEntries(
    Object.entries(row).filter(([, text]) => text !== ''),
  ) as unknown as FrameworkRow
  if (kind === 'measure') return { ok: true, entry: measureFrom(filled, before as Measure | undefined) }
  return { ok: true, entry: FROM[kind](filled) }
}
