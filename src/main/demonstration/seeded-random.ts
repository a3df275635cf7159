/** Chance that comes out the same every time: all made-up data hangs on one seed. */
export type SeededRandom = {
  /** From 0 up to, and never, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  readonly between: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly shuffled: <Value>(values: readonly Value[]) => Value[]
  /** Around 0, mostly between -1 and 1: the sum of several even chances (Irwin–Hall), scaled to variance 1. */
  readonly bell: () => number
}

/** Mulberry32, by Tommy Ettinger, in the public domain: 32 bits of state, even enough for test data, not for secrets. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Chance for one subject. Each subject has a seed of its own, so that a change to one leaves the others as they were. */
export const seededRandom = (seed: number): SeededRandom => {
  const next = mulberry32(seed)
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    if (values.length === 0) throw new RangeError('there is nothing to pick from')
    return values[whole(0, values.length - 1)] as Value
  }
  return {
    next,
    whole,
    pick,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    shuffled: (values) =>
      values
        .map((value) => ({ value, turn: next() }))
        .sort((a, b) => a.turn - b.turn)
        .map(({ value }) => value),
    bell: () =>
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() +
      next() -
      6,
  }
}
