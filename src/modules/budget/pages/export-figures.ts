import type { ExportTable } from '../../../platform/export-table.ts'
import type { Basis as FigureBasis } from '../../../platform/views/views.ts'
import { lineName } from '../amounts.ts'
import { NEVER_ONE_SUM } from '../messages.ts'
import type { BasisLine, Budget, Cut, YearFigures } from '../model.ts'

export type FlatLine = { readonly by: string; readonly name: string; readonly line: BasisLine }

/** Every figure of a budget, a line each: in all, then taken apart. */
export const flatten = ({ totals, departments, priorities, sources }: Budget): FlatLine[] => {
  const cut = (by: string, cuts: readonly Cut[]): FlatLine[] =>
    cuts.flatMap(({ name, lines }) => lines.map((line) => ({ by, name, line })))
  return [
    ...totals.map((line) => ({ by: 'in all', name: '', line })),
    ...cut('department', departments),
    ...cut('priority', priorities),
    ...cut('source', sources),
  ]
}

const COLUMNS: readonly (readonly [keyof YearFigures, string])[] = [
  ['brought', 'brought forward'],
  ['planned', 'planned'],
  ['due', 'due'],
  ['verified', 'verified'],
  ['missed', 'missed'],
  ['carried', 'carried forward'],
  ['notYetDue', 'not yet due'],
  ['beyond', 'beyond what is due'],
  ['delivered', 'delivered in the year'],
  ['forecast', 'forecast by year end'],
]

export const exportFigures = (
  name: string,
  basis: FigureBasis,
  rows: readonly FlatLine[],
): ExportTable<FlatLine> => ({
  name,
  basis: [basis.period, basis.coverage, basis.unknown, basis.priceYear, basis.verifiedBy, NEVER_ONE_SUM]
    .filter(Boolean)
    .join(' · '),
  columns: [
    { header: 'by', value: ({ by }) => by },
    { header: 'name', value: ({ name: text }) => text },
    { header: 'basis', value: ({ line }) => lineName(line) },
    { header: 'unit', value: ({ line }) => line.unit },
    { header: 'promises', value: ({ line }) => line.promises, kind: 'number' },
    ...COLUMNS.map(([figure, header]) => ({
      header,
      // Pounds with their pence, or units with their hundredths: both are whole hundredths here.
      value: ({ line }: FlatLine) => line[figure],
      kind: 'pence' as const,
    })),
  ],
  rows,
})
