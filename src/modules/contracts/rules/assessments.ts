import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { exact } from '../../../kernel/exact.ts'
import { daysInMonth, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Assessment, AssessmentText, Indicator, LifeRefusal, Rating } from '../model/life.ts'

/** The same day some months on; the month's last day where there is no such day. */
export const addMonths = (day: PlainDate, months: number): PlainDate => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`
}

/**
 * When the next assessment is due: the first day agreed, then so many months after the one that was due before. A late
 * assessment does not move the days that follow, or twelve months could become more (s.71(2)).
 */
export const nextDueOn = (
  { firstDueOn, everyMonths, closedOn }: Pick<Indicator, 'firstDueOn' | 'everyMonths' | 'closedOn'>,
  assessments: readonly Pick<Assessment, 'toOn' | 'assessedOn'>[],
): PlainDate | null => {
  if (closedOn !== null) return null
  const last = assessments
    .map(({ assessedOn }) => assessedOn)
    .sort()
    .at(-1)
  if (last === undefined) return firstDueOn
  let step = 0
  while (addMonths(firstDueOn, step * everyMonths) <= last) step++
  return addMonths(firstDueOn, step * everyMonths)
}

/** Close to the indicator is within a tenth of it, significantly below is a half: our own reading, the law has no figure. */
export const CLOSE = { approaching: '0.9', inadequate: '0.5' } as const

/** The rating that a figure suggests beside its target; null where the target is told in words. A person decides. */
export const suggestedRating = (
  { target, direction }: Pick<Indicator, 'target' | 'direction'>,
  value: string | null,
): Rating | null => {
  if (target === null || value === null) return null
  const [aim, got] = [exact(target), exact(value)]
  if (direction === 'at-least' ? got.gte(aim) : got.lte(aim)) return 'good'
  // How much of the target is reached: for "at most", the other way round.
  const share =
    direction === 'at-least' ? (aim.isZero() ? null : got.div(aim)) : got.isZero() ? null : aim.div(got)
  if (share === null) return null
  if (share.gte(CLOSE.approaching)) return 'approaching'
  return share.gte(CLOSE.inadequate) ? 'requires-improvement' : 'inadequate'
}

/** An assessment is of a time gone by. A rating that says other than its figure, and `other`, need a note. */
export const decideAssessment = (
  indicator: Indicator,
  text: AssessmentText,
  today: PlainDate,
): Decision<AssessmentText, LifeRefusal> => {
  if (indicator.closedOn !== null) return refuse('indicator-closed')
  if (text.fromOn > text.toOn) return refuse('period-upside-down')
  if (text.toOn > today) return refuse('assessment-to-come')
  const suggested = suggestedRating(indicator, text.value)
  const isOwn = text.rating === 'other' || (suggested !== null && suggested !== text.rating)
  return isOwn && text.note.trim() === '' ? refuse('rating-beside-target') : accept(text)
}
