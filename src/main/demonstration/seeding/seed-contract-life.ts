import {
  addIndicator,
  addReviewAction,
  addSubContractor,
  assessIndicator,
  beginNotice,
  type Contract,
  type ContractsTables,
  contractFromAward,
  holdReview,
  inviteSupplier,
  joinContract,
  judgeDelivery,
  listCommitments,
  listContracts,
  listIndicators,
  listReviews,
  listSupplierLinks,
  planReview,
  proposeAdjustment,
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

/** A review that was held, a review point to come, and a swap that is tested against the law. */
const seedReviews = async (ctx: Context, { id, endsOn }: Contract): Promise<void> => {
  const first = { title: 'Second quarter', plannedOn: '2026-10-14', isReviewPoint: false, ways: [] }
  const held = await planReview(ctx, id, first)
  const notes = 'Visits in the evening fall behind. The supplier brings a plan for the round.'
  insist(await holdReview(ctx, held, { heldOn: '2026-10-14', notes }), 'a review')
  const action = { what: 'Bring the plan for the evening round', owner: 'Contract lead', dueOn: '2026-12-01' }
  await addReviewAction(ctx, held, action)
  const ways = ['swap', 'price-index', 'volume'] as const
  const point = { title: 'End of the year', plannedOn: '2027-01-20', isReviewPoint: true, ways }
  const reviewId = await planReview(ctx, id, point)
  const promised = await read(ctx, (db) => listCommitments(db, id))
  const goes = promised.find(({ unitValue }) => unitValue !== null)
  if (!goes || endsOn === null) return
  const {
    id: commitmentId,
    contractId: _,
    fromOn: _from,
    untilOn: _until,
    replaces: _replaces,
    ...text
  } = goes
  const newCommitment = { ...text, title: `${text.title}, in Bellwharf first`, schedule: [] }
  const proposal = {
    reviewId,
    way: 'swap' as const,
    title: 'Turn the promise to Bellwharf',
    reason: 'The ward has the most young people without work.',
    valuePence: null,
    endsOn: null,
    commitmentId,
    newCommitment,
    answers: {
      isNewKindOfSupply: false,
      favoursSupplier: false,
      changesOverallNature: false,
      isProvidedFor: true,
      isUrgentOrProtectsLife: false,
      isUnforeseeable: false,
      isKnownRisk: false,
      isIncompatibleElsewhere: false,
      couldHaveBeenMadeTogether: false,
    },
  }
  insist(await proposeAdjustment(ctx, id, proposal), 'a change')
}

/** A contract that came from an award, its pack confirmed on neither side yet. */
const seedAward = async (ctx: Context, bidder: SeededBidder): Promise<void> => {
  const award = {
    id: '01990000-0000-7000-8000-00000000a001',
    tenderId: '01990000-0000-7000-8000-00000000a002',
    purchaseId: null,
    lot: 'A',
    supplierId: bidder.organisationId,
    supplierName: bidder.name,
    supplierKey: 'GB-COH-99800001',
    pricePence: 84_000_000,
    signedOn: '2026-11-02',
    offers: [
      {
        framework: 'open',
        measure: 'com-volunteer',
        name: 'Hours that staff give to groups in Northmere',
        unit: 'hours',
        quantity: '240',
        unitValue: '19.4',
        basis: 'wellbeing',
        priceYear: '2025/26',
      },
    ],
    words: [{ criterion: 'Young people', text: 'Each term two classes come to see a trade from inside.' }],
  }
  const made = await contractFromAward(ctx, award, {
    reference: 'A-2026-01',
    title: 'Repairs to council homes, lot A',
    department: 'Housing',
    startsOn: '2026-12-01',
    endsOn: '2029-11-30',
    manager: 'Contract manager, Housing',
  })
  if (!made.ok && made.refusal !== 'award-known') throw new Error(`an award was refused: ${made.refusal}`)
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
  if (contract && (await read(ctx, (db) => listReviews(db, contract.id))).length === 0)
    await seedReviews(ctx, contract)
  if (bidder) await seedAward(ctx, bidder)
  if (contract && bidder && links.length === 0) await seedSupplierSide(services, ctx, contract, bidder)
}
