import type { Framework, Measure, Outcome, Theme, Variant } from '../model.ts'

/** A variant is another figure of the measure that it names as its parent: for London, for a severity, by age. */
export const ROW_KINDS = ['theme', 'outcome', 'measure', 'variant'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/**
 * The columns of a framework as a table, and other names people give them: what an authority hands in, and what an
 * export gives back.
 */
export const ROW_NAMES = {
  kind: ['row', 'rowkind', 'entry', 'level'],
  code: ['id', 'reference', 'ref'],
  parent: ['under', 'belongsto', 'parentcode'],
  name: ['title', 'plainname'],
  words: ['prioritywords', 'keywords'],
  counts: ['whatcounts', 'definition'],
  doesNotCount: ['whatdoesnotcount', 'excludes'],
  unit: ['units', 'unitofmeasure'],
  howToCount: ['howtocountit', 'method'],
  evidence: ['acceptedevidence', 'evidencerequired'],
  measureKind: ['quantitativeorqualitative', 'type'],
  basis: ['kindofvalue', 'valuebasis'],
  value: ['proxyvalue', 'proxy', 'unitvalue'],
  low: ['lowvalue', 'proxylow'],
  high: ['highvalue', 'proxyhigh'],
  priceYear: ['pricesof', 'proxypriceyear'],
  valueFrom: ['proxyfrom'],
  yearlyRate: ['isyearlyrate', 'setanewyearly'],
  sourceEntry: ['proxyentry', 'placeinsource'],
  transfer: ['istransfer', 'pockettopocket'],
  target: ['targetquantity'],
  source: ['valuesource', 'proxysource'],
  link: ['url', 'sourceurl', 'sourcelink'],
  licence: ['license'],
  confidence: ['confidencegrade'],
  group: ['doublecountgroup'],
  deadweight: ['deadweightguidance'],
  smallSuppliers: ['suitssmallsuppliers', 'suitsmall'],
  minimumMonths: ['minimumlength', 'minmonths'],
  contractKinds: ['kindsofcontract', 'contracts'],
  valuedThrough: ['pricedby'],
  rubric: ['scale'],
  status: ['valuestatus'],
  caution: ['note', 'notes'],
} as const satisfies Record<string, readonly string[]>
export type RowColumn = keyof typeof ROW_NAMES
export const ROW_COLUMNS = Object.keys(ROW_NAMES) as RowColumn[]

/** One line of the table as it was written; nothing has been read into it. `row` is its number in the file. */
export type FrameworkRow = Readonly<Partial<Record<RowColumn, string>>> & { readonly row: number }

export const has = (row: FrameworkRow, column: RowColumn): boolean => (row[column] ?? '').trim() !== ''
export const textOf = (row: FrameworkRow, column: RowColumn): string => (row[column] ?? '').trim()

/** What a row says of a variant; everything else is said of its measure. */
export const VARIANT_COLUMNS: readonly RowColumn[] = [
  'kind',
  'code',
  'parent',
  'name',
  'basis',
  'value',
  'priceYear',
  'transfer',
]

/** Several in one cell, with semicolons or line breaks between; a semicolon within one of them is written `\\;`. */
const listText = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll(/[\\;]/g, String.raw`\$&`)).join('; ')
export const listOf = (text: string | undefined): string[] =>
  ((text ?? '').match(/(?:\\[\\;]|[^;\n])+/g) ?? [])
    .map((part) => part.replaceAll(/\\([\\;])/g, '$1').trim())
    .filter((part) => part !== '')

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no')

export const measureRow = (measure: Measure): Texts => ({
  kind: 'measure',
  code: measure.code,
  parent: measure.outcome,
  name: measure.name,
  counts: measure.counts,
  doesNotCount: measure.doesNotCount,
  unit: measure.unit,
  howToCount: measure.howToCount,
  evidence: listText(measure.evidence),
  measureKind: measure.kind,
  basis: measure.basis,
  value: measure.proxy?.value ?? '',
  low: measure.proxy?.low ?? '',
  high: measure.proxy?.high ?? '',
  priceYear: measure.proxy?.priceYear ?? '',
  valueFrom: measure.proxy?.from ?? '',
  yearlyRate: measure.proxy ? yesOrNo(measure.proxy.isYearlyRate) : '',
  sourceEntry: measure.proxy?.entry ?? '',
  transfer: yesOrNo(measure.isTransfer),
  source: measure.source ?? '',
  link: measure.link ?? '',
  licence: measure.licence,
  confidence: measure.confidence,
  group: measure.group ?? '',
  deadweight: measure.deadweight,
  smallSuppliers: yesOrNo(measure.suitsSmallSuppliers),
  minimumMonths: String(measure.minimumMonths),
  contractKinds: measure.contractKinds.join('; '),
  valuedThrough: measure.valuedThrough ?? '',
  rubric: measure.rubric ?? '',
  status: measure.status,
  caution: measure.caution ?? '',
})

type Texts = Readonly<Partial<Record<RowColumn, string>>>

/** An entry as the texts of its row. */
export const themeRow = ({ code, name }: Theme): Texts => ({ kind: 'theme', code, name })
export const outcomeRow = ({ code, name, theme, words }: Outcome): Texts => ({
  kind: 'outcome',
  code,
  name,
  parent: theme,
  words: listText(words),
})

export const variantRow = (
  measure: string,
  { code, name, value, priceYear, basis, isTransfer }: Variant,
): Texts => ({
  kind: 'variant',
  code,
  parent: measure,
  name,
  basis,
  value,
  priceYear,
  transfer: yesOrNo(isTransfer),
})

/** A framework as rows: themes, then outcomes, then measures with their variants, each with the code of its parent. */
export const frameworkRows = (framework: Framework): FrameworkRow[] =>
  [
    ...framework.themes.map(themeRow),
    ...framework.outcomes.map(outcomeRow),
    ...framework.measures.flatMap((measure) => [
      measureRow(measure),
      ...measure.variants.map((variant) => variantRow(measure.code, variant)),
    ]),
  ].map((row, index) => ({ ...row, row: index + 1 }))
