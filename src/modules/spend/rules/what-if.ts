import type { Certainty } from '../model/turnover-ceilings.ts'
import { partOf } from './capacity.ts'
import type { Setting } from './settings.ts'

/** Which of the money that leaves a shift may take: what can be influenced, what is unsure as well, or all of it. */
export const REACHES = ['influenceable', 'unsure', 'all'] as const
export type Reach = (typeof REACHES)[number]

const POPULATION = 'Business Population Estimates 2023, Department for Business and Trade (5 October 2023)'
const POPULATION_CERTAINTY: Certainty = {
  level: 'likely',
  asOf: 'start of 2023, turnover without finance and insurance',
  check: 'gov.uk, Business population estimates, statistical release, table 1; a later edition is out',
}

/** What the effects rest on, in hundredths: jobs for each £1m a year, and pounds spent again locally for each £1. */
export const WHAT_IF_SETTINGS = {
  jobsFrom: {
    name: 'jobsFrom',
    label: 'Jobs for each £1m a year, at least',
    unit: 'number',
    suggested: 600,
    least: 0,
    most: 10_000,
    source: `${POPULATION}: about 27.4m people work for £4.5tn of turnover in all private firms, 6.1 for £1m.`,
    certainty: POPULATION_CERTAINTY,
  },
  jobsTo: {
    name: 'jobsTo',
    label: 'Jobs for each £1m a year, at most',
    unit: 'number',
    suggested: 800,
    least: 0,
    most: 10_000,
    source: `${POPULATION}: about 13.1m people work for £1.6tn of turnover in firms of fewer than 50, 8.2 for £1m.`,
    certainty: POPULATION_CERTAINTY,
  },
  respendFrom: {
    name: 'respendFrom',
    label: 'Spent again locally for each £1, at least (pounds)',
    unit: 'pounds',
    suggested: 0,
    least: 0,
    most: 200,
    source: 'Nothing, for as long as no survey of your suppliers says otherwise.',
  },
  respendTo: {
    name: 'respendTo',
    label: 'Spent again locally for each £1, at most (pounds)',
    unit: 'pounds',
    suggested: 108,
    least: 0,
    most: 200,
    source: 'Community Gateway found £1.08 (LM3 2.08). LM3 cannot exceed 3, so this cannot exceed £2.',
  },
} as const satisfies Record<string, Setting>

export type Assumptions = Readonly<Record<keyof typeof WHAT_IF_SETTINGS, number>>

/** One category before anything is shifted, in pence of the period. */
export type ShiftCategory = {
  readonly key: string
  readonly name: string
  readonly allPence: number
  readonly localPence: number
  /** What leaves and is within reach. */
  readonly reachPence: number
  /** What the local suppliers that are paid can take on. */
  readonly capacityPence: number
  readonly suppliers: number
}

/** What holds a shift where it is: as asked, the money within reach, or what local suppliers can take on. */
export type HeldBy = 'nothing-asked' | 'asked' | 'reach' | 'capacity'
export type Shift = {
  readonly key: string
  readonly askedPence: number
  readonly pence: number
  readonly heldBy: HeldBy
}

/** The shift that takes the local share of a category to `wanted` (hundredths of a per cent), as far as it goes. */
export const shiftTo = (category: ShiftCategory, wanted: number | null): Shift => {
  const asked = wanted === null ? 0 : Math.max(0, partOf(category.allPence, wanted) - category.localPence)
  if (asked === 0) return { key: category.key, askedPence: 0, pence: 0, heldBy: 'nothing-asked' }
  const pence = Math.max(0, Math.min(asked, category.reachPence, category.capacityPence))
  const held = category.capacityPence < category.reachPence ? 'capacity' : 'reach'
  return { key: category.key, askedPence: asked, pence, heldBy: pence === asked ? 'asked' : held }
}

export type Range = { readonly from: number; readonly to: number }

export type Effects = {
  readonly shiftedPence: number
  /** The shift as it would be in twelve months. */
  readonly yearPence: number
  /** Hundredths of a job. */
  readonly jobs: Range
  /** Pence a year spent again in the place. */
  readonly respend: Range
}

const times = (pence: number, by: number, over: number): number =>
  Number((BigInt(pence) * BigInt(by)) / BigInt(over))

/** What shifts set off, by these assumptions. `months` is the length of the period they were measured in. */
export const effectsOf = (
  shifts: readonly Pick<Shift, 'pence'>[],
  assumptions: Assumptions,
  months: number,
): Effects => {
  const shiftedPence = shifts.reduce((sum, shift) => sum + shift.pence, 0)
  const yearPence = times(shiftedPence, 12, Math.max(1, months))
  return {
    shiftedPence,
    yearPence,
    jobs: {
      from: times(yearPence, assumptions.jobsFrom, 100_000_000),
      to: times(yearPence, assumptions.jobsTo, 100_000_000),
    },
    respend: {
      from: times(yearPence, assumptions.respendFrom, 100),
      to: times(yearPence, assumptions.respendTo, 100),
    },
  }
}
