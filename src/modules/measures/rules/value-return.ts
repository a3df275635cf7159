import { accept, type Decision } from '../../../kernel/decision.ts'
import type { Range, ReturnOnInputs, Step, ValueRequest } from '../model/valuation.ts'
import { factorsFor, presentValue } from './discounting.ts'
import { ONE } from './exact.ts'
import { returnOnInputs } from './sroi.ts'
import type { Timing } from './value-timing.ts'

/** Inputs are paid at the beginning of their year, so the first is never discounted. */
export const returnOf = (
  request: ValueRequest,
  value: Range,
  timing: Timing,
): Decision<ReturnOnInputs, 'no-inputs' | 'year-beyond-rates'> | null => {
  const { investment } = request
  if (!investment) return null
  const factors = timing.rates
    ? factorsFor(timing.rates, 0, investment.length, 'first-year-undiscounted')
    : accept([ONE])
  return factors.ok ? returnOnInputs(value, presentValue(investment, factors.value)) : factors
}

export const returnStep = ({ inputs, ratio }: ReturnOnInputs, value: Range): Step => ({
  code: 'return',
  formula: 'present value / present value of inputs',
  inputs: { 'present value': value, inputs },
  result: ratio,
  unit: 'ratio',
  source: null,
  reason: null,
  facts: {},
})
