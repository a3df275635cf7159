import { type Exact, exact, ZERO } from '../../../kernel/exact.ts'
import type { Bid, Competition, Leaf, Method, Scale } from '../model.ts'
import { winnerOf } from './rank-bids.ts'
import { decisiveLosers } from './robustness/irrelevant-bids.ts'
import { type Scored, scoreBids } from './score-bids.ts'

/** What an authority thinks of asking for, before it publishes. Weights add up to 100; pounds. */
export type AskToTry = {
  readonly weights: { readonly price: Exact; readonly quality: Exact; readonly socialValue: Exact }
  readonly expectedPrice: Exact
  readonly bids: number
  readonly biddersEach: number
  readonly seed: number
}
export const SIMULATED_METHODS = [
  'fixed-benchmark',
  'bands',
  'relative-to-best',
  'between-worst-and-best',
  'distance-from-mean',
] as const
export type SimulatedMethod = (typeof SIMULATED_METHODS)[number]

export type Swap = {
  readonly competition: number
  readonly losingBid: SimulatedBid
  readonly winner: SimulatedBid
  readonly winnerWithout: SimulatedBid
}
export type SimulatedBid = {
  readonly name: string
  readonly price: Exact
  readonly quality: Exact
  readonly offer: Exact
  readonly total: Exact
}
export type MethodTried = {
  readonly method: SimulatedMethod
  readonly competitions: number
  /** Competitions in which taking one losing bid away changes the winner. */
  readonly swapped: number
  readonly example: Swap | null
}

/** A fixed sequence from a seed, whole numbers below `limit`: the same ask always meets the same bids (mulberry32). */
const sequence = (seed: number): ((limit: number) => number) => {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

const SCALE: Scale = { lowest: ZERO, highest: exact(10), countsFrom: 'zero', levels: [] }
const NO_LIMITS = { score: null, least: null, most: null, points: null }
/** Offers of social value are compared with a tenth of the expected price. */
const TARGET_SHARE = exact('0.1')

const bandsAround = (centre: Exact, better: 'lower' | 'higher'): Method => {
  const steps = Array.from({ length: 10 }, (_, step) => step)
  const from = (step: number): Exact =>
    better === 'lower' ? centre.times(exact(100 + step * 10)).div(100) : centre.times(step + 1).div(10)
  const bands =
    better === 'lower'
      ? [
          { from: null, to: from(0), isToIncluded: false, share: exact(1) },
          ...steps.map((step) => ({
            from: from(step),
            to: step === 9 ? null : from(step + 1),
            isToIncluded: false,
            share: exact(9 - step).div(10),
          })),
        ]
      : [
          { from: null, to: from(0), isToIncluded: false, share: ZERO },
          ...steps.map((step) => ({
            from: from(step),
            to: step === 9 ? null : from(step + 1),
            isToIncluded: false,
            share: exact(step + 1).div(10),
          })),
        ]
  return { name: 'bands', bands }
}

const methodAs = (name: SimulatedMethod, benchmark: Exact, better: 'lower' | 'higher'): Method => {
  if (name === 'fixed-benchmark') return { name, benchmark }
  if (name === 'bands') return bandsAround(benchmark, better)
  if (name === 'distance-from-mean') return { name, marksAtMean: exact(50) }
  return { name }
}

const leavesFor = ({ weights, expectedPrice }: AskToTry, method: SimulatedMethod): readonly Leaf[] => {
  const shape = { measuredAs: 'amount', cap: null, capShareOfPrice: null, limits: NO_LIMITS } as const
  const target = expectedPrice.times(TARGET_SHARE)
  return [
    {
      ...shape,
      index: 0,
      name: 'Price',
      path: ['Price'],
      kind: 'price',
      weight: weights.price,
      better: 'lower',
      scale: null,
      method: methodAs(method, expectedPrice, 'lower'),
    },
    {
      ...shape,
      index: 1,
      name: 'Quality',
      path: ['Quality'],
      kind: 'quality',
      weight: weights.quality,
      better: 'higher',
      scale: SCALE,
      method: { name: 'scale' },
    },
    {
      ...shape,
      index: 2,
      name: 'Social value',
      path: ['Social value'],
      kind: 'social-value-quantitative',
      weight: weights.socialValue,
      better: 'higher',
      scale: null,
      method: methodAs(method, target, 'higher'),
    },
  ]
}

/**
 * One bid. Most are within a fifth of the expected price and promise up to a sixth of it; one in ten is far too cheap or
 * promises far too much, and answers poorly. These shapes are ours: they show what a formula can do, not what will come.
 */
const simulateBid = (index: number, { expectedPrice }: AskToTry, below: (limit: number) => number): Bid => {
  const isOdd = below(10) === 0
  const isCheap = below(2) === 0
  const price = expectedPrice.times(isOdd && isCheap ? 45 + below(20) : 80 + below(41)).div(100)
  const offer = expectedPrice.times(isOdd && !isCheap ? 40 + below(60) : below(17)).div(100)
  const quality = exact(isOdd ? below(4) : 4 + below(7))
  const values = [price.toDecimalPlaces(0), quality, offer.toDecimalPlaces(0)]
  return {
    index,
    name: `bid ${index + 1}`,
    price: values[0] as Exact,
    values,
    agreed: [null, null, null],
    offered: [null, null, null],
    failedConditions: [],
    excludedBecause: null,
  }
}

const competitionOf = (ask: AskToTry, method: SimulatedMethod, bids: readonly Bid[]): Competition => ({
  title: null,
  totalWeight: exact(100),
  leaves: leavesFor(ask, method),
  groups: [],
  conditions: [],
  bids,
  rounding: { decimals: 2, when: 'only-shown' },
  ranking: { by: 'weighted-total', poundsPerPoint: null },
  tieBreaks: [{ by: 'price' }],
  abnormallyLow: { rule: 'below-mean-of-others', share: exact('0.2'), benchmark: null, isStated: false },
  weightRange: exact(5),
})

const showBid = ({ bids }: Competition, { sums }: Scored, bid: number): SimulatedBid => {
  const { name, values } = bids[bid] as Bid
  const [price = ZERO, quality = ZERO, offer = ZERO] = values
  return { name, price, quality, offer, total: sums[bid]?.total ?? ZERO }
}

const swapIn = (competition: Competition, number: number): Swap | null => {
  const scored = scoreBids(competition)
  const winner = winnerOf(scored.places)
  if (winner === null) return null
  const [found] = decisiveLosers(competition, scored, [winner])
  const [instead] = found?.first ?? []
  if (!found || instead === undefined) return null
  return {
    competition: number,
    losingBid: showBid(competition, scored, found.bid),
    winner: showBid(competition, scored, winner),
    winnerWithout: showBid(competition, scored, instead),
  }
}

/**
 * Tries an ask on simulated bids under five methods: in how many competitions would one losing bid have decided between
 * two others? Under absolute methods in none.
 */
export const simulateAsk = (ask: AskToTry): readonly MethodTried[] => {
  const below = sequence(ask.seed)
  const count = Math.floor(ask.bids / ask.biddersEach)
  const fields = Array.from({ length: count }, () =>
    Array.from({ length: ask.biddersEach }, (_, index) => simulateBid(index, ask, below)),
  )
  return SIMULATED_METHODS.map((method) => {
    const swaps = fields
      .map((bids, number) => swapIn(competitionOf(ask, method, bids), number + 1))
      .filter((swap) => swap !== null)
    return { method, competitions: count, swapped: swaps.length, example: swaps[0] ?? null }
  })
}
