import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installShippedFrameworks } from '#measures'
import { adoptExample, isWorkingDay } from '#procurement'
import { addDays } from '../src/kernel/plain-date.ts'
import { drawDistricts } from '../src/main/demonstration/geography/draw-places.ts'
import { makePostcodes } from '../src/main/demonstration/geography/postcodes.ts'
import { seedDirectory } from '../src/main/demonstration/seeding/seed-directory.ts'
import { seedPeople } from '../src/main/demonstration/seeding/seed-people.ts'
import { seedPlaces } from '../src/main/demonstration/seeding/seed-places.ts'
import { seedRegister } from '../src/main/demonstration/seeding/seed-register.ts'
import { seedStrategy } from '../src/main/demonstration/seeding/seed-strategy.ts'
import { makeSuppliers } from '../src/main/demonstration/suppliers/make-suppliers.ts'
import { systemClock } from '../src/platform/clock.ts'
import { actingAs, today } from '../src/platform/context.ts'
import { openTestDatabase } from '../src/platform/testing/test-database.ts'
import { findViolations, sidewaysScroll } from './axe.ts'
import { startPartSite } from './part-site.ts'
import { openBrowser, signIn } from './site.ts'

/** The part of the demonstration that planning needs: people, places, a strategy and a directory; no payments. */
const db = await openTestDatabase(['send-mail', 'place-payees', 'match-payees'])
const services = { ...db.services, clock: systemClock }
const FEW_SUPPLIERS = 60
let browser: Browser
let url: string
let close: () => Promise<void>

beforeAll(async () => {
  const drawn = drawDistricts()
  const postcodes = makePostcodes(drawn)
  const suppliers = makeSuppliers(postcodes).slice(0, FEW_SUPPLIERS)
  await installShippedFrameworks(services)
  const cityId = await seedPlaces(services, drawn, postcodes)
  await seedRegister(services, suppliers)
  const council = await seedPeople(services, cityId)
  await seedStrategy(services, council, cityId)
  await seedDirectory(services, council, suppliers)
  const analyst = actingAs(services, { kind: 'person', personId: council.analystId }, council.councilId)
  for (const code of ['consider-over-5000', 'weight-10']) await adoptExample(analyst, code, '2024-04-01')
  const site = await startPartSite(services)
  ;({ url } = site)
  close = site.stop
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await close?.()
}, 60_000)

/** A person without JavaScript, and a second window of theirs with it, in which axe looks at what they see. */
const open = async (role: string) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  })
  const page = await plain.newPage()
  await signIn(page, url, role)
  const scripted = await browser.newContext({
    storageState: await plain.storageState(),
    viewport: { width: 320, height: 800 },
  })
  const eye = await scripted.newPage()
  const look = async (): Promise<void> => {
    await eye.goto(page.url())
    expect(await findViolations(eye), page.url()).toEqual([])
    expect(await sidewaysScroll(eye), page.url()).toBe(0)
  }
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().click()
    await page.waitForLoadState()
  }
  const follow = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('link', { name }).first().click()
    await page.waitForLoadState()
  }
  const main = (): Promise<string> => page.locator('main').innerText()
  return { page, look, press, follow, main }
}
type Window = Awaited<ReturnType<typeof open>>

const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).first().fill(text)
}
const group = (page: Page, legend: string | RegExp) => page.getByRole('group', { name: legend }).first()
const task = (page: Page, title: string): Promise<string> =>
  page.locator('.govuk-task-list__item', { hasText: title }).innerText()

/** So many days from today, or the next working day after it. */
const inDays = (days: number): string => {
  const day = addDays(today(services), days)
  const working = isWorkingDay(day)
  return working.ok && !working.value ? inDays(days + 1) : day
}

const writeIdea = async ({ page, press, look, main }: Window): Promise<string> => {
  await page.goto(`${url}/procurement/purchases/new`)
  await fill(page, {
    Title: 'Care of street trees',
    Purpose: 'Shade in every street, cared for by people who live there.',
    Category: 'Grounds maintenance',
    Department: 'Environment',
    'The certain part': '400,000',
    Extensions: '100,000',
  })
  const days = [60, 60, 100, 150, 170, 200, 1300, 1600]
  const dates = ['commencesOn', 'tenderOn', 'tendersDueOn', 'awardOn', 'contractOn', 'startsOn', 'endsOn']
  for (const [at, field] of [...dates, 'extendedEndsOn'].entries())
    await page.locator(`#${field}`).fill(inDays(days[at] ?? 0))
  await page.getByLabel('Kind', { exact: true }).selectOption('services')
  await page.getByLabel('20 %, the standard rate').check()
  await press('Add to the pipeline')
  await look()
  expect(await page.locator('h1').innerText()).toBe('Care of street trees')
  expect(await main()).toContain('£600,000.00')
  return page.url()
}

/** The law, our own rules and the plan: answered by one form each. */
const answerLaw = async ({ page, press, look, main }: Window, at: string): Promise<void> => {
  await page.goto(`${at}/law/facts`)
  await page.getByLabel('How will it be awarded?').selectOption('open')
  await group(page, 'Are tenders submitted electronically?').getByLabel('Yes').check()
  await page.locator('#conflictsAssessedOn').fill(inDays(30))
  await page.locator('#socialValueConsideredOn').fill(inDays(30))
  await press('Save the answers')
  expect(await main()).toContain('the whole Procurement Act applies')
  await look()
}

const assessImpact = async ({ page, press, look }: Window, at: string): Promise<void> => {
  await page.goto(`${at}/impact`)
  await page.getByLabel('What will change, for whom?').fill('Chainsaws near the hospice')
  await page.getByLabel('Bad', { exact: true }).check()
  await page.getByLabel('Social', { exact: true }).check()
  await page.getByLabel('How likely is it?').selectOption('3')
  await page.getByLabel('How large is it?').selectOption('2')
  await press('Add the effect')
  await look()
  await page.goto(at)
  expect(await task(page, 'Impact assessment')).toMatch(
    /One bad effect has no mitigation[\s\S]*Needs attention/,
  )
  await page.goto(`${at}/impact`)
  await page
    .getByRole('link', { name: /^Change/ })
    .first()
    .click()
  await page.getByLabel('Ask for it in the specification').check()
  await page
    .getByLabel('What will change, or why it is accepted')
    .fill('Electric saws within 300 metres of it.')
  await press('Save the change')
  for (const kind of ['economic', 'environmental']) {
    await page.getByLabel(`Why no ${kind} effects are expected`).fill('Nothing of that kind is touched.')
    await press(`Save: no ${kind} effects`)
  }
  await look()
}

const addOption = async ({ page, press }: Window, at: string, name: string, score: string): Promise<void> => {
  await page.goto(`${at}/delivery-model/options/new`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.locator('#costs').fill('130,000 125,000 125,000')
  for (const box of await page.locator('[name^="score-"]').all()) await box.selectOption(score)
  for (const box of await page.locator('[name^="evidence-"]').all()) await box.fill('Review of the service')
  await press('Save')
}

const compareModels = async (one: Window, approver: Window, at: string): Promise<void> => {
  const { page, press, look } = one
  await addOption(one, at, 'Our own crew', '3')
  await addOption(one, at, 'A contract with a local firm', '4')
  await look()
  await page.goto(`${at}/delivery-model/edit`)
  await page.getByLabel('What does the service have to do?').fill('Trees that live, and shade.')
  await page.getByLabel('A contract with a local firm').check()
  await page.getByLabel('Why?', { exact: true }).fill('It is first in points and costs no more.')
  await press('Save')
  await approver.page.goto(`${at}/delivery-model`)
  await approver.press('Publish the summary')
  await approver.look()
  expect(await approver.main()).toContain('The summary as published')
}

const askTheMarket = async ({ page, press, follow, look, main }: Window, at: string): Promise<void> => {
  await page.goto(`${at}/engagement`)
  await page.getByLabel('What is it called?').fill('Walk among the trees')
  await press('Plan it')
  await follow('Choose them from the directory')
  await page.getByLabel('What they supply').selectOption({ label: 'Anything' })
  await page.getByLabel('Where they are').selectOption({ index: 1 })
  await press('Search')
  await look()
  const shown = page.getByRole('checkbox', { name: /^Invite/ })
  if ((await shown.count()) === 0) await page.goto(`${at}/engagement/suppliers?category=&q=`)
  await shown.first().check()
  await press('Invite those chosen')
  expect(await main()).toMatch(/Who is invited[\s\S]*Walk among the trees/)
  await page.getByLabel('Question', { exact: true }).fill('May we plant too?')
  await press('Keep the question')
  await page.getByLabel('Answer: May we plant too?').fill('Yes, in autumn.')
  await press('Answer it for everybody')
  await page.getByLabel('What was learned').fill('Small firms cannot climb and plant in one lot.')
  await press('Keep the note')
  await look()
}

const writeAsk = async ({ page, press, follow, look, main }: Window, at: string): Promise<void> => {
  await page.goto(`${at}/ask/measures`)
  await group(page, 'Which priorities should this contract serve?').getByRole('checkbox').first().check()
  await press('Show measures for these')
  await group(page, 'Measures, those that fit best first').getByRole('checkbox').first().check()
  await press('Save')
  await look()
  await page.goto(`${at}/ask/criteria`)
  await page.getByLabel('Why this change?').fill('The weights of our policy')
  await press('Save')
  await page.goto(`${at}/engagement`)
  await follow(/^its lots/)
  await page.getByLabel('Introduction').fill('We want street trees that live long and give shade.')
  for (const [row, lot] of ['Climbing and felling', 'Planting and watering'].entries()) {
    await page.getByLabel('Name', { exact: true }).nth(row).fill(lot)
    await page.getByLabel('Value with VAT').nth(row).fill('300,000')
  }
  await page.getByLabel('Why this change?').fill('Lots that a small firm can win')
  await press('Save')
  await look()
  await page.goto(`${at}/engagement`)
  expect(await main()).toContain('Changed the ask in revision 3')
  await page.goto(`${at}/ask/changes`)
  expect(await main()).toMatch(/Lots that a small firm can win[\s\S]*Small firms cannot climb and plant/)
  await look()
}

const move = async ({ page, press }: Window, at: string, stage: string): Promise<void> => {
  await page.goto(at)
  await page.getByLabel(stage, { exact: true }).check()
  await press('Move')
}

test('a purchase goes from idea to ready to publish, by forms without JavaScript', async () => {
  const [commissioner, officer] = [await open('commissioner'), await open('procurement-officer')]
  const at = await writeIdea(commissioner)
  await move(commissioner, at, 'Planning')
  await answerLaw(commissioner, at)
  await assessImpact(commissioner, at)
  await compareModels(commissioner, officer, at)
  await move(commissioner, at, 'Talking to the market')
  await askTheMarket(commissioner, at)
  await move(commissioner, at, 'Writing the ask')
  await writeAsk(commissioner, at)
  await move(commissioner, at, 'Ready to publish')
  expect(await commissioner.main()).toContain('Before it is ready to publish, finish: What we ask for')
  await officer.page.goto(`${at}/ask`)
  await officer.press('The ask is ready')
  await move(commissioner, at, 'Ready to publish')
  expect(await commissioner.main()).toContain('Everything is settled; the notice can go out.')
  await commissioner.look()
}, 240_000)
