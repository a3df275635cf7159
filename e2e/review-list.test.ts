import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViolations } from './axe.ts'
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

const aReviewer = async (javaScriptEnabled: boolean): Promise<Page> => {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signIn(page, site.url, 'analyst')
  await page.goto(`${site.url}/spend/review`)
  return page
}

/** The payee on top of the case. */
const payeeOf = (page: Page): Promise<string> => page.locator('#payees strong').first().innerText()
const lastDecision = (page: Page): Promise<string> => page.locator('.gt-last-decision').innerText()
/** Once the matcher has looked again: until then other spellings may stand above it. */
const comesBack = (page: Page, payee: string): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.goto(`${site.url}/spend/review`)
        return payeeOf(page)
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(payee)
const press = (page: Page, key: string) =>
  Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press(key)]).then(() =>
    page.waitForLoadState(),
  )

test('a reviewer goes through the list by single keys, takes a decision back, and switches the keys off', async () => {
  const page = await aReviewer(true)
  const first = await payeeOf(page)
  await press(page, 's')
  const second = await payeeOf(page)
  expect(second).not.toBe(first)
  await page.goto(`${site.url}/spend/review`)
  await press(page, '1')
  expect(await lastDecision(page)).toContain(first)
  expect(await payeeOf(page)).toBe(second)
  await press(page, 'n')
  expect(await lastDecision(page)).toContain('none of the candidates')
  await press(page, 'u')
  await press(page, 'u')
  await comesBack(page, first)
  expect(await findViolations(page)).toEqual([])

  await page.locator('#number').pressSequentially('n1')
  expect(page.url()).toContain('/spend/review')
  expect(await page.inputValue('#number')).toBe('n1')
  await page.click('[data-single-keys-switch]')
  await page.reload()
  await page.keyboard.press('s')
  await page.waitForTimeout(300)
  expect(await payeeOf(page)).toBe(first)
  expect(await page.locator('[data-key-hint]:visible').count()).toBe(0)
  await page.context().close()
})

test('without JavaScript the buttons do the same, and nothing is said of keys', async () => {
  const page = await aReviewer(false)
  const first = await payeeOf(page)
  expect(await page.locator('[data-single-keys]').isVisible()).toBe(false)
  await page.locator('main button[name=choice]').first().click()
  expect(await lastDecision(page)).toContain(first)
  await page.getByRole('button', { name: 'Undo' }).click()
  await comesBack(page, first)
  await page.context().close()
})
