import type { AnalysisRequest } from './analyses/all.ts'
import { type Best, findBestShift } from './find-best-shift.ts'
import { type CategoryGap, type Gaps, readGaps } from './read-gaps.ts'
import type { Bound, Candidate, Limits } from './rules/best-shift.ts'
import type { SetValue } from './rules/settings.ts'
import {
  type Assumptions,
  type Effects,
  effectsOf,
  type HeldBy,
  type Reach,
  shiftTo,
} from './rules/what-if.ts'
import { settingErrors } from './setting-words.ts'
import { readWhatIfWords, type WhatIfWords } from './what-if-words.ts'

/** One category in a scenario: as it is, what was asked of it, and what becomes of it. */
export type ScenarioLine = Candidate & {
  readonly wanted: number | null
  readonly askedPence: number
  readonly pence: number
  readonly heldBy: HeldBy | Bound
}

export type WhatIf = {
  readonly gaps: Gaps
  readonly words: WhatIfWords
  readonly lines: readonly ScenarioLine[]
  readonly effects: Effects
  /** Where the best shift was looked for. */
  readonly best: Best | null
  readonly limits: Limits
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

const withinReach = (gap: CategoryGap, reach: Reach): number => {
  if (reach === 'all') return Math.max(0, gap.leavingPence)
  return gap.leakPence + (reach === 'unsure' ? gap.unsurePence : 0)
}

const candidateOf = (gap: CategoryGap, reach: Reach): Candidate => ({
  key: gap.key,
  name: gap.name,
  answer: gap.answer,
  allPence: Math.max(0, gap.allPence),
  localPence: gap.insidePence,
  reachPence: withinReach(gap, reach),
  capacityPence: gap.capacityPence,
  suppliers: gap.paid.length,
})

const valuesOf = <Name extends string>(settings: readonly SetValue[]): Readonly<Record<Name, number>> =>
  Object.fromEntries(settings.map((one) => [one.setting.name, one.value])) as Record<Name, number>

const ORDERED = [
  ['jobsFrom', 'jobsTo', 'Jobs for each £1m: the least is more than the most.'],
  ['respendFrom', 'respendTo', 'Spent again for each £1: the least is more than the most.'],
] as const

const errorsOf = (words: WhatIfWords, assumptions: Assumptions): WhatIf['errors'] => [
  ...words.refusedShares.map(({ field, category, typed }) => ({
    field,
    message: `“${typed}” cannot be used for ${category}: a share is a number from 0 to 100.`,
  })),
  ...settingErrors([...words.assumptions, ...words.limits]),
  ...ORDERED.filter(([from, to]) => assumptions[from] > assumptions[to]).map(([from, , message]) => ({
    field: from,
    message,
  })),
]

/** A scenario worked out on what counts today. The words are those of the page's address (`what-if-words.ts`). */
export const readWhatIf = async (request: AnalysisRequest): Promise<WhatIf> => {
  const words = readWhatIfWords(request.query)
  const gaps = await readGaps(request)
  const assumptions = valuesOf<keyof Assumptions>(words.assumptions)
  const limits = valuesOf<keyof Limits>(words.limits)
  const errors = errorsOf(words, assumptions)
  const candidates = gaps.categories.map((gap) => candidateOf(gap, words.reach))
  const best = words.isBest && errors.length === 0 ? await findBestShift(candidates, limits) : null
  const found = new Map(best?.shifts.map((shift) => [shift.key, shift]))
  const lines = candidates.map((candidate): ScenarioLine => {
    const wanted = words.wanted.get(candidate.key) ?? words.all
    const own = found.get(candidate.key)
    if (own) return { ...candidate, wanted, askedPence: own.pence, pence: own.pence, heldBy: own.bound }
    const { askedPence, pence, heldBy } = shiftTo(candidate, wanted)
    return { ...candidate, wanted, askedPence, pence, heldBy }
  })
  return { gaps, words, lines, effects: effectsOf(lines, assumptions, gaps.months), best, limits, errors }
}
