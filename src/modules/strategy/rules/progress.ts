import { Decimal } from 'decimal.js'
import { financialYearDays } from '../../../kernel/financial-year.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DecimalText, Indicator, Reading, Target } from '../model.ts'

export type Progress = {
  readonly latest: Reading
  /** The newest target that was due when it was measured: a target is due when its financial year ends. */
  readonly target: Target | null
  /** The one after it. */
  readonly next: Target | null
  readonly isMet: boolean | null
  /** How far it is from the target, without a sign. */
  readonly apart: DecimalText | null
  readonly sinceBaseline: DecimalText | null
  /** Whether it went the way that is better; null without a baseline or without a change. */
  readonly isBetter: boolean | null
}

const isDue = ({ year }: Target, day: PlainDate): boolean => financialYearDays(year).to <= day

const better = (direction: Indicator['direction'], change: Decimal): boolean =>
  direction === 'up' ? change.gt(0) : change.lt(0)

/** Where an indicator stands: its newest reading for the whole area against baseline and target; null without one. */
export const progressOf = (indicator: Indicator, readings: readonly Reading[]): Progress | null => {
  const latest = readings
    .filter(({ place, supersededBy }) => place === null && supersededBy === null)
    .reduce<Reading | null>(
      (best, one) => (best === null || one.measuredOn > best.measuredOn ? one : best),
      null,
    )
  if (latest === null) return null
  const value = new Decimal(latest.value)
  const target = indicator.targets.findLast((one) => isDue(one, latest.measuredOn)) ?? null
  const next = indicator.targets.find((one) => !isDue(one, latest.measuredOn)) ?? null
  const short = target === null ? null : value.minus(target.value)
  const change = indicator.baseline === null ? null : value.minus(indicator.baseline)
  return {
    latest,
    target,
    next,
    isMet: short === null ? null : short.isZero() || better(indicator.direction, short),
    apart: short?.abs().toFixed() ?? null,
    sinceBaseline: change?.toFixed() ?? null,
    isBetter: change === null || change.isZero() ? null : better(indicator.direction, change),
  }
}
