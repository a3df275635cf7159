import type { Award as AwardMade } from '#evaluation'
import type { Measure } from '#measures'
import type { AskLine } from '#procurement'
import { exact } from '../../../kernel/exact.ts'
import type { Award, AwardOffer } from '../model/award.ts'

type Worth = Pick<AwardOffer, 'unitValue' | 'priceYear' | 'basis'>

/**
 * What one unit of a measure is worth, in the prices of its source. Pounds as paid are worth themselves; carbon takes the
 * value of the year in which it is emitted (DESNZ), so no single figure is carried.
 */
export const worthOf = ({ basis, proxy }: Pick<Measure, 'basis' | 'proxy'>): Worth => {
  if (basis === 'spend') return { basis, unitValue: '1', priceYear: null }
  return proxy?.from === 'fixed'
    ? { basis, unitValue: exact(proxy.value).toFixed(), priceYear: proxy.priceYear }
    : { basis, unitValue: null, priceYear: null }
}

const UNKNOWN: Worth = { basis: 'none', unitValue: null, priceYear: null }

export type PricedBy = {
  /** By framework and measure, as they count for the authority today; undefined where they were switched off. */
  readonly measureOf: (framework: string, measure: string) => Measure | undefined
  /** What the tender asked for: whether a promise follows spending, and which priority it serves. */
  readonly asked: readonly AskLine[]
  /** Priorities of adopted documents. */
  readonly adopted: ReadonlySet<string>
}

const isSame = (a: Pick<AskLine, 'framework' | 'measure'>, b: Pick<AskLine, 'framework' | 'measure'>) =>
  a.framework === b.framework && a.measure === b.measure

const priced = (offer: AwardMade['offers'][number], pricePence: number | null, by: PricedBy): AwardOffer => {
  const { framework, measure, name, unit, quantity, unitValuePence } = offer
  const found = by.measureOf(framework, measure)
  const worth = found ? worthOf(found) : UNKNOWN
  const line = by.asked.find((one) => isSame(one, offer))
  return {
    framework,
    measure,
    name,
    unit,
    quantity,
    ...worth,
    // What the award itself has fixed goes before the library.
    ...(unitValuePence === null ? {} : { unitValue: exact(unitValuePence).div(100).toFixed() }),
    evidenceRule: (found?.evidence.join('; ') ?? '').slice(0, 500),
    priorityId: line?.priorities.find((id) => by.adopted.has(id)) ?? null,
    scalesWithSpend: line?.indexation === 'actual-spend' && pricePence !== null && pricePence > 0,
  }
}

/** An award with what each promise is worth, so that a contract can be made of it. */
export const priceAward = ({ offers, lotName, lot, ...award }: AwardMade, by: PricedBy): Award => ({
  id: award.id,
  tenderId: award.tenderId,
  purchaseId: award.purchaseId,
  lot: lotName === '' ? '' : lot,
  supplierId: award.supplierId,
  supplierName: award.supplierName,
  supplierKey: award.supplierKey,
  pricePence: award.pricePence,
  signedOn: award.signedOn,
  words: award.words,
  offers: offers.map((offer) => priced(offer, award.pricePence, by)),
})
