import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { AcceptRefusal, Invitation, InvitationUseRefusal, Organisation, PersonId } from '../model.ts'
import { hashPassword } from '../passwords.ts'
import { decideInvitationUse } from '../rules/links.ts'
import { decidePassword } from '../rules/passwords.ts'
import { hashSecret } from '../secrets.ts'
import { breaks } from '../store/constraints.ts'
import { findInvitationByToken, lockOpenInvitation, setInvitationEnded } from '../store/invitations.ts'
import { getOrganisation } from '../store/organisations.ts'
import {
  type Account,
  findAccount,
  insertPerson,
  listMembers,
  setName,
  setPasswordHash,
} from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { asPerson } from './acting.ts'
import { replaceRoles } from './people.ts'
import type { SignedIn } from './sign-in.ts'

/** An invitation as whoever holds its link sees it. */
export type OpenedInvitation = {
  readonly invitation: Invitation
  readonly authority: Organisation
  /** A supplier has nobody yet: who opens the link asked for the account. */
  readonly isRegistration: boolean
  readonly account: Account | undefined
}

/** What a link of a letter leads to, or why it no longer does. */
export const readInvitation = async (
  ctx: Context,
  secret: string,
): Promise<Decision<OpenedInvitation, InvitationUseRefusal>> => {
  const found = await inReading(ctx, (db: Reader<IdentityTables>) =>
    findInvitationByToken(db, hashSecret(secret)),
  )
  const decision = decideInvitationUse(found, ctx.clock.now())
  if (!decision.ok) return decision
  const invitation = decision.value
  // A supplier is seen by those only who act for it, and the link speaks for it.
  return inReading({ ...ctx, authorityId: invitation.authorityId }, async (db: Reader<IdentityTables>) => {
    const authority = await getOrganisation(db, invitation.authorityId)
    const isRegistration =
      authority.kind === 'supplier' && (await listMembers(db, invitation.authorityId)).length === 0
    return accept({
      invitation,
      authority,
      isRegistration,
      account: await findAccount(db, invitation.email),
    })
  })
}

/** Chosen by somebody who has no password yet. */
export type Newcomer = { readonly name: string; readonly password: string }

/**
 * Who accepts: with a password already, the person themself, signed in (the link alone must not open an account
 * that exists); without one, whoever holds the link, who so proves that the address is theirs.
 */
const decideAcceptor = (
  ctx: Context,
  { invitation, account }: OpenedInvitation,
  newcomer: Newcomer | null,
): Decision<Newcomer | null, AcceptRefusal> => {
  if (account?.isDisabled) return refuse('account-closed')
  if (account?.hasPassword) {
    const isThem = ctx.actor.kind === 'person' && ctx.actor.personId === account.personId
    return isThem ? accept(null) : refuse('sign-in-to-accept')
  }
  if (!newcomer) return refuse('name-and-password-needed')
  const password = decidePassword(newcomer.password, invitation.email)
  return password.ok ? accept({ name: newcomer.name.trim(), password: password.value }) : password
}

type Acceptance = { readonly opened: OpenedInvitation; readonly theirs: Context; readonly personId: PersonId }

const storeAcceptance = async (
  tx: Writer<IdentityTables>,
  { opened: { invitation, account }, theirs, personId }: Acceptance,
  newcomer: (Newcomer & { readonly passwordHash: string }) | null,
): Promise<Decision<SignedIn, AcceptRefusal>> => {
  if (!(await lockOpenInvitation(tx, invitation))) return refuse('invitation-accepted')
  if (!account && newcomer) await insertPerson(tx, { ...newcomer, id: personId, email: invitation.email })
  // A new person holds no role that could stand in the way, so a refusal here has stored nothing.
  const roles = await replaceRoles(tx, theirs, personId, (held) => [...new Set([...held, invitation.role])])
  if (!roles.ok) return roles
  if (account && newcomer) {
    await setName(tx, personId, newcomer.name)
    await setPasswordHash(tx, personId, newcomer.passwordHash)
  }
  await setInvitationEnded(tx, invitation, 'accepted', theirs.clock.now())
  const facts = { invitation: invitation.id, role: invitation.role }
  await recordAudit(tx, theirs, { name: 'INVITATION_ACCEPTED', subject: personId, facts })
  return accept({ personId, authorityId: invitation.authorityId })
}

/** Accepts an invitation: makes the account where there is none, gives the role, uses the link up. */
export const acceptInvitation = async (
  ctx: Context,
  secret: string,
  newcomer: Newcomer | null,
): Promise<Decision<SignedIn, AcceptRefusal>> => {
  const opened = await readInvitation(ctx, secret)
  if (!opened.ok) return opened
  const { invitation, account } = opened.value
  const acceptor = decideAcceptor(ctx, opened.value, newcomer)
  if (!acceptor.ok) return acceptor
  const chosen = acceptor.value && {
    ...acceptor.value,
    passwordHash: await hashPassword(acceptor.value.password),
  }
  const personId = account?.personId ?? newId()
  const theirs = asPerson(ctx, personId, invitation.authorityId)
  try {
    return await inTransaction<IdentityTables, Decision<SignedIn, AcceptRefusal>>(theirs, (tx) =>
      storeAcceptance(tx, { opened: opened.value, theirs, personId }, chosen),
    )
  } catch (error) {
    // Two invitations of a new person, accepted at the same moment: the second finds an account.
    if (breaks(error, 'uq_person_email')) return refuse('sign-in-to-accept')
    throw error
  }
}
