import {
  type BudgetTables,
  importLines,
  listOwnStatements,
  prepareStatement,
  recordOthers,
  signStatement,
} from '#budget'
import {
  type ContractsTables,
  judgeDelivery,
  listCommitments,
  listContracts,
  listDeliveries,
  reportDelivery,
} from '#contracts'
import { type IdentityTables, listMembers, type OrganisationId, type Role } from '#identity'
import { listTrees, type StrategyTables } from '#strategy'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { madeUpLines, OTHERS } from '../budget/made-up-budget.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { seededRandom } from '../seeded-random.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

const LAST_YEAR = '2025/26'
const THIS_YEAR = '2026/27'
const STORY_SEED = 57_721

const NOTE = `This was our first year with a social value budget. Volunteers gave more hours than was planned; first jobs came later than we wanted, and most of them are carried forward.

From this year on, each contract manager tells by the end of June what is behind and what will be done about it.`

const read = <Tables, Result>(ctx: Context, work: (db: Reader<Tables>) => Promise<Result>): Promise<Result> =>
  inReading(ctx, work)

/** What suppliers delivered last year, verified by the contract manager. */
const deliverLastYear = async (ctx: Context): Promise<void> => {
  const known = await read(ctx, (db: Reader<ContractsTables>) => listDeliveries(db))
  if (known.some(({ toOn }) => toOn < '2026-04-01')) return
  const contracts = new Map(
    (await read(ctx, (db: Reader<ContractsTables>) => listContracts(db))).map((one) => [one.id, one]),
  )
  const random = seededRandom(STORY_SEED)
  for (const commitment of await read(ctx, (db: Reader<ContractsTables>) => listCommitments(db))) {
    const contract = contracts.get(commitment.contractId)
    if (!contract?.startsOn || contract.startsOn > '2025-12-31') continue
    const part = random.between(0.1, 0.35)
    const delivery = {
      contractId: contract.id,
      commitmentId: commitment.id,
      title: commitment.title,
      unit: commitment.unit,
      quantity: String(Math.max(1, Math.round(Number(commitment.quantity) * part))),
      fromOn: '2026-01-01',
      toOn: '2026-03-20',
      placeCode: '',
      placeName: commitment.placeName,
      story: '',
      reportedFor: contract.supplierName,
      activity: null,
    }
    const id = insist(await reportDelivery(ctx, delivery), commitment.title)
    insist(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }), commitment.title)
  }
}

const recordBeside = async (ctx: Context): Promise<void> => {
  const trees = await read(ctx, (db: Reader<StrategyTables>) => listTrees(db, ['adopted']))
  const priorities = new Map(
    trees.flatMap((tree) => tree.priorities.map(({ title, id }) => [title, id] as const)),
  )
  const drafts = OTHERS.map(({ text, priority, result }) => ({
    text: { ...text, priorityId: priority === null ? null : (priorities.get(priority) ?? null) },
    result,
  }))
  const recorded = await recordOthers(ctx, drafts)
  // An interrupted try has recorded all of them before.
  if (!recorded.ok && recorded.refusal !== 'title-taken') insist(recorded, 'grants and actions')
}

/** Northmere's social value budget: last year signed and published, this year running. */
export const seedBudget = async (
  services: Services,
  { councilId }: SeededCouncil,
  payments: readonly MadeUpPayment[],
): Promise<void> => {
  const anybody = actingAs(services, { kind: 'command' }, councilId)
  const members = await read(anybody, (db: Reader<IdentityTables>) =>
    listMembers(db, councilId as OrganisationId),
  )
  const as = (role: Role): Context => {
    const personId = members.find(({ roles }) => roles.includes(role))?.id
    return personId ? actingAs(services, { kind: 'person', personId }, councilId) : anybody
  }
  await deliverLastYear(as('contract-manager'))
  await importLines(as('finance'), 'northmere-budget.csv', madeUpLines(payments, [LAST_YEAR, THIS_YEAR]))
  await recordBeside(as('finance'))
  const statements = await read(anybody, (db: Reader<BudgetTables>) =>
    listOwnStatements(db, councilId, LAST_YEAR),
  )
  if (statements.some(({ status }) => status === 'signed')) return
  const waiting =
    statements.find(({ status }) => status === 'prepared') ??
    insist(await prepareStatement(as('finance'), LAST_YEAR, NOTE), 'the statement')
  const { fingerprint } = waiting
  insist(await signStatement(as('finance-director'), { year: LAST_YEAR, fingerprint }), 'the signature')
}
