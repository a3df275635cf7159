import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reference } from '../model/reference.ts'
import type { Framework, Measure } from '../model.ts'

/** A framework and its reference data made ready for many sums. It remembers unit values, so keep it while pricing. */
export type Pricing = {
  readonly framework: Framework
  readonly reference: Reference
  readonly today: PlainDate
  readonly measures: ReadonlyMap<string, Measure>
  readonly remembered: WeakMap<object, Map<string, unknown>>
}

export const preparePricing = (framework: Framework, reference: Reference, today: PlainDate): Pricing => ({
  framework,
  reference,
  today,
  measures: new Map(framework.measures.map((measure) => [measure.code, measure])),
  remembered: new WeakMap(),
})

/** Works out once what depends on `about` (a measure, a schedule of rates) and `key` only. */
export const remember = <Value>(pricing: Pricing, about: object, key: string, make: () => Value): Value => {
  let known = pricing.remembered.get(about)
  if (!known) pricing.remembered.set(about, (known = new Map()))
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as Value
}
