import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installShippedFrameworks } from '#measures'
import { openPublication } from '#publishing'
import { buildApp } from '../src/main/build-app.ts'
import { readConfig } from '../src/main/config.ts'
import { MADE_UP_COMPETITIONS } from '../src/main/demonstration/evaluations/made-up-bids.ts'
import { drawDistricts } from '../src/main/demonstration/geography/draw-places.ts'
import { makePostcodes } from '../src/main/demonstration/geography/postcodes.ts'
import { seedBidders } from '../src/main/demonstration/seeding/seed-bidders.ts'
import { seedEvaluations } from '../src/main/demonstration/seeding/seed-evaluations.ts'
import { seedOpeningKeys } from '../src/main/demonstration/seeding/seed-opening-keys.ts'
import { seedPeople } from '../src/main/demonstration/seeding/seed-people.ts'
import { seedPlaces } from '../src/main/demonstration/seeding/seed-places.ts'
import { compileSchema } from '../src/modules/publishing/validation/schema.ts'
import { systemClock } from '../src/platform/clock.ts'
import { actingAs, today } from '../src/platform/context.ts'
import { makeLog } from '../src/platform/log.ts'
import { openTestDatabase } from '../src/platform/testing/test-database.ts'
import { buildAssets } from '../src/platform/views/build-assets.ts'
import { findViolations, sidewaysScroll } from './axe.ts'
import { openBrowser, signIn } from './site.ts'

/** The part of the demonstration that this needs: people, bidders, and one competition that was awarded. */
const db = await openTestDatabase(['send-mail', 'tell-bidders', 'tell-tender-readers'])
const services = { ...db.services, clock: systemClock }
const folder = mkdtempSync(join(tmpdir(), 'goldthread-assets-'))
let browser: Browser
let url: string
let close: () => Promise<void>

beforeAll(async () => {
  const drawn = drawDistricts()
  await installShippedFrameworks(services)
  const council = await seedPeople(services, await seedPlaces(services, drawn, makePostcodes(drawn)))
  const bidders = await seedBidders(services)
  const awarded = MADE_UP_COMPETITIONS.filter(({ until }) => until === 'awarded')
  const holders = await seedOpeningKeys(services, council.councilId)
  await seedEvaluations({ services, owner: db, bidders, holders }, council, awarded)
  await openPublication(actingAs(services, { kind: 'command' }, council.councilId), {
    ocidPrefix: 'ocds-nrthmr',
    grantsPrefix: null,
    orgId: 'GB-LAE-NMR',
    contact: 'opendata@northmere.example',
  })
  const assets = await buildAssets(folder)
  const config = readConfig({ GOLDTHREAD_DATA: db.dataFolder, GOLDTHREAD_DEMONSTRATION: 'on' })
  const app = await buildApp({ config, services, log: makeLog('silent'), assets, assetsFolder: folder })
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  close = () => app.close()
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await close?.()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const PHONE = { width: 320, height: 640 }
const as = async (who: string, viewport = { width: 1280, height: 900 }): Promise<Page> => {
  const page = await (await browser.newContext({ viewport })).newPage()
  await signIn(page, url, who)
  return page
}
const press = (page: Page, button: string) =>
  Promise.all([page.waitForNavigation(), page.click(`main button:has-text("${button}")`)])
const follow = (page: Page, link: string) =>
  Promise.all([page.waitForNavigation(), page.click(`main a:has-text("${link}")`)])
const text = (page: Page): Promise<string> => page.locator('main').innerText()
const fillDay = async (page: Page, name: string, day: string): Promise<void> => {
  const [year, month, date] = day.split('-')
  await page.fill(`[name=${name}-day]`, date ?? '')
  await page.fill(`[name=${name}-month]`, month ?? '')
  await page.fill(`[name=${name}-year]`, year ?? '')
}
const looksRight = async (page: Page): Promise<void> => {
  expect(await findViolations(page), page.url()).toEqual([])
  expect(await sidewaysScroll(page), page.url()).toBe(0)
}

/** The contract of the award that waits, from yesterday on; answers its address. */
const makeContract = async (manager: Page, day: string): Promise<string> => {
  await manager.goto(`${url}/contracts`)
  await follow(manager, 'One award waits')
  await follow(manager, 'Window cleaning of public buildings')
  expect(await manager.inputValue('[name=title]')).toBe('Window cleaning of public buildings')
  await looksRight(manager)
  await fillDay(manager, 'startsOn', day)
  await press(manager, 'Make the contract')
  expect(await manager.locator('h1').innerText()).toBe('Hand-over pack')
  await press(manager, 'Confirm the hand-over')
  return new URL(manager.url()).pathname.replace('/handover', '')
}

/** The supplier confirms the pack and reports from a phone. */
const report = async (path: string, day: string): Promise<void> => {
  const phone = await as('bids@bellwharf-building.example', PHONE)
  await phone.goto(url + path.replace('/contracts/', '/deliver/'))
  await press(phone, 'Confirm the hand-over')
  expect(await text(phone)).toContain('You have confirmed the hand-over')
  await phone.goto(`${url}${path.replace('/contracts/', '/deliver/')}/new`)
  await looksRight(phone)
  await phone.selectOption('[name=commitmentId]', { index: 1 })
  await phone.fill('[name=quantity]', '2')
  await fillDay(phone, 'fromOn', day)
  await phone.fill('[name=story]', 'A hall is warm again.')
  await phone.check('[name=agreed]')
  const buffer = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer()
  await phone.setInputFiles('[name=file]', { name: 'hall.jpg', mimeType: 'image/jpeg', buffer })
  await press(phone, 'Send it')
  expect(await phone.locator('.govuk-error-summary').count()).toBe(0)
  expect(await text(phone)).toContain('hall.jpg')
  expect(await text(phone)).toContain('A hall is warm again.')
}

const verify = async (manager: Page, path: string): Promise<void> => {
  await manager.goto(url + path)
  const delivery = await manager
    .locator('main a[href^="/contracts/deliveries/"]')
    .first()
    .getAttribute('href')
  await manager.goto(url + (delivery ?? ''))
  await manager.check('input[name=verdict][value=accept]')
  await press(manager, 'Decide')
  expect(await text(manager)).toContain('Verified')
}

/** The public page of the contract, signed in to nothing; answers its ocid. */
const readPublicPage = async (): Promise<string> => {
  const reader = await (await browser.newContext({ viewport: PHONE })).newPage()
  await reader.goto(`${url}/public`)
  await reader.goto(
    url + (await reader.locator('main a[href^="/public/"]').first().getAttribute('href')) + '/contracts',
  )
  await follow(reader, 'Window cleaning of public buildings')
  await looksRight(reader)
  expect(await reader.locator('#promises').innerText()).toMatch(
    /Promised\s*5 \S+\s*Reported\s*2\s*Verified\s*2/,
  )
  return reader.locator('main code').innerText()
}

test('an award becomes a contract, its delivery is verified, and the public reads all of it as one record', async () => {
  const day = today({ clock: systemClock })
  const manager = await as('contract-manager')
  const path = await makeContract(manager, day)
  await report(path, day)
  await verify(manager, path)
  const finance = await as('finance')
  await finance.goto(`${url}/budget`)
  expect(await text(finance)).toMatch(/Output and earnings.*100%; £[\d,]+ beyond/s)
  const publisher = await as('procurement-officer')
  await publisher.goto(`${url}/publishing`)
  await press(publisher, 'Publish now')
  const ocid = await readPublicPage()
  const answer = await fetch(`${url}/open-data/ocds/processes/${ocid}`)
  const { records } = (await answer.json()) as { records: any[] }
  const [{ releases, compiledRelease }] = records as [any]
  expect(releases.map(({ tag }: { tag: string[] }) => tag[0])).toEqual([
    'planning',
    'tender',
    'award',
    'contract',
    'implementation',
  ])
  const [contract] = compiledRelease.contracts
  expect(contract).toMatchObject({
    awardID: compiledRelease.awards[0].id,
    socialValueCommitments: [{ ask: compiledRelease.tender.socialValueAsks[0].id, quantity: 5 }],
    implementation: { socialValueDeliveries: [{ quantityVerified: 2, status: 'verified' }] },
  })
  const core = '../shared/data/ocds/schema-1.1.5/release-schema.json'
  if (existsSync(core))
    expect(compileSchema(JSON.parse(readFileSync(core, 'utf8')))(compiledRelease)).toEqual([])
}, 240_000)
