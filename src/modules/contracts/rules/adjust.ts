import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { exact } from '../../../kernel/exact.ts'
import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Adjustment, AdjustmentText, Finding, LifeRefusal, Review } from '../model/life.ts'
import type { Commitment, CommitmentText, Contract, DecimalText } from '../model.ts'

/** What another takes the place of: what of the commitment is not verified yet, at the value agreed at award. */
export const worthLeft = (
  commitment: Pick<Commitment, 'quantity' | 'unitValue'>,
  verified: DecimalText,
): string | null => {
  if (commitment.unitValue === null) return null
  const left = exact(commitment.quantity).minus(exact(verified))
  return (left.lt(0) ? exact(0) : left).times(exact(commitment.unitValue)).toFixed(2)
}

const worthOf = ({ quantity, unitValue }: Pick<CommitmentText, 'quantity' | 'unitValue'>): string | null =>
  unitValue === null ? null : exact(quantity).times(exact(unitValue)).toFixed(2)

/**
 * A commitment may be swapped for one of at least equal value. Both need a price, and the same kind of value: pounds
 * saved are never set off against pounds of wellbeing.
 */
export const decideSwap = (
  goes: Pick<Commitment, 'quantity' | 'unitValue' | 'basis'>,
  verified: DecimalText,
  comes: Pick<CommitmentText, 'quantity' | 'unitValue' | 'basis'>,
): Decision<null, LifeRefusal> => {
  const [left, offered] = [worthLeft(goes, verified), worthOf(comes)]
  if (left === null || offered === null) return refuse('swap-not-priced')
  if (goes.basis !== comes.basis) return refuse('swap-other-basis')
  return exact(offered).lt(exact(left))
    ? refuse('swap-worth-less', { comes: `£${offered}`, goes: `£${left}` })
    : accept(null)
}

/** A proposal changes something, in a way that was agreed for the review point it is made at. */
export const decideAdjustment = (
  text: AdjustmentText,
  contract: Pick<Contract, 'startsOn' | 'valuePence' | 'endsOn'>,
  review: Pick<Review, 'isReviewPoint' | 'ways'> | null,
): Decision<AdjustmentText, LifeRefusal> => {
  if (text.reason.trim() === '') return refuse('reason-needed')
  if (review && (!review.isReviewPoint || !review.ways.includes(text.way))) return refuse('not-an-agreed-way')
  if (text.way === 'swap' && (text.commitmentId === null || text.newCommitment === null))
    return refuse('swap-needs-both')
  if (text.endsOn !== null && contract.startsOn !== null && text.endsOn < contract.startsOn)
    return refuse('ends-before-start')
  const changesValue = text.valuePence !== null && text.valuePence !== contract.valuePence
  const changesTerm = text.endsOn !== null && text.endsOn !== contract.endsOn
  return changesValue || changesTerm || text.newCommitment !== null || text.way === 'scope'
    ? accept(text)
    : refuse('nothing-changes')
}

export type RunningTotal = {
  /** The value before any adjustment was made. */
  readonly atAwardPence: Pence | null
  /** What made adjustments have changed, and with this one. */
  readonly changedPence: Pence
  readonly withThisPence: Pence
  /** Of changes made as small ones under section 74(4): all that they added, in either direction. */
  readonly smallChangesPence: Pence
}

const byWhichGateways = (finding: Finding | null): readonly string[] =>
  (finding?.lines ?? [])
    .filter(({ id, applies }) => id.startsWith('modification.') && applies === true)
    .map(({ id }) => id.slice('modification.'.length))

/** Ways of section 74 that stand on their own; a change that none of them allows is a small one under section 74(4). */
const OTHER_WAYS = [
  'not-substantial',
  'provided-for',
  'urgency',
  'unforeseeable',
  'known-risk',
  'additional',
  'light-touch',
]

/** Whether a made change stood as a small one only, and so counts towards the threshold of section 74(4). */
export const isSmallChange = (finding: Finding | null): boolean => {
  const open = byWhichGateways(finding)
  return open.includes('below-threshold') && !OTHER_WAYS.some((way) => open.includes(way))
}

/** All that was changed so far, in the order it was made. `befores` are the values before each made change. */
export const runningTotal = (
  made: readonly {
    readonly beforePence: Pence | null
    readonly afterPence: Pence | null
    readonly isSmall: boolean
  }[],
  currentPence: Pence | null,
  proposedPence: Pence | null,
): RunningTotal => {
  const changes = made.map(({ beforePence, afterPence, isSmall }) => ({
    isSmall,
    by: beforePence === null || afterPence === null ? 0 : afterPence - beforePence,
  }))
  const changedPence = changes.reduce((sum, { by }) => sum + by, 0)
  const step = proposedPence === null || currentPence === null ? 0 : proposedPence - currentPence
  return {
    atAwardPence: currentPence === null ? null : currentPence - changedPence,
    changedPence,
    withThisPence: changedPence + step,
    smallChangesPence: changes.reduce((sum, { by, isSmall }) => sum + (isSmall ? Math.abs(by) : 0), 0),
  }
}

/** One approval for a change; two where it is large enough for a change notice. */
export const approvalsNeeded = (finding: Pick<Finding, 'needsNotice'>): number =>
  finding.needsNotice === false ? 1 : 2

/**
 * A change is made once the law allows it, enough people have approved it, and the notice it needs is published. Where
 * section 74 does not govern the contract, approvals are enough.
 */
export const decideMaking = (
  adjustment: Pick<Adjustment, 'status'>,
  finding: Finding,
  approvals: number,
  days: { readonly madeOn: PlainDate; readonly changeNoticeOn: PlainDate | null; readonly today: PlainDate },
): Decision<null, LifeRefusal> => {
  if (adjustment.status !== 'proposed') return refuse('not-open')
  if (days.madeOn > days.today) return refuse('event-to-come')
  if (finding.isAllowed === false) return refuse('not-allowed-by-law')
  if (finding.isAllowed === null) return refuse('law-not-settled')
  const needs = approvalsNeeded(finding)
  if (approvals < needs) return refuse('approvals-missing', { has: approvals, needs })
  const isPublished = days.changeNoticeOn !== null && days.changeNoticeOn <= days.madeOn
  return finding.needsNotice !== false && !isPublished ? refuse('change-notice-first') : accept(null)
}

/** Months between two last days, as the law counts a change of term; a begun month is a month. */
export const monthsChanged = (before: PlainDate | null, after: PlainDate | null): number => {
  if (before === null || after === null || before === after) return 0
  const [first, last] = before < after ? [before, after] : [after, before]
  const months =
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(last.slice(5, 7)) -
    Number(first.slice(5, 7))
  const whole =
    Number(last.slice(8)) > Number(first.slice(8)) && !isMonthEnd(first, last) ? months + 1 : months
  return before < after ? whole : -whole
}

const isMonthEnd = (first: PlainDate, last: PlainDate): boolean =>
  [first, last].every((day) => {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
    return next.getUTCDate() === 1
  })
