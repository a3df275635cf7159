import { financialYearOf } from '../../../kernel/financial-year.ts'
import { type Assumptions, type Notice, SHARE_NAMES, type ValueRequest } from '../model/valuation.ts'
import type { Measure } from '../model.ts'
import type { Pricing } from '../rules/pricing.ts'
import type { ItemRequest } from '../rules/value-items.ts'
import { readDiscount, readGrowth, readShare } from './assumption-parts.ts'
import { readCustomMeasure } from './custom-measure.ts'
import { NAMES } from './value-names.ts'
import { type Notes, readAmounts, readNumber, readObject, readQuantities, readText } from './value-parts.ts'
import { readPrices, readSpan, readYear } from './year-parts.ts'

export type ReadItem = {
  readonly item:
    | ItemRequest
    | { readonly kind: 'unknown-measure'; readonly key: string; readonly code: string }
  readonly notUsed: readonly string[]
  /** Where a measure of one's own says its value comes from. */
  readonly ownSource: string | null
  readonly isOwn: boolean
}
export type Given = Readonly<Record<string, unknown>>
type Meant = {
  readonly measure: Measure
  readonly openQuestions: readonly Notice[]
  readonly source: string | null
  readonly isOwn: boolean
}

const OWN_FIELDS = ['proxyValue', 'basis', 'low', 'high', 'source', 'licence', 'group'] as const
const findMeasure = (
  given: Given,
  path: string,
  pricing: Pricing,
  notes: Notes,
): Meant | { readonly code: string } | null => {
  const own = given.measure ?? (given.proxyValue === undefined ? undefined : ownFields(given))
  if (typeof own === 'object' && own !== null && !Array.isArray(own)) {
    const custom = readCustomMeasure(
      given.unit === undefined ? own : { unit: given.unit, ...own },
      `${path}measure`,
      notes,
    )
    return custom && { ...custom, isOwn: true }
  }
  const code = readText(given.measure, `${path}measure`, notes)
  if (code === null) {
    if (given.measure === undefined)
      notes.faults.push(
        `${path}measure is missing; give the code of a measure (goldthread measures list) or one of your own: { "proxyValue": 100, "priceYear": "2026/27", "basis": "economic" }.`,
      )
    return null
  }
  const measure = pricing.measures.get(code) ?? pricing.measures.get(code.toLowerCase())
  return measure ? { measure, openQuestions: [], source: null, isOwn: false } : { code }
}

/** A measure of one's own written flat: its price year is also that of the answer, unless the two are told apart. */
const ownFields = (given: Given): object => ({
  ...Object.fromEntries(
    OWN_FIELDS.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  ),
  ...(given.label === undefined ? {} : { name: given.label }),
  ...(given.unit === undefined ? {} : { unit: given.unit }),
  priceYear: given.proxyPriceYear ?? given.priceYear,
})

const readAssumptions = (given: Given, path: string, notes: Notes): Assumptions => {
  const nested = readObject(given.assumptions, NAMES.assumptions, `${path}assumptions`, notes) ?? {}
  const of = (name: string): unknown => nested[name] ?? given[name]
  const [deadweight, displacement, attribution, dropOff] = SHARE_NAMES.map((name) =>
    readShare(of(name), `${path}${name}`, notes),
  )
  return {
    deadweight: deadweight ?? null,
    displacement: displacement ?? null,
    attribution: attribution ?? null,
    dropOff: dropOff ?? null,
    discount: readDiscount(of('discount'), `${path}discount`, notes),
    incomeGrowth: readGrowth(of('incomeGrowth'), `${path}incomeGrowth`, notes),
  }
}

const readCount = (
  given: Given,
  key: string,
  path: string,
  meant: Meant,
  pricing: Pricing,
  notes: Notes,
): ValueRequest => {
  const quantities = readQuantities(given.quantity, `${path}quantity`, notes)
  const span = readSpan(given.years, `${path}years`, notes)
  const sharedBetween = readNumber(given.sharedBetween, `${path}sharedBetween`, notes)
  if (sharedBetween?.lt(1))
    notes.faults.push(
      `${path}sharedBetween is ${sharedBetween.toFixed()}; write how many contracts the activity serves, 1 or more.`,
    )
  const fullTimeHours = readNumber(given.fullTimeHours, `${path}fullTimeHours`, notes)
  if (fullTimeHours && (fullTimeHours.lte(0) || fullTimeHours.gt(168)))
    notes.faults.push(
      `${path}fullTimeHours is ${fullTimeHours.toFixed()}; write the hours of a full-time week, such as 37.`,
    )
  const valuationYear = readYear(given.valuationYear, `${path}valuationYear`, notes)
  const prices =
    readPrices(given.priceYear, `${path}priceYear`, notes) ??
    (typeof given.valuationYear === 'string'
      ? readPrices(given.valuationYear, `${path}valuationYear`, notes)
      : null)
  return {
    key,
    measure: meant.measure,
    variant: readText(given.variant, `${path}variant`, notes),
    quantities,
    unit: meant.isOwn ? null : readText(given.unit, `${path}unit`, notes),
    fullTimeHours,
    sharedBetween,
    years: span?.years ?? quantities?.length ?? 1,
    startYear: readYear(given.startYear, `${path}startYear`, notes) ?? span?.from ?? null,
    valuationYear,
    priceYear: prices ?? financialYearOf(pricing.today),
    deflator: readText(given.deflator, `${path}deflator`, notes),
    assumptions: readAssumptions(given, path, notes),
    investment: readAmounts(given.investment, `${path}investment`, notes),
    distinctBecause: readText(given.distinctBecause, `${path}distinctBecause`, notes) || null,
    openQuestions: meant.openQuestions,
  }
}

const readWords = (given: Given, key: string, path: string, meant: Meant, notes: Notes): ItemRequest => {
  const score = readNumber(given.score ?? given.quantity, `${path}score`, notes)
  const evidence = Array.isArray(given.evidence)
    ? given.evidence
    : given.evidence === undefined
      ? []
      : [given.evidence]
  return {
    kind: 'words',
    request: {
      key,
      measure: meant.measure,
      score: score === null ? null : score.toNumber(),
      reason: readText(given.reason, `${path}reason`, notes) ?? '',
      evidence: evidence.map((text: unknown) => readText(text, `${path}evidence`, notes) ?? ''),
      openQuestions: meant.openQuestions,
    },
  }
}

/** One item of the input, with what holds for all items that do not say otherwise. Faults are added to `faults`. */
export const readItem = (
  raw: unknown,
  defaults: Given,
  index: number | null,
  pricing: Pricing,
  faults: string[],
): ReadItem | null => {
  const path = index === null ? '' : `item ${index + 1}: `
  const notes: Notes = { faults, notUsed: [] }
  const own = readObject(raw, NAMES.item, index === null ? 'input' : `item ${index + 1}`, notes)
  if (!own) {
    if (raw === null || raw === undefined) faults.push(`${path || 'The input '}is empty.`)
    return null
  }
  const given = { ...defaults, ...own }
  const before = faults.length
  const key = readText(own.label, `${path}label`, notes) || String((index ?? 0) + 1)
  const meant = findMeasure(given, path, pricing, notes)
  if (!meant) return null
  if ('code' in meant)
    return {
      item: { kind: 'unknown-measure', key, code: meant.code },
      notUsed: notes.notUsed,
      ownSource: null,
      isOwn: false,
    }
  const item: ItemRequest =
    meant.measure.kind === 'qualitative'
      ? readWords(given, key, path, meant, notes)
      : { kind: 'count', request: readCount(given, key, path, meant, pricing, notes) }
  return faults.length > before
    ? null
    : { item, notUsed: notes.notUsed, ownSource: meant.source, isOwn: meant.isOwn }
}
