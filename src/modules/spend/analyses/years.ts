import { MONTH_NAMES } from '../../../kernel/plain-date.ts'
import {
  type Basis as BasisWords,
  formatCount,
  formatNumber,
  formatPoundsCompact,
} from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis } from '../model.ts'
import { readLadder } from '../money-map.ts'
import { compareYears, type LikeForLike, type YearFact, yearOfMonth } from '../rules/like-for-like.ts'
import { deriveTiers, type Rung } from '../rules/money-map.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Chart, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'

const YEAR = /^\d{4}\/\d{2}$/

/** The years to compare: those asked for, or the two latest. */
const chooseYears = (facts: readonly YearFact[], query: AnalysisRequest['query']) => {
  const years = [...new Set(facts.flatMap((fact) => (fact.month ? [yearOfMonth(fact.month)] : [])))].sort()
  const asked = (name: string) =>
    YEAR.test(query[name] ?? '') && years.includes(query[name] ?? '') ? query[name] : undefined
  return {
    years,
    before: asked('before') ?? years.at(-2) ?? '',
    after: asked('after') ?? years.at(-1) ?? '',
  }
}

type Row = {
  readonly label: string
  readonly before: number
  readonly after: number
  readonly isTotal: boolean
}

const total = (compared: LikeForLike, year: 'before' | 'after'): number =>
  compared.tiers.reduce((sum, tier) => sum + tier[year], 0)

/** Each tier of the ladder in both years, and all of it. */
export const yearRows = (compared: LikeForLike, ladder: readonly Rung[]): Row[] => [
  ...deriveTiers([], ladder).map((tier) => {
    const sum = compared.tiers.find((one) => one.tier === tier.key)
    return { label: tier.label, before: sum?.before ?? 0, after: sum?.after ?? 0, isTotal: false }
  }),
  { label: 'All of it', before: total(compared, 'before'), after: total(compared, 'after'), isTotal: true },
]

const WHAT = { organisation: 'organisation', month: 'month', department: 'department' } as const

/** What was left out, in sentences: the largest first, the rest as a sum. */
export const leftOutNotes = (compared: LikeForLike, nameOfOrg: (org: string) => string): string[] => {
  const name = (part: LikeForLike['leftOut'][number]): string => {
    if (part.what === 'month') return MONTH_NAMES[Number(part.name) - 1] ?? part.name
    return part.what === 'organisation' ? nameOfOrg(part.org) : part.name
  }
  const shown = compared.leftOut.slice(0, 12)
  const rest = compared.leftOut.slice(12)
  return [
    ...shown.map(
      (part) =>
        `Left out: the ${WHAT[part.what]} ${name(part)}, which has payments in ${part.year} only (${formatPoundsCompact(part.pence)}).`,
    ),
    ...(rest.length > 0
      ? [
          `Left out as well: ${formatCount(rest.length, 'smaller part')}, ${formatPoundsCompact(rest.reduce((sum, part) => sum + part.pence, 0))} in all.`,
        ]
      : []),
  ]
}

const shareIn = (row: Row | undefined, rows: readonly Row[], year: 'before' | 'after'): number | null =>
  shareOf(row?.[year] ?? 0, rows.at(-1)?.[year] ?? 0)

const yearChart = (rows: readonly Row[], { before, after }: LikeForLike): Chart => ({
  kind: 'bars',
  title: 'Each tier in both years',
  description: rows
    .map((row) => `${row.label} ${formatPoundsCompact(row.before)}, then ${formatPoundsCompact(row.after)}`)
    .join('; '),
  bars: rows.flatMap((row) =>
    row.isTotal
      ? []
      : [
          {
            label: `${row.label}, ${before}`,
            value: row.before,
            display: `${formatPoundsCompact(row.before)} (${percentText(shareIn(row, rows, 'before'))})`,
            tone: 3 as const,
          },
          {
            label: `${row.label}, ${after}`,
            value: row.after,
            display: `${formatPoundsCompact(row.after)} (${percentText(shareIn(row, rows, 'after'))})`,
            tone: 1 as const,
          },
        ],
  ),
})

const yearTable = (rows: readonly Row[], { before, after }: LikeForLike) =>
  tableOf({ caption: `${before} and ${after}, like for like` }, rows, [
    { name: 'tier', header: 'Tier', kind: 'text', value: (row) => row.label },
    { name: 'before', header: before, kind: 'pence', value: (row) => row.before },
    {
      name: 'shareBefore',
      header: `Share ${before}`,
      kind: 'share',
      value: (row) => shareIn(row, rows, 'before'),
    },
    { name: 'after', header: after, kind: 'pence', value: (row) => row.after },
    {
      name: 'shareAfter',
      header: `Share ${after}`,
      kind: 'share',
      value: (row) => shareIn(row, rows, 'after'),
    },
    { name: 'change', header: 'Change', kind: 'pence', value: (row) => row.after - row.before },
    {
      name: 'changeShare',
      header: 'Change of the amount',
      kind: 'share',
      value: (row) => (row.before > 0 ? (row.after - row.before) / row.before : null),
    },
  ])

const twoYearsNeeded = (
  { before, after }: LikeForLike,
  years: readonly string[],
): Pick<Analysis, 'empty'> => {
  if (years.length < 2)
    return {
      empty: {
        title: 'Two years are needed',
        purpose: 'This page compares two financial years. Payments of one are here so far.',
      },
    }
  return before === after
    ? {
        empty: {
          title: `${before} is there twice`,
          purpose: 'This page compares two financial years. Choose another one as the first or the second.',
        },
      }
    : {}
}

/** What the comparison stands on: the payments compared, not all there are, and what of them has no known place. */
const comparedBasis = (compared: LikeForLike, basis: Basis): BasisWords => {
  const unknown = compared.tiers.find(({ tier }) => tier === 'unknown')
  const all = total(compared, 'before') + total(compared, 'after')
  const words = basisWords(basis, unknownWords('place', (unknown?.before ?? 0) + (unknown?.after ?? 0), all))
  return {
    ...words,
    period: `${compared.before} and ${compared.after}, ${formatCount(compared.months.length, 'month')} of each`,
    coverage: `${formatNumber(compared.payments)} compared of ${words.coverage}`,
  }
}

/** The analysis of a comparison, for one organisation or a network. */
export const yearsAnalysis = (
  compared: LikeForLike,
  years: readonly string[],
  ladder: readonly Rung[],
  basis: Basis,
  nameOfOrg: (org: string) => string,
): Analysis => {
  const rows = yearRows(compared, ladder)
  const all = rows.at(-1)
  const home = rows[0]
  const leftOut = compared.leftOut.reduce((sum, part) => sum + part.pence, 0)
  const options = years.map((year) => ({ value: year, text: year }))
  const { before, after } = compared
  return {
    title: 'Year on year, like for like',
    lead: `${years.length > 1 ? `${before} and ${after}` : 'Two financial years'}, compared only in the months and departments that both years have.`,
    basis: comparedBasis(compared, basis),
    figures: [
      {
        label: home?.label ?? '',
        value: `${formatPoundsCompact(home?.before ?? 0)} → ${formatPoundsCompact(home?.after ?? 0)}`,
        meaning: `${percentText(shareIn(home, rows, 'before'))} of all in ${before}, ${percentText(shareIn(home, rows, 'after'))} in ${after}`,
        isMain: true,
      },
      {
        label: 'All compared payments',
        value: `${formatPoundsCompact(all?.before ?? 0)} → ${formatPoundsCompact(all?.after ?? 0)}`,
      },
      {
        label: 'Left out of the comparison',
        value: formatPoundsCompact(leftOut),
        meaning: 'Parts that only one of the years has; each is named below.',
      },
    ],
    charts: [yearChart(rows, compared)],
    table: yearTable(rows, compared),
    choices: [
      { name: 'before', label: 'From year', value: before, options },
      { name: 'after', label: 'To year', value: after, options },
    ],
    notes: [
      'Amounts are in the money of each year; nothing is taken off for prices.',
      ...leftOutNotes(compared, nameOfOrg),
    ],
    ...twoYearsNeeded(compared, years),
  }
}

/** Two financial years compared like for like. */
export const readYears = async ({ ctx, slice, query }: AnalysisRequest): Promise<Analysis> => {
  const { facts, basis } = await inAnalysis<{ facts: YearFact[]; basis: Basis }>(ctx, async (calculator) => ({
    facts: (await sumByColumns(
      calculator,
      ['org', 'month', 'department', 'tier'],
      slice,
    )) as unknown as YearFact[],
    basis: await measureBasis(calculator, slice),
  }))
  const { organisation, ladder } = await readLadder(ctx)
  const { years, before, after } = chooseYears(facts, query)
  return {
    ...yearsAnalysis(compareYears(facts, before, after), years, ladder, basis, () => organisation),
    ...nothingHere(basis, slice),
  }
}
export { chooseYears }
