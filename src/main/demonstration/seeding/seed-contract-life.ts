import {
  addIndicator,
  addSubContractor,
  assessIndicator,
  beginNotice,
  type Contract,
  type ContractsTables,
  inviteSupplier,
  joinContract,
  judgeDelivery,
  listCommitments,
  listContracts,
  listIndicators,
  listSupplierLinks,
  reportAsSupplier,
  setLegalFacts,
} from '#contracts'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { CHANCE, INDICATORS } from '../contracts/made-up-indicators.ts'
import { insist } from './insist.ts'
import type { SeededBidder } from './seed-bidders.ts'
import type { SeededCouncil } from './seed-people.ts'

const read = <Result>(
  ctx: Context,
  work: (db: Reader<ContractsTables>) => Promise<Result>,
): Promise<Result> => inReading(ctx, work)

/** A supplier that reports itself: one delivery waits for a decision, one was asked about. */
const seedSupplierSide = async (
  services: Services,
  ctx: Context,
  contract: Contract,
  bidder: SeededBidder,
): Promise<void> => {
  const theirs = actingAs(services, { kind: 'person', personId: bidder.personId }, bidder.organisationId)
  const code = await inviteSupplier(ctx, contract.id, '')
  const account = { supplierId: bidder.organisationId, supplierName: bidder.name }
  const to = insist(await joinContract(theirs, code, account), 'a code')
  const first = insist(
    await addSubContractor(ctx, contract.id, {
      name: 'Hadrian Joinery Limited',
      number: '99810001',
      work: 'Doors and windows',
      valuePence: 12_500_000,
      above: null,
    }),
    'a sub-contractor',
  )
  const below = { name: 'Millrace Glass', number: '', work: 'Panes', valuePence: null, above: first }
  insist(await addSubContractor(ctx, contract.id, below), 'a sub-contractor of the second tier')
  const [commitment] = await read(ctx, (db) => listCommitments(db, contract.id))
  const person = { personId: bidder.personId, personName: 'Bid lead', supplierName: bidder.name }
  const days = { fromOn: '2026-11-09', toOn: '2026-11-13' }
  const made = { placeName: 'Bellwharf', story: 'Six people learned to hang a door.', ...days }
  const asked = await reportAsSupplier(
    theirs,
    to,
    person,
    {
      ...made,
      commitmentId: commitment?.id ?? null,
      title: commitment?.title ?? 'Trade days',
      unit: commitment?.unit ?? 'people',
      quantity: '3',
      subContractorId: first,
    },
    null,
  )
  if (!asked.ok) throw new Error(`a delivery was refused: ${asked.refusal}`)
  const note = 'Which site was it, and who signed the list?'
  insist(await judgeDelivery(ctx, asked.value, { verdict: 'ask', quantity: null, note }), 'a question')
  const waiting = { ...made, commitmentId: null, title: 'Trade days for school leavers', unit: 'people' }
  const sent = await reportAsSupplier(theirs, to, person, { ...waiting, quantity: '6' }, null)
  if (!sent.ok) throw new Error(`a delivery was refused: ${sent.refusal}`)
}

/** Indicators with a bad one among them, and the chance to improve that the supplier was given. */
const seedIndicators = async (ctx: Context, { id }: Contract): Promise<void> => {
  await setLegalFacts(ctx, id, {
    subject: 'services',
    isLightTouch: false,
    arrangement: 'contract',
    commencedOn: '2025-09-01',
    enteredOn: '2026-02-16',
    mostPence: 720_000_000,
    termMonths: 60,
    noIndicatorsBecause: '',
  })
  const days = { fromOn: '2026-07-01', toOn: '2026-09-30' }
  const ids: string[] = []
  for (const { text, value, rating, note } of INDICATORS) {
    const indicatorId = insist(await addIndicator(ctx, id, text), text.title)
    insist(await assessIndicator(ctx, indicatorId, { ...days, value, rating, note }), text.title)
    ids.push(indicatorId)
  }
  const chance = { chanceFromOn: '2026-10-05', chanceUntilOn: '2026-12-04' }
  const draft = { ...CHANCE, ...chance, kind: 'poor-performance' as const, indicatorId: ids[1] ?? null }
  insist(await beginNotice(ctx, id, draft), 'a chance to improve')
}

/** What happens to Northmere's contracts in their life. */
export const seedContractLife = async (
  services: Services,
  { councilId }: SeededCouncil,
  bidders: readonly SeededBidder[],
): Promise<void> => {
  const ctx = actingAs(services, { kind: 'command' }, councilId)
  const [contract] = await read(ctx, listContracts)
  const [bidder] = bidders
  const links = await read(ctx, (db) => listSupplierLinks(db))
  if (contract && (await read(ctx, (db) => listIndicators(db, contract.id))).length === 0)
    await seedIndicators(ctx, contract)
  if (contract && bidder && links.length === 0) await seedSupplierSide(services, ctx, contract, bidder)
}
