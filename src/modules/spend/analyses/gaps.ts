import { formatCount, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { ANSWER_LABELS, ANSWER_MEANINGS, reasonWords } from '../gap-words.ts'
import { type CategoryGap, type Gaps, readGaps } from '../read-gaps.ts'
import type { GapAnswer } from '../rules/gaps.ts'
import { writeHundredths } from '../rules/settings.ts'
import { ceilingWords } from '../setting-words.ts'
import { sliceWords } from '../slice-query.ts'
import type { AnalysisRequest } from './all.ts'
import {
  type Analysis,
  type Chart,
  type Choice,
  type Figure,
  percentText,
  shareOf,
  tableOf,
} from './analysis.ts'
import { schemeChoice } from './categories.ts'
import { nothingHere } from './nothing-here.ts'

const SHOWN_ANSWERS = ['redirect', 'develop', 'create'] as const
const TONES: Readonly<Record<GapAnswer, 1 | 2 | 3 | 6>> = { redirect: 1, develop: 2, create: 3, leave: 6 }

/** What a group means among local suppliers. */
export const GROUP_NOTES = [
  'A confirmed group of companies is one local supplier. It can take on what its local companies can, each within its own size, and all together no more than the largest size among them allows.',
  'A local company is no alternative to its own group: where half or more of what leaks goes to that group, it counts neither among local suppliers nor with what it could take on.',
] as const

const leakOf = (gaps: readonly CategoryGap[]): number => gaps.reduce((sum, gap) => sum + gap.leakPence, 0)

/** The same words for a part of the page, with the category that it is about. */
export const gapHref = (
  path: string,
  { slice, query }: Pick<AnalysisRequest, 'slice' | 'query'>,
  { place, settings }: Gaps,
  category: string,
): string => {
  const words = {
    ...sliceWords(slice),
    ...(place ? { leaving: place.id } : {}),
    ...(query.scheme ? { scheme: query.scheme } : {}),
    ...Object.fromEntries(
      settings
        .filter((one) => one.origin === 'own')
        .map((one) => [one.setting.name, writeHundredths(one.value)]),
    ),
    in: category,
  }
  return `${path}?${new URLSearchParams(words)}`
}

/** Which place counts as local, and in whose words categories are. */
export const gapChoices = ({ ladder, place, schemes, scheme }: Gaps): Choice[] => [
  {
    name: 'leaving',
    label: 'Local is',
    value: place?.id ?? '',
    options: ladder.map((one) => ({ value: one.id, text: one.name })),
  },
  schemeChoice(schemes, scheme?.slug ?? ''),
]

const gapFigures = ({ categories, place }: Gaps): Figure[] => [
  {
    label: `Leaves ${place?.name ?? 'the home place'} and can be influenced`,
    value: formatPoundsCompact(leakOf(categories)),
    meaning: `in ${formatCount(categories.filter((gap) => gap.leakPence > 0).length, 'category', 'categories')}`,
    isMain: true,
  },
  ...SHOWN_ANSWERS.map((answer) => {
    const own = categories.filter((gap) => gap.answer === answer)
    return {
      label: ANSWER_LABELS[answer],
      value: formatPoundsCompact(leakOf(own)),
      meaning: `${formatCount(own.length, 'category', 'categories')}: ${ANSWER_MEANINGS[answer]}`,
    }
  }),
]

const gapChart = ({ categories, place }: Gaps, href: (gap: CategoryGap) => string): Chart => ({
  kind: 'bars',
  title: 'The largest gaps',
  description: `Categories by what leaves ${place?.name ?? 'the home place'} and can be influenced, with the answer of the rule.`,
  bars: categories
    .filter((gap) => gap.answer !== 'leave')
    .slice(0, 12)
    .map((gap) => ({
      label: `${gap.name}: ${ANSWER_LABELS[gap.answer].toLowerCase()}`,
      value: gap.leakPence,
      display: formatPoundsCompact(gap.leakPence),
      href: href(gap),
      tone: TONES[gap.answer],
    })),
})

const gapTable = (gaps: Gaps, leaks: (gap: CategoryGap) => string, suppliers: (gap: CategoryGap) => string) =>
  tableOf({ caption: 'Every category with its answer', sortedBy: 'leaking' }, gaps.categories, [
    { name: 'category', header: 'Category', kind: 'text', value: (gap) => gap.name },
    { name: 'answer', header: 'Answer', kind: 'text', value: (gap) => ANSWER_LABELS[gap.answer] },
    {
      name: 'leaking',
      header: 'Leaks, can be influenced',
      kind: 'pence',
      value: (gap) => gap.leakPence,
      href: leaks,
    },
    { name: 'reason', header: 'Why', kind: 'text', value: (gap) => reasonWords(gap, gaps.thresholds) },
    {
      name: 'paid',
      header: 'Local suppliers paid',
      kind: 'number',
      value: (gap) => gap.paid.length,
      href: suppliers,
    },
    { name: 'capacity', header: 'They can take on', kind: 'pence', value: (gap) => gap.capacityPence },
    {
      name: 'nearby',
      header: 'Others near',
      kind: 'number',
      value: (gap) => gap.nearby.length,
      href: suppliers,
    },
    { name: 'unsure', header: 'Leaks, not sure', kind: 'pence', value: (gap) => gap.unsurePence },
    { name: 'leaving', header: 'Leaves in all', kind: 'pence', value: (gap) => gap.leavingPence },
    { name: 'unknown', header: 'Place not known', kind: 'pence', value: (gap) => gap.unknownPence },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (gap) => gap.allPence },
    {
      name: 'local',
      header: 'Local share',
      kind: 'share',
      value: (gap) => shareOf(gap.insidePence, gap.allPence),
    },
  ])

/** Gaps: what leaks by category against who near by could supply it. */
export const readGapAnalysis = async (request: AnalysisRequest): Promise<Analysis> => {
  const gaps = await readGaps(request)
  const { basis, place, categories } = gaps
  const leaks = (gap: CategoryGap) => gapHref('/spend/gap-leaks', request, gaps, gap.key)
  const suppliers = (gap: CategoryGap) => gapHref('/spend/gap-suppliers', request, gaps, gap.key)
  const unsure = categories.reduce((sum, gap) => sum + gap.unsurePence, 0)
  return {
    title: 'Gaps',
    lead: `Where money leaves ${place?.name ?? 'the home place'} that could be awarded otherwise, and who near by could supply it.`,
    basis: basisWords(
      basis,
      [
        unknownWords('place', basis.unknownPence, basis.pence),
        `${percentText(shareOf(unsure, basis.pence))} leaves and nobody is sure whether it can be influenced`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    figures: gapFigures(gaps),
    charts: [gapChart(gaps, leaks)],
    table: gapTable(gaps, leaks, suppliers),
    choices: gapChoices(gaps),
    settings: gaps.settings,
    links: [
      { text: 'What can be influenced, and why', href: '/spend/influenceable' },
      { text: 'What if some of it stayed?', href: '/spend/what-if' },
    ],
    notes: [
      'The answer is that of a rule with the thresholds above. It says where to look first; whether a supplier is good enough and wants the work, only talking to it tells.',
      'What local suppliers can take on is an assumption: growth on what they are paid now, and no more than the turnover of their size allows.',
      ...GROUP_NOTES,
      ceilingWords(),
      'Others near are active bodies of the registers whose registered office is in the place and whose trade (class of SIC 2007) is that of suppliers paid for this. An office is not always where the work is done.',
    ],
    ...nothingHere(basis, request.slice),
  }
}
