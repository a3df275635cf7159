import type { Setting } from './settings.ts'

/** What to do about money that leaves and could be awarded otherwise. */
export const GAP_ANSWERS = ['redirect', 'develop', 'create', 'leave'] as const
export type GapAnswer = (typeof GAP_ANSWERS)[number]

const OWN = 'Its own judgement, not from any study.'

/** The thresholds of the rule, in hundredths. */
export const GAP_SETTINGS = {
  worth: {
    name: 'worth',
    label: 'Leave alone what leaks less than (pounds)',
    unit: 'pounds',
    suggested: 2_500_000,
    least: 0,
    most: 100_000_000_000_00,
    source: `${OWN} Sunderland looks for local value from £5,000 a purchase, Durham from £50,000.`,
  },
  growth: {
    name: 'growth',
    label: 'Local suppliers can grow by (per cent of what they are paid)',
    unit: 'percent',
    suggested: 5000,
    least: 0,
    most: 100_000,
    source: OWN,
  },
  cover: {
    name: 'cover',
    label: 'Redirect where they can take on (per cent of the leak)',
    unit: 'percent',
    suggested: 2500,
    least: 100,
    most: 10_000,
    source: OWN,
  },
  paid: {
    name: 'paid',
    label: 'Redirect needs so many paid local suppliers',
    unit: 'number',
    suggested: 200,
    least: 100,
    most: 10_000,
    source: `${OWN} Two, so that there is competition; Southend asks for at least two local quotes.`,
  },
  near: {
    name: 'near',
    label: 'Develop needs so many local bodies able to supply',
    unit: 'number',
    suggested: 300,
    least: 100,
    most: 100_000,
    source: OWN,
  },
} as const satisfies Record<string, Setting>

export type GapThresholds = Readonly<Record<keyof typeof GAP_SETTINGS, number>>

/** What is known of one category: pence that leak and can be influenced, and who is near. */
export type GapFacts = {
  readonly leakPence: number
  readonly paidSuppliers: number
  readonly capacityPence: number
  /** Local bodies of the registers in the same trades, not paid for this. */
  readonly registered: number
  /** Local suppliers that say themselves that they supply this, not paid for it. */
  readonly listed: number
}

/** Why: which test of the rule decided. */
export type GapReason =
  | 'too-little'
  | 'capacity-covers'
  | 'too-few-paid'
  | 'capacity-short'
  | 'only-others'
  | 'nobody-near'
export type Gap = { readonly answer: GapAnswer; readonly reason: GapReason }

/**
 * Redirect: enough local suppliers are paid for this already, and can take on enough of what leaks. Develop: some supply is
 * near (one that is paid, or enough in the registers and the directory), and has to grow or be won. Create: nobody is near.
 */
export const decideGap = (facts: GapFacts, thresholds: GapThresholds): Gap => {
  if (facts.leakPence <= 0 || facts.leakPence < thresholds.worth)
    return { answer: 'leave', reason: 'too-little' }
  const isEnough = facts.paidSuppliers * 100 >= thresholds.paid
  const isCovered = facts.capacityPence * 10_000 >= facts.leakPence * thresholds.cover
  if (isEnough && isCovered) return { answer: 'redirect', reason: 'capacity-covers' }
  if (facts.paidSuppliers > 0)
    return { answer: 'develop', reason: isEnough ? 'capacity-short' : 'too-few-paid' }
  // One that says of itself that it supplies this is better evidence than a code in a register.
  if (facts.listed > 0 || facts.registered * 100 >= thresholds.near)
    return { answer: 'develop', reason: 'only-others' }
  return { answer: 'create', reason: 'nobody-near' }
}
