import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import type { Contract, Extension, TermState } from '../model.ts'

type Term = Pick<Contract, 'startsOn' | 'endsOn'>

/** The same day `months` later, or the last day of that month. */
const monthsAfter = (day: PlainDate, months: number): PlainDate => {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1]
  for (let date = Number(day.slice(8)); date > 28; date--) {
    const found = plainDate(year, month, date)
    if (found) return found
  }
  return plainDate(year, month, Math.min(28, Number(day.slice(8)))) ?? day
}

const latest = (days: readonly PlainDate[]): PlainDate | null => [...days].sort().at(-1) ?? null

/** The last day as it stood on a day: the agreed one, or that of the latest extension taken by then. */
export const endOn = (term: Term, extensions: readonly Extension[], day: PlainDate): PlainDate | null => {
  if (term.endsOn === null) return null
  const taken = extensions.filter(({ takenOn }) => takenOn !== null && takenOn <= day)
  return latest([term.endsOn, ...taken.map(({ untilOn }) => untilOn)])
}

/** The last day there can be, with every option taken. */
export const furthestEnd = (term: Term, extensions: readonly Extension[]): PlainDate | null =>
  term.endsOn === null ? null : latest([term.endsOn, ...extensions.map(({ untilOn }) => untilOn)])

/** Where a contract is on a day. Without a first day it is taken to have begun; without a last day it rolls on. */
export const stateOn = (term: Term, extensions: readonly Extension[], day: PlainDate): TermState => {
  const end = endOn(term, extensions, day)
  if (term.startsOn === null && end === null) return 'not-known'
  if (term.startsOn !== null && day < term.startsOn) return 'to-come'
  if (end === null) return 'running'
  if (day > end) return 'ended'
  return monthsAfter(day, 6) >= end ? 'ending' : 'running'
}
