import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Range, ReturnOnInputs } from '../model/valuation.ts'
import type { Exact } from './exact.ts'
import { mapRange } from './ranges.ts'

/**
 * Social return on investment: present value of the net change over present value of what was put in, and the one
 * less the other. A ratio below 1 is a result like any other. Ratios of different reports do not compare.
 */
export const returnOnInputs = (benefits: Range, inputs: Exact): Decision<ReturnOnInputs, 'no-inputs'> =>
  inputs.lte(0)
    ? refuse('no-inputs')
    : accept({
        inputs,
        ratio: mapRange(benefits, (value) => value.div(inputs)),
        netPresentValue: mapRange(benefits, (value) => value.minus(inputs)),
      })
