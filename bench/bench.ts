import { parseArgs } from 'node:util'
import { benchAsk } from './ask.ts'
import { benchBudget } from './budget.ts'
import { benchCalculator } from './calculator.ts'
import { benchExport } from './export.ts'
import { benchImport } from './import.ts'
import { benchPages } from './pages.ts'
import { benchSubmissions } from './submissions.ts'

/**
 * npm run bench [-- --sizes 100000,1000000,10000000] [-- --only NAME|export]
 * Prints ratios measured in one run; absolute times are of this machine and this hour.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100000,1000000' },
    only: { type: 'string' },
    releases: { type: 'string', default: '1000000' },
    organisations: { type: 'string', default: '12' },
  },
})
const sizes = values.sizes.split(',').map(Number)

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  ask: benchAsk,
  budget: benchBudget,
  import: () => benchImport(sizes),
  pages: () => benchPages(sizes),
  calculator: () => benchCalculator(sizes, Number(values.organisations)),
  export: () => benchExport(Number(values.releases)),
  submissions: benchSubmissions,
}
/** Minutes by the clock, so only where it is asked for. */
const BY_NAME_ONLY: ReadonlySet<string> = new Set(['submissions', 'export'])

const { only } = values
if (only !== undefined && !BENCHES[only]) {
  console.error(`--only is one of: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}
for (const [name, bench] of Object.entries(BENCHES))
  if (only === undefined ? !BY_NAME_ONLY.has(name) : only === name) await bench()
process.exit(0)
