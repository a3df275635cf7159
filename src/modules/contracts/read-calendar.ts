import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Contract } from './model.ts'
import { nextDueOn } from './rules/assessments.ts'
import { endOn, furthestEnd } from './rules/term.ts'
import { listContracts, listExtensions } from './store/contracts.ts'
import { listAssessments, listIndicators } from './store/indicators.ts'
import { listReviewActions, listReviews } from './store/reviews.ts'
import type { ContractsTables } from './tables.ts'

export type CalendarEntry = {
  readonly id: string
  readonly on: PlainDate
  readonly what: string
  readonly kind: 'review' | 'review-point' | 'assessment' | 'action' | 'end'
  readonly contract: Contract
  /** Within the contract's own address. */
  readonly path: string
}

/** What is still to come, or overdue, on contracts: reviews, assessments, actions and last days. By day. */
export const readCalendar = async (db: Reader<ContractsTables>, on: PlainDate): Promise<CalendarEntry[]> => {
  const contracts = new Map((await listContracts(db)).map((contract) => [contract.id, contract]))
  const [assessments, actions] = [await listAssessments(db), await listReviewActions(db)]
  const entries: CalendarEntry[] = []
  const add = (contractId: string, entry: Omit<CalendarEntry, 'contract'>) => {
    const contract = contracts.get(contractId)
    if (contract) entries.push({ ...entry, contract })
  }
  for (const review of await listReviews(db)) {
    const path = `/reviews/${review.id}`
    const kind = review.isReviewPoint ? 'review-point' : 'review'
    if (review.heldOn === null)
      add(review.contractId, { id: review.id, on: review.plannedOn, what: review.title, kind, path })
    for (const { number, what, dueOn, doneOn } of actions.get(review.id) ?? [])
      if (dueOn !== null && doneOn === null)
        add(review.contractId, { id: `${review.id}-${number}`, on: dueOn, what, kind: 'action', path })
  }
  for (const indicator of await listIndicators(db)) {
    const { id, contractId, title: what } = indicator
    const due = nextDueOn(indicator, assessments.get(id) ?? [])
    if (due !== null) add(contractId, { id, on: due, what, kind: 'assessment', path: `/indicators/${id}` })
  }
  const extensions = await listExtensions(db)
  for (const contract of contracts.values()) {
    const { id } = contract
    const own = extensions.get(id) ?? []
    const last = endOn(contract, own, on)
    const what =
      last === furthestEnd(contract, own) ? 'Last day' : 'Last day, unless an option to extend is taken'
    if (last !== null && last >= on) add(id, { id: `${id}-end`, on: last, what, kind: 'end', path: '' })
  }
  return entries.sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
}
