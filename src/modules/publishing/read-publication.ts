import { type Contract, type ContractsTables, listContracts, readContract } from '#contracts'
import { type EvaluationTables, listAwards } from '#evaluation'
import { getOrganisation, type IdentityTables } from '#identity'
import type { PlacesTables } from '#places'
import { listPurchases, type ProcurementTables, type Purchase } from '#procurement'
import { paidByMonth, type SpendTables } from '#spend'
import { listTrees, type StrategyTables } from '#strategy'
import { personReason, supplierNameKey } from '#suppliers'
import { contentOf, listTenders, type Tender, type TendersTables } from '#tenders'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { ProcessFacts } from './model/process-facts.ts'
import type { MonthPaid, PublisherFacts } from './model/publication.ts'
import type { Naming } from './model/transparency.ts'
import { readAreas, readHomeCodes } from './read-areas.ts'
import { joinContracts } from './rules/publication/join-contracts.ts'
import { isHidden, namingOf } from './rules/publication/naming.ts'
import { type ContractSide, processOfContract } from './rules/publication/process-of-contract.ts'
import { processOfPurchase } from './rules/publication/process-of-purchase.ts'
import { originOf, withTender } from './rules/publication/tender-of-purchase.ts'
import { listOcids, type Subject } from './store/processes.ts'
import { findPublisher } from './store/publishers.ts'
import { type DoubtfulName, type FoundName, listNames, listStoryDecisions } from './store/review.ts'
import type { PublishingTables } from './tables.ts'

/** Tables of other modules, read through their doors in the reader's own transaction. */
const as = <Tables>(db: Reader<PublishingTables>): Reader<Tables> => db as unknown as Reader<Tables>

export const nameKeyOf = (name: string): string => supplierNameKey(name) || name.trim().toLowerCase()

/** How the names of an authority's payees and suppliers are treated, by what was decided so far. */
export const namingBy = (names: readonly DoubtfulName[]) => {
  const decided = new Map(names.map((name) => [name.nameKey, name.decision]))
  return (name: string, isRegistered: boolean): Naming =>
    namingOf({ isRegistered, reason: personReason(name), decision: decided.get(nameKeyOf(name)) ?? null })
}

/** What waits to be told of one purchase or contract. */
export type Candidate = Subject & {
  readonly ocid: string
  readonly title: string
  readonly facts: ProcessFacts
  /** Names in it that a rule takes for individuals. */
  readonly doubtful: readonly FoundName[]
}

export type Sources = Omit<ContractSide, 'report' | 'ocid' | 'isHidden' | 'paid'> & {
  readonly authorityId: string
  readonly on: PlainDate
  readonly ocids: ReadonlyMap<string, string>
  readonly naming: (name: string, isRegistered: boolean) => Naming
}

/** What all processes of an authority need; undefined where it does not publish. */
export const readSources = async (
  db: Reader<PublishingTables>,
  authorityId: string,
  on: PlainDate,
): Promise<Sources | undefined> => {
  const publisher = await findPublisher(db, authorityId)
  if (!publisher) return undefined
  const { name, homePlaceId } = await getOrganisation(as<IdentityTables>(db), authorityId)
  const homeCodes = await readHomeCodes(as<PlacesTables>(db), authorityId, homePlaceId)
  const trees = await listTrees(as<StrategyTables>(db), ['adopted'])
  const stories = (await listStoryDecisions(db)).filter(({ isApproved }) => isApproved)
  const facts: PublisherFacts = { ocidPrefix: publisher.ocidPrefix, orgId: publisher.orgId, name }
  return {
    authorityId,
    on,
    publisher: facts,
    naming: namingBy(await listNames(db)),
    ocids: await listOcids(db, authorityId),
    areas: await readAreas(as<PlacesTables>(db), homeCodes),
    stories: new Map(stories.map(({ deliveryId, story }) => [deliveryId, story])),
    priorities: new Map(
      trees.flatMap(({ priorities }) => priorities.map(({ id, title }) => [id, title] as const)),
    ),
  }
}

const ocidOf = (id: string, { ocids, publisher }: Sources): string =>
  ocids.get(id) ?? `${publisher.ocidPrefix}-${id}`

const readPaid = (
  db: Reader<PublishingTables>,
  contract: Contract,
  on: PlainDate,
  isByReference: boolean,
): Promise<MonthPaid[]> =>
  paidByMonth(as<SpendTables>(db), {
    supplierKey: contract.supplierKey,
    contractReference: contract.reference,
    from: contract.startsOn,
    to: on,
    isByReference,
  })

/** A story that was changed after it was approved is not the one that was approved. */
const approvedStories = (
  stories: Sources['stories'],
  deliveries: readonly { readonly id: string; readonly story: string }[],
) => new Map(deliveries.flatMap(({ id, story }) => (stories.get(id) === story ? [[id, story] as const] : [])))

type OfContract = {
  readonly facts: ProcessFacts
  readonly title: string
  readonly doubtful: readonly FoundName[]
}

const readContractFacts = async (
  db: Reader<PublishingTables>,
  id: string,
  ocid: string,
  sources: Sources,
  process?: ProcessFacts,
): Promise<OfContract> => {
  const report = await readContract(as<ContractsTables>(db), id, sources.on)
  const { contract, spend } = report
  const cameFrom = process && originOf(process, contract.awardId)
  const naming = sources.naming(contract.supplierName, contract.supplierNumber !== null)
  const isPaid = spend.how === 'by-reference' || spend.how === 'only-contract'
  const paid = isPaid ? await readPaid(db, contract, sources.on, spend.how === 'by-reference') : []
  const reason = naming === 'maybe' ? personReason(contract.supplierName) : null
  const stories = approvedStories(sources.stories, report.deliveries)
  const side = { ...sources, report, ocid, paid, stories, isHidden: isHidden(naming) }
  const name = contract.supplierName
  return {
    facts: processOfContract(cameFrom ? { ...side, cameFrom } : side),
    title: contract.title,
    doubtful: reason === null ? [] : [{ nameKey: nameKeyOf(name), name, reason }],
  }
}

export const contractCandidate = async (
  db: Reader<PublishingTables>,
  id: string,
  sources: Sources,
): Promise<Candidate> => {
  const ocid = ocidOf(id, sources)
  const found = await readContractFacts(db, id, ocid, sources)
  return { ocid, purchaseId: null, contractId: id, ...found }
}

/** A contract belongs to the process of its purchase, unless it was told of under an ocid of its own before. */
const contractsOf = (
  purchase: Candidate,
  contracts: readonly Contract[],
  { ocids }: Sources,
): readonly Contract[] =>
  contracts.filter(
    ({ id, purchaseId }) =>
      purchaseId === purchase.purchaseId && (ocids.get(id) ?? purchase.ocid) === purchase.ocid,
  )

const onceEach = (names: readonly FoundName[]): FoundName[] => [
  ...new Map(names.map((name) => [name.nameKey, name])).values(),
]

const withContracts = async (
  db: Reader<PublishingTables>,
  purchase: Candidate,
  contracts: readonly Contract[],
  sources: Sources,
): Promise<Candidate> => {
  const found: OfContract[] = []
  for (const { id } of contracts)
    found.push(await readContractFacts(db, id, purchase.ocid, sources, purchase.facts))
  return {
    ...purchase,
    contractId: contracts[0]?.id ?? null,
    facts: joinContracts(
      purchase.facts,
      found.map(({ facts }) => facts),
    ),
    doubtful: onceEach([...purchase.doubtful, ...found.flatMap(({ doubtful }) => doubtful)]),
  }
}

/** A purchase is told of from the day it is made public; one given up is told of only where it was before. */
const isTold = ({ id, isPublic, stage }: Purchase, { ocids }: Sources): boolean =>
  isPublic && (stage !== 'stopped' || ocids.has(id))

/** `isFinalOnly`: without awards in standstill, which are told to bidders only; their award notice tells of them. */
export const purchaseCandidate = async (
  db: Reader<PublishingTables>,
  purchase: Purchase,
  tender: Tender | undefined,
  sources: Sources,
  isFinalOnly = true,
): Promise<Candidate> => {
  const ocid = ocidOf(purchase.id, sources)
  const planned = processOfPurchase(purchase, ocid, sources.publisher)
  const base = { ocid, purchaseId: purchase.id, contractId: null, title: purchase.title }
  if (!tender) return { ...base, facts: planned, doubtful: [] }
  const won = (await listAwards(as<EvaluationTables>(db))).filter(
    ({ tenderId, signedOn }) => tenderId === tender.id && (!isFinalOnly || signedOn !== null),
  )
  const awards = won.map((award) => {
    const naming = sources.naming(award.supplierName, award.supplierKey?.startsWith('GB-') ?? false)
    return { ...award, naming, isHidden: isHidden(naming) }
  })
  const content = await contentOf(as<TendersTables>(db), tender.id, tender.version)
  return {
    ...base,
    facts: withTender(planned, { tender, content, awards, ocidPrefix: sources.publisher.ocidPrefix }),
    doubtful: awards.flatMap(({ naming, supplierName: name }) => {
      const reason = naming === 'maybe' ? personReason(name) : null
      return reason === null ? [] : [{ nameKey: nameKeyOf(name), name, reason }]
    }),
  }
}

/** All that an authority has to tell, one by one: purchases with the contracts that came of them, then other contracts. */
export async function* readCandidates(
  db: Reader<PublishingTables>,
  sources: Sources,
): AsyncGenerator<Candidate> {
  const tenders = (await listTenders(as<TendersTables>(db), sources.authorityId)).filter(
    ({ publishedAt }) => publishedAt !== null,
  )
  const contracts = await listContracts(as<ContractsTables>(db))
  const joined = new Set<string>()
  for (const purchase of await listPurchases(as<ProcurementTables>(db))) {
    const tender = tenders.find(({ purchaseId }) => purchaseId === purchase.id)
    if (!tender && !isTold(purchase, sources)) continue
    const candidate = await purchaseCandidate(db, purchase, tender, sources)
    const own = contractsOf(candidate, contracts, sources)
    for (const { id } of own) joined.add(id)
    yield await withContracts(db, candidate, own, sources)
  }
  for (const { id } of contracts) if (!joined.has(id)) yield await contractCandidate(db, id, sources)
}
