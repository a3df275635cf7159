import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Source } from '../model/reference.ts'
import type { Notice } from '../model/valuation.ts'

export type SourceAge = {
  readonly source: Source
  /** Whole months since the last day on which it can have been published. */
  readonly months: number
  readonly isOverdue: boolean
  readonly isSuperseded: boolean
}

const monthsFrom = (text: string, month: number): number => Number(text.slice(0, 4)) * 12 + month

/** A year alone may be its December, so an age is never made to look greater than it is known to be. */
const monthOf = (text: string): number => monthsFrom(text, text.length >= 7 ? Number(text.slice(5, 7)) : 12)

export const ageOf = (source: Source, today: PlainDate): SourceAge => {
  const isLaterInMonth = source.publishedOn.length === 10 && today.slice(8) < source.publishedOn.slice(8)
  const months =
    monthsFrom(today, Number(today.slice(5, 7))) - monthOf(source.publishedOn) - (isLaterInMonth ? 1 : 0)
  return {
    source,
    months: Math.max(0, months),
    isOverdue: source.nextDue !== null && source.nextDue <= today,
    isSuperseded: source.supersededBy !== null,
  }
}

/** Out of date: a newer edition is known, or was due by today. */
export const isOutOfDate = ({ isOverdue, isSuperseded }: SourceAge): boolean => isOverdue || isSuperseded

export const outOfDateNotice = ({ source, months }: SourceAge): Notice => ({
  code: 'source-out-of-date',
  facts: {
    source: source.title,
    months,
    nextDue: source.nextDue ?? '',
    supersededBy: source.supersededBy ?? '',
  },
})
