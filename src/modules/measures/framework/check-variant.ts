import { PRICED_BASES } from '../model.ts'
import { readPriceYear } from '../rules/price-years.ts'
import { type Found, fault } from './fault.ts'
import {
  type FrameworkRow,
  has,
  ROW_COLUMNS,
  type RowColumn,
  textOf,
  VARIANT_COLUMNS,
} from './framework-row.ts'

/** Pounds as paid and what is only counted have one figure, themselves: another would never be used. */
const WITHOUT_FIGURE = new Set(['none', 'spend'])

const ofMeasure = (measure: FrameworkRow | undefined): Found[] => {
  if (!measure || textOf(measure, 'kind') !== 'measure') return []
  if (textOf(measure, 'measureKind') === 'qualitative') return [fault('parent', 'variant-of-words')]
  return WITHOUT_FIGURE.has(textOf(measure, 'basis')) ? [fault('parent', 'variant-without-price')] : []
}

/**
 * What is wrong with another figure of a measure: it has a name, a value, its kind and its price year. All else is
 * said of its measure, so that a column written here would be lost; it is refused instead.
 */
export const variantFaults = (row: FrameworkRow, measure: FrameworkRow | undefined): Found[] => {
  const faults = ROW_COLUMNS.filter(
    (column: RowColumn) => has(row, column) && !VARIANT_COLUMNS.includes(column),
  ).map((column) => fault(column, 'not-of-a-variant'))
  if (has(row, 'basis') && !PRICED_BASES.some((basis) => basis === textOf(row, 'basis')))
    faults.push(
      fault('basis', 'unknown-basis', { given: textOf(row, 'basis'), known: PRICED_BASES.join(', ') }),
    )
  if (has(row, 'priceYear') && readPriceYear(textOf(row, 'priceYear')) === undefined)
    faults.push(fault('priceYear', 'unknown-price-year', { given: textOf(row, 'priceYear') }))
  return [...faults, ...ofMeasure(measure)]
}
