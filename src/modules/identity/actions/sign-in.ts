import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  type Email,
  type OrganisationId,
  type PersonId,
  SIGN_IN_LIMIT,
  type SignInRefusal,
  type Throttle,
} from '../model.ts'
import { verifyPassword } from '../passwords.ts'
import { decideAttempt } from '../rules/sign-in.ts'
import { hashSecret } from '../secrets.ts'
import { findFirstAuthority } from '../store/memberships.ts'
import { findCredentials } from '../store/people.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { deleteThrottle, lockThrottle, setThrottle } from '../store/sign-in-throttles.ts'
import type { IdentityTables } from '../tables.ts'
import { actingPerson, asPerson } from './acting.ts'

/** Counts the attempt before the password is looked at, so that a hundred at once are still a hundred. */
const countAttempt = (ctx: Context, emailHash: string) =>
  inTransaction<IdentityTables, Decision<Throttle, 'too-many-failures'>>(ctx, async (tx) => {
    const now = ctx.clock.now()
    const decision = decideAttempt(await lockThrottle(tx, emailHash, now), now)
    if (decision.ok) await setThrottle(tx, emailHash, decision.value)
    return decision
  })

const recordFailure = async (ctx: Context, subject: string, failures: number): Promise<void> => {
  const nobodys: Context = { ...ctx, authorityId: null }
  await inTransaction<IdentityTables, void>(nobodys, async (tx) => {
    await recordAudit(tx, nobodys, { name: 'SIGN_IN_FAILED', subject, facts: { failures } })
    if (failures >= SIGN_IN_LIMIT.failures)
      await recordAudit(tx, nobodys, {
        name: 'SIGN_IN_THROTTLED',
        subject,
        facts: { minutes: SIGN_IN_LIMIT.minutes },
      })
  })
}

/**
 * Whether a password is that of an address. Says and takes the same whether the password is wrong, nobody has
 * the address, or the account is closed. Forgets the failures where it is right.
 */
export const provePassword = async (
  ctx: Context,
  email: Email,
  password: string,
): Promise<Decision<PersonId, SignInRefusal>> => {
  const emailHash = hashSecret(email)
  const attempt = await countAttempt(ctx, emailHash)
  if (!attempt.ok) return attempt
  const found = await inReading<IdentityTables, Awaited<ReturnType<typeof findCredentials>>>(ctx, (db) =>
    findCredentials(db, email),
  )
  const isRight = await verifyPassword(found?.passwordHash ?? null, password)
  if (!found || !isRight || found.isDisabled) {
    await recordFailure(ctx, found?.personId ?? 'no account', attempt.value.failures)
    return refuse('wrong-password')
  }
  await inTransaction<IdentityTables, void>(ctx, (tx) => deleteThrottle(tx, emailHash))
  return accept(found.personId)
}

export type SignedIn = { readonly personId: PersonId; readonly authorityId: OrganisationId | null }

/** Lets a person in, for the first authority they work for. The page begins the session. */
export const signIn = async (
  ctx: Context,
  email: Email,
  password: string,
): Promise<Decision<SignedIn, SignInRefusal>> => {
  const proof = await provePassword(ctx, email, password)
  if (!proof.ok) return proof
  const personId = proof.value
  const authorityId = await inReading<IdentityTables, OrganisationId | null>(
    asPerson(ctx, personId, null),
    (db) => findFirstAuthority(db, personId),
  )
  const theirs = asPerson(ctx, personId, authorityId)
  await inTransaction<IdentityTables, void>(theirs, (tx) =>
    recordAudit(tx, theirs, { name: 'SIGNED_IN', subject: personId }),
  )
  return accept({ personId, authorityId })
}

export const recordSignOut = async (ctx: Context): Promise<void> => {
  await inTransaction<IdentityTables, void>(ctx, (tx) =>
    recordAudit(tx, ctx, { name: 'SIGNED_OUT', subject: actingPerson(ctx) }),
  )
}

/** Signs the acting person out everywhere, here too. */
export const endAllSessions = (ctx: Context): Promise<number> =>
  inTransaction<IdentityTables, number>(ctx, async (tx) => {
    const personId = actingPerson(ctx)
    const sessions = await deleteSessionsOf(tx, personId)
    await recordAudit(tx, ctx, { name: 'SESSIONS_ENDED', subject: personId, facts: { sessions } })
    return sessions
  })
