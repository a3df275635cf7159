import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { preparePricing } from '../rules/pricing.ts'
import { contextOf, read, seeFramework, seeFrameworks } from '../seen.ts'
import { readReference } from '../store/reference-sets.ts'
import { type OffersOutcome, valueOffers } from '../value-offers.ts'
import { ValueView } from './value.view.tsx'
import { inputOf, offersIn } from './value-query.ts'

/** The calculator. All of the sum stands in the address, so that the address is the sum and can be shared. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { query, ctx } = request
  const frameworks = await seeFrameworks(request)
  const asked =
    frameworks.find(({ framework }) => framework.id === query.framework) ??
    frameworks.find(({ framework }) => framework.id === 'open')
  const local = await seeFramework(request, asked?.framework.id ?? 'open')
  const reference = await read(contextOf(request), readReference)
  const pricing = preparePricing(local.framework, reference, today(ctx))
  const input = inputOf(query)
  const outcome: OffersOutcome | null = input === null ? null : valueOffers(input, pricing)
  const faults = outcome && !outcome.ok ? outcome.faults : []
  const body = h(ValueView, {
    frameworks: frameworks.map(({ framework }) => ({
      value: framework.id,
      text: `${framework.title} ${framework.version}`,
    })),
    local,
    pricing,
    query,
    offers: offersIn(query),
    valued: outcome?.ok ? outcome.valued : null,
    errors: faults.map((message) => ({ field: '', message })),
  })
  return page('Work out a value', body, {
    status: faults.length > 0 ? 400 : 200,
    hasErrors: faults.length > 0,
    width: 'wide',
    description: 'What a measure may be worth, each step of the sum with its source.',
  })
}
