import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { exact, sum } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type {
  Commitment,
  ContractsRefusal,
  DecimalText,
  Delivery,
  DeliveryReport,
  DeliveryStatus,
} from '../model.ts'

/** A report is of something done: it lies in the past, and its period has an order. */
export const decideReport = (
  report: Pick<DeliveryReport, 'fromOn' | 'toOn'>,
  today: PlainDate,
): Decision<null, ContractsRefusal> => {
  if (report.fromOn > report.toOn) return refuse('period-upside-down')
  return report.toOn > today ? refuse('delivery-in-future') : accept(null)
}

export type ActivityShare = {
  readonly contractId: string
  readonly quantity: DecimalText
  readonly status: DeliveryStatus
  readonly verifiedQuantity: DecimalText | null
}
export type ActivityFacts = { readonly quantity: DecimalText; readonly unit: string }

/** What a share takes of the activity: all that is claimed while it is open, and afterwards only what was verified. */
const takes = ({ quantity, status, verifiedQuantity }: ActivityShare): string =>
  status === 'rejected' ? '0' : (verifiedQuantity ?? quantity)

/** How much of an activity no share has taken. */
export const leftOf = (
  { quantity }: Pick<ActivityFacts, 'quantity'>,
  shares: readonly ActivityShare[],
): DecimalText =>
  exact(quantity)
    .minus(sum(shares.map((share) => exact(takes(share)))))
    .toFixed()

export type OpenActivity = ActivityFacts & { readonly title: string; readonly left: DecimalText }

/** Activities of which something is left to report, by how they stand now. */
export const openActivities = (
  activities: readonly (ActivityFacts & {
    readonly title: string
    readonly shares: readonly ActivityShare[]
  })[],
): OpenActivity[] =>
  activities
    .map(({ shares, ...activity }) => ({ ...activity, left: leftOf(activity, shares) }))
    .filter(({ left }) => exact(left).gt(0))

/**
 * A shared activity is split between contracts and never counted twice: all shares together are at most what was
 * done, and one contract has one share.
 */
export const decideShare = (
  activity: ActivityFacts,
  shares: readonly ActivityShare[],
  claim: {
    readonly contractId: string
    readonly quantity: DecimalText
    readonly unit: string
    readonly inAll: DecimalText
  },
): Decision<null, ContractsRefusal> => {
  if (activity.unit !== claim.unit || !exact(activity.quantity).eq(exact(claim.inAll)))
    return refuse('activity-differs', { quantity: activity.quantity, unit: activity.unit })
  const standing = shares.filter(({ status }) => status !== 'rejected')
  if (standing.some(({ contractId }) => contractId === claim.contractId))
    return refuse('activity-on-same-contract')
  const left = leftOf(activity, standing)
  return exact(claim.quantity).gt(exact(left)) ? refuse('more-than-activity', { left }) : accept(null)
}

export const VERDICTS = ['accept', 'accept-in-part', 'ask', 'reject'] as const
export type Verdict = (typeof VERDICTS)[number]
export type Judgement = {
  readonly verdict: Verdict
  readonly quantity: DecimalText | null
  readonly note: string
  /** Said where something alike is counted (`rules/twice.ts`): this is another one. */
  readonly isAnother?: boolean
}
export type Judged = { readonly status: DeliveryStatus; readonly verifiedQuantity: DecimalText | null }

/** A contract manager accepts, accepts in part, asks or rejects. All but accepting needs a reason that can be read later. */
export const judge = (
  delivery: Pick<Delivery, 'status' | 'quantity'>,
  { verdict, quantity, note }: Judgement,
): Decision<Judged, ContractsRefusal> => {
  if (delivery.status !== 'reported' && delivery.status !== 'asked') return refuse('already-decided')
  if (verdict === 'accept') return accept({ status: 'accepted', verifiedQuantity: delivery.quantity })
  if (note.trim() === '') return refuse('reason-needed')
  if (verdict === 'ask') return accept({ status: 'asked', verifiedQuantity: null })
  if (verdict === 'reject') return accept({ status: 'rejected', verifiedQuantity: null })
  const part = exact(quantity ?? '0')
  if (part.lte(0)) return refuse('nothing-accepted')
  return part.gte(exact(delivery.quantity))
    ? refuse('more-than-reported', { reported: delivery.quantity })
    : accept({ status: 'partly', verifiedQuantity: part.toFixed() })
}

/** A question waits for its answer; with it the delivery waits for a decision again. */
export const decideAnswer = (
  delivery: Pick<Delivery, 'status'>,
  answer: string,
): Decision<null, ContractsRefusal> => {
  if (delivery.status !== 'asked') return refuse('not-asked')
  return answer.trim() === '' ? refuse('reason-needed') : accept(null)
}

/** A delivery is for a commitment that held in its period, even if only for a part of it. */
export const decideHolds = (
  { fromOn, untilOn }: Pick<Commitment, 'fromOn' | 'untilOn'>,
  report: Pick<DeliveryReport, 'fromOn' | 'toOn'>,
): Decision<null, ContractsRefusal> =>
  (fromOn !== null && report.toOn < fromOn) || (untilOn !== null && report.fromOn > untilOn)
    ? refuse('commitment-over')
    : accept(null)
