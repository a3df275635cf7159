import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssetManifest } from '../asset-manifest.ts'
import { buildAssets } from '../build-assets.ts'
import { ErrorPage } from '../error-page.tsx'
import { Layout } from '../layout.tsx'
import { LiveRegion } from '../progress.tsx'
import { renderPage } from '../render.ts'
import { Gallery } from './gallery.tsx'
import { sampleContext } from './sample-data.ts'
import { serveGallery } from './serve-gallery.tsx'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const CASES = [
  { path: '/', width: 1280 },
  { path: '/', width: 320 },
  { path: '/error', width: 320 },
]
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** GOV.UK Frontend's script marks radios that reveal a field so; alphagov/govuk-frontend issue 979 explains why. */
const KNOWN = /^aria-allowed-attr: <input class="govuk-radios__input"/
const hasChromium = existsSync(CHROMIUM)

const assets = {
  'app.css': '/assets/a.css',
  'app.js': '/assets/a.js',
  'early.js': '/assets/e.js',
  'favicon.svg': '/assets/f.svg',
}

const LivePage = ({ assets: found, step }: { assets: AssetManifest; step: number }) => (
  <Layout context={sampleContext(found)} title="Import">
    <h1>{step < 4 ? 'Reading' : 'Done'}</h1>
    <LiveRegion id="live" url="/live" isRunning={step < 3} everySeconds={0.8}>
      <p>Step {step}</p>
    </LiveRegion>
  </Layout>
)

describe('the gallery', () => {
  const html = renderPage(<Gallery context={sampleContext(assets)} />)

  it('has no inline style, no inline script and no handler', () => {
    expect(html).not.toMatch(/ style=|<style| on[a-z]+="|<script(?![^>]* src="\/assets\/)/)
  })

  it('uses no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe.skipIf(!hasChromium)(`the gallery in a browser (skipped where ${CHROMIUM} is not installed)`, () => {
  let folder = ''
  let browser: Browser
  let url = ''
  let close = () => {}
  let step = 0
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goldthread-gallery-'))
    const built = await buildAssets(folder)
    const server = await serveGallery(
      {
        '/': (found) => <Gallery context={sampleContext(found)} />,
        '/live': (found) => <LivePage assets={found} step={++step} />,
        '/error': (found) => (
          <ErrorPage
            context={sampleContext(found)}
            title="Page not found"
            paragraphs={['Check the address.']}
          />
        ),
      },
      built,
      folder,
    )
    ;({ url, close } = server)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })

  afterAll(async () => {
    await browser.close()
    close()
    rmSync(folder, { recursive: true, force: true })
  })

  const open = async (path: string, width: number): Promise<{ page: Page; complaints: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(url + path, { waitUntil: 'networkidle' })
    return { page, complaints }
  }

  it.each(CASES)(
    'does not scroll sideways and passes axe on $path at $width pixels',
    async ({ path, width }) => {
      const { page } = await open(path, width)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
      await page.evaluate(axe)
      const { violations, passes } = (await page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(AXE_RULES)} })`,
      )) as AxeResults
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
      expect(found.filter((each) => !KNOWN.test(each))).toEqual([])
      expect(passes.length).toBeGreaterThan(15)
      await page.close()
    },
  )

  it('keeps to the strict security policy and starts its scripts', async () => {
    const { page, complaints } = await open('/', 1280)
    expect(complaints).toEqual([])
    expect(await page.evaluate('document.body.className')).toContain('js-enabled govuk-frontend-supported')
    expect(await page.isVisible('button[data-print]')).toBe(true)
    await page.close()
  })

  it('works without JavaScript: every panel is open and the menu is there', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 900 },
    })
    const page = await context.newPage()
    await page.goto(url)
    expect(await page.isVisible('#delivered')).toBe(true)
    expect(await page.isVisible('text=Social value budget')).toBe(true)
    expect(await page.isVisible('button[data-print]')).toBe(false)
    await context.close()
  })

  it('follows long work, and shows the page anew when it is done', async () => {
    const page = await browser.newPage()
    await page.goto(`${url}/live`)
    await page.waitForSelector('text=Step 2')
    expect(await page.textContent('h1')).toBe('Reading')
    expect(await page.isVisible('text=See how far it is now')).toBe(false)
    await page.waitForSelector('h1:has-text("Done")')
    await page.close()
  })

  it('asks before changes that were not sent are lost, and not otherwise', async () => {
    const { page } = await open('/', 1280)
    let asked = 0
    page.on('dialog', (dialog) => {
      asked += 1
      void dialog.accept()
    })
    await page.goto(`${url}/error`)
    expect(asked).toBe(0)
    await page.goto(url)
    await page.fill('#title', 'Highways')
    await page.goto(`${url}/error`)
    expect(asked).toBe(1)
    await page.close()
  })
})
