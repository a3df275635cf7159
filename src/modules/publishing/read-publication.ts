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
import { isHidden, namingOf } from './rules/publication/naming.ts'
import { type ContractSide, processOfContract } from './rules/publication/process-of-contract.ts'
import { processOfPurchase } from './rules/publication/process-of-purchase.ts'
import { withTender } from './rules/publication/tender-of-purchase.ts'
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

const contractCandidate = async (
  db: Reader<PublishingTables>,
  id: string,
  sources: Sources,
): Promise<Candidate> => {
  const report = await readContract(as<ContractsTables>(db), id, sources.on)
  const { contract, spend } = report
  const naming = sources.naming(contract.supplierName, contract.supplierNumber !== null)
  const isPaid = spend.how === 'by-reference' || spend.how === 'only-contract'
  const paid = isPaid ? await readPaid(db, contract, sources.on, spend.how === 'by-reference') : []
  const ocid = ocidOf(id, sources)
  const reason = naming === 'maybe' ? personReason(contract.supplierName) : null
  const stories = approvedStories(sources.stories, report.deliveries)
  return {
    ocid,
    purchaseId: null,
    contractId: id,
    title: contract.title,
    facts: processOfContract({ ...sources, report, ocid, paid, stories, isHidden: isHidden(naming) }),
    doubtful:
      reason === null
        ? []
        : [{ nameKey: nameKeyOf(contract.supplierName), name: contract.supplierName, reason }],
  }
}

/** A purchase is told of from the day it is made public; one given up is told of only where it was before. */
const isTold = ({ id, isPublic, stage }: Purchase, { ocids }: Sources): boolean =>
  isPublic && (stage !== 'stopped' || ocids.has(id))

const purchaseCandidate = async (
  db: Reader<PublishingTables>,
  purchase: Purchase,
  tender: Tender | undefined,
  sources: Sources,
): Promise<Candidate> => {
  const ocid = ocidOf(purchase.id, sources)
  const planned = processOfPurchase(purchase, ocid, sources.publisher)
  const base = { ocid, purchaseId: purchase.id, contractId: null, title: purchase.title }
  if (!tender) return { ...base, facts: planned, doubtful: [] }
  const won = (await listAwards(as<EvaluationTables>(db))).filter(
    ({ tenderId, signedOn }) => tenderId === tender.id && signedOn !== null,
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

/** All that an authority has to tell, one by one: purchases in the pipeline, then contracts. */
export async function* readCandidates(
  db: Reader<PublishingTables>,
  sources: Sources,
): AsyncGenerator<Candidate> {
  const tenders = (await listTenders(as<TendersTables>(db), sources.authorityId)).filter(
    ({ publishedAt }) => publishedAt !== null,
  )
  for (const purchase of await listPurchases(as<ProcurementTables>(db))) {
    const tender = tenders.find(({ purchaseId }) => purchaseId === purchase.id)
    if (tender || isTold(purchase, sources)) yield await purchaseCandidate(db, purchase, tender, sources)
  }
  for (const { id } of await listContracts(as<ContractsTables>(db)))
    yield await contractCandidate(db, id, sources)
}
