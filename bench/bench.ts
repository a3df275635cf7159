import { parseArgs } from 'node:util'
import { benchAsk } from './ask.ts'
import { benchBudget } from './budget.ts'
import { benchCalculator } from './calculator.ts'
import { benchImport } from './import.ts'
import { benchPages } from './pages.ts'

/**
 * npm run bench [-- --sizes 100000,1000000,10000000] [-- --only import|pages|calculator|ask|budget]
 * Prints ratios measured in one run; absolute times are of this machine and this hour.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100000,1000000' },
    only: { type: 'string' },
    organisations: { type: 'string', default: '12' },
  },
})
const sizes = values.sizes.split(',').map(Number)

const wants = (name: string): boolean => values.only === undefined || values.only === name
if (wants('ask')) await benchAsk()
if (wants('import')) await benchImport(sizes)
if (wants('pages')) await benchPages(sizes)
if (wants('calculator')) await benchCalculator(sizes, Number(values.organisations))
if (wants('budget')) await benchBudget()
process.exit(0)
