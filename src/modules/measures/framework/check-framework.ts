import {
  BASES,
  CONFIDENCE_GRADES,
  CONTRACT_KINDS,
  type LicenceTerms,
  MEASURE_KINDS,
  MEASURE_STATUSES,
  VALUE_ORIGINS,
} from '../model.ts'
import { findUnit } from '../rules/conversions.ts'
import { readDecimal } from '../rules/exact.ts'
import { forbidsSharing } from '../rules/licence-terms.ts'
import { readPriceYear } from '../rules/price-years.ts'
import { variantFaults } from './check-variant.ts'
import { type Fault, type Found, fault } from './fault.ts'
import { type FrameworkRow, has, ROW_KINDS, type RowColumn, type RowKind, textOf } from './framework-row.ts'

type Known = {
  /** Themes, outcomes and measures. The code of a variant counts within its measure only. */
  readonly byCode: ReadonlyMap<string, FrameworkRow>
  readonly variants: ReadonlyMap<string, FrameworkRow>
  readonly rubrics: ReadonlySet<string>
  readonly terms: LicenceTerms
  readonly cycles: Readonly<Record<Chain, ReadonlyMap<string, string>>>
}
type Check = (row: FrameworkRow, known: Known) => readonly Found[]

const LONGEST = 2_000
const PARENT_KIND: Record<RowKind, RowKind | null> = {
  theme: null,
  outcome: 'theme',
  measure: 'outcome',
  variant: 'measure',
}

const isKind = (kind: string): kind is RowKind => ROW_KINDS.some((known) => known === kind)
const isVariant = (row: FrameworkRow): boolean => textOf(row, 'kind') === 'variant'
/** Joined by a character that no code holds. */
const variantKey = (row: FrameworkRow): string => `${textOf(row, 'parent')} ${textOf(row, 'code')}`
const isMeasure = (row: FrameworkRow): boolean => textOf(row, 'kind') === 'measure'
const isPriced = (row: FrameworkRow): boolean => has(row, 'value')

const required: Check = (row) => {
  const columns: RowColumn[] = ['kind', 'code', 'name']
  if (textOf(row, 'kind') === 'outcome') columns.push('parent')
  if (isMeasure(row)) columns.push('parent', 'unit', 'basis', 'licence')
  if (isMeasure(row) && isPriced(row)) columns.push('priceYear')
  if (isMeasure(row) && isPriced(row) && textOf(row, 'basis') !== 'spend') columns.push('source')
  if (isVariant(row)) columns.push('parent', 'value', 'basis', 'priceYear')
  return columns.filter((column) => !has(row, column)).map((column) => fault(column, 'missing'))
}

const placed: Check = (row, { byCode }) => {
  const kind = textOf(row, 'kind')
  if (!has(row, 'kind')) return []
  if (!isKind(kind)) return [fault('kind', 'unknown-kind', { given: kind, known: ROW_KINDS.join(', ') })]
  if (!has(row, 'parent')) return []
  const parent = byCode.get(textOf(row, 'parent'))
  if (!parent) return [fault('parent', 'unknown-parent', { given: textOf(row, 'parent') })]
  const wanted = PARENT_KIND[kind]
  return textOf(parent, 'kind') === wanted
    ? []
    : [fault('parent', 'wrong-parent', { given: textOf(parent, 'kind'), wanted: wanted ?? 'nothing' })]
}

const duplicates: Check = (row, { byCode, variants }) => {
  const first = isVariant(row) ? variants.get(variantKey(row)) : byCode.get(textOf(row, 'code'))
  return first && first !== row ? [fault('code', 'duplicate-code', { firstRow: String(first.row) })] : []
}

const CHAINS = ['parent', 'valuedThrough'] as const
type Chain = (typeof CHAINS)[number]

/** Rows that lead back to themselves along a column, each with the way round. Every row is walked over once. */
const findCycles = (column: Chain, byCode: ReadonlyMap<string, FrameworkRow>): Map<string, string> => {
  const cycles = new Map<string, string>()
  const done = new Set<string>()
  for (const start of byCode.keys()) {
    const trail: string[] = []
    const places = new Map<string, number>()
    for (
      let at: string = start;
      at !== '' && !done.has(at);
      at = textOf(byCode.get(at) ?? { row: 0 }, column)
    ) {
      const place = places.get(at)
      if (place !== undefined) {
        const round = trail.slice(place)
        for (const code of round) cycles.set(code, [...round.slice(0, 10), at].join(' > '))
        break
      }
      places.set(at, trail.length)
      trail.push(at)
    }
    for (const code of trail) done.add(code)
  }
  return cycles
}

const cyclic: Check = (row, { cycles }) =>
  (isVariant(row) ? [] : CHAINS).flatMap((column) => {
    const trail = cycles[column].get(textOf(row, 'code'))
    return trail === undefined ? [] : [fault(column, 'cycle', { trail })]
  })

const ofVariant: Check = (row, { byCode }) =>
  isVariant(row) ? variantFaults(row, byCode.get(textOf(row, 'parent'))) : []

const vocabulary: Check = (row, { byCode, rubrics }) => {
  if (!isMeasure(row)) return []
  const faults = []
  if (has(row, 'unit') && !findUnit(textOf(row, 'unit')))
    faults.push(fault('unit', 'unknown-unit', { given: textOf(row, 'unit') }))
  if (has(row, 'basis') && !BASES.some((basis) => basis === textOf(row, 'basis')))
    faults.push(fault('basis', 'unknown-basis', { given: textOf(row, 'basis'), known: BASES.join(', ') }))
  if (has(row, 'measureKind') && !MEASURE_KINDS.some((kind) => kind === textOf(row, 'measureKind')))
    faults.push(
      fault('measureKind', 'unknown-kind', {
        given: textOf(row, 'measureKind'),
        known: MEASURE_KINDS.join(', '),
      }),
    )
  if (has(row, 'priceYear') && readPriceYear(textOf(row, 'priceYear')) === undefined)
    faults.push(fault('priceYear', 'unknown-price-year', { given: textOf(row, 'priceYear') }))
  const through = byCode.get(textOf(row, 'valuedThrough'))
  if (has(row, 'valuedThrough') && !(through && isMeasure(through)))
    faults.push(fault('valuedThrough', 'unknown-measure', { given: textOf(row, 'valuedThrough') }))
  if (has(row, 'rubric') && !rubrics.has(textOf(row, 'rubric')))
    faults.push(fault('rubric', 'unknown-rubric', { given: textOf(row, 'rubric') }))
  return faults
}

const NUMBERS: readonly RowColumn[] = ['value', 'low', 'high', 'target']

const numbers: Check = (row) => {
  const read = new Map(
    NUMBERS.filter((column) => has(row, column)).map((column) => [column, readDecimal(textOf(row, column))]),
  )
  const faults = [...read].flatMap(([column, value]) => {
    if (!value) return [fault(column, 'not-a-number', { given: textOf(row, column).slice(0, 40) })]
    return value.lt(0) ? [fault(column, 'negative', { given: textOf(row, column) })] : []
  })
  const [value, low, high] = [read.get('value'), read.get('low'), read.get('high')]
  if (value && low?.gt(value)) faults.push(fault('low', 'low-above-value'))
  if (value && high?.lt(value)) faults.push(fault('high', 'high-below-value'))
  return faults
}

/** A value of the table of carbon values is for one tonne of CO2e, of the kind carbon. */
const isOfCarbon = (row: FrameworkRow): boolean =>
  textOf(row, 'basis') === 'carbon' && findUnit(textOf(row, 'unit'))?.code === 'tco2e'

const prices: Check = (row) => {
  if (!isMeasure(row)) return []
  const basis = textOf(row, 'basis')
  const isWords = textOf(row, 'measureKind') === 'qualitative'
  if (isWords && isPriced(row)) return [fault('value', 'price-on-words')]
  const faults = isWords && !has(row, 'rubric') ? [fault('rubric', 'missing')] : []
  if (textOf(row, 'valueFrom') === 'carbon-values' && !isOfCarbon(row))
    faults.push(fault('valueFrom', 'carbon-not-in-tonnes'))
  if (basis === 'none' && isPriced(row)) faults.push(fault('basis', 'price-without-basis'))
  if (basis !== '' && basis !== 'none' && !isPriced(row)) faults.push(fault('value', 'basis-without-price'))
  return faults
}

/** A measure that may not be passed on has no place in a framework that is open. */
const licences: Check = (row, { terms }) =>
  terms === 'open' && forbidsSharing(textOf(row, 'licence'))
    ? [fault('licence', 'licence-forbids-change', { given: textOf(row, 'licence') })]
    : []

const lengths: Check = (row) =>
  (Object.keys(row) as (RowColumn | 'row')[])
    .filter((column): column is RowColumn => column !== 'row' && (row[column] ?? '').length > LONGEST)
    .map((column) => fault(column, 'too-long', { longest: String(LONGEST) }))

const YES_OR_NO = ['yes', 'no', 'y', 'n', 'true', 'false']
const WORDS: readonly (readonly [RowColumn, readonly string[]])[] = [
  ['confidence', CONFIDENCE_GRADES],
  ['status', MEASURE_STATUSES],
  ['contractKinds', CONTRACT_KINDS],
  ['smallSuppliers', YES_OR_NO],
  ['transfer', YES_OR_NO],
  ['valueFrom', VALUE_ORIGINS],
  ['yearlyRate', YES_OR_NO],
]

const words: Check = (row) =>
  WORDS.flatMap(([column, known]) =>
    textOf(row, column)
      .toLowerCase()
      .split(/[;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !known.includes(word))
      .map((given) => fault(column, 'unknown-word', { given: given.slice(0, 40), known: known.join(', ') })),
  )

const CODE = /^[a-z0-9][a-z0-9._-]{0,59}$/i

const forms: Check = (row) => {
  const faults = []
  if (has(row, 'code') && !CODE.test(textOf(row, 'code')))
    faults.push(fault('code', 'bad-code', { given: textOf(row, 'code').slice(0, 40) }))
  if (has(row, 'minimumMonths') && !/^\d{1,3}$/.test(textOf(row, 'minimumMonths')))
    faults.push(fault('minimumMonths', 'not-a-count', { given: textOf(row, 'minimumMonths').slice(0, 40) }))
  if (has(row, 'link') && !/^https?:\/\/\S+$/.test(textOf(row, 'link')))
    faults.push(fault('link', 'unsafe-link', { given: textOf(row, 'link').slice(0, 40) }))
  return faults
}

const CHECKS: readonly Check[] = [
  required,
  placed,
  duplicates,
  cyclic,
  ofVariant,
  vocabulary,
  numbers,
  prices,
  licences,
  lengths,
  words,
  forms,
]

/**
 * Every fault of a framework written as rows, row by row, or of `only` one of them; an empty list means that it can be
 * used.
 */
export const checkFramework = (
  rows: readonly FrameworkRow[],
  rubricCodes: readonly string[],
  terms: LicenceTerms = 'open',
  only: FrameworkRow | null = null,
): Fault[] => {
  const byCode = new Map<string, FrameworkRow>()
  const variants = new Map<string, FrameworkRow>()
  for (const row of rows.filter((each) => has(each, 'code'))) {
    const [map, key] = isVariant(row) ? [variants, variantKey(row)] : [byCode, textOf(row, 'code')]
    if (!map.has(key)) map.set(key, row)
  }
  const cycles = { parent: findCycles('parent', byCode), valuedThrough: findCycles('valuedThrough', byCode) }
  const known: Known = { byCode, variants, rubrics: new Set(rubricCodes), terms, cycles }
  return (only ? [only] : rows).flatMap((row) =>
    CHECKS.flatMap((check) => check(row, known)).map((found) => ({
      row: row.row,
      code: textOf(row, 'code'),
      ...found,
    })),
  )
}
