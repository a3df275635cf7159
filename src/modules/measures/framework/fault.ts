import type { RowColumn } from './framework-row.ts'

export type FaultCode =
  | 'missing'
  | 'unknown-kind'
  | 'duplicate-code'
  | 'unknown-parent'
  | 'wrong-parent'
  | 'cycle'
  | 'unknown-unit'
  | 'unknown-basis'
  | 'unknown-price-year'
  | 'not-a-number'
  | 'negative'
  | 'low-above-value'
  | 'high-below-value'
  | 'price-without-basis'
  | 'basis-without-price'
  | 'price-on-words'
  | 'carbon-not-in-tonnes'
  | 'unknown-measure'
  | 'not-of-a-variant'
  | 'variant-of-words'
  | 'variant-without-price'
  | 'unknown-rubric'
  | 'licence-forbids-change'
  | 'too-long'
  | 'unknown-word'
  | 'not-a-count'
  | 'unsafe-link'
  | 'bad-code'
  | 'formula'
  | 'error-cell'
  | 'wrong-encoding'
  | 'no-header'
  | 'no-measures'

export type Fault = {
  readonly row: number
  readonly code: string
  readonly column: RowColumn
  readonly fault: FaultCode
  readonly facts: Readonly<Record<string, string>>
}

/** What a check finds in one row, before it is known which row that is. */
export type Found = Pick<Fault, 'column' | 'fault' | 'facts'>

export const fault = (column: RowColumn, code: FaultCode, facts: Fault['facts'] = {}): Found => ({
  column,
  fault: code,
  facts,
})
