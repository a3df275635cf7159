import { Client, type ClientConfig } from 'pg'
import type { AsOwner } from '#bids'
import { type AuditTables, recordAudit } from '../platform/audit.ts'
import { actingAs, type Services } from '../platform/context.ts'
import { inReading } from '../platform/reading.ts'
import { inTransaction } from '../platform/transaction.ts'
import { drawDistricts } from './demonstration/geography/draw-places.ts'
import { makePostcodes } from './demonstration/geography/postcodes.ts'
import { makePayments } from './demonstration/payments/make-payments.ts'
import { seedAnchors } from './demonstration/seeding/seed-anchors.ts'
import { seedAsks } from './demonstration/seeding/seed-asks.ts'
import { seedBidders } from './demonstration/seeding/seed-bidders.ts'
import { openCompetition, seedBids, seedCompetition } from './demonstration/seeding/seed-bids.ts'
import { seedBudget } from './demonstration/seeding/seed-budget.ts'
import { seedContractLife } from './demonstration/seeding/seed-contract-life.ts'
import { seedContracts } from './demonstration/seeding/seed-contracts.ts'
import { seedDirectory } from './demonstration/seeding/seed-directory.ts'
import { seedEvaluations } from './demonstration/seeding/seed-evaluations.ts'
import { seedGroups } from './demonstration/seeding/seed-groups.ts'
import { seedMeasures } from './demonstration/seeding/seed-measures.ts'
import { seedNotes } from './demonstration/seeding/seed-notes.ts'
import { seedOpeningKeys } from './demonstration/seeding/seed-opening-keys.ts'
import { sealBidsOfClosed } from './demonstration/seeding/seed-past-tender.ts'
import { findCouncil, seedPeople } from './demonstration/seeding/seed-people.ts'
import { seedPlaces } from './demonstration/seeding/seed-places.ts'
import { seedPublication } from './demonstration/seeding/seed-publication.ts'
import { seedPurchases } from './demonstration/seeding/seed-purchases.ts'
import { seedRegister } from './demonstration/seeding/seed-register.ts'
import { seedRules } from './demonstration/seeding/seed-rules.ts'
import { seedScenarios } from './demonstration/seeding/seed-scenarios.ts'
import { seedSpending } from './demonstration/seeding/seed-spending.ts'
import { seedStrategy } from './demonstration/seeding/seed-strategy.ts'
import { seedStudies } from './demonstration/seeding/seed-studies.ts'
import { seedTenders } from './demonstration/seeding/seed-tenders.ts'
import { makeSuppliers } from './demonstration/suppliers/make-suppliers.ts'

/** The services, and the connection of the owner of the tables. */
type Opened = { readonly services: Services; readonly owner: ClientConfig }

/** The entry in the council's audit log that says the demonstration is whole. */
const MADE = 'DEMONSTRATION_MADE'

const isMade = (services: Services, councilId: string): Promise<boolean> =>
  inReading<AuditTables, boolean>(actingAs(services, { kind: 'command' }, councilId), async (db) => {
    const entry = await db
      .selectFrom('platform.audit_entry')
      .select('number')
      .where('name', '=', MADE)
      .limit(1)
      .executeTakeFirst()
    return entry !== undefined
  })

/** Whether there is nothing to do: the demonstration is whole, or the council is somebody's own and not to be touched. */
const isSettled = async (services: Services): Promise<boolean> => {
  const council = await findCouncil(services)
  if (!council) return false
  return council.homePlaceId === null || (await isMade(services, council.id))
}

/** The owner of the tables writes down what is said to have happened before the demonstration was made. */
const asOwner = async (connection: ClientConfig, work: (owner: AsOwner) => Promise<void>): Promise<void> => {
  const client = new Client(connection)
  await client.connect()
  try {
    await work({ query: async (text, values) => (await client.query(text, values)).rows })
  } finally {
    await client.end()
  }
}

const seed = async ({ services, owner }: Opened): Promise<{ suppliers: number; payments: number }> => {
  const drawn = drawDistricts()
  const postcodes = makePostcodes(drawn)
  const suppliers = makeSuppliers(postcodes)
  const payments = makePayments(suppliers)
  const cityId = await seedPlaces(services, drawn, postcodes)
  await seedRegister(services, suppliers)
  const council = await seedPeople(services, cityId)
  await seedMeasures(services, council.councilId)
  const bidders = await seedBidders(services)
  const holders = await seedOpeningKeys(services, council.councilId)
  await seedCompetition(services, council.councilId, holders, bidders)
  await seedSpending(services, council, payments)
  await seedStrategy(services, council, cityId)
  await seedContracts(services, council, payments)
  await seedBudget(services, council, payments)
  await seedAnchors(services, council, suppliers)
  await seedRules(services, council, suppliers)
  await seedGroups(services, council, suppliers)
  await seedScenarios(services, council)
  await seedDirectory(services, council, suppliers)
  await seedStudies(services, council)
  await seedPurchases(services, council.councilId)
  await seedAsks(services, council)
  await seedTenders(services, council.councilId, holders)
  await seedBids(services, council.councilId, bidders)
  await openCompetition(services, council.councilId, holders)
  await seedContractLife(services, council, bidders)
  await asOwner(owner, async (as) => {
    const competition = { services, owner: as, bidders, holders }
    await sealBidsOfClosed(competition, council.councilId)
    await seedEvaluations(competition, council)
  })
  await seedPublication(services, council)
  await seedNotes(services)
  const made = { suppliers: suppliers.length, payments: payments.length }
  const ctx = actingAs(services, { kind: 'command' }, council.councilId)
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, { name: MADE, subject: council.councilId, facts: made }),
  )
  return made
}

/** Lets one process at a time make the demonstration; a process that ends, however it ends, lets the next one in. */
const oneAtATime = async (services: Services, work: () => Promise<void>): Promise<void> => {
  const client = await services.database.pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('goldthread demonstration', 0))`)
    await work()
  } finally {
    // The lock belongs to the session, which ends here.
    client.release(true)
  }
}

/**
 * Makes Northmere, a made-up city, with a council, its suppliers and its payments, from a fixed seed. Returns at once
 * where it is there already. Every step finds what an earlier, interrupted try has left and goes on from there.
 */
export const seedDemonstration = async (opened: Opened, say: (line: string) => void): Promise<void> => {
  const { services } = opened
  if (await isSettled(services)) return
  await oneAtATime(services, async () => {
    if (await isSettled(services)) return
    say('Making Northmere, a made-up city, with its council, suppliers and payments …')
    const began = performance.now()
    const { suppliers, payments } = await seed(opened)
    const seconds = Math.round((performance.now() - began) / 1000)
    say(
      `Northmere is there: ${suppliers} suppliers, ${payments.toLocaleString('en-GB')} payments (${seconds} seconds).`,
    )
  })
}
