import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

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

/** Starts the product as a person does, in a folder of its own, and waits until it says where it is. */
export const startSite = async (settings: Readonly<Record<string, string>> = {}): Promise<Site> => {
  const port = await freePort()
  const dataFolder = settings.GOLDTHREAD_DATA ?? mkdtempSync(join(tmpdir(), 'goldthread-e2e-'))
  const { DATABASE_URL: _ours, ...env } = process.env
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...env, PORT: String(port), GOLDTHREAD_DATA: dataFolder, ...settings },
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
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 20_000))])
    if (!settings.GOLDTHREAD_DATA) rmSync(dataFolder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, dataFolder, output: () => output, stop, process: child }
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
