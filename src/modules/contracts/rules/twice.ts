import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ContractsRefusal, DecimalText, Delivery } from '../model.ts'

export type SharedActivity = {
  readonly id: string
  readonly title: string
  readonly quantity: DecimalText
  readonly unit: string
  /** Named by the supplier; the council's otherwise. */
  readonly isOfSupplier: boolean
}

/**
 * A delivery that may be the same thing told of again: of the same supplier, in days that overlap, of the same measure
 * (or, where one of the two has none, counted in the same unit), and not rejected.
 */
export type Alike = Pick<Delivery, 'title' | 'unit' | 'status' | 'reportedBy'> & {
  readonly deliveryId: string
  readonly contractTitle: string
  /** What was verified of it; until then what was reported. */
  readonly quantity: DecimalText
  readonly fromOn: PlainDate
  readonly toOn: PlainDate
  readonly activity: SharedActivity | null
}

/** What somebody says who was asked: one of its own. Otherwise the id of the shared activity that it is part of. */
export const ANOTHER = 'another'

/** The shared activities in which alike deliveries have a share, each once. */
export const activitiesOf = (alike: readonly Alike[]): SharedActivity[] => [
  ...new Map(alike.flatMap(({ activity }) => (activity ? [[activity.id, activity] as const] : []))).values(),
]

/**
 * Whoever reports here says whether it is part of what the supplier has shared out already; nobody guesses it. The
 * council's own shared activities are chosen by their names, and can be chosen here too. Returns the activity, or null
 * for a report that is no part of any of them.
 */
export const decideSame = (
  alike: readonly Alike[],
  sameAs: string | undefined,
): Decision<SharedActivity | null, ContractsRefusal> => {
  const known = activitiesOf(alike)
  const chosen = known.find(({ id }) => id === sameAs)
  if (chosen) return accept(chosen)
  const asked = known.find(({ isOfSupplier }) => isOfSupplier)
  return asked && sameAs !== ANOTHER ? refuse('maybe-shared', { activity: asked.title }) : accept(null)
}

/** Alike deliveries that are counted, of which one or the other is a share and both are not of the same activity. */
export const countedAlike = (alike: readonly Alike[], activityId: string | null): Alike[] =>
  alike.filter(
    ({ status, activity }) =>
      (status === 'accepted' || status === 'partly') &&
      (activity !== null || activityId !== null) &&
      activity?.id !== activityId,
  )

/** Before a share is counted beside something alike that is not a share of the same, somebody says that it is another. */
export const decideCounted = (
  counted: readonly Alike[],
  isAnother: boolean,
): Decision<null, ContractsRefusal> => {
  const [first] = counted
  return first && !isAnother
    ? refuse('maybe-counted', { title: first.title, contract: first.contractTitle })
    : accept(null)
}
