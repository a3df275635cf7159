import {
  findOrganisation,
  type IdentityTables,
  listMembers,
  listOrganisations,
  notify,
  permissionsOf,
} from '#identity'
import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type RemindedContract, reminderNote } from '../letters.ts'
import type { Contract } from '../model.ts'
import { readContract } from '../read-contract.ts'
import { nextDueOn } from '../rules/assessments.ts'
import { type Reminder, type ReminderFacts, remindersOn } from '../rules/reminders.ts'
import { listContracts } from '../store/contracts.ts'
import { listAssessments, listIndicators } from '../store/indicators.ts'
import { noteReminder, sinceOfOpen } from '../store/reminders.ts'
import { listReviewActions, listReviews } from '../store/reviews.ts'
import { listSupplierLinks } from '../store/supplier-links.ts'
import type { ContractsTables } from '../tables.ts'

type Db = Reader<ContractsTables>

/** What is planned for all contracts of an authority, read once. */
const readPlans = async (db: Db) => ({
  since: await sinceOfOpen(db),
  indicators: await listIndicators(db),
  assessments: await listAssessments(db),
  reviews: await listReviews(db),
  actions: await listReviewActions(db),
})
type Plans = Awaited<ReturnType<typeof readPlans>>

const factsOf = async (db: Db, contract: Contract, plans: Plans, on: string): Promise<ReminderFacts> => {
  const report = await readContract(db, contract.id, on)
  const reviews = plans.reviews.filter(({ contractId }) => contractId === contract.id)
  return {
    contractId: contract.id,
    deliveries: report.deliveries.flatMap(({ id, title, status }) => {
      const sinceOn = plans.since.get(id)
      return sinceOn === undefined ? [] : [{ id, title, status, sinceOn }]
    }),
    commitments: report.commitments.map(({ commitment: { id, title }, progress: { state, waiting } }) => ({
      id,
      title,
      state,
      waiting,
    })),
    assessments: plans.indicators
      .filter(({ contractId }) => contractId === contract.id)
      .flatMap((indicator) => {
        const dueOn = nextDueOn(indicator, plans.assessments.get(indicator.id) ?? [])
        return dueOn === null ? [] : [{ id: indicator.id, title: indicator.title, dueOn }]
      }),
    reviews: reviews.filter(({ heldOn }) => heldOn === null),
    actions: reviews.flatMap(({ id }) =>
      (plans.actions.get(id) ?? []).flatMap(({ number, what, dueOn, doneOn }) =>
        dueOn === null || doneOn !== null ? [] : [{ id: `${id}:${number}`, what, dueOn }],
      ),
    ),
  }
}

type Due = { readonly contract: Contract; readonly reminders: readonly Reminder[] }

const readDue = (ctx: Context): Promise<Due[]> =>
  inReading(ctx, async (db: Db) => {
    const plans = await readPlans(db)
    const due: Due[] = []
    for (const contract of await listContracts(db)) {
      const reminders = remindersOn(today(ctx), await factsOf(db, contract, plans, today(ctx)))
      if (reminders.length > 0) due.push({ contract, reminders })
    }
    return due
  })

/** To whom a side's reminders go: those who decide on deliveries here; the address that was given at the supplier. */
const readRecipients = (ctx: Context, authorityId: string) =>
  inReading(ctx, async (db: Db) => {
    const members = await listMembers(db as unknown as Reader<IdentityTables>, authorityId)
    const links = (await listSupplierLinks(db)).filter(
      ({ endedAt, email }) => endedAt === null && email !== '',
    )
    return {
      council: members
        .filter(({ roles, isDisabled }) => !isDisabled && permissionsOf(roles).has('contracts.verify'))
        .map(({ email }): string => email),
      supplier: Map.groupBy(links, ({ contractId }) => contractId),
    }
  })

const write = async (
  tx: Writer<ContractsTables>,
  ctx: Context,
  authorityId: string,
  recipient: string,
  due: readonly Due[],
  side: Reminder['side'],
): Promise<number> => {
  const told: RemindedContract[] = []
  for (const { contract, reminders } of due) {
    const fresh: Reminder[] = []
    for (const one of reminders.filter((reminder) => reminder.side === side))
      if (await noteReminder(tx, authorityId, one, recipient, ctx.clock.now())) fresh.push(one)
    const path = `${side === 'council' ? '/contracts' : '/deliver'}/${contract.id}`
    if (fresh.length > 0) told.push({ ...contract, path, reminders: fresh })
  }
  if (told.length === 0) return 0
  const name = (await findOrganisation(tx as never, authorityId))?.name ?? 'the council'
  const href = side === 'council' ? '/contracts/reviews' : '/deliver'
  await notify(tx, ctx, { ...reminderNote(ctx.siteUrl, name, told, href), to: { email: recipient } })
  return 1
}

/** Reminds both sides of an authority's contracts, each person in one note; returns how many were told. */
export const remindOfContracts = async (ctx: Context, authorityId: string): Promise<number> => {
  const due = await readDue(ctx)
  if (due.length === 0) return 0
  const { council, supplier } = await readRecipients(ctx, authorityId)
  const ofSupplier = Map.groupBy(
    due.flatMap((one) => (supplier.get(one.contract.id) ?? []).map(({ email }) => ({ email, one }))),
    ({ email }) => email,
  )
  return inTransaction<ContractsTables, number>(ctx, async (tx) => {
    let letters = 0
    for (const email of council) letters += await write(tx, ctx, authorityId, email, due, 'council')
    for (const [email, own] of ofSupplier)
      letters += await write(
        tx,
        ctx,
        authorityId,
        email,
        own.map(({ one }) => one),
        'supplier',
      )
    if (letters > 0)
      await recordAudit(tx, ctx, { name: 'CONTRACTS_REMINDED', subject: authorityId, facts: { letters } })
    return letters
  })
}

/** Every day, for every authority. */
export const remindEverybody = async (services: Services): Promise<void> => {
  const operator = actingAs(services, { kind: 'worker' }, null)
  const authorities = await inReading(operator, (db: Reader<IdentityTables>) =>
    listOrganisations(db, { authorities: true }),
  )
  for (const { id } of authorities) await remindOfContracts(actingAs(services, { kind: 'worker' }, id), id)
}
