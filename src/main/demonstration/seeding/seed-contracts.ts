import {
  addCommitment,
  addEvidence,
  addOption,
  type Commitment,
  type Contract,
  type ContractsTables,
  importContracts,
  judgeDelivery,
  listCommitments,
  listContracts,
  listDeliveries,
  reportDelivery,
  takeOption,
} from '#contracts'
import { type IdentityTables, listMembers, type OrganisationId } from '#identity'
import { listTrees, type StrategyTables } from '#strategy'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { madeUpContracts } from '../contracts/made-up-contracts.ts'
import { type MadeUpPromise, PROMISES, UNPROMISED } from '../contracts/made-up-promises.ts'
import { CITY_WARDS } from '../geography/made-up-places.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { insist } from './insist.ts'
import { seedInvoices } from './seed-invoices.ts'
import type { SeededCouncil } from './seed-people.ts'

const DELIVERY_SEED = 31_415
const WITH_PROMISES = 16

type Priorities = ReadonlyMap<string, string>

const commit = async (
  ctx: Context,
  contract: Contract,
  made: MadeUpPromise,
  priorities: Priorities,
): Promise<void> => {
  const millions = (contract.valuePence ?? 0) / 100_000_000
  const quantity = String(Math.max(2, Math.min(made.most, Math.round(made.each * millions))))
  const ward = CITY_WARDS[quantity.length % CITY_WARDS.length]
  const { title, measure, unit, unitValue, basis, evidence, scalesWithSpend, priority } = made
  const draft = {
    title,
    framework: measure === null ? null : 'open',
    measure,
    unit,
    quantity,
    unitValue,
    priceYear: unitValue === null || basis === 'spend' ? null : '2025/26',
    basis,
    schedule: [],
    placeCode: ward?.code ?? '',
    placeName: ward?.name ?? '',
    evidenceRule: evidence,
    owner: 'Social value adviser',
    supplierOwner: 'Social value lead',
    priorityId: priority === null ? null : (priorities.get(priority) ?? null),
    scalesWithSpend,
  }
  insist(await addCommitment(ctx, contract.id, draft), title)
}

type Report = {
  readonly title: string
  readonly unit: string
  readonly quantity: number
  readonly story: string
}

const report = async (
  ctx: Context,
  contract: Contract,
  commitmentId: string | null,
  made: Report,
  toOn: string,
) =>
  insist(
    await reportDelivery(ctx, {
      contractId: contract.id,
      commitmentId,
      title: made.title,
      unit: made.unit,
      quantity: String(made.quantity),
      fromOn: `${toOn.slice(0, 8)}01`,
      toOn,
      placeCode: '',
      placeName: CITY_WARDS[made.quantity % CITY_WARDS.length]?.name ?? '',
      story: made.story,
      reportedFor: contract.supplierName,
      activity: null,
    }),
    made.title,
  )

const VERDICTS = [
  { verdict: 'accept', note: '' },
  { verdict: 'accept', note: '' },
  { verdict: 'accept', note: '' },
  { verdict: 'accept-in-part', note: 'The rest was done for another council.' },
  { verdict: 'ask', note: 'Which dates? The letter names only the month.' },
  { verdict: 'reject', note: 'The evidence is of the year before.' },
  null,
] as const

/** Two deliveries to a commitment, with every kind of decision among them, none included. */
const deliver = async (
  ctx: Context,
  contract: Contract,
  commitment: Commitment,
  random: SeededRandom,
): Promise<void> => {
  const story = PROMISES.find(({ title }) => title === commitment.title)?.story ?? ''
  for (const toOn of ['2026-06-30', '2026-10-31']) {
    if (contract.startsOn === null || contract.startsOn > toOn || toOn > today(ctx)) continue
    const quantity = Math.max(1, Math.round(Number(commitment.quantity) * random.between(0.1, 0.6)))
    const id = await report(ctx, contract, commitment.id, { ...commitment, quantity, story }, toOn)
    const verdict = random.pick(VERDICTS)
    if (verdict === null) continue
    const part = verdict.verdict === 'accept-in-part' && quantity > 1 ? String(Math.ceil(quantity / 2)) : null
    const judgement = verdict.verdict === 'accept-in-part' && part === null ? VERDICTS[0] : verdict
    insist(await judgeDelivery(ctx, id, { ...judgement, quantity: part }), commitment.title)
  }
}

const REGISTER_OF_A_CLUB = 'day,hours,people\n2026-09-04,3,2\n2026-09-18,3,2\n'

const beyond = async (ctx: Context, contracts: readonly Contract[]): Promise<void> => {
  for (const [at, [title, quantity, unit]] of UNPROMISED.entries()) {
    const contract = contracts[at]
    if (!contract) continue
    const made = { title, quantity, unit, story: 'Nobody had asked for it.' }
    const id = await report(ctx, contract, null, made, '2026-09-30')
    const file = { name: 'register.csv', content: Buffer.from(REGISTER_OF_A_CLUB) }
    if (at === 0) insist(await addEvidence(ctx, id, file), 'evidence')
    if (at < 2) insist(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }), title)
  }
}

const extend = async (ctx: Context, contracts: readonly Contract[]): Promise<void> => {
  for (const [at, { id, endsOn }] of contracts.entries()) {
    if (endsOn === null || at % 3 !== 0) continue
    const untilOn = `${Number(endsOn.slice(0, 4)) + 1}${endsOn.slice(4)}`
    const option = await addOption(ctx, id, { untilOn, note: 'One year, by agreement' })
    // Refused where an interrupted try has written it down before.
    if (!option.ok) continue
    if (at % 2 === 0) insist(await takeOption(ctx, id, option.value, '2026-02-16'), 'an extension')
  }
}

const read = <Tables, Result>(ctx: Context, work: (db: Reader<Tables>) => Promise<Result>): Promise<Result> =>
  inReading(ctx, work)

/** Northmere's contracts: each state of a term, and commitments and deliveries in all of theirs. */
export const seedContracts = async (
  services: Services,
  { councilId }: SeededCouncil,
  payments: readonly MadeUpPayment[],
): Promise<void> => {
  const anybody = actingAs(services, { kind: 'command' }, councilId)
  const members = await read(anybody, (db: Reader<IdentityTables>) =>
    listMembers(db, councilId as OrganisationId),
  )
  const personId = members.find(({ roles }) => roles.includes('contract-manager'))?.id
  const ctx = personId ? actingAs(services, { kind: 'person', personId }, councilId) : anybody
  const trees = await read(ctx, (db: Reader<StrategyTables>) => listTrees(db, ['adopted']))
  const priorities = new Map(
    trees.flatMap((tree) => tree.priorities.map(({ title, id }) => [title, id] as const)),
  )
  await importContracts(ctx, {
    source: 'file',
    name: 'northmere-contracts.csv',
    contracts: madeUpContracts(payments),
  })
  const contracts = await read(ctx, (db: Reader<ContractsTables>) => listContracts(db))
  const promising = contracts.slice(0, WITH_PROMISES)
  // What an interrupted try has left is not added to twice: commitments come first, deliveries after all of them.
  const known = await read(ctx, (db: Reader<ContractsTables>) => listCommitments(db))
  if (known.length === 0) await extend(ctx, contracts)
  for (const [at, contract] of promising.entries())
    for (const made of [0, 1].map((step) => PROMISES[(at + step * 2) % PROMISES.length]))
      if (made && !known.some(({ contractId, title }) => contractId === contract.id && title === made.title))
        await commit(ctx, contract, made, priorities)
  if ((await read(ctx, (db: Reader<ContractsTables>) => listDeliveries(db))).length > 0) return
  const random = seededRandom(DELIVERY_SEED)
  for (const commitment of await read(ctx, (db: Reader<ContractsTables>) => listCommitments(db))) {
    const contract = promising.find(({ id }) => id === commitment.contractId)
    if (contract) await deliver(ctx, contract, commitment, random)
  }
  await beyond(ctx, promising)
  for (const contract of promising.slice(0, 2)) await seedInvoices(ctx, contract, payments)
}
