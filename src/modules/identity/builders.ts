import type { Decision } from '../../kernel/decision.ts'
import { slugOf } from '../../kernel/slug.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { createOrganisation } from './actions/organisations.ts'
import { addMembership, createPerson } from './actions/people.ts'
import type { Email, Organisation, OrganisationId, Person, Role } from './model.ts'

/** A password that the rules take. */
export const GOOD_PASSWORD = 'velvet harbour ninepins'

const must = <Value>(decision: Decision<Value>): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.value
}

/** A contracting authority; each with a name and short name of its own. */
export const anAuthority = async (
  db: TestDatabase,
  name = `Council ${newId().slice(-12)}`,
): Promise<Organisation> =>
  must(
    await createOrganisation(db.context({ kind: 'command' }, null), {
      name,
      slug: slugOf(name),
      kind: 'council',
      isAuthority: true,
    }),
  )

/** Somebody with an account and no role. Without `password` there is none, which spares 0.1 s. */
export const aPerson = async (
  db: TestDatabase,
  { name = 'Ada Byron', password = null as string | null, email = undefined as Email | undefined } = {},
): Promise<Person> => {
  const address = email ?? `${slugOf(name)}.${newId().slice(-12)}@northmere.example`
  const id = must(
    await createPerson(db.context({ kind: 'command' }, null), { email: address, name, password }),
  )
  return { id, name, email: address }
}

/** Somebody who works for an authority. */
export const aMember = async (
  db: TestDatabase,
  authorityId: OrganisationId,
  role: Role,
  who: Parameters<typeof aPerson>[1] = {},
): Promise<Person> => {
  const person = await aPerson(db, who)
  must(await addMembership(db.context({ kind: 'command' }, authorityId), person.id, role))
  return person
}

/** The secret at the end of the link in the newest letter to an address. */
export const secretInLetter = async (db: TestDatabase, to: Email): Promise<string> => {
  const [letter] = await db.query(
    'select body_text from platform.mail where recipient = $1 order by created_at desc, id desc limit 1',
    [to],
  )
  const found = /\/(?:invitations|reset-password)\/([\w-]+)/.exec(String(letter?.body_text))
  if (!found?.[1]) throw new Error(`there is no letter with a link to ${to}`)
  return found[1]
}

/** The names of the audit entries about something, oldest first; those of no authority last. */
export const auditOf = async (db: TestDatabase, subject: string): Promise<string[]> => {
  const rows = await db.query(
    'select name from platform.audit_entry where subject = $1 order by authority_id desc, number',
    [subject],
  )
  return rows.map((row) => String(row.name))
}

/** The same context, so many minutes later. */
export const later = <Given extends Pick<Context, 'clock'>>(ctx: Given, minutes: number): Given => ({
  ...ctx,
  clock: { now: () => new Date(ctx.clock.now().getTime() + minutes * 60_000) },
})
