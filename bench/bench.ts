import { parseArgs } from 'node:util'
import { benchImport } from './import.ts'
import { benchPages } from './pages.ts'

/**
 * npm run bench [-- --sizes 100000,1000000,10000000] [-- --only import|pages]
 * Prints ratios measured in one run; absolute times are of this machine and this hour.
 */
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100000,1000000' }, only: { type: 'string' } },
})
const sizes = values.sizes.split(',').map(Number)

if (values.only !== 'pages') await benchImport(sizes)
if (values.only !== 'import') await benchPages(sizes)
process.exit(0)
