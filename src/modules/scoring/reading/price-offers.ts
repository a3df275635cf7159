import {
  findShippedFramework,
  type ItemRequest,
  preparePricing,
  questionWords,
  REFERENCE,
  readValueInput,
  refusalSentence,
  valueItems,
} from '#measures'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { PriceOffer } from './read-offer.ts'

/**
 * Prices promises by the open framework of measures, all bids in prices of the same year. Only totals by basis come back;
 * of one double-count group only one measure is in them.
 */
export const offersPricedOn = (today: PlainDate): PriceOffer => {
  const framework = findShippedFramework('open')
  if (!framework) return () => ({ ok: false, why: ['There is no framework of measures.'] })
  const pricing = preparePricing(framework, REFERENCE, today)
  return (raw) => {
    const read = readValueInput(JSON.stringify(raw), pricing)
    if (!read.ok) return { ok: false, why: read.faults }
    const items = read.batch.items.map(({ item }) => item)
    const unknown = items.find((item) => item.kind === 'unknown-measure')
    if (unknown)
      return {
        ok: false,
        why: [`There is no measure "${unknown.code.slice(0, 60)}". goldthread measures list shows them all.`],
      }
    const { outcomes, totals } = valueItems(items as readonly ItemRequest[], pricing)
    const why = outcomes.flatMap((outcome) => {
      if (outcome.kind === 'refused') return outcome.refusals.map((refusal) => refusalSentence(refusal))
      if (outcome.kind !== 'questions') return []
      return outcome.questions.map((question) => questionWords(question, outcome.measure).question)
    })
    if (why.length > 0 || !totals)
      return { ok: false, why: why.length > 0 ? why : ['Its promises cannot be added up.'] }
    return {
      ok: true,
      byBasis: new Map(
        totals.byBasis.flatMap(({ basis, range }) => (range ? [[basis, range.central] as const] : [])),
      ),
    }
  }
}
