import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const openPage = async (javaScriptEnabled = true): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled })).newPage()

const anAnalyst = async (): Promise<Page> => {
  const page = await openPage()
  await signIn(page, site.url, 'analyst')
  return page
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
  await page.waitForLoadState()
}
/** The newest letter of the mailbox with these words. */
const letterWith = async (page: Page, words: string): Promise<string> => {
  await page.goto(`${site.url}/mailbox`)
  const text = await main(page)
  return text.slice(text.indexOf(words))
}

describe.each([
  ['with JavaScript', true, 'Marrow Lane Joinery'],
  ['without JavaScript', false, 'Pellbrook Bicycle Repairs'],
])('a supplier %s', (_name, hasScript, name) => {
  test('is confirmed by a council, lists itself by a code, and is found once a moderator approves', async () => {
    const supplier = await openPage(hasScript)
    await supplier.goto(`${site.url}/directory/join`)
    await supplier.getByLabel('Name of the supplier').fill(name)
    await supplier.getByLabel(/^None: a sole trader/).check()
    await supplier.getByLabel('Your e-mail address').fill('keeper@small-trader.example')
    await press(supplier, 'Continue')
    expect(await supplier.locator('h1').innerText()).toBe('Enter your code')

    const analyst = await anAnalyst()
    await analyst.goto(`${site.url}/directory/moderation`)
    if (hasScript) expect(await findViolations(analyst)).toEqual([])
    await analyst.getByRole('link', { name: /claims?$/ }).click()
    await analyst.getByRole('link', { name }).click()
    await analyst.waitForLoadState()
    await press(analyst, `They speak for ${name}`)

    const letter = await letterWith(supplier, 'Your code for the supplier directory')
    const path = /\/directory\/codes\/[0-9a-f-]+/.exec(letter)?.[0] ?? ''
    await supplier.goto(site.url + path)
    await supplier.getByLabel('Code').fill(/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(letter)?.[0] ?? '')
    await press(supplier, 'Continue')
    await supplier.getByLabel('What do you supply?').fill('Repairs with care, and lessons for schools')
    await supplier.getByLabel('Postcode').fill('NN31 1AA')
    await press(supplier, 'Send it to a moderator')
    expect(await main(supplier)).toContain('Choose at least one category')
    if (hasScript) expect(await findViolations(supplier)).toEqual([])
    await supplier.getByLabel('Repair and maintenance').check()
    await press(supplier, 'Send it to a moderator')
    expect(await supplier.locator('h1').innerText()).toBe('A moderator reads it now')

    await analyst.goto(`${site.url}/directory/moderation`)
    await analyst.getByRole('link', { name }).click()
    await press(analyst, 'List it')
    const anybody = await openPage(hasScript)
    await anybody.goto(`${site.url}/directory?q=lessons+for+schools&category=50`)
    await anybody.getByRole('link', { name }).click()
    expect(await main(anybody)).toContain('Repairs with care')
  })
})

describe('an analyst', () => {
  test('surveys the largest suppliers: drafts, addresses, sends; a supplier answers; the result says who stands behind it', async () => {
    const analyst = await anAnalyst()
    await analyst.goto(`${site.url}/spend/surveys/new`)
    await analyst.getByLabel('Title').fill('What you do for Northmere')
    await analyst.getByLabel('How many suppliers?').fill('3')
    await analyst.getByLabel('Last day for answers').fill('2099-12-31')
    await press(analyst, 'Draft the survey')
    await analyst.locator('summary', { hasText: 'Change the addresses' }).click()
    const lines = await analyst.locator('textarea[name=addresses]').inputValue()
    const first = lines.split('\n')[0]?.split(';')[0] ?? ''
    await analyst.locator('textarea[name=addresses]').fill(`${first}; survey@first.example`)
    await press(analyst, 'Save the addresses')
    await press(analyst, 'Send 1 letter')
    expect(await main(analyst)).toContain('1 letter on the way')
    expect(await findViolations(analyst)).toEqual([])

    const supplier = await openPage(false)
    const letter = await letterWith(supplier, 'What you do for Northmere')
    await supplier.goto(site.url + (/\/survey\/[\w-]+/.exec(letter)?.[0] ?? ''))
    await supplier.getByLabel('How many apprenticeships').fill('a few')
    await press(supplier, 'Save and come back')
    expect(await main(supplier)).toContain('Enter a number, like 12')
    await supplier.getByLabel('How many apprenticeships').fill('4')
    await press(supplier, 'Send the answers')
    expect(await supplier.locator('h1').innerText()).toBe('Thank you')

    await analyst.getByRole('link', { name: 'Results' }).click()
    await analyst.waitForLoadState()
    expect(await main(analyst)).toContain('1 of 3 suppliers answered (33.3%)')
  })

  test('reads what a pound sets off, with its range and what is assumed', async () => {
    const analyst = await anAnalyst()
    await analyst.goto(`${site.url}/spend/multiplier`)
    await analyst.getByRole('link', { name: 'What a pound to our suppliers sets off' }).click()
    await analyst.waitForLoadState()
    const text = (await main(analyst)).replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/LM3: a pound becomes £1\.\d\d Between £1\.\d\d and £[12]\.\d\d/)
    expect(text).toContain('8 of 12 suppliers answered')
  })
})
