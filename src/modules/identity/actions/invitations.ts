import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { invitationLetter } from '../letters.ts'
import { type Email, INVITATION_DAYS, type InvitationId, type InviteRefusal, type Role } from '../model.ts'
import { decideInvitation } from '../rules/links.ts'
import { rolesAt } from '../rules/roles.ts'
import { newSecret } from '../secrets.ts'
import { breaks } from '../store/constraints.ts'
import {
  findOpenInvitation,
  insertInvitation,
  type NewInvitation,
  setInvitationEnded,
} from '../store/invitations.ts'
import { getOrganisation } from '../store/organisations.ts'
import { findAccount, listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { actingAuthority } from './acting.ts'

type Invited = Decision<InvitationId, InviteRefusal>

const sendInvitation = async (
  tx: Writer<IdentityTables>,
  ctx: Context,
  invitation: NewInvitation,
  secret: string,
): Promise<void> => {
  const { name } = await getOrganisation(tx, invitation.authorityId)
  const mailId = await writeLetter(tx, invitationLetter(ctx.siteUrl, invitation, name, secret))
  await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
  const facts = { role: invitation.role }
  await recordAudit(tx, ctx, { name: 'PERSON_INVITED', subject: invitation.id, facts })
}

const invite = async (
  tx: Writer<IdentityTables>,
  ctx: Context,
  email: Email,
  role: Role,
): Promise<Invited> => {
  const authorityId = actingAuthority(ctx)
  const now = ctx.clock.now()
  const { kind } = await getOrganisation(tx, authorityId)
  if (!rolesAt(kind).includes(role)) return refuse('role-not-held-here')
  const member = (await listMembers(tx, authorityId)).find((known) => known.email === email)
  const account = await findAccount(tx, email)
  const open = await findOpenInvitation(tx, authorityId, email, role)
  const decision = decideInvitation(role, member?.roles ?? [], open, account?.isDisabled ?? false, now)
  if (!decision.ok) return decision
  if (open && decision.value.replacesOld) await setInvitationEnded(tx, open, 'revoked', now)
  const { secret, hash } = newSecret()
  const invitation: NewInvitation = {
    authorityId,
    id: newId(),
    email,
    role,
    tokenHash: hash,
    invitedBy: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
  }
  await insertInvitation(tx, invitation)
  await sendInvitation(tx, ctx, invitation, secret)
  return accept(invitation.id)
}

/** Invites an address to a role in the acting authority, by a letter with a link. */
export const invitePerson = async (ctx: Context, email: Email, role: Role): Promise<Invited> => {
  try {
    return await inTransaction<IdentityTables, Invited>(ctx, (tx) => invite(tx, ctx, email, role))
  } catch (error) {
    if (breaks(error, 'uq_invitation_open')) return refuse('already-invited')
    throw error
  }
}

/** Takes an open invitation back; its link stops working. Throws NotFound where it is not open, or not here. */
export const revokeInvitation = async (ctx: Context, id: InvitationId): Promise<void> => {
  const authorityId = actingAuthority(ctx)
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    if (!(await setInvitationEnded(tx, { authorityId, id }, 'revoked', ctx.clock.now())))
      throw new NotFound('This invitation is no longer open.')
    await recordAudit(tx, ctx, { name: 'INVITATION_REVOKED', subject: id })
  })
}
