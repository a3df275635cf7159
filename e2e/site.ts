import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export type Site = {
  readonly url: string
  readonly dataFolder: string
  readonly output: () => string
  readonly stop: () => Promise<void>
  readonly process: ChildProcess
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** `npm start` as a person types it; ready when it says where it is. */
const startIn = async (dataFolder: string): Promise<Site> => {
  const port = await freePort()
  const { DATABASE_URL: _ours, ...env } = process.env
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...env, PORT: String(port), GOLDTHREAD_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (text: Buffer): void => {
      output += text.toString()
      if (output.includes('Ctrl-C stops it.')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)))
  })
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    // To the whole group, as Ctrl-C at a terminal is.
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
    await Promise.race([gone, sleep(180_000)])
  }
  return { url: `http://127.0.0.1:${port}`, dataFolder, output: () => output, stop, process: child }
}

/** The demonstration takes half a minute to make, so it is made once a run, by whichever file comes first, and copied. */
const seededFolder = async (): Promise<string> => {
  const home = inject('seeded')
  const [data, ready, failed] = [join(home, 'data'), join(home, 'ready'), join(home, 'failed')]
  const isFirst = mkdirSync(home, { recursive: true }) !== undefined
  if (isFirst)
    try {
      const site = await startIn(data)
      await site.stop()
      if (existsSync(join(data, 'postgres/postmaster.pid')))
        throw new Error(
          `the server of the demonstration did not stop, so its folder cannot be copied: ${site.output()}`,
        )
      writeFileSync(ready, '')
    } catch (error) {
      writeFileSync(failed, String(error))
      throw error
    }
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error('the demonstration could not be made')
    await sleep(200)
  }
  return data
}

/** Starts the product on a copy of the demonstration, in a folder of its own that goes when it stops. */
export const startSite = async (): Promise<Site> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'goldthread-e2e-'))
  // With owners and modes: PostgreSQL refuses a folder that others may read.
  execFileSync('cp', ['-a', `${await seededFolder()}/.`, dataFolder])
  const site = await startIn(dataFolder)
  const stop = async (): Promise<void> => {
    await site.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { ...site, stop }
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS })

/** Signs in as the demonstration's account of a role, or of an address, through the page. */
export const signIn = async (page: Page, url: string, who: string): Promise<void> => {
  await page.goto(`${url}/sign-in`)
  await page.fill('input[name=email]', who.includes('@') ? who : `${who}@northmere.example`)
  await page.fill('input[name=password]', 'copper lantern meadow')
  await Promise.all([
    page.waitForURL((address) => !address.pathname.startsWith('/sign-in')),
    page.click('form:has(input[name=password]) button[type=submit] >> nth=0'),
  ])
}
