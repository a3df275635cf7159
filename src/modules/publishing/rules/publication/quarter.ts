import { type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'

/** A quarter of a calendar year, as the Transparency Code asks for spending: `2026-Q3` is July to September. */
export type Quarter = { readonly name: string; readonly from: PlainDate; readonly to: PlainDate }

const LAST_DAYS = [31, 30, 30, 31] as const

export const quarterNamed = (name: string): Quarter | undefined => {
  const [, year = '', number = ''] = /^(20\d{2})-Q([1-4])$/.exec(name) ?? []
  const at = Number(number)
  const from = plainDate(Number(year), at * 3 - 2, 1)
  const to = plainDate(Number(year), at * 3, LAST_DAYS[at - 1] ?? 0)
  return from && to ? { name, from, to } : undefined
}

/** The last quarters that are over on a day, newest first. */
export const quartersBefore = (day: PlainDate, count: number): Quarter[] => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const now = year * 4 + Math.floor((month - 1) / 3)
  return Array.from({ length: count }, (_, back) => now - 1 - back).flatMap(
    (at) => quarterNamed(`${Math.floor(at / 4)}-Q${(at % 4) + 1}`) ?? [],
  )
}
