import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Change, Tender, TenderRefusal } from '../model.ts'
import { isOpen } from './deadlines.ts'

const DAY = 86_400_000
/**
 * The days that must be left after an amendment. The Act sets no number: times weigh the nature of a modification
 * (Procurement Act 2023 s.54(1)) and are the same for all. These are this software's own rule, shown as such.
 */
export const DAYS_LEFT = { substantial: 10, small: 3 } as const

/** The first moment at which bids may be due after changes published now; a small change needs less time. */
export const earliestDeadline = (changes: readonly Change[], now: Date): Date => {
  const isSubstantial = changes.some(({ touch }) => touch === 'substantial')
  return new Date(now.getTime() + (isSubstantial ? DAYS_LEFT.substantial : DAYS_LEFT.small) * DAY)
}

export type Amendment = {
  readonly tender: Pick<Tender, 'status' | 'deadline' | 'questionDeadline'>
  readonly changes: readonly Change[]
  readonly hasBids: boolean
  readonly reason: string
  /** A later deadline; null leaves it. */
  readonly deadline: Date | null
  readonly now: Date
}
type Deadlines = { readonly deadline: Date; readonly questionDeadline: Date }

/**
 * Whether a version may be published now: before bids are due (s.31(1)), with a reason, with enough time left for what it changes.
 * Criteria stand once a bid was handed in. Questions can be asked as long before the deadline as they could before.
 */
export const decideAmendment = (amendment: Amendment): Decision<Deadlines, TenderRefusal> => {
  const { tender, changes, hasBids, reason, now } = amendment
  if (tender.status !== 'published') return refuse('not-published')
  if (!isOpen(tender, now)) return refuse('deadline-passed')
  if (changes.length === 0) return refuse('nothing-changed')
  if (hasBids && changes.some(({ part }) => part === 'criterion')) return refuse('criteria-frozen')
  if (reason.trim() === '') return refuse('reason-missing')
  const deadline = amendment.deadline ?? tender.deadline
  if (deadline < tender.deadline) return refuse('deadline-not-later')
  const earliest = earliestDeadline(changes, now)
  if (deadline < earliest) return refuse('too-little-time', { earliest: earliest.toISOString() })
  const shift = deadline.getTime() - tender.deadline.getTime()
  return accept({ deadline, questionDeadline: new Date(tender.questionDeadline.getTime() + shift) })
}
