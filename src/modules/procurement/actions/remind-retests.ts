import {
  findOrganisation,
  type IdentityTables,
  listMembers,
  listOrganisations,
  type Member,
  notify,
  type OrganisationId,
  permissionsOf,
} from '#identity'
import { addDays } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type TestSeen, testsOf } from '../control-tests.ts'
import { retestNote } from '../letters.ts'
import type { Purchase } from '../model/purchase.ts'
import { DAYS_BEFORE, retestMoment } from '../rules/appraisal/retest-letters.ts'
import { insertRetestLetter, listControlTests, listTestedPurchases } from '../store/appraisals.ts'
import type { ProcurementTables } from '../tables.ts'

type Tx = Writer<ProcurementTables>

/** Whoever answered the test, while they work here; else everybody who plans purchases. */
const ownersOf = (members: readonly Member[], personId: string | null): Member[] => {
  const here = members.filter(({ isDisabled }) => !isDisabled)
  const owner = here.find(({ id }) => id === personId)
  return owner ? [owner] : here.filter(({ roles }) => permissionsOf(roles).has('procurement.manage'))
}

/** Writes about one test, unless that letter was written before; gives how many letters go out. */
const remind = async (
  tx: Tx,
  ctx: Context & { readonly authorityId: string },
  purchase: Purchase,
  { test, decided }: TestSeen,
): Promise<number> => {
  const day = today(ctx)
  const moment = retestMoment(purchase, decided.retestBy, {
    today: day,
    soonUntil: addDays(day, DAYS_BEFORE),
  })
  if (moment === null) return 0
  const own = tx as unknown as Reader<IdentityTables>
  const owners = ownersOf(await listMembers(own, ctx.authorityId), test.personId)
  if (owners.length === 0) return 0
  if (!(await insertRetestLetter(tx, ctx.authorityId, { testId: test.id, moment, writtenOn: day }))) return 0
  const authority = await findOrganisation(own, ctx.authorityId as OrganisationId)
  const note = retestNote(authority?.name ?? '', purchase, { ...test, retestBy: decided.retestBy, moment })
  for (const { id } of owners) await notify(tx, ctx, { ...note, to: { personId: id } })
  const facts = { body: test.body, kind: test.kind, moment, letters: owners.length }
  await recordAudit(tx, ctx, { name: 'CONTROL_TEST_REMINDED', subject: purchase.id, facts })
  return owners.length
}

/** Writes to the owners of tests that are due again: once a month ahead and once when the day has gone by. */
export const remindRetests = async (services: Services): Promise<number> => {
  const operator = actingAs(services, { kind: 'worker' }, null)
  const organisations = await inReading(operator, (db) => listOrganisations(db as never))
  let letters = 0
  for (const { id } of organisations.filter(({ isAuthority }) => isAuthority)) {
    const ctx = { ...actingAs(services, { kind: 'worker' }, id), authorityId: id }
    letters += await inTransaction<ProcurementTables, number>(ctx, async (tx) => {
      let written = 0
      for (const purchase of await listTestedPurchases(tx))
        for (const seen of testsOf(await listControlTests(tx, purchase.id), today(ctx)))
          written += await remind(tx, ctx, purchase, seen)
      return written
    })
  }
  return letters
}
