import { today } from '../../../platform/context.ts'
import { formatDate, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { kindLabel } from '../kind-words.ts'
import type { Basis, Slice } from '../model.ts'
import { readLadder, tierLabels } from '../money-map.ts'
import { findInfluenceBooks, type InfluenceBooks } from '../read-rule-books.ts'
import { decideInfluence, type Influence, type InfluenceFacts, type Outcome } from '../rules/influence.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  influenceable: 'Can be influenced',
  not: 'Cannot be influenced',
  unsure: 'Not sure',
}

/** What one supplier was paid for one category, with what the rules say of it and why. */
export type InfluenceLine = InfluenceFacts &
  Influence & { readonly tier: string; readonly payments: number; readonly pence: number }

type Found = { readonly basis: Basis; readonly books: InfluenceBooks; readonly lines: InfluenceLine[] }

/** Every line of a slice with its outcome. The seam for what builds on influenceable spend. */
export const readInfluenceLines = (ctx: AnalysisRequest['ctx'], slice: Slice): Promise<Found> =>
  inAnalysis<Found>(ctx, async (calculator) => {
    const books = await findInfluenceBooks(calculator.db)
    const day = today(ctx)
    const sums = await sumByColumns(
      calculator,
      ['supplier', 'supplier_name', 'category', 'department', 'kind', 'sector', 'tier'],
      slice,
    )
    const lines = sums.map((sum) => {
      const facts: InfluenceFacts = {
        supplier: sum.supplier ?? '',
        supplierName: sum.supplier_name ?? '',
        category: sum.category,
        department: sum.department,
        kind: sum.kind ?? 'unknown',
        sector: sum.sector,
      }
      return {
        ...facts,
        ...decideInfluence(books.rules, books.contracts, facts, day),
        tier: sum.tier ?? 'unknown',
        payments: sum.payments,
        pence: sum.pence,
      }
    })
    return { basis: await measureBasis(calculator, slice), books, lines }
  })

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

const lineTable = (lines: readonly InfluenceLine[], slice: Slice, labels: ReadonlyMap<string, string>) =>
  tableOf({ caption: 'Every line with its reason', sortedBy: 'amount' }, lines, [
    {
      name: 'supplier',
      header: 'Supplier',
      kind: 'text',
      value: (line) => line.supplierName,
      href: ({ supplier, category }) =>
        sliceHref('/spend/payments', slice, { supplier, category: category ?? '(none)' }),
    },
    { name: 'category', header: 'Category', kind: 'text', value: (line) => line.category ?? '(not given)' },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (line) => line.pence },
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

/** Influenceable spend: what each line's rule says, with its reason. */
export const readInfluenceable = async ({ ctx, slice, query }: AnalysisRequest): Promise<Analysis> => {
  const { basis, books, lines } = await readInfluenceLines(ctx, slice)
  const labels = await tierLabels(ctx)
  const { ladder } = await readLadder(ctx)
  const around = ladder[Math.min(1, ladder.length - 1)]
  const inside = new Set(ladder.slice(0, 2).map((rung) => rung.id))
  const isLeaving = (line: InfluenceLine) => line.tier !== 'unknown' && !inside.has(line.tier)
  const sum = (outcome: Outcome) => add(lines, (line) => line.outcome === outcome)
  const shown =
    query.outcome && query.outcome in OUTCOME_LABELS
      ? lines.filter((line) => line.outcome === query.outcome)
      : lines
  const leaving = add(lines, isLeaving)
  const leavingInfluenceable = add(lines, (line) => isLeaving(line) && line.outcome === 'influenceable')
  return {
    title: 'Influenceable spend',
    lead: 'What the organisation could still award otherwise, what is locked in, and why.',
    basis: basisWords(basis, unknownWords('outcome', sum('unsure'), basis.pence)),
    figures: [
      {
        label: 'Can be influenced',
        value: formatPoundsCompact(sum('influenceable')),
        meaning: `${percentText(shareOf(sum('influenceable'), basis.pence))} of all; up to ${percentText(shareOf(sum('influenceable') + sum('unsure'), basis.pence))} if all that is unsure can be`,
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
        meaning: percentText(shareOf(sum('not'), basis.pence)),
      },
      {
        label: 'Not sure',
        value: formatPoundsCompact(sum('unsure')),
        meaning: percentText(shareOf(sum('unsure'), basis.pence)),
      },
    ],
    charts: [
      {
        kind: 'parts',
        title: 'What can be influenced',
        description: (Object.keys(OUTCOME_LABELS) as Outcome[])
          .map((outcome) => `${OUTCOME_LABELS[outcome]} ${formatPoundsCompact(sum(outcome))}`)
          .join(', '),
        parts: (Object.keys(OUTCOME_LABELS) as Outcome[]).map((outcome) => ({
          label: OUTCOME_LABELS[outcome],
          value: Math.max(0, sum(outcome)),
          display: `${formatPoundsCompact(sum(outcome))} (${percentText(shareOf(sum(outcome), basis.pence))})`,
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
    ],
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
    ],
    ...nothingHere(basis, slice),
  }
}
