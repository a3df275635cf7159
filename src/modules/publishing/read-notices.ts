import { type ContractsTables, listContracts, readForNotices } from '#contracts'
import { type EvaluationTables, listAwards, listEvaluations } from '#evaluation'
import { getOrganisation, type IdentityTables } from '#identity'
import {
  type Explanation,
  explainPurchase,
  listPurchases,
  type ProcurementTables,
  type Purchase,
} from '#procurement'
import { paidByMonth, type SpendTables } from '#spend'
import { contentOf, listTenders, type TendersTables } from '#tenders'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Notice, NoticeDuty } from './model/notice.ts'
import type { ProcessFacts } from './model/process-facts.ts'
import { dutiesOfContract, dutiesOfPurchase, paymentDuties, pipelineDuties } from './notices/duties.ts'
import type { NoticeFacts } from './notices/facts.ts'
import { halfYearsOver, periodNamed, quartersOver } from './notices/payment-periods.ts'
import { contractCandidate, purchaseCandidate, readSources, type Sources } from './read-publication.ts'
import { buyerParty } from './rules/publication/buyer-party.ts'
import { findPublisher } from './store/publishers.ts'
import type { PublishingTables } from './tables.ts'

type Db = Reader<PublishingTables>
const as = <Tables>(db: Db): Reader<Tables> => db as unknown as Reader<Tables>

export type DutiesFound = {
  readonly duties: readonly NoticeDuty[]
  /** Purchases and contracts the law could be asked of, and those that lack a fact it needs. */
  readonly asked: number
  readonly notAsked: number
}

const isCounted = ({ answers }: Explanation, code: string): boolean =>
  answers.some(({ id, applies }) => id === `notice.${code}` && applies === true)

/** All the notices that the law asks of an authority's purchases and contracts as they stand on a day. */
export const readDuties = async (db: Db, authorityId: string, on: PlainDate): Promise<DutiesFound> => {
  const { name } = await getOrganisation(as<IdentityTables>(db), authorityId)
  const authority = { id: authorityId, name }
  const advertised = new Set(
    (await listTenders(as<TendersTables>(db), authorityId)).flatMap(({ purchaseId, publishedAt }) =>
      publishedAt === null ? [] : [purchaseId],
    ),
  )
  const purchases = (await listPurchases(as<ProcurementTables>(db)))
    .filter(({ stage }) => stage !== 'idea')
    .map((purchase) => ({ purchase, law: explainPurchase(purchase) }))
  const contracts = []
  for (const { id } of await listContracts(as<ContractsTables>(db)))
    contracts.push(await readForNotices(as<ContractsTables>(db), id, on))
  const laws = contracts.filter(({ legal }) => legal.enteredOn !== null).map(({ law }) => law)
  const subjects = [...purchases, ...contracts]
  const notAsked = subjects.filter(({ law }) => law.questions.length > 0).length
  return {
    asked: subjects.length - notAsked,
    notAsked,
    duties: [
      ...purchases.flatMap(({ purchase, law }) =>
        dutiesOfPurchase(purchase, law, advertised.has(purchase.id)),
      ),
      ...contracts.flatMap((contract) => dutiesOfContract(contract, on)),
      ...pipelineDuties(
        authority,
        purchases.filter(({ purchase }) => purchase.stage !== 'stopped').map(({ law }) => law),
      ),
      ...paymentDuties(authority, 'UK8', laws, quartersOver(on)),
      ...paymentDuties(authority, 'UK17', laws, halfYearsOver(on)),
    ],
  }
}

const isAbove = (law: Explanation): boolean | null => {
  const isPublic = law.summary?.isPublicContract
  return typeof isPublic === 'boolean' ? isPublic : null
}

type Own = Omit<NoticeFacts, 'duty' | 'noticeId' | 'buyer'>

const ofPurchase = async (db: Db, id: string, sources: Sources): Promise<Own | undefined> => {
  const purchase = (await listPurchases(as<ProcurementTables>(db))).find((each) => each.id === id)
  if (!purchase) return undefined
  const tender = (await listTenders(as<TendersTables>(db), sources.authorityId)).find(
    ({ purchaseId, version }) => purchaseId === id && version > 0,
  )
  const { facts } = await purchaseCandidate(db, purchase, tender, sources, false)
  const evaluation = (await listEvaluations(as<EvaluationTables>(db))).find(
    ({ purchaseId }) => purchaseId === id,
  )
  return {
    process: facts,
    isAboveThreshold: isAbove(explainPurchase(purchase)),
    purchase,
    awards: (await listAwards(as<EvaluationTables>(db))).filter(({ purchaseId }) => purchaseId === id),
    ...(tender ? { tender, content: await contentOf(as<TendersTables>(db), tender.id, tender.version) } : {}),
    ...(evaluation ? { evaluation } : {}),
  }
}

const ofContract = async (db: Db, id: string, sources: Sources): Promise<Own> => {
  const contract = await readForNotices(as<ContractsTables>(db), id, sources.on)
  const { facts } = await contractCandidate(db, id, sources)
  return { process: facts, isAboveThreshold: isAbove(contract.law), contract }
}

const inYear = ({ tenderOn, commencesOn }: Purchase, year: string): boolean => {
  const day = tenderOn ?? commencesOn
  const until = `${Number(year) + 1}-10-01`
  return day !== null && day >= `${year}-04-01` && day < until
}

const readPaidIn = async (
  db: Db,
  notice: Notice,
  sources: Sources,
): Promise<Pick<Own, 'paid' | 'period'>> => {
  const period = periodNamed(notice.occasion)
  if (!period) return {}
  const paid = []
  for (const { id } of await listContracts(as<ContractsTables>(db))) {
    const { contract, law } = await readForNotices(as<ContractsTables>(db), id, sources.on)
    if (!isCounted(law, notice.code)) continue
    const { supplierKey, reference: contractReference } = contract
    const months = await paidByMonth(as<SpendTables>(db), {
      supplierKey,
      contractReference,
      from: period.from,
      to: period.to,
      isByReference: true,
    })
    // Payments that name no contract cannot be told apart here.
    const pence = months.length === 0 ? null : months.reduce((sum, month) => sum + month.pence, 0)
    paid.push({ title: contract.title, pence })
  }
  return { period, paid }
}

const ofAuthority = async (db: Db, notice: Notice, sources: Sources): Promise<Own> => {
  const process: ProcessFacts = {
    ocid: `${sources.publisher.ocidPrefix}-${notice.id}`,
    buyer: sources.publisher.orgId,
    parties: [buyerParty(sources.publisher)],
  }
  if (notice.code !== 'UK1')
    return { process, isAboveThreshold: null, ...(await readPaidIn(db, notice, sources)) }
  const pipeline = (await listPurchases(as<ProcurementTables>(db))).filter(
    (purchase) =>
      purchase.stage !== 'idea' &&
      purchase.stage !== 'stopped' &&
      inYear(purchase, notice.occasion) &&
      explainPurchase(purchase).answers.some(({ id, applies }) => id === 'notice.UK1' && applies !== false),
  )
  return { process, isAboveThreshold: null, pipeline }
}

/** What our records hold for a notice; undefined while the publication is not open, or what it was asked of is gone. */
export const readNoticeFacts = async (
  db: Db,
  authorityId: string,
  notice: Notice,
  on: PlainDate,
): Promise<NoticeFacts | undefined> => {
  const sources = await readSources(db, authorityId, on)
  const publisher = await findPublisher(db, authorityId)
  if (!sources || !publisher) return undefined
  const read = { purchase: ofPurchase, contract: ofContract } as const
  const { kind, id } = notice.subject
  const own =
    kind === 'authority' ? await ofAuthority(db, notice, sources) : await read[kind](db, id, sources)
  return (
    own && {
      ...own,
      duty: notice,
      noticeId: notice.id,
      buyer: { name: sources.publisher.name, orgId: publisher.orgId, contact: publisher.contact },
    }
  )
}
