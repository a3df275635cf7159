// Finds a Chromium for the browser tests, or installs one: Debian's package as root on Debian, else Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, give, root } from './prepare.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))

const run = (program, args, env = {}) =>
  spawnSync(program, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }).status === 0

const playwrights = async () => {
  const { chromium } = await import(join(root, 'node_modules/playwright-core/index.mjs'))
  return chromium.executablePath()
}

export const findChromium = async () => {
  const here = found()
  if (here) return here
  process.stderr.write('Installing Chromium for the browser tests (once) …\n')
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (isDebian) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    if (
      run('apt-get', ['update', '-q'], quiet) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'poppler-utils'], quiet)
    ) {
      // The real virus scanner is asked where there is one; the tests go on without.
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'clamav-daemon'], quiet)
      return found()
    }
  }
  run(findNode(), [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const own = await playwrights()
  if (existsSync(own)) return own
  return give(
    'Chromium could not be installed, and the browser tests need it. Install it, or set CHROMIUM_PATH to one.',
  )
}
