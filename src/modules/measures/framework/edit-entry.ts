import type { Entry, EntryKind } from '../model/adaptation.ts'
import type { Framework, LicenceTerms, Measure, Variant } from '../model.ts'
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
  variantRow,
} from './framework-row.ts'
import { measureOf, outcomeOf, themeOf, variantOf } from './read-framework.ts'

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
/** What the figure of the origin is tied to; a figure of one's own is tied to nothing unless it is said anew. */
const TIES: readonly RowColumn[] = ['valueFrom', 'yearlyRate', 'sourceEntry']

const differIn = (columns: readonly RowColumn[], texts: EntryTexts, was: EntryTexts): boolean =>
  columns.some((column) => (texts[column] ?? was[column] ?? '') !== (was[column] ?? ''))

/** The texts an edit begins from. */
const textsBefore = (before: Entry | undefined, given: EntryTexts): EntryTexts => {
  if (!before) return {}
  const was = textsOf(before)
  return differIn(PRICE, given, was)
    ? { ...was, ...Object.fromEntries(TIES.map((column) => [column, ''])) }
    : was
}

/** Other figures stay: each is changed by itself. The price stays to the letter where nobody wrote another. */
const measureFrom = (row: FrameworkRow, before: Measure | undefined): Measure => {
  const read = measureOf(row)
  if (!before) return read
  const isSamePrice = !differIn([...PRICE, ...TIES], { ...EMPTY_PRICE, ...row }, measureRow(before))
  return { ...read, proxy: isSamePrice ? before.proxy : read.proxy, variants: before.variants }
}
const EMPTY_PRICE: EntryTexts = Object.fromEntries([...PRICE, ...TIES].map((column) => [column, '']))

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
  const others = frameworkRows(framework).filter((each) => !(each.kind === kind && each.code === code))
  const row: FrameworkRow = { ...textsBefore(before, given), ...given, kind, code, row: 0 }
  const rubrics = framework.rubrics.map((rubric) => rubric.code)
  const beneath =
    kind === 'measure' ? others.filter((each) => each.kind === 'variant' && each.parent === code) : []
  const faults = [row, ...beneath].flatMap((each) => checkFramework([...others, row], rubrics, terms, each))
  if (faults.length > 0) return { ok: false, faults }
  const filled = Object.fromEntries(
    Object.entries(row).filter(([, text]) => text !== ''),
  ) as unknown as FrameworkRow
  if (kind === 'measure') return { ok: true, entry: measureFrom(filled, before as Measure | undefined) }
  return { ok: true, entry: FROM[kind](filled) }
}

export type EditedVariant =
  | { readonly ok: true; readonly variant: Variant }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Another figure of a measure with what somebody wrote put into it, or the faults of its row. */
export const editVariant = (
  framework: Framework,
  terms: LicenceTerms,
  { measure, code, texts }: { readonly measure: Measure; readonly code: string; readonly texts: EntryTexts },
): EditedVariant => {
  const before = measure.variants.find((variant) => variant.code === code)
  const given = Object.fromEntries(Object.entries(texts).map(([column, text]) => [column, text.trim()]))
  const others = frameworkRows(framework).filter(
    (row) => !(row.kind === 'variant' && row.parent === measure.code && row.code === code),
  )
  const was = before ? variantRow(measure.code, before) : {}
  const row: FrameworkRow = { ...was, ...given, kind: 'variant', code, parent: measure.code, row: 0 }
  const rubrics = framework.rubrics.map((rubric) => rubric.code)
  const faults = checkFramework([...others, row], rubrics, terms, row)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, variant: variantOf(row) }
}
