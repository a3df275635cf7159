import { formatNumber, formatPence, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { ANSWER_LABELS } from '../gap-words.ts'
import { readWhatIf, type ScenarioLine, type WhatIf } from '../read-what-if.ts'
import type { Reach } from '../rules/what-if.ts'
import { heldWords } from '../scenario-words.ts'
import { ceilingWords, originWords, settingText } from '../setting-words.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Chart, type Figure, percentText, shareOf, tableOf } from './analysis.ts'
import { gapHref } from './gaps.ts'
import { nothingHere } from './nothing-here.ts'

export const REACH_LABELS: Readonly<Record<Reach, string>> = {
  influenceable: 'what can be influenced',
  unsure: 'what can be influenced, and what is not sure',
  all: 'all that is known to leave',
}

const sumOf = (lines: readonly ScenarioLine[], of: (line: ScenarioLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0)

const jobsText = (hundredths: number): string => formatNumber(Math.round(hundredths / 100))

const yearWords = ({ effects, gaps }: WhatIf): string =>
  gaps.months === 12
    ? 'a year: the period is twelve months'
    : `${formatPoundsCompact(effects.yearPence)} a year: the period is ${gaps.months} months`

const scenarioFigures = (whatIf: WhatIf): Figure[] => {
  const { lines, effects, gaps, words } = whatIf
  const [all, local] = [sumOf(lines, (line) => line.allPence), sumOf(lines, (line) => line.localPence)]
  const [growth, jobsFrom, jobsTo, respendFrom, respendTo] = words.assumptions
  const text = (one: (typeof words.assumptions)[number] | undefined) =>
    one ? `${settingText(one.setting, one.value)}${one.origin === 'suggested' ? ' (suggested)' : ''}` : ''
  return [
    {
      label: `More for ${gaps.place?.name ?? 'the home place'}`,
      value: formatPoundsCompact(effects.shiftedPence),
      meaning: `${yearWords(whatIf)}. Local suppliers grow by ${text(growth)} at most`,
      isMain: true,
    },
    {
      label: 'Local share',
      value: `${percentText(shareOf(local, all))} → ${percentText(shareOf(local + effects.shiftedPence, all))}`,
      meaning: `of ${formatPoundsCompact(all)}`,
    },
    {
      label: 'Jobs it pays for',
      value: `${jobsText(effects.jobs.from)} to ${jobsText(effects.jobs.to)}`,
      meaning: `${text(jobsFrom)} to ${text(jobsTo)} jobs for each £1m a year. Jobs elsewhere are lost as these are won`,
    },
    {
      label: 'Spent again locally',
      value: `${formatPoundsCompact(effects.respend.from)} to ${formatPoundsCompact(effects.respend.to)}`,
      meaning: `a year: ${text(respendFrom)} to ${text(respendTo)} for each £1`,
    },
  ]
}

const scenarioChart = ({ lines }: WhatIf): Chart[] => {
  const shifted = lines
    .filter((line) => line.pence > 0)
    .toSorted((a, b) => b.pence - a.pence || (a.key < b.key ? -1 : 1))
  if (shifted.length === 0) return []
  return [
    {
      kind: 'bars',
      title: 'What shifts',
      description: 'Categories by the pounds that would shift, largest first.',
      bars: shifted.slice(0, 12).map((line) => ({
        label: line.name,
        value: line.pence,
        display: formatPoundsCompact(line.pence),
      })),
    },
  ]
}

const scenarioTable = (whatIf: WhatIf, request: AnalysisRequest) =>
  tableOf({ caption: 'The shift by category', sortedBy: 'shift' }, whatIf.lines, [
    { name: 'category', header: 'Category', kind: 'text', value: (line) => line.name },
    { name: 'shift', header: 'Shift', kind: 'pence', value: (line) => line.pence },
    { name: 'held', header: 'Held by', kind: 'text', value: (line) => heldWords(line.heldBy) },
    {
      name: 'before',
      header: 'Local share now',
      kind: 'share',
      value: (line) => shareOf(line.localPence, line.allPence),
    },
    {
      name: 'after',
      header: 'After',
      kind: 'share',
      value: (line) => shareOf(line.localPence + line.pence, line.allPence),
    },
    { name: 'asked', header: 'Asked for', kind: 'pence', value: (line) => line.askedPence },
    {
      name: 'reach',
      header: 'Leaves, within reach',
      kind: 'pence',
      value: (line) => line.reachPence,
      href: (line) => gapHref('/spend/gap-leaks', request, whatIf.gaps, line.key),
    },
    {
      name: 'capacity',
      header: 'Local suppliers can take on',
      kind: 'pence',
      value: (line) => line.capacityPence,
      href: (line) => gapHref('/spend/gap-suppliers', request, whatIf.gaps, line.key),
    },
    { name: 'suppliers', header: 'Local suppliers paid', kind: 'number', value: (line) => line.suppliers },
    { name: 'answer', header: 'Gap', kind: 'text', value: (line) => ANSWER_LABELS[line.answer] },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (line) => line.allPence },
  ])

/** The limits of the search, which of them bind, and what more of one would bring. */
export const bestNotes = ({ best, limits, lines }: WhatIf): string[] => {
  if (!best) return []
  if (!best.isFeasible)
    return [
      `No shift meets these limits: at least ${formatPence(limits.goal)} is wanted, and no more than ${formatPence(best.pence)} can shift. Ask for less, or loosen what holds the categories below.`,
    ]
  const held = Map.groupBy(
    lines.filter((line) => line.reachPence > 0),
    (line) => line.heldBy,
  )
  const counts = [...held].map(([bound, own]) => `${heldWords(bound)} (${own.length})`)
  return [
    `This is the most that can shift within the limits: ${formatPence(best.pence)} with ${formatNumber(best.effortUsed / 100)} of ${formatNumber(limits.effort / 100)} points of effort.`,
    best.nextPointPence > 0
      ? `Effort binds: one more point would bring ${formatPence(best.nextPointPence)} more.`
      : 'Effort does not bind: one more point would bring nothing.',
    ...(counts.length > 0 ? [`What holds the categories: ${counts.join(', ')}.`] : []),
  ]
}

const ASSUMED = [
  'Shifting an award is not automatic: tenders are open, and the best one wins. The pounds say what is at stake, not what will come.',
  'What is won here is lost where it is paid now. The figures are of this place alone.',
  'Local suppliers are those of the gaps: a confirmed group of companies is one, and is no alternative to itself.',
]

/** A scenario as a page, a file and a program read it. */
export const scenarioAnalysis = (whatIf: WhatIf, request: AnalysisRequest): Analysis => {
  const { gaps, words } = whatIf
  return {
    title: 'What if',
    lead: `What more of the money could stay in ${gaps.place?.name ?? 'the home place'}, of ${REACH_LABELS[words.reach]}.`,
    basis: basisWords(gaps.basis, unknownWords('place', gaps.basis.unknownPence, gaps.basis.pence)),
    figures: whatIf.best && !whatIf.best.isFeasible ? [] : scenarioFigures(whatIf),
    charts: scenarioChart(whatIf),
    table: scenarioTable(whatIf, request),
    settings: [...words.assumptions, ...words.limits],
    notes: [
      ...bestNotes(whatIf),
      ...ASSUMED,
      ...words.assumptions.map(
        (one) => `${one.setting.label}: ${settingText(one.setting, one.value)}. ${originWords(one)}`,
      ),
      ceilingWords(),
    ],
    ...nothingHere(gaps.basis, request.slice),
  }
}

export const readWhatIfAnalysis = async (request: AnalysisRequest): Promise<Analysis> =>
  scenarioAnalysis(await readWhatIf(request), request)
