import type {
  CarbonPoint,
  DeflatorPoint,
  RateSchedule,
  Reference,
  Source,
  WageRate,
} from '../model/reference.ts'
import type { PriceYear } from '../model.ts'

/** Reference data that somebody handed in, in the place of what ships. */
export type ReferenceSet = {
  readonly source: Source
  readonly isOwn: boolean
  readonly fileName: string
  readonly addedAt: Date
} & (
  | {
      readonly kind: 'deflators'
      readonly content: {
        readonly points: readonly DeflatorPoint[]
        readonly years: 'financial' | 'calendar'
      }
    }
  | {
      readonly kind: 'carbon-values'
      readonly content: { readonly points: readonly CarbonPoint[]; readonly priceYear: PriceYear }
    }
  | { readonly kind: 'discount-rates'; readonly content: { readonly schedules: readonly RateSchedule[] } }
  | { readonly kind: 'wages'; readonly content: { readonly wages: readonly WageRate[] } }
)

const withSet = (reference: Reference, set: ReferenceSet): Reference => {
  const sources = new Map([...reference.sources, [set.source.id, set.source]])
  if (set.kind === 'carbon-values')
    return { ...reference, sources, carbon: { id: set.source.id, source: set.source.id, ...set.content } }
  if (set.kind === 'discount-rates') return { ...reference, sources, rates: set.content.schedules }
  if (set.kind === 'wages') return { ...reference, sources, wages: set.content.wages }
  const series = {
    id: set.source.id,
    title: set.source.title,
    source: set.source.id,
    vintage: set.source.publishedOn,
    indexBase: '',
    years: set.content.years,
    purpose: 'current' as const,
    points: set.content.points,
  }
  const others = reference.deflators.filter(
    ({ purpose, years }) => purpose === 'reproduction' || years !== set.content.years,
  )
  return { ...reference, sources, deflators: [series, ...others] }
}

/** The reference data with what was handed in put in its place; sums made with it name the new source. */
export const withSets = (reference: Reference, sets: readonly ReferenceSet[]): Reference =>
  sets.reduce(withSet, reference)
