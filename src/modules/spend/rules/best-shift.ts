import { partOf } from './capacity.ts'
import type { GapAnswer } from './gaps.ts'
import type { Setting } from './settings.ts'
import type { ShiftCategory } from './what-if.ts'

const OWN = 'Its own judgement, not from any study.'
const MOST_PENCE = 100_000_000_000_00

/** The limits within which the best shift is looked for, in hundredths. */
export const LIMIT_SETTINGS = {
  share: {
    name: 'share',
    label: 'No category above this local share (per cent)',
    unit: 'percent',
    suggested: 10_000,
    least: 0,
    most: 10_000,
    source: `${OWN} 100% is no limit.`,
  },
  suppliers: {
    name: 'suppliers',
    label: 'Only where so many local suppliers are paid already',
    unit: 'number',
    suggested: 200,
    least: 0,
    most: 10_000,
    source: `${OWN} Two, so that there is competition.`,
  },
  effort: {
    name: 'effort',
    label: 'Budget of effort, in points',
    unit: 'number',
    suggested: 1000,
    least: 0,
    most: 1_000_000,
    source: `${OWN} A point is about what it takes to redirect one category.`,
  },
  redirectEffort: {
    name: 'redirectEffort',
    label: 'Points for a category to redirect',
    unit: 'number',
    suggested: 100,
    least: 0,
    most: 100_000,
    source: OWN,
  },
  developEffort: {
    name: 'developEffort',
    label: 'Points for a category to develop',
    unit: 'number',
    suggested: 300,
    least: 0,
    most: 100_000,
    source: OWN,
  },
  total: {
    name: 'total',
    label: 'Shift at most in all (pounds)',
    unit: 'pounds',
    suggested: MOST_PENCE,
    least: 0,
    most: MOST_PENCE,
    source: `${OWN} As suggested it is no limit.`,
  },
  goal: {
    name: 'goal',
    label: 'Shift at least in all (pounds)',
    unit: 'pounds',
    suggested: 0,
    least: 0,
    most: MOST_PENCE,
    source: `${OWN} Nothing is no limit.`,
  },
} as const satisfies Record<string, Setting>

export type Limits = Readonly<Record<keyof typeof LIMIT_SETTINGS, number>>
export type Candidate = ShiftCategory & { readonly answer: GapAnswer }

/** What keeps a category from giving more. */
export type Bound = 'reach' | 'capacity' | 'share' | 'suppliers' | 'effort' | 'total' | 'nothing'

/** The most that one category can give, its points of effort, and what holds it there. */
export type Room = {
  readonly key: string
  readonly pence: number
  readonly effort: number
  readonly bound: Bound
}

/** The room of a category under all limits that are its own. */
export const roomOf = (category: Candidate, limits: Limits): Room => {
  const effort =
    category.answer === 'redirect' || category.answer === 'leave'
      ? limits.redirectEffort
      : limits.developEffort
  const room = (pence: number, bound: Bound): Room => ({ key: category.key, pence, effort, bound })
  if (category.reachPence <= 0) return room(0, 'nothing')
  if (category.suppliers * 100 < limits.suppliers) return room(0, 'suppliers')
  const byShare = Math.max(0, partOf(category.allPence, limits.share) - category.localPence)
  const least = Math.min(category.reachPence, category.capacityPence, byShare)
  if (least === byShare && byShare < Math.min(category.reachPence, category.capacityPence))
    return room(byShare, 'share')
  return least === category.capacityPence && category.capacityPence < category.reachPence
    ? room(Math.max(0, least), 'capacity')
    : room(Math.max(0, least), 'reach')
}

/** Rooms that can give anything, in an order of their own: the answer does not hang on that of the payments. */
export const rankRooms = (rooms: readonly Room[]): Room[] =>
  rooms.filter((room) => room.pence > 0).toSorted((a, b) => (a.key < b.key ? -1 : 1))

/**
 * The model for HiGHS, in CPLEX LP format. `f` is the part of its room that a category gives, `y` whether it is taken up at
 * all, which costs its effort. No text of a file comes into it.
 */
export const writeModel = (rooms: readonly Room[], limits: Pick<Limits, 'effort' | 'total'>): string => {
  const scale = Math.max(1, ...rooms.map((room) => room.pence))
  const gain = rooms.map((room, at) => `${(room.pence / scale).toFixed(12)} f${at}`).join(' + ')
  const effort = rooms.map((room, at) => `${room.effort} y${at}`).join(' + ')
  return [
    'Maximize',
    ` gain: ${gain}`,
    'Subject To',
    ` effort: ${effort} <= ${limits.effort}`,
    ` total: ${gain} <= ${(limits.total / scale).toFixed(12)}`,
    ...rooms.map((_, at) => ` taken${at}: f${at} - y${at} <= 0`),
    'Bounds',
    ...rooms.map((_, at) => ` 0 <= f${at} <= 1`),
    'Binary',
    ` ${rooms.map((_, at) => `y${at}`).join(' ')}`,
    'End',
  ].join('\n')
}

export type Solution = Readonly<Record<string, number>>
export type BestShift = { readonly key: string; readonly pence: number; readonly bound: Bound }

/**
 * What the solution means, in whole pence, never past a room or the total. Which categories are taken up is the solver's
 * answer; a pound is worth the same in each, so the total is used up in order and not by the solver's decimals.
 */
export const readSolution = (
  rooms: readonly Room[],
  solution: Solution,
  limits: Pick<Limits, 'total'>,
): BestShift[] => {
  let left = limits.total
  return rooms.map((room, at) => {
    const isTaken = (solution[`y${at}`] ?? 0) > 0.5
    if (!isTaken) return { key: room.key, pence: 0, bound: 'effort' as const }
    const pence = Math.min(room.pence, left)
    left -= pence
    return { key: room.key, pence, bound: pence < room.pence ? ('total' as const) : room.bound }
  })
}

export const sumShifts = (shifts: readonly { readonly pence: number }[]): number =>
  shifts.reduce((sum, shift) => sum + shift.pence, 0)
