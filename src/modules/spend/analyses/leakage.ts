import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis, Tier } from '../model.ts'
import { readLadder } from '../money-map.ts'
import { listSchemes, type SchemeInUse } from '../read-rule-books.ts'
import { categorise } from '../rules/categorise.ts'
import { deriveTiers } from '../rules/money-map.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Figure, percentText, shareOf, tableOf } from './analysis.ts'
import { schemeChoice } from './categories.ts'
import { nothingHere } from './nothing-here.ts'

type Line = {
  category: string | null
  department: string | null
  sector: string | null
  tier: string | null
  pence: number
}
type Row = {
  readonly name: string
  readonly fileCategory: string | null | undefined
  readonly all: number
  readonly inside: number
  readonly leaving: number
  readonly unknown: number
  readonly byTier: ReadonlyMap<string, number>
}

const add = (lines: readonly Line[], of: (line: Line) => boolean): number =>
  lines.filter(of).reduce((sum, line) => sum + line.pence, 0)

const rowOf = (name: string, lines: readonly Line[], inside: ReadonlySet<string>): Row => {
  const isInside = (line: Line) => inside.has(line.tier ?? '')
  const isUnknown = (line: Line) => line.tier === 'unknown'
  const byTier = new Map<string, number>()
  for (const line of lines) byTier.set(line.tier ?? '', (byTier.get(line.tier ?? '') ?? 0) + line.pence)
  return {
    name,
    fileCategory: undefined,
    all: add(lines, () => true),
    inside: add(lines, isInside),
    unknown: add(lines, isUnknown),
    leaving: add(lines, (line) => !isInside(line) && !isUnknown(line)),
    byTier,
  }
}

const groupName = (scheme: SchemeInUse | undefined) => {
  const names = new Map(scheme?.entries.map((entry) => [entry.code, entry.name]))
  return (line: Line): string => {
    if (!scheme) return line.category ?? '(not given)'
    const code = categorise(scheme, line)?.code
    return code === undefined ? 'Not mapped' : (names.get(code) ?? code)
  }
}

type Found = { readonly basis: Basis; readonly schemes: SchemeInUse[]; readonly lines: Line[] }

const leakageFigures = (total: Row, where: string): Figure[] => [
  {
    label: `Leaving ${where}`,
    value: formatPoundsCompact(total.leaving),
    meaning: `${percentText(shareOf(total.leaving, total.all))} of all; up to ${formatPoundsCompact(total.leaving + total.unknown)} if all of the unknown leaves too`,
    isMain: true,
  },
  {
    label: `Staying in ${where}`,
    value: formatPoundsCompact(total.inside),
    meaning: percentText(shareOf(total.inside, total.all)),
  },
  {
    label: 'Place not known',
    value: formatPoundsCompact(total.unknown),
    meaning: percentText(shareOf(total.unknown, total.all)),
  },
]

const leakageTable = (
  rows: readonly Row[],
  where: string,
  outside: readonly Tier[],
  href: (row: Row) => string | undefined,
) =>
  tableOf({ caption: `What leaves ${where}`, sortedBy: 'leaving' }, rows, [
    { name: 'category', header: 'Category', kind: 'text', value: (row) => row.name, href },
    { name: 'leaving', header: 'Leaving', kind: 'pence', value: (row) => row.leaving },
    {
      name: 'share',
      header: 'Share that leaves',
      kind: 'share',
      value: (row) => shareOf(row.leaving, row.all),
    },
    ...outside.map((tier) => ({
      name: `to-${tier.key}`,
      header: tier.label,
      kind: 'pence' as const,
      value: (row: Row) => row.byTier.get(tier.key) ?? 0,
    })),
    { name: 'staying', header: 'Staying', kind: 'pence', value: (row) => row.inside },
    { name: 'unknown', header: 'Not known', kind: 'pence', value: (row) => row.unknown },
  ])

const NOTES = [
  'Leaving is what was paid to suppliers known to be outside. What was paid to payees whose place is not known is never counted as leaving.',
  'Each company of a group is where it is itself: what is paid to a local company of a group from elsewhere stays.',
  'That money leaves does not say that it should not: some things are made nowhere near. See what can be influenced.',
] as const

/** What is known to leave a place, by category and by the tier it goes to. */
export const readLeakage = async ({ ctx, slice, query }: AnalysisRequest): Promise<Analysis> => {
  const { basis, schemes, lines } = await inAnalysis<Found>(ctx, async (calculator) => ({
    basis: await measureBasis(calculator, slice),
    schemes: await listSchemes(calculator.db),
    lines: await sumByColumns(calculator, ['category', 'department', 'sector', 'tier'], slice),
  }))
  const { ladder } = await readLadder(ctx)
  const asked = ladder.findIndex((rung) => rung.id === query.leaving)
  // The place around home, as in Preston's "leaving Lancashire", unless another is asked for.
  const rung = asked >= 0 ? asked : Math.min(1, ladder.length - 1)
  const place = ladder[rung]
  const inside = new Set(ladder.slice(0, rung + 1).map(({ id }) => id))
  const outside = deriveTiers([], ladder).filter((tier) => tier.kind !== 'unknown' && !inside.has(tier.key))
  const scheme = schemes.find((candidate) => candidate.slug === query.scheme)
  const rows = [...Map.groupBy(lines, groupName(scheme))]
    .map(([name, own]) => ({
      ...rowOf(name, own, inside),
      fileCategory: scheme ? undefined : own[0]?.category,
    }))
    .sort((a, b) => b.leaving - a.leaving)
  const total = rowOf('', lines, inside)
  const where = place?.name ?? 'the home place'
  const href = (row: Row) =>
    row.fileCategory === undefined
      ? undefined
      : sliceHref('/spend/payments', slice, { category: row.fileCategory ?? '(none)' })
  return {
    title: 'Leakage',
    lead: `What is known to leave ${where}, by what it was for and where it goes.`,
    basis: basisWords(basis),
    figures: leakageFigures(total, where),
    charts: [
      {
        kind: 'bars',
        title: `What leaves ${where}`,
        description: `Categories by what leaves ${where}, largest first.`,
        bars: rows.slice(0, 12).map((row) => ({
          label: row.name,
          value: row.leaving,
          display: `${formatPoundsCompact(row.leaving)} (${percentText(shareOf(row.leaving, row.all))} of it)`,
          href: href(row),
        })),
      },
    ],
    table: leakageTable(rows, where, outside, href),
    choices: [
      {
        name: 'leaving',
        label: 'Leaving which place',
        value: place?.id ?? '',
        options: ladder.map((one) => ({ value: one.id, text: one.name })),
      },
      schemeChoice(schemes, scheme?.slug ?? ''),
    ],
    notes: NOTES,
    ...nothingHere(basis, slice),
  }
}
