import type { Table, TableRow } from '../../../platform/tables/read-table.ts'
import type {
  Confidence,
  ContractKind,
  Framework,
  LicenceTerms,
  Measure,
  MeasureStatus,
  Outcome,
  Theme,
  Variant,
} from '../model.ts'
import {
  BASES,
  CONFIDENCE_GRADES,
  CONTRACT_KINDS,
  MEASURE_STATUSES,
  PRICED_BASES,
  type Proxy,
  VALUE_ORIGINS,
} from '../model.ts'
import { findUnit } from '../rules/conversions.ts'
import { readDecimal } from '../rules/exact.ts'
import { checkFramework } from './check-framework.ts'
import type { Fault } from './fault.ts'
import { type FrameworkRow, listOf, ROW_NAMES, type RowColumn } from './framework-row.ts'
import { entry, proxy } from './open/entry.ts'
import { RUBRICS } from './rubrics.ts'

/** What a file does not say of itself and whoever hands it in states. */
export type FrameworkFacts = Pick<
  Framework,
  'id' | 'version' | 'title' | 'publishedOn' | 'licence' | 'source'
> & { readonly terms: LicenceTerms }

export type ReadFramework =
  | { readonly ok: true; readonly framework: Framework; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')
const COLUMN_OF = new Map(
  Object.entries(ROW_NAMES).flatMap(([column, others]) =>
    [bare(column), ...others].map((name) => [name, column as RowColumn] as const),
  ),
)
const HEADER_WITHIN = 10

type Header = {
  readonly at: number
  readonly columns: readonly (RowColumn | null)[]
  readonly ignored: readonly string[]
}

/** The first of the upper rows that names the columns a framework cannot be without. */
const findHeader = (rows: readonly TableRow[]): Header | undefined => {
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = cells.map((cell) => COLUMN_OF.get(bare(cell)) ?? null)
    if (!(['kind', 'code', 'name'] as const).every((column) => columns.includes(column))) continue
    const ignored = cells.filter((cell, index) => columns[index] === null && cell.trim() !== '')
    return { at, columns, ignored }
  }
  return undefined
}

const LOWER: ReadonlySet<RowColumn> = new Set<RowColumn>([
  'kind',
  'measureKind',
  'basis',
  'confidence',
  'status',
  'contractKinds',
  'valueFrom',
])

/** The apostrophe that a spreadsheet, and an export, puts before a text that looks like a formula. */
const AS_TEXT = /^'(?=[=+\-@|])/

const rowOf = ({ row, cells }: TableRow, columns: Header['columns'], licence: string): FrameworkRow => {
  const known: Partial<Record<RowColumn, string>> = {}
  for (const [at, column] of columns.entries()) {
    const text = (cells[at] ?? '').trim().replace(AS_TEXT, '')
    if (column && text !== '' && known[column] === undefined)
      known[column] = LOWER.has(column) ? text.toLowerCase() : text
  }
  if (known.kind === 'measure' && known.licence === undefined && licence !== '') known.licence = licence
  return { ...known, row }
}

/** Text that went through a wrong encoding on its way: the mark for a lost character, or two letters for one. */
const GARBLED = /\uFFFD|Â[£§©·\s]|â€|Ã[\u0080-\u00BF]/

const cellFaults = (source: TableRow, row: FrameworkRow, columns: Header['columns']): Fault[] => {
  const about = { row: source.row, code: row.code ?? '' }
  return columns.flatMap((column, at): Fault[] => {
    if (!column) return []
    const notValue = source.notValues.get(at)
    if (notValue) return [{ ...about, column, fault: notValue, facts: {} }]
    const text = source.cells[at] ?? ''
    return GARBLED.test(text)
      ? [{ ...about, column, fault: 'wrong-encoding', facts: { given: text.slice(0, 40) } }]
      : []
  })
}

const among = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)
const decimal = (text: string | undefined): string | null => readDecimal(text ?? '')?.toFixed() ?? null

const isYes = (text: string | undefined): boolean => /^(?:y|yes|true)$/i.test(text ?? '')

const proxyOf = (row: FrameworkRow): Proxy | null => {
  const value = decimal(row.value)
  return value === null
    ? null
    : proxy(value, row.priceYear ?? 'nominal', {
        low: decimal(row.low),
        high: decimal(row.high),
        from: among(VALUE_ORIGINS, row.valueFrom) ?? 'fixed',
        isYearlyRate: isYes(row.yearlyRate),
        entry: row.sourceEntry ?? null,
      })
}

const statusOf = (row: FrameworkRow, isPriced: boolean): MeasureStatus => {
  if (!isPriced) return 'report-only'
  return among(MEASURE_STATUSES, row.status) ?? (row.basis === 'spend' ? 'face-value' : 'check')
}

const FILLERS = new Set([
  'that',
  'with',
  'have',
  'from',
  'they',
  'this',
  'more',
  'them',
  'their',
  'into',
  'what',
  'which',
])

/** What a priority and an outcome may have in common, where nobody wrote it down: the longer words of its name. */
const wordsInName = (name: string): string[] =>
  (name.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !FILLERS.has(word))

/** Entries as sound rows tell of them; what is wrong with a row is found by checkFramework first. */
export const themeOf = ({ code = '', name = '' }: FrameworkRow): Theme => ({ code, name })
export const outcomeOf = ({ code = '', name = '', parent = '', words }: FrameworkRow): Outcome => ({
  code,
  theme: parent,
  name,
  words: words === undefined ? wordsInName(name) : listOf(words).map((word) => word.toLowerCase()),
})
export const variantOf = (row: FrameworkRow): Variant => ({
  code: row.code ?? '',
  name: row.name ?? '',
  value: decimal(row.value) ?? '0',
  priceYear: row.priceYear ?? 'nominal',
  basis: among(PRICED_BASES, row.basis) ?? 'economic',
  isTransfer: isYes(row.transfer),
})

export const measureOf = (row: FrameworkRow, variants: readonly FrameworkRow[] = []): Measure => {
  const price = proxyOf(row)
  const kinds = listOf(row.contractKinds)
    .map((kind) => among(CONTRACT_KINDS, kind))
    .filter((kind) => kind !== undefined)
  return entry({
    code: row.code ?? '',
    outcome: row.parent ?? '',
    name: row.name ?? '',
    counts: row.counts ?? '',
    doesNotCount: row.doesNotCount ?? '',
    unit: findUnit(row.unit ?? '')?.code ?? 'item',
    howToCount: row.howToCount ?? '',
    evidence: listOf(row.evidence),
    deadweight: row.deadweight ?? '',
    kind: row.measureKind === 'qualitative' ? 'qualitative' : 'quantitative',
    basis: among(BASES, row.basis) ?? 'none',
    proxy: price,
    variants: variants.map(variantOf),
    isTransfer: isYes(row.transfer),
    source: row.source ?? null,
    link: row.link ?? null,
    licence: row.licence ?? '',
    status: statusOf(row, price !== null),
    confidence: among<Confidence>(CONFIDENCE_GRADES, row.confidence) ?? (price ? 'low' : 'not-priced'),
    group: row.group ?? null,
    suitsSmallSuppliers: !/^(?:n|no|false)$/i.test(row.smallSuppliers ?? ''),
    minimumMonths: Number(row.minimumMonths ?? 0),
    ...(kinds.length > 0 ? { contractKinds: kinds satisfies ContractKind[] } : {}),
    valuedThrough: row.valuedThrough ?? null,
    rubric: row.rubric ?? null,
    caution: row.caution ?? null,
  })
}

const build = (rows: readonly FrameworkRow[], { terms: _terms, ...facts }: FrameworkFacts): Framework => {
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const variants = Map.groupBy(of('variant'), ({ parent = '' }) => parent)
  return {
    ...facts,
    appliesFrom: null,
    attribution: [
      `${facts.title}, version ${facts.version}, ${facts.licence}${facts.source ? `, ${facts.source}` : ''}.`,
    ],
    notice: null,
    isOptionalTemplate: false,
    themes: of('theme').map(themeOf),
    outcomes: of('outcome').map(outcomeOf),
    measures: of('measure').map((row) => measureOf(row, variants.get(row.code ?? ''))),
    rubrics: RUBRICS,
    neverTogether: [],
  }
}

/**
 * Makes a framework of a table, or lists every fault with its row. A measure without a licence of its own stands under
 * that of the framework.
 */
export const readFrameworkTable = ({ rows }: Table, facts: FrameworkFacts): ReadFramework => {
  const header = findHeader(rows)
  if (!header)
    return { ok: false, faults: [{ row: 1, code: '', column: 'kind', fault: 'no-header', facts: {} }] }
  const sources = rows.slice(header.at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const read = sources.map((source) => rowOf(source, header.columns, facts.licence))
  const faults = [
    ...sources.flatMap((source, at) => cellFaults(source, read[at] as FrameworkRow, header.columns)),
    ...checkFramework(
      read,
      RUBRICS.map(({ code }) => code),
      facts.terms,
    ),
  ]
  const measures = read.filter(({ kind }) => kind === 'measure').length
  if (measures === 0 && faults.length === 0)
    faults.push({ row: rows.at(-1)?.row ?? 1, code: '', column: 'kind', fault: 'no-measures', facts: {} })
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.row - b.row) }
  return { ok: true, framework: build(read, facts), ignored: header.ignored }
}
