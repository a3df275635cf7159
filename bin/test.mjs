import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { handOver, installDependencies, root } from './prepare.mjs'

installDependencies()
const chromium = await findChromium()
handOver([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], {
  cwd: root,
  env: { CHROMIUM_PATH: chromium },
})
