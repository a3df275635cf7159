import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { resetLetter } from '../letters.ts'
import {
  type Email,
  type PasswordRefusal,
  type PasswordReset,
  type Person,
  type PersonId,
  RESET_MINUTES,
  type ResetUseRefusal,
  type SignInRefusal,
} from '../model.ts'
import { hashPassword } from '../passwords.ts'
import { canAskForReset, decideResetUse } from '../rules/links.ts'
import { decidePassword } from '../rules/passwords.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import {
  findResetByToken,
  insertReset,
  listResetTimes,
  setOtherResetsUsed,
  setResetUsed,
} from '../store/password-resets.ts'
import { type Account, findAccount, findPerson, setPasswordHash } from '../store/people.ts'
import { deleteSessionsOf } from '../store/sessions.ts'
import { deleteThrottle } from '../store/sign-in-throttles.ts'
import type { IdentityTables } from '../tables.ts'
import { actingPerson, asPerson } from './acting.ts'
import { provePassword } from './sign-in.ts'

/** A new password ends every session and every link that stood on the old one. */
const storePassword = async (
  tx: Writer<IdentityTables>,
  ctx: Context,
  personId: PersonId,
  passwordHash: string,
): Promise<void> => {
  await setPasswordHash(tx, personId, passwordHash)
  await setOtherResetsUsed(tx, personId, ctx.clock.now())
  await deleteSessionsOf(tx, personId)
}

/** Changes the acting person's password. All their sessions end; the page begins a new one for them. */
export const changePassword = async (
  ctx: Context,
  current: string,
  next: string,
): Promise<Decision<PersonId, PasswordRefusal | SignInRefusal>> => {
  const personId = actingPerson(ctx)
  const person = await inReading<IdentityTables, Person | undefined>(ctx, (db) => findPerson(db, personId))
  if (!person) throw new NotFound('There is no such account.')
  const decision = decidePassword(next, person.email)
  if (!decision.ok) return decision
  const proof = await provePassword(ctx, person.email, current)
  if (!proof.ok) return proof
  const passwordHash = await hashPassword(decision.value)
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    await storePassword(tx, ctx, personId, passwordHash)
    await recordAudit(tx, ctx, { name: 'PASSWORD_CHANGED', subject: personId })
  })
  return accept(personId)
}

const sendReset = async (ctx: Context, account: Account, email: Email): Promise<void> => {
  const theirs = asPerson(ctx, account.personId, null)
  const now = ctx.clock.now()
  await inTransaction<IdentityTables, void>(theirs, async (tx) => {
    if (!canAskForReset(await listResetTimes(tx, account.personId), now)) return
    const { secret, hash } = newSecret()
    await insertReset(tx, {
      id: newId(),
      personId: account.personId,
      tokenHash: hash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000),
    })
    const mailId = await writeLetter(tx, resetLetter(ctx.siteUrl, { email, name: account.name }, secret))
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    await recordAudit(tx, theirs, { name: 'PASSWORD_RESET_REQUESTED', subject: account.personId })
  })
}

/** Sends a link for a new password to somebody who has an open account; does nothing, silently, for anybody else. */
export const requestPasswordReset = async (ctx: Context, email: Email): Promise<void> => {
  const account = await inReading<IdentityTables, Account | undefined>(ctx, (db) => findAccount(db, email))
  if (account && !account.isDisabled) await sendReset(ctx, account, email)
}

/** What a link of a letter leads to, or why it no longer does. */
export const readPasswordReset = async (
  ctx: Context,
  secret: string,
): Promise<Decision<PasswordReset, ResetUseRefusal>> => {
  const reset = await inReading<IdentityTables, PasswordReset | undefined>(ctx, (db) =>
    findResetByToken(db, hashSecret(secret)),
  )
  return decideResetUse(reset, ctx.clock.now())
}

/** Sets a new password by the link of a letter, once. */
export const resetPassword = async (
  ctx: Context,
  secret: string,
  password: string,
): Promise<Decision<PersonId, PasswordRefusal | ResetUseRefusal>> => {
  const use = await readPasswordReset(ctx, secret)
  if (!use.ok) return use
  const { id, personId, email } = use.value
  const decision = decidePassword(password, email)
  if (!decision.ok) return decision
  const passwordHash = await hashPassword(decision.value)
  const theirs = asPerson(ctx, personId, null)
  return inTransaction<IdentityTables, Decision<PersonId, ResetUseRefusal>>(theirs, async (tx) => {
    if (!(await setResetUsed(tx, id, ctx.clock.now()))) return refuse('reset-used')
    await storePassword(tx, theirs, personId, passwordHash)
    await deleteThrottle(tx, hashSecret(email))
    await recordAudit(tx, theirs, { name: 'PASSWORD_RESET', subject: personId })
    return accept(personId)
  })
}
