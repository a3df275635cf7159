import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type Site, signIn, startSite } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
}, 60_000)

const as = async (role: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, role)
  return page
}
const press = (page: Page, button: string) =>
  Promise.all([page.waitForNavigation(), page.click(`main button:has-text("${button}")`)])

/** The last of three evaluators gives every score, and hands in. */
const scoreAll = async (page: Page, home: string): Promise<void> => {
  await page.goto(`${site.url}${home}/desk`)
  const answers = await page
    .locator('main a[href*="/desk/"]')
    .evaluateAll((links) =>
      links.map((link) =>
        (link as unknown as { getAttribute: (name: string) => string }).getAttribute('href'),
      ),
    )
  expect(answers).toHaveLength(6)
  for (const href of answers) {
    await page.goto(site.url + href)
    await page.check('input[name=score][value="3"]')
    await page.fill('#reason', 'Says who does the work, and how it is checked.')
    await press(page, 'Keep it and go on')
    expect(await page.locator('.govuk-error-summary').count()).toBe(0)
  }
  await page.goto(`${site.url}${home}/desk`)
  await press(page, 'Hand in my scores')
}

const agreeAll = async (page: Page, home: string): Promise<void> => {
  for (const criterion of [1, 3]) {
    await page.goto(`${site.url}${home}/moderation?criterion=${criterion}`)
    const rows = await page
      .locator('#scores a[href*="/moderation/"]')
      .evaluateAll((links) =>
        links.map((link) =>
          (link as unknown as { getAttribute: (name: string) => string }).getAttribute('href'),
        ),
      )
    for (const [at, href] of rows.entries()) {
      await page.goto(site.url + href)
      await page.fill('#value', '3')
      await page.fill('#reason', 'Staff and checks are described; cover for illness is not.')
      await page.fill('#movedBecause', 'We took the average.')
      if (at === 0) {
        await press(page, 'Keep what was agreed')
        expect(await page.locator('.govuk-error-summary').innerText()).toContain(
          'An average is not an agreement',
        )
      }
      await page.fill(
        '#movedBecause',
        'The panel read the plan again and found the checks on its second page.',
      )
      await press(page, 'Keep what was agreed')
    }
  }
}

test('officers, panel and approvers bring a tender to its award, and bidders read why', async () => {
  const officer = await as('procurement-officer')
  await officer.goto(`${site.url}/evaluations`)
  const home =
    (await officer.locator('#evaluations a:has-text("Care of street trees")').getAttribute('href')) ?? ''
  await scoreAll(await as('contract-manager'), home)
  await agreeAll(officer, home)
  await officer.goto(`${site.url}${home}/result`)
  expect(await officer.locator('main').innerText()).toContain('First: Bidder')
  await press(officer, 'Put it up for approval')
  for (const role of ['senior-owner', 'finance']) {
    const approver = await as(role)
    await approver.goto(`${site.url}${home}/robustness`)
    await press(approver, 'I have looked at these tests')
    await approver.check('input[name=decision][value=approve]')
    await press(approver, 'Decide')
  }
  await officer.goto(`${site.url}${home}/award`)
  await press(officer, 'Tell bidders and begin the standstill')
  expect(await officer.locator('main').innerText()).toContain('The contract may be entered into from')
  const supplier = await (await browser.newContext()).newPage()
  await signIn(supplier, site.url, 'bids@bellwharf-building.example')
  await supplier.goto(`${site.url}/outcomes`)
  await Promise.all([
    supplier.waitForNavigation(),
    supplier.click('#outcomes a:has-text("Care of street trees")'),
  ])
  expect(await supplier.locator('h1').innerText()).toContain('Assessment summary')
  expect(await supplier.locator('main').innerText()).toContain('Staff and checks are described')
}, 240_000)
