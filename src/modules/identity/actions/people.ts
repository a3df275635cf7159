import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Email, PasswordRefusal, PersonId, Role, RolesRefusal } from '../model.ts'
import { hashPassword } from '../passwords.ts'
import { decidePassword } from '../rules/passwords.ts'
import { decideRoles, rolesAt } from '../rules/roles.ts'
import { breaks } from '../store/constraints.ts'
import { deleteMemberships, insertMembership } from '../store/memberships.ts'
import { getOrganisation, lockMembers } from '../store/organisations.ts'
import { insertPerson, listMembers, setDisabled, setName } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'
import { actingAuthority, actingPerson } from './acting.ts'

export type NewPerson = {
  readonly email: Email
  readonly name: string
  /** Without one, the person sets it by the forgotten-password page. */
  readonly password: string | null
}

/** Adds a person, who can do nothing yet: `addMembership` gives a role. */
export const createPerson = async (
  ctx: Context,
  person: NewPerson,
): Promise<Decision<PersonId, PasswordRefusal | 'email-taken'>> => {
  if (person.password !== null) {
    const decision = decidePassword(person.password, person.email)
    if (!decision.ok) return decision
  }
  const passwordHash = person.password === null ? null : await hashPassword(person.password)
  const id: PersonId = newId()
  try {
    await inTransaction<IdentityTables, void>(ctx, async (tx) => {
      await insertPerson(tx, { id, email: person.email, name: person.name.trim(), passwordHash })
      await recordAudit(tx, ctx, { name: 'PERSON_ADDED', subject: id })
    })
  } catch (error) {
    if (breaks(error, 'uq_person_email')) return refuse('email-taken')
    throw error
  }
  return accept(id)
}

/** Makes the roles of a person in the acting authority exactly these, inside a transaction. */
export const replaceRoles = async (
  tx: Writer<IdentityTables>,
  ctx: Context,
  personId: PersonId,
  choose: (held: readonly Role[]) => readonly Role[],
): Promise<Decision<readonly Role[], RolesRefusal>> => {
  const authorityId = actingAuthority(ctx)
  await lockMembers(tx, authorityId)
  const fitting = rolesAt((await getOrganisation(tx, authorityId)).kind)
  const members = await listMembers(tx, authorityId)
  const held = members.find((member) => member.id === personId)?.roles ?? []
  const wanted = choose(held)
  if (!wanted.every((role) => fitting.includes(role))) return refuse('role-not-held-here')
  const decision = decideRoles(members, personId, wanted)
  if (!decision.ok) return decision
  const { given, taken } = decision.value
  if (taken.length > 0) await deleteMemberships(tx, authorityId, personId, taken)
  for (const role of given) await insertMembership(tx, authorityId, personId, role)
  if (given.length + taken.length > 0) {
    const facts = { before: held.join(', '), after: [...wanted].sort().join(', ') }
    await recordAudit(tx, ctx, { name: 'ROLES_CHANGED', subject: personId, facts })
  }
  return accept(wanted)
}

/** Gives a person one more role in the acting organisation. */
export const addMembership = (
  ctx: Context,
  personId: PersonId,
  role: Role,
): Promise<Decision<readonly Role[], RolesRefusal | 'not-an-authority'>> =>
  inTransaction<IdentityTables, Decision<readonly Role[], RolesRefusal | 'not-an-authority'>>(
    ctx,
    async (tx) => {
      const { isAuthority, kind } = await getOrganisation(tx, actingAuthority(ctx))
      if (!isAuthority && kind !== 'supplier') return refuse('not-an-authority')
      return replaceRoles(tx, ctx, personId, (held) => [...new Set([...held, role])])
    },
  )

/** Sets the roles of somebody who works for the acting authority; none ends their membership at once. */
export const setRoles = (
  ctx: Context,
  personId: PersonId,
  roles: readonly Role[],
): Promise<Decision<readonly Role[], RolesRefusal>> =>
  inTransaction<IdentityTables, Decision<readonly Role[], RolesRefusal>>(ctx, (tx) =>
    replaceRoles(tx, ctx, personId, (held) => {
      if (held.length === 0) throw new NotFound('Nobody with this id works here.')
      return [...new Set(roles)]
    }),
  )

export const renamePerson = async (ctx: Context, name: string): Promise<void> => {
  const personId = actingPerson(ctx)
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    await setName(tx, personId, name.trim())
    await recordAudit(tx, ctx, { name: 'PERSON_RENAMED', subject: personId })
  })
}

/** Closes an account in every authority, or opens it again. For operators at the command line. */
export const setAccountClosed = async (
  ctx: Context,
  personId: PersonId,
  isClosed: boolean,
): Promise<void> => {
  await inTransaction<IdentityTables, void>(ctx, async (tx) => {
    await setDisabled(tx, personId, isClosed ? ctx.clock.now() : null)
    await recordAudit(tx, ctx, { name: isClosed ? 'PERSON_DISABLED' : 'PERSON_ENABLED', subject: personId })
  })
}
