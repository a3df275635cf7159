import type { Reference } from '../model/reference.ts'
import { CARBON_VALUES } from './carbon-values.ts'
import { DEFLATORS } from './deflators.ts'
import { DISCOUNT_RATES } from './discount-rates.ts'
import { SOURCES } from './sources.ts'
import { WAGES } from './wages.ts'

/** The reference data that ships with this version. */
export const REFERENCE: Reference = {
  sources: new Map(SOURCES.map((source) => [source.id, source])),
  deflators: DEFLATORS,
  carbon: CARBON_VALUES,
  rates: DISCOUNT_RATES,
  wages: WAGES,
}
