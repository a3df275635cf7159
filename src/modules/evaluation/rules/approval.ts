import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Approval, ApprovalLimit, EvaluationRefusal, Panellist } from '../model.ts'

/** The row of the table of limits that a value falls under. */
export const limitFor = (limits: readonly ApprovalLimit[], valuePence: number): ApprovalLimit | undefined =>
  limits
    .toSorted((a, b) => (a.upToPence ?? Number.MAX_SAFE_INTEGER) - (b.upToPence ?? Number.MAX_SAFE_INTEGER))
    .find(({ upToPence }) => upToPence === null || valuePence <= upToPence)

/** The table has to answer for every value, and never with one person alone. */
export const decideLimits = (
  limits: readonly ApprovalLimit[],
): Decision<readonly ApprovalLimit[], EvaluationRefusal> => {
  const tops = limits.map(({ upToPence }) => upToPence)
  const isWhole =
    tops.filter((top) => top === null).length === 1 &&
    new Set(tops).size === tops.length &&
    limits.every(({ roles, people }) => roles.length > 0 && people >= 2)
  return isWhole ? accept(limits) : refuse('limits-incomplete')
}

/**
 * Whether a person may approve or refuse a result: by a role that the limits name for the value, not twice, and never as
 * one who has judged the bids.
 */
export const decideApproval = (facts: {
  readonly limit: ApprovalLimit | undefined
  readonly personId: string | null
  readonly roles: readonly string[]
  readonly leadId: string
  readonly panel: readonly Pick<Panellist, 'personId'>[]
  readonly approvals: readonly Approval[]
  readonly isRobustnessSeen: boolean
}): Decision<{ readonly role: string }, EvaluationRefusal> => {
  const role = facts.roles.find((held) => facts.limit?.roles.includes(held))
  if (facts.personId === null || role === undefined) return refuse('role-may-not-approve')
  if (facts.personId === facts.leadId || facts.panel.some(({ personId }) => personId === facts.personId))
    return refuse('panel-may-not-approve')
  if (facts.approvals.some(({ personId }) => personId === facts.personId)) return refuse('approved-already')
  return facts.isRobustnessSeen ? accept({ role }) : refuse('robustness-not-seen')
}

export const isApproved = (limit: ApprovalLimit | undefined, approvals: readonly Approval[]): boolean =>
  limit !== undefined &&
  approvals.every((one) => one.isApproved) &&
  approvals.filter((one) => one.isApproved).length >= limit.people
