import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreeScores, declareInterests, giveScores, handIn } from '#evaluation'
import type { OrganisationId, PersonId } from '#identity'
import { installShippedFrameworks } from '#measures'
import { definePlace } from '#places'
import { changeAsk, createPurchase, readyAsk } from '#procurement'
import { GOOD_PASSPHRASE, giveOpeningKeys } from '#sealing'
import { contentOf, findPublicTender, someAsk, type Tender, type TendersTables } from '#tenders'
import { insist } from '../src/main/demonstration/seeding/insist.ts'
import { type SeededBidder, seedBidders } from '../src/main/demonstration/seeding/seed-bidders.ts'
import { seedPeople } from '../src/main/demonstration/seeding/seed-people.ts'
import { GOOD_ANSWERS, giveSubmittedBid, passDeadline } from '../src/modules/bids/builders.ts'
import { aSmallPurchase } from '../src/modules/tenders/builders.ts'
import { actingAs, type Context } from '../src/platform/context.ts'
import type { Reader } from '../src/platform/database.ts'
import { inReading } from '../src/platform/reading.ts'
import { openTestDatabase } from '../src/platform/testing/test-database.ts'
import { startPartSite } from './part-site.ts'
import { openBrowser, signIn } from './site.ts'

/** People with keys and three suppliers; the clock of the site can be set on, so that a standstill passes. */
const db = await openTestDatabase(['send-mail'])
let daysOn = 0
const services = { ...db.services, clock: { now: () => new Date(Date.now() + daysOn * 86_400_000) } }
const HOLDERS = ['procurement-officer', 'commissioner', 'senior-owner']
let browser: Browser
let url: string
let close: () => Promise<void>
let purchaseId: string
let councilId: OrganisationId
let bidders: readonly SeededBidder[]

const personOf = async (role: string): Promise<PersonId> => {
  const found = await db.query('select id from identity.person where email = $1', [
    `${role}@northmere.example`,
  ])
  return found[0]?.id as PersonId
}

beforeAll(async () => {
  await installShippedFrameworks(services)
  const city = {
    name: 'Northmere',
    kind: 'city',
    parentId: null,
    parts: [{ kind: 'district', code: 'NM1' }],
  } as const
  const operator = actingAs(services, { kind: 'command' }, null)
  ;({ councilId } = await seedPeople(services, insist(await definePlace(operator, city), city.name)))
  bidders = await seedBidders(services)
  const holders: { id: PersonId; name: string }[] = []
  for (const role of HOLDERS) holders.push({ id: await personOf(role), name: role })
  await giveOpeningKeys(db, councilId, holders)
  const ctx = actingAs(services, { kind: 'person', personId: await personOf('commissioner') }, councilId)
  const facts = { route: 'open', electronicSubmission: true, allDocumentsAtOnce: true } as const
  const purchase = insist(await createPurchase(ctx, aSmallPurchase({}), { stage: 'ask', facts }), 'purchase')
  const first = { seen: 0, because: 'First draft', noteId: null, change: () => someAsk }
  insist(
    await readyAsk(ctx, purchase.id, insist(await changeAsk(ctx, purchase.id, first), 'ask').revision),
    '',
  )
  purchaseId = purchase.id
  const site = await startPartSite(services)
  ;({ url } = site)
  close = site.stop
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await close?.()
}, 60_000)

const JUDGED = ['Quality', 'How']
const REASON = 'Staff and checks are described; cover for illness is not.'
const MOVED = 'The panel read the plan again and found the checks on its second page.'
const acting = async (role: string): Promise<Context> =>
  actingAs(services, { kind: 'person', personId: await personOf(role) }, councilId)

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

/** From the ready ask to a published tender; the commissioner writes, the officer publishes. */
const publish = async (commissioner: Page, officer: Page): Promise<string> => {
  await go(commissioner, `/procurement/purchases/${purchaseId}/ask`)
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
  return (await officer.locator('main .govuk-caption-l').first().innerText()).trim()
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

/** One of the panel gives every score through the pages; returns the bids. */
const scoreAll = async (page: Page, home: string): Promise<readonly string[]> => {
  await declare(page, home)
  await go(page, `${home}/desk`)
  const answers = await links(page, 'main a[href*="/desk/"]')
  expect(answers).toHaveLength(6)
  await go(page, answers[0]!)
  for (const _answer of answers) {
    await page.check('input[name=score][value="3"]')
    await page.fill('#reason', REASON)
    await press(page, 'Keep it and go on')
  }
  await press(page, 'Hand in my scores')
  return [...new Set(answers.map((href) => href.split('/').at(-1) ?? ''))]
}

/** The other of the panel does the same through the doors of the module. */
const scoreAllAs = async (ctx: Context, id: string, bids: readonly string[]): Promise<void> => {
  const declarations = bidders
    .slice(0, 3)
    .map(({ organisationId: supplierId }) => ({ supplierId, hasInterest: false, detail: '' }))
  insist(await declareInterests(ctx, id, declarations), 'declarations')
  const scores = bids.flatMap((bidId) =>
    JUDGED.map((criterion) => ({ bidId, criterion, score: 4, reason: REASON })),
  )
  insist(await giveScores(ctx, id, scores), 'scores')
  insist(await handIn(ctx, id), 'scores handed in')
}

/** The first agreement through the page, where an average is refused; the others through the door. */
const agreeAll = async (page: Page, home: string, lead: Context, bids: readonly string[]): Promise<void> => {
  await go(page, `${home}/moderation?criterion=1`)
  await page.locator('#scores a[href*="/moderation/"]').first().click()
  await page.fill('#value', '4')
  await page.fill('#reason', REASON)
  await page.fill('#movedBecause', 'We took the average.')
  await expect(press(page, 'Keep what')).rejects.toThrow('An average is not an agreement')
  await page.fill('#movedBecause', MOVED)
  await press(page, 'Keep what was agreed')
  const agreed = bids.flatMap((bidId) =>
    JUDGED.map((criterion) => ({ bidId, criterion, value: '4', reason: REASON, movedBecause: MOVED })),
  )
  insist(await agreeScores(lead, home.split('/').at(-1) ?? '', agreed), 'agreed scores')
}

const approve = async (role: string, home: string): Promise<void> => {
  const page = await as(role)
  await go(page, `${home}/robustness`)
  await press(page, 'I have looked at these tests')
  await go(page, `${home}/approval`)
  await page.check('input[name=decision][value=approve]')
  await press(page, 'Decide')
}

test('an officer publishes, three suppliers bid, two open, a panel scores, others approve, and the best is awarded', async () => {
  const [commissioner, officer] = [await as('commissioner'), await as('procurement-officer')]
  const reference = await publish(commissioner, officer)
  const supplier = await as(bidders[0]!.email)
  await fillIn(supplier, reference, '98,000', '4')
  const { tender, content } = await inReading(
    db.context({ kind: 'nobody' }, null),
    async (reader: Reader<TendersTables>) => {
      const found = (await findPublicTender(reader, reference)) as Tender
      return { tender: found, content: await contentOf(reader, found.id, 1) }
    },
  )
  for (const [at, bidder] of bidders.slice(1, 3).entries()) {
    const ctx = actingAs(services, { kind: 'person', personId: bidder.personId }, bidder.organisationId)
    const price = { Q2: { pounds: ['104,500', '101,000'][at] ?? '' } }
    await giveSubmittedBid({ ...bidder, ctx }, tender, { ...GOOD_ANSWERS(content), ...price })
  }
  await passDeadline(db, tender)
  await openBids(commissioner, officer, tender.id)
  await go(supplier, `/opportunities/${reference}/log`)
  expect(await main(supplier)).toContain('all 3 bids that were opened are the ones that were handed in')

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
  const bids = await scoreAll(await as('contract-manager'), home)
  await scoreAllAs(await acting('evaluator'), home.split('/').at(-1) ?? '', bids)
  await agreeAll(officer, home, await acting('procurement-officer'), bids)
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
  const loser = await as(bidders[1]!.email)
  await go(loser, '/outcomes')
  await loser.locator('#outcomes a').first().click()
  await loser.waitForLoadState()
  expect(await loser.locator('h1').innerText()).toContain('Assessment summary')
  expect(await main(loser)).toContain(REASON)
}, 240_000)
