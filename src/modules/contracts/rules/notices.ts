import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Approval, LifeRefusal, PerformanceNotice } from '../model/life.ts'

/** Such a notice lets any authority exclude the supplier, so two people who did not write it stand behind it. */
export const NOTICE_APPROVALS = 2

export type NoticeProposal = { readonly whatCameOfIt: string; readonly eventOn: PlainDate }

/**
 * A notice of poor performance is proposed only after a proper chance to improve that was given, is over, and was not
 * taken (s.71(4)). A breach that led to termination, damages or a settlement needs none (s.71(3)).
 */
export const decideProposal = (
  notice: Pick<PerformanceNotice, 'kind' | 'status' | 'chance' | 'chanceFromOn' | 'chanceUntilOn'>,
  { whatCameOfIt, eventOn }: NoticeProposal,
  today: PlainDate,
): Decision<NoticeProposal, LifeRefusal> => {
  if (notice.status !== 'chance') return refuse('not-open')
  if (whatCameOfIt.trim() === '') return refuse('reason-needed')
  if (eventOn > today) return refuse('event-to-come')
  if (notice.kind === 'breach') return accept({ whatCameOfIt, eventOn })
  const { chance, chanceFromOn, chanceUntilOn } = notice
  if (chance.trim() === '' || chanceFromOn === null || chanceUntilOn === null) return refuse('chance-needed')
  return chanceUntilOn >= today || eventOn <= chanceUntilOn
    ? refuse('chance-not-over', { until: chanceUntilOn })
    : accept({ whatCameOfIt, eventOn })
}

export type Approver = { readonly personId: string | null }

/** Nobody approves what they wrote, and nobody twice. A command line is nobody. */
export const decideApproval = (
  authorId: string | null,
  approvals: readonly Pick<Approval, 'personId'>[],
  { personId }: Approver,
): Decision<string, LifeRefusal> => {
  if (personId === null || personId === authorId) return refuse('own-approval')
  return approvals.some((one) => one.personId === personId) ? refuse('approved-already') : accept(personId)
}
