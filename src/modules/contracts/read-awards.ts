import { type Award as AwardMade, type EvaluationTables, findAward, listAwards } from '#evaluation'
import { listMeasures, type Measure, type MeasuresTables } from '#measures'
import { listPurchases, type ProcurementTables, type Purchase } from '#procurement'
import { listTrees, type StrategyTables } from '#strategy'
import { contentOf, findTender, type TendersTables } from '#tenders'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Award } from './model/award.ts'
import { priceAward } from './rules/price-award.ts'
import { findContractByAward, listContracts } from './store/contracts.ts'
import type { ContractsTables } from './tables.ts'

type Db = Reader<ContractsTables>
/** Tables of other modules, read through their doors in the reader's own transaction. */
const as = <Tables>(db: Db): Reader<Tables> => db as unknown as Reader<Tables>

/** A final award that no contract was made of, with what its tender was called. */
export type WaitingAward = Pick<AwardMade, 'id' | 'supplierName' | 'pricePence'> & {
  readonly title: string
  readonly reference: string
  readonly signedOn: string
}

/** The tender of an award; `lotName` is empty where it was not divided. */
const readTender = async (db: Db, award: AwardMade) => {
  const tender = await findTender(as<TendersTables>(db), award.tenderId)
  const content = tender && (await contentOf(as<TendersTables>(db), tender.id, tender.version))
  const lotName = content && content.lots.length < 2 ? '' : award.lotName
  return {
    tender,
    content,
    lotName,
    title: [tender?.title ?? 'A tender', lotName].filter(Boolean).join(', '),
  }
}

/** Awards that wait for a contract, the one that waits longest first. An award in standstill is not final yet. */
export const listWaitingAwards = async (db: Db): Promise<WaitingAward[]> => {
  const made = new Set((await listContracts(db)).map(({ awardId }) => awardId))
  const waiting: WaitingAward[] = []
  for (const award of await listAwards(as<EvaluationTables>(db))) {
    if (award.signedOn === null || made.has(award.id)) continue
    const { tender, title } = await readTender(db, award)
    const { id, supplierName, pricePence, signedOn } = award
    waiting.push({ id, supplierName, pricePence, signedOn, title, reference: tender?.reference ?? '' })
  }
  return waiting.sort((a, b) => a.signedOn.localeCompare(b.signedOn) || a.title.localeCompare(b.title))
}

export type AwardForContract = {
  readonly award: Award
  readonly title: string
  /** Of the tender, with the lot where there are several. */
  readonly reference: string
  readonly purchase: Purchase | null
  readonly cpv: readonly string[]
  /** The contract that it has become. */
  readonly contractId: string | null
}

const measuresOf = async (db: Db, { offers }: AwardMade): Promise<ReadonlyMap<string, Measure>> => {
  const found = new Map<string, Measure>()
  for (const framework of new Set(offers.map((offer) => offer.framework)))
    for (const measure of await listMeasures(as<MeasuresTables>(db), framework))
      found.set(`${framework}/${measure.code}`, measure)
  return found
}

/**
 * A final award with all that a contract takes over: price, supplier, and each promise at the unit value of the library of
 * measures as it counts today. Throws NotFound for one that is not there or not final.
 */
export const readAwardForContract = async (db: Db, awardId: string): Promise<AwardForContract> => {
  const made = await findAward(as<EvaluationTables>(db), awardId)
  if (!made || made.signedOn === null) throw new NotFound('There is no final award here of this address.')
  const { tender, content, lotName, title } = await readTender(db, made)
  const measures = await measuresOf(db, made)
  const trees = await listTrees(as<StrategyTables>(db), ['adopted'])
  const purchases = await listPurchases(as<ProcurementTables>(db))
  const award = priceAward(
    { ...made, lotName },
    {
      measureOf: (framework, measure) => measures.get(`${framework}/${measure}`),
      asked: content?.askLines ?? [],
      adopted: new Set(trees.flatMap(({ priorities }) => priorities.map(({ id }) => id))),
    },
  )
  return {
    award,
    title,
    reference: [tender?.reference ?? '', award.lot].filter(Boolean).join('/'),
    purchase: purchases.find(({ id }) => id === made.purchaseId) ?? null,
    cpv: tender && tender.category !== '' ? [tender.category] : [],
    contractId: (await findContractByAward(db, awardId))?.id ?? null,
  }
}
