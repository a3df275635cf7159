import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type Invitation,
  type InvitationUseRefusal,
  type InviteRefusal,
  MAX_OPEN_RESETS,
  type PasswordReset,
  RESET_MINUTES,
  type ResetUseRefusal,
  type Role,
} from '../model.ts'
import { canHoldTogether } from './roles.ts'

const MINUTE = 60_000

/** Whether somebody may be invited to a role. An invitation that ran out unanswered gives way to the new one. */
export const decideInvitation = (
  role: Role,
  held: readonly Role[],
  open: Pick<Invitation, 'expiresAt'> | undefined,
  isClosed: boolean,
  now: Date,
): Decision<{ readonly replacesOld: boolean }, InviteRefusal> => {
  if (isClosed) return refuse('account-closed')
  if (held.includes(role)) return refuse('already-has-role')
  if (!canHoldTogether([...held, role])) return refuse('auditor-holds-another-role')
  if (open && open.expiresAt > now) return refuse('already-invited')
  return accept({ replacesOld: open !== undefined })
}

export const decideInvitationUse = (
  invitation: Invitation | undefined,
  now: Date,
): Decision<Invitation, InvitationUseRefusal> => {
  if (!invitation) return refuse('invitation-unknown')
  if (invitation.acceptedAt) return refuse('invitation-accepted')
  if (invitation.revokedAt) return refuse('invitation-revoked')
  if (invitation.expiresAt <= now) return refuse('invitation-expired')
  return accept(invitation)
}

export const decideResetUse = (
  reset: PasswordReset | undefined,
  now: Date,
): Decision<PasswordReset, ResetUseRefusal> => {
  if (!reset) return refuse('reset-unknown')
  if (reset.usedAt) return refuse('reset-used')
  if (reset.expiresAt <= now) return refuse('reset-expired')
  return accept(reset)
}

/** Whether another letter may go to somebody who forgot their password, so that nobody's mailbox is flooded. */
export const canAskForReset = (askedAt: readonly Date[], now: Date): boolean =>
  askedAt.filter((asked) => now.getTime() - asked.getTime() < RESET_MINUTES * MINUTE).length < MAX_OPEN_RESETS
