import { formatDate, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { kindLabel } from '../kind-words.ts'
import type { Slice } from '../model.ts'
import { readLadder, tierLabels } from '../money-map.ts'
import type { Outcome } from '../rules/influence.ts'
import type { Rung } from '../rules/money-map.ts'
import { gatherByParty } from '../rules/parties.ts'
import { sliceHref } from '../slice-query.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Chart, type Figure, percentText, shareOf, tableOf } from './analysis.ts'
import { companiesColumn } from './companies-column.ts'
import { type InfluenceLine, OUTCOME_LABELS, readInfluenceLines } from './influence-lines.ts'
import { nothingHere } from './nothing-here.ts'

const add = (lines: readonly InfluenceLine[], of: (line: InfluenceLine) => boolean): number =>
  lines.filter(of).reduce((sum, line) => sum + line.pence, 0)

/** The largest reasons first; each with its outcome. */
const byReason = (lines: readonly InfluenceLine[]) =>
  [...Map.groupBy(lines, (line) => `${line.outcome}\n${line.reason}`).values()]
    .map((own) => ({
      outcome: own[0]?.outcome ?? 'unsure',
      reason: own[0]?.reason ?? '',
      pence: add(own, () => true),
    }))
    .sort((a, b) => b.pence - a.pence)

const TONES = { influenceable: 1, not: 6, unsure: 'unknown' } as const

const contractWords = ({ contract }: InfluenceLine): string | null =>
  contract &&
  [contract.title, contract.endsOn && `ends ${formatDate(contract.endsOn)}`, contract.framework]
    .filter(Boolean)
    .join(', ')

/** What the companies of a group have to share for one line to stand for them. */
const alike = (line: InfluenceLine): readonly unknown[] => [
  line.category,
  line.department,
  line.tier,
  line.outcome,
  line.reason,
  line.rule,
  line.contract,
]

const lineTable = (all: readonly InfluenceLine[], slice: Slice, labels: ReadonlyMap<string, string>) =>
  tableOf({ caption: 'Every line with its reason', sortedBy: 'amount' }, gatherByParty(all, alike), [
    {
      name: 'supplier',
      header: 'Supplier',
      kind: 'text',
      value: (line) => line.partyName,
      href: ({ party, category }) =>
        sliceHref('/spend/payments', slice, { supplier: party, category: category ?? '(none)' }),
    },
    { name: 'category', header: 'Category', kind: 'text', value: (line) => line.category ?? '(not given)' },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (line) => line.pence },
    companiesColumn,
    { name: 'outcome', header: 'Outcome', kind: 'text', value: (line) => OUTCOME_LABELS[line.outcome] },
    { name: 'reason', header: 'Reason', kind: 'text', value: (line) => line.reason },
    {
      name: 'rule',
      header: 'Rule',
      kind: 'number',
      value: (line) => line.rule,
      href: ({ rule }) => (rule === null ? undefined : `/spend/influenceable/rules#rule-${rule}`),
    },
    { name: 'contract', header: 'Contract', kind: 'text', value: contractWords },
    { name: 'where', header: 'Where', kind: 'text', value: (line) => labels.get(line.tier) ?? line.tier },
    { name: 'kind', header: 'Kind', kind: 'text', value: (line) => kindLabel(line.kind) },
    {
      name: 'department',
      header: 'Department',
      kind: 'text',
      value: (line) => line.department ?? '(not given)',
    },
  ])

const sumOf = (lines: readonly InfluenceLine[], outcome: Outcome): number =>
  add(lines, (line) => line.outcome === outcome)

const influenceCharts = (lines: readonly InfluenceLine[], total: number): Chart[] => [
  {
    kind: 'parts',
    title: 'What can be influenced',
    description: (Object.keys(OUTCOME_LABELS) as Outcome[])
      .map((outcome) => `${OUTCOME_LABELS[outcome]} ${formatPoundsCompact(sumOf(lines, outcome))}`)
      .join(', '),
    parts: (Object.keys(OUTCOME_LABELS) as Outcome[]).map((outcome) => ({
      label: OUTCOME_LABELS[outcome],
      value: Math.max(0, sumOf(lines, outcome)),
      display: `${formatPoundsCompact(sumOf(lines, outcome))} (${percentText(shareOf(sumOf(lines, outcome), total))})`,
      tone: TONES[outcome],
    })),
  },
  {
    kind: 'bars',
    title: 'By reason',
    description: 'The reasons the rules give, with the money each stands for.',
    bars: byReason(lines).map((row) => ({
      label: `${OUTCOME_LABELS[row.outcome]}: ${row.reason}`,
      value: row.pence,
      display: formatPoundsCompact(row.pence),
      tone: TONES[row.outcome],
    })),
  },
]

/** What the rules say in sum, and of what leaves the place around home. */
const influenceFigures = (
  lines: readonly InfluenceLine[],
  total: number,
  ladder: readonly Rung[],
): Figure[] => {
  const sum = (outcome: Outcome) => sumOf(lines, outcome)
  const around = ladder[Math.min(1, ladder.length - 1)]
  const inside = new Set(ladder.slice(0, 2).map((rung) => rung.id))
  const isLeaving = (line: InfluenceLine) => line.tier !== 'unknown' && !inside.has(line.tier)
  const leaving = add(lines, isLeaving)
  const leavingInfluenceable = add(lines, (line) => isLeaving(line) && line.outcome === 'influenceable')
  return [
    {
      label: 'Can be influenced',
      value: formatPoundsCompact(sum('influenceable')),
      meaning: `${percentText(shareOf(sum('influenceable'), total))} of all; up to ${percentText(shareOf(sum('influenceable') + sum('unsure'), total))} if all that is unsure can be`,
      isMain: true,
    },
    ...(around
      ? [
          {
            label: `Leaving ${around.name}, and can be influenced`,
            value: formatPoundsCompact(leavingInfluenceable),
            meaning: `of ${formatPoundsCompact(leaving)} that leaves`,
          },
        ]
      : []),
    {
      label: 'Cannot be influenced',
      value: formatPoundsCompact(sum('not')),
      meaning: percentText(shareOf(sum('not'), total)),
    },
    {
      label: 'Not sure',
      value: formatPoundsCompact(sum('unsure')),
      meaning: percentText(shareOf(sum('unsure'), total)),
    },
  ]
}

/** Influenceable spend: what each line's rule says, with its reason. */
export const readInfluenceable = async ({ ctx, slice, query }: AnalysisRequest): Promise<Analysis> => {
  const { basis, books, lines } = await readInfluenceLines(ctx, slice)
  const labels = await tierLabels(ctx)
  const { ladder } = await readLadder(ctx)
  const shown =
    query.outcome && Object.hasOwn(OUTCOME_LABELS, query.outcome)
      ? lines.filter((line) => line.outcome === query.outcome)
      : lines
  return {
    title: 'Influenceable spend',
    lead: 'What the organisation could still award otherwise, what is locked in, and why.',
    basis: basisWords(basis, unknownWords('outcome', sumOf(lines, 'unsure'), basis.pence)),
    figures: influenceFigures(lines, basis.pence, ladder),
    charts: influenceCharts(lines, basis.pence),
    table: lineTable(shown, slice, labels),
    choices: [
      {
        name: 'outcome',
        label: 'Lines',
        value: query.outcome ?? '',
        options: [
          { value: '', text: 'All' },
          ...Object.entries(OUTCOME_LABELS).map(([value, text]) => ({ value, text })),
        ],
      },
    ],
    links: [
      {
        text: `The rules, in order (${books.rulesVersion === 0 ? 'as the product ships them' : `version ${books.rulesVersion}`})`,
        href: '/spend/influenceable/rules',
      },
      { text: `Known contracts (${books.contracts.length})`, href: '/spend/influenceable/contracts' },
    ],
    notes: [
      'The first rule that fits a line decides it. A rule is a judgement of your organisation and no law; the reasons stand on every line so that they can be disputed.',
      'Whether a contract or framework binds a payment is known only where somebody has entered the contract.',
      'Companies of a confirmed group stand in one line where all else is alike. A rule or a contract that names the group holds for each of its companies; one that names a company holds for that company alone.',
    ],
    ...nothingHere(basis, slice),
  }
}
