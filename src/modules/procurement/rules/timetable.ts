import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DatedStep } from '../law/answer.ts'
import type { Purchase } from '../model/purchase.ts'
import type { TimetableEntry } from '../model/timetable.ts'

const PLAN: readonly (readonly [keyof Purchase, string])[] = [
  ['commencesOn', 'Procurement commences'],
  ['tenderOn', 'Tender notice'],
  ['tendersDueOn', 'Tenders due'],
  ['awardOn', 'Award notice'],
  ['contractOn', 'Contract entered into'],
  ['startsOn', 'Contract starts'],
  ['endsOn', 'Contract ends'],
  ['extendedEndsOn', 'End with every extension'],
  ['expiringOn', 'The contract it follows ends'],
]

type WorkingDay = (day: PlainDate) => boolean | null

/** The days of a purchase in order: those in its plan, and those the law sets. */
export const timetableOf = (
  purchase: Purchase,
  steps: readonly DatedStep[],
  isWorkingDay: WorkingDay,
): TimetableEntry[] => {
  const planned = PLAN.flatMap(([field, what]): TimetableEntry[] => {
    const date = purchase[field] as PlainDate | null
    if (date === null) return []
    return [
      {
        id: `plan-${field}`,
        what,
        means: 'plan',
        date,
        planned: date,
        isMet: null,
        isWorkingDay: isWorkingDay(date),
        provision: null,
        confidence: null,
      },
    ]
  })
  const lawful = steps.map(
    (step): TimetableEntry => ({
      id: step.id,
      what: step.title,
      means: step.means,
      date: step.date,
      planned: step.given,
      isMet: step.met,
      isWorkingDay: step.isWorkingDay,
      provision: step.provision,
      confidence: step.confidence,
    }),
  )
  return [...planned, ...lawful].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  )
}
