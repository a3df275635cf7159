import type { Indicator } from '../model/life.ts'

export type IndicatorGap = {
  /** Whether the law asks for indicators; null where too little is known. */
  readonly isAsked: boolean | null
  readonly minimum: number
  readonly set: number
  readonly missing: number
}

/** How many of the indicators that section 52 asks for are set and not closed. */
export const indicatorGap = (
  isAsked: boolean | null,
  minimum: number,
  indicators: readonly Pick<Indicator, 'isStatutory' | 'closedOn'>[],
): IndicatorGap => {
  const set = indicators.filter(({ isStatutory, closedOn }) => isStatutory && closedOn === null).length
  return { isAsked, minimum, set, missing: isAsked === true ? Math.max(0, minimum - set) : 0 }
}
