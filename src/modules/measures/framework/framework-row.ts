import type { Framework } from '../model.ts'

export const ROW_KINDS = ['theme', 'outcome', 'measure'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** The columns of a framework as a table: what an authority fills in, and what `measures list` gives back. */
export const ROW_COLUMNS = [
  'kind',
  'code',
  'parent',
  'name',
  'unit',
  'measureKind',
  'basis',
  'value',
  'low',
  'high',
  'priceYear',
  'target',
  'source',
  'licence',
  'group',
  'valuedThrough',
  'rubric',
] as const
export type RowColumn = (typeof ROW_COLUMNS)[number]

/** One line of the table as it was written; nothing has been read into it. `row` counts from 1, without the header. */
export type FrameworkRow = Readonly<Partial<Record<RowColumn, string>>> & { readonly row: number }

/** A framework as rows: themes, then outcomes, then measures, each with the code of its parent. */
export const frameworkRows = (framework: Framework): FrameworkRow[] => {
  const rows = [
    ...framework.themes.map(({ code, name }) => ({ kind: 'theme', code, name })),
    ...framework.outcomes.map(({ code, name, theme }) => ({ kind: 'outcome', code, name, parent: theme })),
    ...framework.measures.map((measure) => ({
      kind: 'measure',
      code: measure.code,
      parent: measure.outcome,
      name: measure.name,
      unit: measure.unit,
      measureKind: measure.kind,
      basis: measure.basis,
      value: measure.proxy?.value ?? '',
      low: measure.proxy?.low ?? '',
      high: measure.proxy?.high ?? '',
      priceYear: measure.proxy?.priceYear ?? '',
      source: measure.source ?? '',
      licence: measure.licence,
      group: measure.group ?? '',
      valuedThrough: measure.valuedThrough ?? '',
      rubric: measure.rubric ?? '',
    })),
  ]
  return rows.map((row, index) => ({ ...row, row: index + 1 }))
}
