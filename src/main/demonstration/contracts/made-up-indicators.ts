import type { IndicatorText, Rating } from '#contracts'

export type MadeUpIndicator = {
  readonly text: IndicatorText
  readonly value: string
  readonly rating: Rating
  readonly note: string
}

const indicator = (
  title: string,
  [direction, target, unit]: readonly ['at-least' | 'at-most', string, string],
  [value, rating, note]: readonly [string, Rating, string],
  more: Partial<IndicatorText> = {},
): MadeUpIndicator => ({
  text: {
    title,
    howMeasured: 'Counted by the supplier each month, and a tenth of it checked by the council.',
    unit,
    target,
    direction,
    isSocial: false,
    isStatutory: true,
    everyMonths: 3,
    firstDueOn: '2026-09-30',
    ...more,
  },
  value,
  rating,
  note,
})

/** Indicators of Northmere's largest contract; the second has gone badly. */
// biome-ignore format: a table reads better in rows
export const INDICATORS: readonly MadeUpIndicator[] = [
  indicator('Work done within the days agreed', ['at-least', '95', 'per cent'], ['96', 'good', '']),
  indicator('Complaints upheld in a month', ['at-most', '4', 'complaints'], ['11', 'inadequate', '']),
  indicator('Staff on the real living wage', ['at-least', '100', 'per cent'], ['92', 'approaching', ''], { isSocial: true, everyMonths: 6 }),
]

export const CHANCE = {
  whatHappened: 'Upheld complaints rose from three a month to eleven, most of them about missed visits.',
  chance: 'The supplier was asked by letter to staff the evening round and to report weekly.',
} as const
