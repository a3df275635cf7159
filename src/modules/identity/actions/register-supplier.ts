import { accept, type Decision } from '../../../kernel/decision.ts'
import { slugOf } from '../../../kernel/slug.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { registrationLetter } from '../letters.ts'
import {
  type Email,
  INVITATION_DAYS,
  MAX_REGISTRATION_LETTERS,
  type OrganisationId,
  type OrganisationRefusal,
  type PasswordRefusal,
  type PersonId,
  type RolesRefusal,
} from '../model.ts'
import { newSecret } from '../secrets.ts'
import { insertInvitation, type NewInvitation } from '../store/invitations.ts'
import { findAccount } from '../store/people.ts'
import { countRegistrations } from '../store/registrations.ts'
import type { IdentityTables } from '../tables.ts'
import { createOrganisation } from './organisations.ts'
import { addMembership, createPerson } from './people.ts'

const DAY = 86_400_000

/** Never taken, so that nobody learns from a refusal who has an account. */
const supplierSlug = (name: string, id: OrganisationId): string =>
  `${slugOf(name, 60) || 'supplier'}-${id.slice(-12)}`

const createSupplier = (ctx: Context, name: string, orgId: string | null) => {
  const id: OrganisationId = newId()
  const slug = supplierSlug(name, id)
  return createOrganisation(ctx, { id, name, slug, kind: 'supplier', isAuthority: false, orgId })
}

/** The first person confirms their address by the link; it works like an invitation that nobody sent. */
const sendConfirmation = async (ctx: Context, name: string, email: Email): Promise<void> => {
  await inTransaction<IdentityTables, void>(ctx, async (tx: Writer<IdentityTables>) => {
    const { secret, hash } = newSecret()
    const now = ctx.clock.now()
    const invitation: NewInvitation = {
      authorityId: ctx.authorityId ?? '',
      id: newId(),
      email,
      role: 'supplier-lead',
      tokenHash: hash,
      invitedBy: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
    }
    await insertInvitation(tx, invitation)
    const mailId = await writeLetter(tx, registrationLetter(ctx.siteUrl, invitation, name, secret))
    await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
    await recordAudit(tx, ctx, { name: 'SUPPLIER_REGISTRATION_ASKED', subject: ctx.authorityId ?? '' })
  })
}

/**
 * Begins an account for a supplier: a letter to the address, whose link opens it. An address that was sent several
 * letters today gets no more, and the answer is the same.
 */
export const askToRegisterSupplier = async (
  ctx: Context,
  name: string,
  email: Email,
): Promise<Decision<null, OrganisationRefusal>> => {
  const since = new Date(ctx.clock.now().getTime() - DAY)
  const sent = await inReading(ctx, (db: Reader<IdentityTables>) => countRegistrations(db, email, since))
  if (sent >= MAX_REGISTRATION_LETTERS) return accept(null)
  const operator = actingAs(ctx, { kind: 'nobody' }, null)
  const made = await createSupplier(operator, name, null)
  if (!made.ok) return made
  await sendConfirmation({ ...operator, authorityId: made.value.id }, name, email)
  return accept(null)
}

export type NewSupplier = {
  readonly name: string
  /** As org-id.guide writes it, `GB-COH-01234567`. */
  readonly orgId: string | null
  readonly email: Email
  readonly personName: string
  readonly password: string | null
}

/** Adds a supplier with its first person, whose address is known to be theirs: for operators and demonstrations. */
export const registerSupplier = async (
  services: Services,
  supplier: NewSupplier,
): Promise<
  Decision<
    { readonly organisationId: OrganisationId; readonly personId: PersonId },
    OrganisationRefusal | PasswordRefusal | RolesRefusal | 'email-taken' | 'not-an-authority'
  >
> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const { email, personName, password } = supplier
  const known = await inReading(operator, (db: Reader<IdentityTables>) => findAccount(db, email))
  const person = known
    ? accept(known.personId)
    : await createPerson(operator, { email, name: personName, password })
  if (!person.ok) return person
  const made = await createSupplier(operator, supplier.name, supplier.orgId)
  if (!made.ok) return made
  const theirs = { ...operator, authorityId: made.value.id }
  const joined = await addMembership(theirs, person.value, 'supplier-lead')
  return joined.ok ? accept({ organisationId: made.value.id, personId: person.value }) : joined
}
