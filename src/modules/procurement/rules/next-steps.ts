import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DatedStep } from '../law/answer.ts'
import type { NextStep } from '../model/next-step.ts'
import type { Purchase } from '../model/purchase.ts'

type Planned = readonly [keyof Purchase, string]
const PLAN: readonly Planned[] = [
  ['tenderOn', 'Publish the tender notice'],
  ['tendersDueOn', 'Tenders due'],
  ['awardOn', 'Publish the contract award notice'],
  ['contractOn', 'Enter into the contract'],
  ['startsOn', 'Contract starts'],
]

type Around = { readonly today: PlainDate; readonly soonUntil: PlainDate }

const stateOf = (date: PlainDate, { today, soonUntil }: Around): 'late' | 'soon' | 'later' =>
  date < today ? 'late' : date <= soonUntil ? 'soon' : 'later'

/** A step of the law counts while nothing is planned for it, or what is planned breaks the rule. */
const ofLaw = (purchase: Purchase, step: DatedStep, around: Around): NextStep[] => {
  const isOpen = step.given === null && step.means !== 'from'
  if (!isOpen && step.met !== false) return []
  return [
    {
      purchase,
      what: step.title,
      means: step.means,
      date: step.date,
      planned: step.given,
      state: step.met === false ? 'wrong' : stateOf(step.date, around),
      provision: step.provision,
      confidence: step.confidence,
    },
  ]
}

const ofPlan = (purchase: Purchase, around: Around): NextStep[] =>
  PLAN.flatMap(([field, what]) => {
    const date = purchase[field] as PlainDate | null
    if (date === null || date < around.today) return []
    return [
      {
        purchase,
        what,
        means: 'plan' as const,
        date,
        planned: date,
        state: stateOf(date, around),
        provision: null,
        confidence: null,
      },
    ]
  })

/** What must happen next, earliest first: what the law dates and nobody has planned, plans that break a rule, and the plan itself. */
export const nextSteps = (
  purchases: readonly { readonly purchase: Purchase; readonly timetable: readonly DatedStep[] }[],
  around: Around,
): NextStep[] =>
  purchases
    .flatMap(({ purchase, timetable }) => [
      ...timetable.flatMap((step) => ofLaw(purchase, step, around)),
      ...ofPlan(purchase, around),
    ])
    .sort((a, b) => (a.date === b.date ? a.purchase.number - b.purchase.number : a.date < b.date ? -1 : 1))

export const STEP_ORDERS = ['when', 'what', 'purchase'] as const
export type StepOrder = (typeof STEP_ORDERS)[number]
/** `pressing` is what is late or breaks a rule. */
export const STEP_STATES = ['pressing', 'soon', 'later'] as const
export type StepFilter = {
  /** Null: all that is to come, without what is pressing. */
  readonly state: (typeof STEP_STATES)[number] | null
  /** In what is to be done, or in the title of the purchase. */
  readonly search: string | null
}

export const isPressing = ({ state }: Pick<NextStep, 'state'>): boolean =>
  state === 'late' || state === 'wrong'

/** The steps that a filter leaves, sorted; equals stay in the order of their days. */
export const chooseSteps = (
  steps: readonly NextStep[],
  { state, search }: StepFilter,
  order: { readonly by: StepOrder; readonly isDescending: boolean },
): NextStep[] => {
  const wanted = search?.toLowerCase() ?? ''
  const keyOf = (step: NextStep): string =>
    order.by === 'when' ? step.date : (order.by === 'what' ? step.what : step.purchase.title).toLowerCase()
  const sign = order.isDescending ? -1 : 1
  return steps
    .filter(
      (step) =>
        (state === 'pressing'
          ? isPressing(step)
          : state === null
            ? !isPressing(step)
            : step.state === state) && `${step.what}\n${step.purchase.title}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? -sign : sign))
}
