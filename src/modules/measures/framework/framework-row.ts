import type { Framework, Measure, Outcome, Theme } from '../model.ts'

export const ROW_KINDS = ['theme', 'outcome', 'measure'] as const
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

export const measureRow = (measure: Measure): Texts => ({
  kind: 'measure',
  code: measure.code,
  parent: measure.outcome,
  name: measure.name,
  counts: measure.counts,
  doesNotCount: measure.doesNotCount,
  unit: measure.unit,
  howToCount: measure.howToCount,
  evidence: measure.evidence.join('; '),
  measureKind: measure.kind,
  basis: measure.basis,
  value: measure.proxy?.value ?? '',
  low: measure.proxy?.low ?? '',
  high: measure.proxy?.high ?? '',
  priceYear: measure.proxy?.priceYear ?? '',
  source: measure.source ?? '',
  link: measure.link ?? '',
  licence: measure.licence,
  confidence: measure.confidence,
  group: measure.group ?? '',
  deadweight: measure.deadweight,
  smallSuppliers: measure.suitsSmallSuppliers ? 'yes' : 'no',
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
  words: words.join('; '),
})

/** A framework as rows: themes, then outcomes, then measures, each with the code of its parent. */
export const frameworkRows = (framework: Framework): FrameworkRow[] =>
  [
    ...framework.themes.map(themeRow),
    ...framework.outcomes.map(outcomeRow),
    ...framework.measures.map(measureRow),
  ].map((row, index) => ({ ...row, row: index + 1 }))
