import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { exact } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { BudgetRefusal, Other, OtherText, ResultText } from '../model.ts'

/** A grant, an asset transfer or an action may be recorded once under its title and first day, for a priority there is. */
export const decideOther = (
  text: OtherText,
  known: { readonly titles: ReadonlySet<string>; readonly priorities: ReadonlySet<string> },
): Decision<OtherText, BudgetRefusal> => {
  if (text.endsOn < text.startsOn) return refuse('ends-before-start')
  if (known.titles.has(otherKey(text))) return refuse('title-taken', { title: text.title })
  if (text.priorityId !== null && !known.priorities.has(text.priorityId)) return refuse('priority-unknown')
  return accept(text)
}

export const otherKey = ({ title, startsOn }: Pick<OtherText, 'title' | 'startsOn'>): string =>
  `${startsOn} ${title}`

/** A result is something done, from the first day on. One that takes back what was counted before cannot leave less than nothing. */
export const decideResult = (
  other: Other,
  result: ResultText,
  today: PlainDate,
): Decision<ResultText, BudgetRefusal> => {
  if (result.doneOn > today) return refuse('result-in-future')
  if (result.doneOn < other.startsOn) return refuse('result-outside-days')
  return exact(other.verified).plus(result.quantity).isNegative()
    ? refuse('result-below-nothing', { verified: other.verified })
    : accept(result)
}
