import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlanContent, TEXT_LIMITS } from '../src/modules/strategy/model.ts'
import { ShowPlanView } from '../src/modules/strategy/pages/show-plan.view.tsx'
import { decidePlan, PRINT_SIZES, printSizeOf } from '../src/modules/strategy/rules/plan-fit.ts'
import { buildAssets } from '../src/platform/views/build-assets.ts'
import { Layout } from '../src/platform/views/layout.tsx'
import { renderPage } from '../src/platform/views/render.ts'
import { openBrowser } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'goldthread-assets-'))
let browser: Browser
let page: Page
let styles: string

beforeAll(async () => {
  const assets = await buildAssets(folder)
  styles = readFileSync(join(folder, assets['app.css'].replace('/assets/', '')), 'utf8')
  browser = await openBrowser()
  page = await browser.newPage()
  // What is emulated holds for the PDF as well.
  await page.emulateMedia({ media: 'print' })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The public page in the site's layout, as a visitor gets it. */
const htmlOf = (content: PlanContent): string => {
  const plan = { edition: 1, slug: 's', publishedAt: new Date(), personName: '', content }
  const view = h(ShowPlanView, {
    plan,
    size: printSizeOf(content) ?? 7,
    editions: Array.from({ length: 30 }, (_, at) => ({ edition: at + 1, publishedAt: new Date() })),
    address: 'https://goldthread.northmere.example/plans/northmere-city-council/1',
    isNewest: false,
  })
  const context = {
    assets: { 'app.css': '', 'app.js': '', 'early.js': '', 'favicon.svg': '' },
    csrfToken: () => '',
    isDemonstration: true,
    navigation: [{ text: 'Strategy', href: '/strategy', isCurrent: false }],
  }
  const html = renderPage(h(Layout, { context, title: content.title, width: 'wide', children: view }))
  return html
    .replace(/<link rel="stylesheet"[^>]*>/, `<style>${styles}</style>`)
    .replaceAll(/<script[^>]*><\/script>/g, '')
}

const print = async (content: PlanContent) => {
  await page.setContent(htmlOf(content))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const clipped = await page.evaluate(() => {
    const sheet = document.querySelector('.gt-sheet')
    return sheet ? sheet.scrollHeight - sheet.clientHeight : -1
  })
  return { pages: pdf.match(/\/Type\s*\/Page(?!s)/g)?.length, clipped: Math.max(0, clipped) }
}

const WORDS =
  'Everybody who lives in this place has work that pays, a warm home and somebody to turn to nearby, '
const long = (text: string, length: number): string =>
  text
    .repeat(Math.ceil(length / text.length))
    .slice(0, length)
    .trim()

/** A plan whose every text is as long as the editor lets it be. */
const aPlan = (count: number, text: string, facts: Partial<PlanContent> = {}): PlanContent => ({
  organisation: 'Northmere City Council',
  title: long(text, TEXT_LIMITS.planTitle),
  introduction: long(text, TEXT_LIMITS.planIntroduction),
  priorities: Array.from({ length: count }, (_, at) => ({
    id: String(at),
    title: long(text, TEXT_LIMITS.priorityTitle),
    plainWords: long(text, TEXT_LIMITS.plainWords),
    promise: `${long(text, TEXT_LIMITS.indicator)}: from 1,250 ${long('homes ', TEXT_LIMITS.unit)} (2023) to 900 by March 2029`,
    owner: long('Director of Homes ', TEXT_LIMITS.ownerRole),
    document: '',
    places: 'Bellwharf, Cattlegate, Oldminster',
    origin: at % 4 === 0 ? 'Ashshire Combined Authority' : '',
  })),
  sources: Array.from(
    { length: 4 },
    () => 'Northmere Corporate Plan, 1 April 2025 to 31 March 2029, version 2',
  ),
  ...facts,
})

describe('a plan on a page is printed on exactly one page, and nothing is cut off', () => {
  test.each([
    ['one short priority', aPlan(1, 'Warm ')],
    ['every number of priorities at half length', aPlan(5, WORDS.slice(0, 40))],
    ['ten priorities, every text as long as it may be', aPlan(TEXT_LIMITS.planPriorities, WORDS)],
    ['seven of them', aPlan(7, WORDS)],
    ['ten of narrow letters', aPlan(10, 'illicit still ')],
    ['few priorities of wide letters without a space', aPlan(2, 'WMWMWM')],
    ['letters of other scripts', aPlan(3, '暖かい家 ')],
    ['an organisation with a long name', aPlan(8, WORDS, { organisation: long('Council of the ', 200) })],
  ])('%s', async (_case, content) => {
    expect(decidePlan(content)).toMatchObject({ ok: true })
    expect(await print(content)).toEqual({ pages: 1, clipped: 0 })
  })

  test('whatever number of priorities the rule lets through, at any size of print', async () => {
    const sizes = new Set<number>()
    for (let count = 1; count <= TEXT_LIMITS.planPriorities; count++)
      for (const text of [WORDS, 'WAXY MIXTURE ']) {
        const content = aPlan(count, text)
        const size = printSizeOf(content)
        if (size === undefined) continue
        sizes.add(size)
        expect([count, text, await print(content)]).toEqual([count, text, { pages: 1, clipped: 0 }])
      }
    expect(sizes.size).toBe(PRINT_SIZES.length)
  })
})
