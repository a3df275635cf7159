import { h } from 'preact'
import { simulateAsk } from '#scoring'
import { exact, showExact } from '../../../kernel/exact.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { expectedPricePence } from '../rules/ask/ask-facts.ts'
import { weightsToTry } from '../rules/ask/weights.ts'
import { askPath, seeAsk } from './ask-request.ts'
import { TryAskView } from './try-ask.view.tsx'

/** 200 bids in competitions of five, always the same ones, so that two people see the same. */
const TRIAL = { bids: 200, biddersEach: 5, seed: 1 } as const
/** A purchase without a value is tried at this price, in pounds; the page says so. */
const PRICE_TAKEN = 500_000

export const get = async (request: PageRequest): Promise<Answer> => {
  const { purchase, content } = await seeAsk(request)
  const weights = weightsToTry(content.criteria)
  const total = weights.price.plus(weights.quality).plus(weights.socialValue)
  const pence = expectedPricePence(purchase)
  const expectedPrice = pence > 0 ? exact(pence).div(100) : exact(PRICE_TAKEN)
  const view = {
    title: purchase.title,
    weights: {
      price: showExact(weights.price),
      quality: showExact(weights.quality),
      socialValue: showExact(weights.socialValue),
    },
    expectedPence: Number(expectedPrice.times(100).toFixed(0)),
    isPriceTaken: pence <= 0,
    trial: TRIAL,
    chosen: content.criteria.map(({ method }) => method as string),
    methods: total.eq(100) ? simulateAsk({ weights, expectedPrice, ...TRIAL }) : null,
  }
  return page(`Simulated bids: ${purchase.title}`, h(TryAskView, view), {
    width: 'wide',
    backLink: { href: askPath(purchase.id), text: `Ask: ${purchase.title}` },
  })
}
