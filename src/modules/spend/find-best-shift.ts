import { solveModels } from './optimiser/solve.ts'
import {
  type BestShift,
  type Bound,
  type Candidate,
  type Limits,
  rankRooms,
  readSolution,
  roomOf,
  sumShifts,
  writeModel,
} from './rules/best-shift.ts'

export type Best = {
  readonly shifts: readonly BestShift[]
  readonly pence: number
  readonly effortUsed: number
  /** What one more point of effort would add, in pence. */
  readonly nextPointPence: number
  /** Whether the limits can be met: what is asked for at least may be more than there is. */
  readonly isFeasible: boolean
}

const ONE_POINT = 100

/** The shift with the most local pounds within the limits, and what holds each category. The same question has the same answer. */
export const findBestShift = async (categories: readonly Candidate[], limits: Limits): Promise<Best> => {
  const all = categories.map((category) => roomOf(category, limits))
  const rooms = rankRooms(all)
  const none = new Map<string, Bound>(all.map((room) => [room.key, room.bound]))
  const more = { ...limits, effort: limits.effort + ONE_POINT }
  const [answer, next] =
    rooms.length === 0 ? [] : await solveModels([writeModel(rooms, limits), writeModel(rooms, more)])
  const found = readSolution(rooms, answer?.values ?? {}, limits)
  const pence = sumShifts(found)
  const byKey = new Map(found.map((shift) => [shift.key, shift]))
  const taken = rooms.filter((room) => (byKey.get(room.key)?.pence ?? 0) > 0)
  return {
    shifts: all.map(({ key }) => byKey.get(key) ?? { key, pence: 0, bound: none.get(key) ?? 'nothing' }),
    pence,
    effortUsed: taken.reduce((sum, room) => sum + room.effort, 0),
    nextPointPence: Math.max(0, sumShifts(readSolution(rooms, next?.values ?? {}, limits)) - pence),
    isFeasible: pence >= limits.goal,
  }
}
