import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#identity'
import { installShippedFrameworks } from '#measures'
import { GOOD_PASSPHRASE, giveOpeningKeys } from '#sealing'
import { drawDistricts } from '../src/main/demonstration/geography/draw-places.ts'
import { makePostcodes } from '../src/main/demonstration/geography/postcodes.ts'
import { type SeededBidder, seedBidders } from '../src/main/demonstration/seeding/seed-bidders.ts'
import { seedPeople } from '../src/main/demonstration/seeding/seed-people.ts'
import { seedPlaces } from '../src/main/demonstration/seeding/seed-places.ts'
import { seedStrategy } from '../src/main/demonstration/seeding/seed-strategy.ts'
import { moveDeadline } from '../src/modules/bids/builders.ts'
import { openTestDatabase } from '../src/platform/testing/test-database.ts'
import { startPartSite } from './part-site.ts'
import { openBrowser, signIn } from './site.ts'

/** People with keys and suppliers with accounts; all else is done on the pages. The site's clock can be set on for a standstill. */
const db = await openTestDatabase(['send-mail'])
let daysOn = 0
const services = { ...db.services, clock: { now: () => new Date(Date.now() + daysOn * 86_400_000) } }
const HOLDERS = ['procurement-officer', 'commissioner', 'senior-owner']
let browser: Browser
let url: string
let close: () => Promise<void>
let bidders: readonly SeededBidder[]

const personOf = async (role: string): Promise<PersonId> => {
  const found = await db.query('select id from identity.person where email = $1', [
    `${role}@northmere.example`,
  ])
  return found[0]?.id as PersonId
}

beforeAll(async () => {
  await installShippedFrameworks(services)
  const drawn = drawDistricts()
  const cityId = await seedPlaces(services, drawn, makePostcodes(drawn))
  const council = await seedPeople(services, cityId)
  await seedStrategy(services, council, cityId)
  bidders = await seedBidders(services)
  const holders: { id: PersonId; name: string }[] = []
  for (const role of HOLDERS) holders.push({ id: await personOf(role), name: role })
  await giveOpeningKeys(db, council.councilId, holders)
  const site = await startPartSite(services)
  ;({ url } = site)
  close = site.stop
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await close?.()
}, 60_000)

const REASON = 'Staff and checks are described; cover for illness is not.'
const MOVED = 'The panel read the plan again and found the checks on its second page.'

/** A person without JavaScript. */
const as = async (who: string): Promise<Page> => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  page.setDefaultTimeout(15_000)
  await signIn(page, url, who)
  return page
}
const go = (page: Page, path: string) => page.goto(url + path)
const press = async (page: Page, name: string): Promise<void> => {
  await page.locator('main').getByRole('button', { name }).first().click()
  await page.waitForLoadState()
  const errors = page.locator('.govuk-error-summary')
  if ((await errors.count()) > 0) throw new Error(`${name}: ${await errors.innerText()}`)
}
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const pathOf = (page: Page): string => new URL(page.url()).pathname
const links = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((found) =>
      found.map((link) =>
        (link as unknown as { getAttribute: (name: string) => string }).getAttribute('href'),
      ),
    )

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).first().fill(text)
}

/** From the idea to what the law asks of it; gives the address of the purchase. */
const plan = async (page: Page): Promise<string> => {
  await go(page, '/procurement/purchases/new')
  await fill(page, {
    Title: 'Cleaning of libraries',
    Purpose: 'Libraries are clean when they open.',
    Category: 'Cleaning',
    Department: 'Culture',
    'The certain part': '120,000',
  })
  await page.getByLabel('Kind', { exact: true }).selectOption('services')
  await page.getByLabel('20 %, the standard rate').check()
  await page.fill('#startsOn', '2027-10-01')
  await page.fill('#endsOn', '2029-09-30')
  await press(page, 'Add to the pipeline')
  const at = pathOf(page)
  await go(page, `${at}/law/facts`)
  await page.getByLabel('How will it be awarded?').selectOption('open')
  for (const question of [
    /^Are tenders submitted electronically/,
    /documents.*at the same time|all.*documents/i,
  ])
    await page.getByRole('group', { name: question }).first().getByLabel('Yes').check()
  await press(page, 'Save the answers')
  return at
}

/** What the council asks for: one measure, the weights, an introduction; somebody else says that it is ready. */
const ask = async (page: Page, officer: Page, at: string): Promise<void> => {
  await go(page, `${at}/ask/measures`)
  for (const priority of await page.locator('input[name=priority]').all()) await priority.check()
  await press(page, 'Show measures for these')
  await page.check('input[name=measures][value=job-unemployed]')
  await press(page, 'Save')
  await go(page, `${at}/ask/criteria`)
  await page.getByLabel('Why this change?').fill('A small contract')
  await press(page, 'Save')
  await go(page, `${at}/ask/lots`)
  await page.getByLabel('Introduction').fill('We want libraries that people like to be in.')
  await page.fill('#lotsReason', 'One crew does all of it in a morning.')
  await page.getByLabel('Why this change?').fill('Written for the first time')
  await press(page, 'Save')
  await go(officer, `${at}/ask`)
  if (process.env.DBG) console.log(await main(officer))
  await press(officer, 'The ask is ready')
}

/** From the ready ask to a published tender; the commissioner writes, the officer publishes. */
const publish = async (
  commissioner: Page,
  officer: Page,
  purchase: string,
): Promise<{ readonly reference: string; readonly tenderId: string }> => {
  await go(commissioner, `${purchase}/ask`)
  await commissioner.locator('main a[href*="/tenders/new"]').first().click()
  await press(commissioner, 'Begin')
  const at = pathOf(commissioner)
  await go(commissioner, `${at}/edit`)
  await commissioner.fill('#category', '90911200')
  await commissioner.fill('#placeName', 'Northmere')
  await press(commissioner, 'Save')
  await go(officer, at)
  for (const [index, role] of HOLDERS.entries()) {
    const name = await officer.locator(`#holder-${index + 1} option`).allInnerTexts()
    const label = name.find((text) => text.toLowerCase().includes(role.replace('-', ' ')))
    await officer.selectOption(`#holder-${index + 1}`, { label: label ?? '' })
  }
  await press(officer, 'Publish')
  expect(await main(officer)).toContain('Version 1.')
  const reference = (await officer.locator('main .govuk-caption-l').first().innerText()).trim()
  return { reference, tenderId: at.split('/').at(-1) ?? '' }
}

const fillIn = async (page: Page, reference: string, pounds: string, jobs: string): Promise<void> => {
  await go(page, `/workspace/tenders/${reference}`)
  await press(page, 'Begin a bid for lot A')
  for (const field of await page.locator('#answers input[inputmode=decimal]').all())
    await field.fill((await field.getAttribute('name'))?.includes('quantity') ? jobs : pounds)
  for (const field of await page.locator('#answers textarea').all())
    await field.fill('The same two people come every time, and know each building.')
  for (const yes of await page.locator('#answers input[value=yes]').all()) await yes.check()
  await press(page, 'Save and submit the bid for lot A')
  expect(await main(page)).toContain('The public log is whole, and this receipt stands in it.')
}

const openBids = async (first: Page, second: Page, tenderId: string): Promise<void> => {
  for (const [page, step] of [
    [first, 'Begin the opening'],
    [second, 'Open the bids'],
  ] as const) {
    await go(page, `/bids/openings/${tenderId}`)
    await page.fill('input[name=passphrase]', GOOD_PASSPHRASE)
    await press(page, step)
  }
  expect(await main(second)).toContain('opened 3 bids')
}

const declare = async (page: Page, home: string): Promise<void> => {
  await go(page, `${home}/interests`)
  for (const no of await page.locator('main input[value=no]').all()) await no.check()
  await press(page, 'Declare')
}

/** One of the panel gives every score and hands them in. */
const scoreAll = async (who: string, home: string, score: string): Promise<void> => {
  const page = await as(who)
  await declare(page, home)
  await go(page, `${home}/desk`)
  const answers = await links(page, 'main a[href*="/desk/"]')
  expect(answers.length % 3).toBe(0)
  await go(page, answers[0]!)
  for (const _answer of answers) {
    await page.check(`input[name=score][value="${score}"]`)
    await page.fill('#reason', REASON)
    await press(page, 'Keep it and go on')
  }
  await press(page, 'Hand in my scores')
}

/** Every score is agreed on the page, where an average is refused. */
const agreeAll = async (page: Page, home: string): Promise<void> => {
  await go(page, `${home}/moderation`)
  const criteria = await links(page, 'main a[href*="criterion="]')
  const answers: string[] = []
  for (const href of new Set([`${home}/moderation?criterion=1`, ...criteria])) {
    await page.goto(new URL(href, page.url()).href)
    answers.push(...(await links(page, '#scores a[href*="/moderation/"]')))
  }
  let agreed = 0
  for (const href of new Set(answers)) {
    await go(page, href)
    // What is counted needs no agreement.
    if ((await page.locator('#movedBecause').count()) === 0) continue
    await page.fill('#value', '4')
    await page.fill('#reason', REASON)
    if (agreed++ === 0) {
      await page.fill('#movedBecause', 'We took the average.')
      await expect(press(page, 'Keep what')).rejects.toThrow('An average is not an agreement')
    }
    await page.fill('#movedBecause', MOVED)
    await press(page, 'Keep what was agreed')
  }
}

const approve = async (role: string, home: string): Promise<void> => {
  const page = await as(role)
  await go(page, `${home}/robustness`)
  await press(page, 'I have looked at these tests')
  await go(page, `${home}/approval`)
  await page.check('input[name=decision][value=approve]')
  await press(page, 'Decide')
}

/** The lead begins, names the panel, declares, notes that conditions are met, and lets the panel begin. */
const beginEvaluation = async (officer: Page): Promise<string> => {
  await go(officer, '/evaluations')
  await press(officer, 'Lead this evaluation')
  const home = pathOf(officer)
  for (const who of ['contract manager', 'evaluator']) {
    await go(officer, `${home}/panel`)
    const people = await officer.locator('#person option').allInnerTexts()
    const label = people.find((text) => text.toLowerCase().replaceAll('-', ' ').includes(who))
    await officer.selectOption('#person', { label: label ?? '' })
    for (const box of await officer.locator('input[name=criteria]').all()) await box.check()
    await press(officer, 'Name this evaluator')
  }
  await declare(officer, home)
  for (const href of await links(officer, `main a[href*="/bids/"]`)) {
    await go(officer, href)
    await officer.selectOption('#question', 'Q1')
    await officer.check('input[name=kind][value=met]')
    await press(officer, 'Note it')
  }
  await go(officer, home)
  await press(officer, 'Begin scoring')
  return home
}

const award = async (officer: Page, home: string): Promise<void> => {
  await go(officer, `${home}/result`)
  expect(await main(officer)).toContain('First: Bidder')
  await press(officer, 'Put it up for approval')
  for (const role of ['senior-owner', 'finance']) await approve(role, home)
  await go(officer, `${home}/award`)
  await press(officer, 'Tell bidders and begin the standstill')
  expect(await main(officer)).toContain('The contract may be entered into from')
  daysOn = 20
  const later = await as('procurement-officer')
  await go(later, `${home}/award`)
  await press(later, 'Make the award final')
  expect(await main(later)).toContain(bidders[0]!.name)
}

test('an officer plans and publishes, three suppliers bid, two open, a panel scores, others approve, and the best is awarded', async () => {
  const [commissioner, officer] = [await as('commissioner'), await as('procurement-officer')]
  const purchase = await plan(commissioner)
  await ask(commissioner, officer, purchase)
  const { reference, tenderId } = await publish(commissioner, officer, purchase)
  const suppliers: Page[] = []
  for (const [at, pounds] of ['118,000', '134,500', '131,000'].entries()) {
    const supplier = await as(bidders[at]!.email)
    await fillIn(supplier, reference, pounds, '4')
    suppliers.push(supplier)
  }
  const [{ keyId }] = (await db.query('select key_id as "keyId" from tenders.tender where id = $1', [
    tenderId,
  ])) as [{ keyId: string }]
  await moveDeadline(db, { id: tenderId, keyId }, new Date(Date.now() - 1000))
  await openBids(commissioner, officer, tenderId)
  await go(suppliers[0]!, `/opportunities/${reference}/log`)
  expect(await main(suppliers[0]!)).toContain('all 3 bids that were opened are the ones that were handed in')
  const home = await beginEvaluation(officer)
  await scoreAll('contract-manager', home, '3')
  await scoreAll('evaluator', home, '4')
  await agreeAll(officer, home)
  await award(officer, home)
  const loser = await as(bidders[1]!.email)
  await go(loser, '/outcomes')
  await loser.locator('#outcomes a').first().click()
  await loser.waitForLoadState()
  expect(await loser.locator('h1').innerText()).toContain('Assessment summary')
  expect(await main(loser)).toContain(REASON)
}, 240_000)
