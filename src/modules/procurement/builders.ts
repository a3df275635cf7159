import { addMembership, createOrganisation, createPerson, type Organisation, type Role } from '#identity'
import { installShippedFrameworks } from '#measures'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { createPurchase } from './actions/purchases.ts'
import type { LawFacts, Purchase, PurchaseDraft, Stage } from './model/purchase.ts'

/** Ordinary services of £400,000 over four years, with a year's extension, to be tendered in May 2027. */
export const aPurchaseDraft = (facts: Partial<PurchaseDraft> = {}): PurchaseDraft => ({
  title: 'Grounds maintenance',
  purpose: 'Keep parks and verges safe and in flower.',
  kind: 'services',
  category: 'Environmental services',
  department: 'Parks',
  placeIds: [],
  valuePence: 40_000_000,
  optionsPence: 0,
  extensionsPence: 10_000_000,
  vatRate: 20,
  commencesOn: '2027-05-04',
  tenderOn: '2027-05-04',
  tendersDueOn: '2027-06-18',
  awardOn: '2027-09-01',
  contractOn: '2027-09-20',
  startsOn: '2027-10-01',
  endsOn: '2031-09-30',
  extendedEndsOn: '2032-09-30',
  expiringContract: 'NM-0412',
  expiringOn: '2027-09-30',
  owner: 'Head of Parks',
  isPublic: false,
  ...facts,
})

type Made = Partial<PurchaseDraft> & { readonly stage?: Stage; readonly facts?: LawFacts }

/** Stores a purchase of the context's authority, straight at the stage that a test needs. */
export const aPurchase = async (ctx: Context, { stage, facts, ...draft }: Made = {}): Promise<Purchase> => {
  const made = await createPurchase(ctx, aPurchaseDraft(draft), { stage, facts })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  return made.value
}

/** A council that buys, with the measures that ship. */
export const anAuthority = async (db: TestDatabase, name: string): Promise<Organisation> => {
  await installShippedFrameworks(db.services)
  const made = await createOrganisation(db.context({ kind: 'command' }, null), {
    name,
    kind: 'council',
    isAuthority: true,
  })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  return made.value
}

/** Somebody who works for it, without a password. */
export const aMember = async (
  db: TestDatabase,
  authorityId: string,
  role: Role,
  name: string,
): Promise<{ readonly id: string }> => {
  const email = `${newId()}@ashby.example`
  const made = await createPerson(db.context({ kind: 'command' }, null), { email, name, password: null })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  await addMembership(db.context({ kind: 'command' }, authorityId), made.value, role)
  return { id: made.value }
}

/** The names of the audit entries about something, oldest first. */
export const auditOf = async (db: TestDatabase, subject: string): Promise<string[]> => {
  const rows = await db.query(
    'select name from platform.audit_entry where subject = $1 order by authority_id desc, number',
    [subject],
  )
  return rows.map((row) => String(row.name))
}
