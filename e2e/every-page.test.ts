import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allPages } from '../src/main/modules.ts'
import { findViolations, RULES_OF_WIDTH, sidewaysScroll } from './axe.ts'
import { openBrowser, type Site, signIn, startSite } from './site.ts'

let site: Site
let browser: Browser
let analyst: Page
let administrator: Page
let policyLead: Page
let seniorOwner: Page
let contractManager: Page
let commissioner: Page
let finance: Page
let supplier: Page
let nobody: Page
let bidder: Page
const policyBreaches: string[] = []

const openPage = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      policyBreaches.push(message.text())
  })
  return page
}

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  ;[analyst, administrator, nobody] = [await openPage(), await openPage(), await openPage()]
  ;[policyLead, seniorOwner, contractManager] = [await openPage(), await openPage(), await openPage()]
  ;[commissioner, finance, supplier] = [await openPage(), await openPage(), await openPage()]
  await signIn(finance, site.url, 'finance')
  await signIn(supplier, site.url, 'bids@bellwharf-building.example')
  bidder = await openPage()
  await signIn(bidder, site.url, 'bids@bellwharf-building.example')
  await signIn(commissioner, site.url, 'commissioner')
  await signIn(contractManager, site.url, 'contract-manager')
  await signIn(seniorOwner, site.url, 'senior-owner')
  await signIn(analyst, site.url, 'analyst')
  await signIn(administrator, site.url, 'administrator')
  await signIn(policyLead, site.url, 'policy-lead')
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
}, 60_000)

const firstHref = async (page: Page, from: string, selector: string, attribute = 'href'): Promise<string> => {
  await page.goto(site.url + from)
  return (await page.locator(selector).first().getAttribute(attribute)) ?? ''
}

/** A page of the strategy home, without its query. */
const cardHref = async (title: string): Promise<string> =>
  firstHref(policyLead, '/strategy', `.gt-card__link:has-text("${title}")`)
const priorityHref = (): Promise<string> =>
  firstHref(policyLead, '/strategy', '#priorities a:has-text("Warm homes")')
const draftHref = (): Promise<string> => cardHref('Bellwharf Place Plan')

/** The contract that the demonstration shows in all its life. */
const contractHref = (): Promise<string> =>
  firstHref(contractManager, '/contracts?search=NC-0001', '#register a[href^="/contracts/"]')
/** The contract that came from an award. */
const handoverHref = async (): Promise<string> => {
  const path = await firstHref(
    contractManager,
    '/contracts?search=A-2026',
    '#register a[href^="/contracts/"]',
  )
  return `${path}/handover`
}
const commitmentHref = async (): Promise<string> =>
  firstHref(contractManager, await contractHref(), '#promises a[href*="/commitments/"]')

/** A contract on which the supplier of the demonstration reports. */
const linkedHref = (): Promise<string> =>
  firstHref(supplier, '/deliver', '#linked tr:has-text("NC-0001") a[href^="/deliver/"]')

const purchaseHref = (title: string): Promise<string> =>
  firstHref(commissioner, '/procurement/pipeline', `a[href^="/procurement/purchases/"]:has-text("${title}")`)
const tenderHref = (title: string): Promise<string> =>
  firstHref(commissioner, '/tenders', `#tenders a[href^="/tenders/"]:has-text("${title}")`)
const askedHref = (): Promise<string> => purchaseHref('Small repairs in council buildings')
const appraisedHref = (): Promise<string> => purchaseHref('Care of parks after the present contract')

const evaluationHref = (title: string): Promise<string> =>
  firstHref(commissioner, '/evaluations', `#evaluations a:has-text("${title}")`)

const STUDY = 'main ul a[href^="/spend/multiplier/"]'

/** Where to find a real value for each address that needs one; the first that fits counts. */
const EXAMPLES: Readonly<Record<string, () => Promise<string>>> = {
  '/workspace/bids/:bidId': () => firstHref(bidder, '/workspace', '#bids a[href^="/workspace/bids/"]'),
  '/workspace/receipts/:receiptId': () =>
    firstHref(bidder, '/workspace', '#bids a[href^="/workspace/receipts/"]'),
  '/workspace/tenders/:reference': async () =>
    (await firstHref(bidder, '/opportunities', 'main a[href^="/opportunities/"][href*="-20"]')).replace(
      '/opportunities/',
      '/workspace/tenders/',
    ),
  '/bids/openings/:tenderId': () =>
    firstHref(commissioner, '/bids/openings', '#openings a[href^="/bids/openings/"]'),
  '/procurement/purchases/:purchaseId/ask/measures/:measure': async () =>
    firstHref(commissioner, `${await askedHref()}/ask`, 'a[href*="/ask/measures/"]'),
  '/procurement/purchases/:purchaseId/delivery-model/options/:optionId': async () =>
    firstHref(
      commissioner,
      `${await appraisedHref()}/delivery-model`,
      'a[href*="/options/"]:not([href$="/new"])',
    ),
  '/procurement/purchases/:purchaseId/delivery-model/tests/:kind': async () =>
    `${await appraisedHref()}/delivery-model/tests/vertical`,
  '/procurement/purchases/:purchaseId/delivery-model': async () => `${await appraisedHref()}/delivery-model`,
  '/procurement/purchases/:purchaseId': askedHref,
  '/delivery-models/:purchaseId': async () =>
    (await appraisedHref()).replace('/procurement/purchases/', '/delivery-models/'),
  '/tenders/:tenderId/questions/:code': async () => `${await tenderHref('Bread')}/questions/Q1`,
  '/tenders/:tenderId/enquiries/:enquiryId': async () =>
    firstHref(commissioner, await tenderHref('Meals'), 'a[href*="/enquiries/"]:not([href$="/new"])'),
  '/tenders/:tenderId/edit': async () => `${await tenderHref('Bread')}/edit`,
  '/tenders/:tenderId': () => tenderHref('Meals'),
  '/opportunities/:reference': () =>
    firstHref(nobody, '/opportunities', '#opportunities a:has-text("Meals")'),
  '/procurement/rules/:ruleId': () =>
    firstHref(policyLead, '/procurement/rules', 'a[href^="/procurement/rules/"]:not([href$="/new"])'),
  '/contracts/awards/:awardId': () =>
    firstHref(contractManager, '/contracts/awards', '#awards a[href^="/contracts/awards/"]'),
  '/contracts/deliveries/:deliveryId': () =>
    firstHref(contractManager, '/contracts/deliveries', '#waiting a[href^="/contracts/deliveries/"]'),
  '/contracts/:contractId/commitments/:commitmentId': commitmentHref,
  '/contracts/:contractId/indicators/new': async () => `${await contractHref()}/indicators/new`,
  '/contracts/:contractId/indicators/:indicatorId': async () =>
    firstHref(contractManager, `${await contractHref()}/indicators`, '#indicators a[href*="/indicators/"]'),
  '/contracts/:contractId/reviews/:reviewId': async () =>
    firstHref(contractManager, `${await contractHref()}/reviews`, '#reviews a[href*="/reviews/"]'),
  '/contracts/:contractId/changes/new': async () => `${await contractHref()}/changes/new`,
  '/contracts/:contractId/changes/:adjustmentId': async () =>
    firstHref(contractManager, `${await contractHref()}/reviews`, '#changes a[href*="/changes/"]'),
  '/contracts/:contractId/handover': handoverHref,
  '/contracts/:contractId/notices/new': async () => `${await contractHref()}/notices/new`,
  '/contracts/:contractId/notices/:noticeId': async () =>
    firstHref(contractManager, `${await contractHref()}/indicators`, '#notices a[href*="/notices/"]'),
  '/contracts/:contractId': contractHref,
  '/budget/other/:otherId': () => firstHref(finance, '/budget/other', '#others a[href^="/budget/other/"]'),
  '/budget/:year/departments/:slug': () => firstHref(finance, '/budget', '#cut a[href*="/departments/"]'),
  '/budget/:year': async () => '/budget/2025-26',
  '/statements/:reference': async () => '/statements/northmere-city-council-2025-26-1',
  '/deliver/:contractId/deliveries/:deliveryId': async () =>
    firstHref(supplier, await linkedHref(), '#reports a[href*="/deliveries/"]'),
  '/deliver/:contractId': linkedHref,
  '/evaluations/:evaluationId/desk/:criterion/:bidId': async () =>
    firstHref(
      contractManager,
      `${await evaluationHref('Care of street trees')}/desk`,
      'main a[href*="/desk/"]',
    ),
  '/evaluations/:evaluationId/moderation/:criterion/:bidId': async () =>
    firstHref(
      contractManager,
      `${await evaluationHref('Caretaking')}/moderation`,
      '#scores a[href*="/moderation/"]',
    ),
  '/evaluations/:evaluationId/result/:bidId': async () =>
    firstHref(commissioner, `${await evaluationHref('Deep cleaning')}/result`, 'table a[href*="/result/"]'),
  '/evaluations/:evaluationId/bids/:bidId': async () =>
    (
      await firstHref(
        commissioner,
        `${await evaluationHref('Deep cleaning')}/result`,
        'table a[href*="/result/"]',
      )
    ).replace('/result/', '/bids/'),
  '/evaluations/:evaluationId/summaries/:bidId': async () =>
    firstHref(
      commissioner,
      `${await evaluationHref('Deep cleaning')}/summaries`,
      '#summaries td a, #summaries th a',
    ),
  '/evaluations/:evaluationId': () => evaluationHref('Deep cleaning'),
  '/outcomes/:bidId': () => firstHref(supplier, '/outcomes', '#outcomes a[href^="/outcomes/"]'),
  '/measures/import/refused/:file': () =>
    firstHref(policyLead, '/measures/import', 'main a[href*="/import/refused/"]'),
  '/measures/reference/refused/:file': () =>
    firstHref(policyLead, '/measures/reference/import', 'main a[href*="/reference/refused/"]'),
  '/measures/frameworks/:code/measures/:measure/variants/:variant': async () =>
    '/measures/frameworks/county-framework/measures/county-apprentice/variants/over-25',
  '/measures/frameworks/:code/measures/:measure': async () =>
    '/measures/frameworks/open/measures/com-volunteer',
  '/measures/frameworks/:code/themes/:entry': () =>
    firstHref(policyLead, '/measures/frameworks/open/themes', 'table a[href*="/themes/"]'),
  '/measures/frameworks/:code/outcomes/:entry': () =>
    firstHref(policyLead, '/measures/frameworks/open/themes', 'table a[href*="/outcomes/"]'),
  '/measures/frameworks/:code/merge': async () => '/measures/frameworks/county-framework/merge',
  '/measures/frameworks/:code': async () => '/measures/frameworks/open',
  '/people/:personId': () => firstHref(administrator, '/people', 'main a[href^="/people/"]'),
  '/spend/payees/:payeeId': () => firstHref(analyst, '/spend/payees', 'table a[href^="/spend/payees/"]'),
  '/spend/suppliers/:supplierKey': () =>
    firstHref(analyst, '/spend/suppliers', 'table a[href^="/spend/suppliers/"]'),
  '/spend/imports/:importId': () => firstHref(analyst, '/spend/imports', 'table a[href^="/spend/imports/"]'),
  '/places/:placeId': () =>
    firstHref(analyst, '/places', 'main a[href^="/places/"]:not([href$="/new"]):not([href*="look-up"])'),
  '/strategy/documents/:documentId/:version/objectives/:objectiveId': async () =>
    firstHref(policyLead, await draftHref(), 'a[href*="/objectives/"]:has-text("Change")'),
  '/strategy/documents/:documentId/:version/priorities/:priorityId': async () =>
    firstHref(policyLead, await draftHref(), 'a[href*="/priorities/"]:has-text("Change")'),
  '/strategy/documents/:documentId/:version': draftHref,
  '/strategy/documents/:documentId': async () => (await draftHref()).replace(/\/\d+$/, ''),
  '/strategy/priorities/:priorityId': priorityHref,
  '/strategy/readings/:readingId': async () =>
    (await firstHref(policyLead, `${await priorityHref()}/readings`, 'a[href$="/correct"]')).replace(
      '/correct',
      '',
    ),
  '/strategy/thread/:kind/:id': () => firstHref(policyLead, '/strategy/thread', '.gt-tree a'),
  '/publishing/notices/:noticeId': () =>
    firstHref(finance, '/publishing/notices', '#notices a[href^="/publishing/notices/"]'),
  '/public/:slug/contracts/:ocid': () =>
    firstHref(nobody, '/public/northmere-city-council/contracts', '#contracts a[href*="/contracts/ocds-"]'),
  '/public/:slug/contracts': async () => '/public/northmere-city-council/contracts',
  '/public/:slug': async () => '/public/northmere-city-council',
  '/plans/:slug/:edition': async () => '/plans/northmere-city-council/1',
  '/plans/:slug': async () => '/plans/northmere-city-council',
  '/spend/schemes/:schemeId': () => firstHref(analyst, '/spend/schemes', 'table a[href^="/spend/schemes/"]'),
  '/spend/what-if/scenarios/:scenarioId': async () =>
    (await firstHref(analyst, '/spend/what-if', 'main form[action$="/remove"]', 'action')).replace(
      /\/remove$/,
      '',
    ),
  '/spend/networks/:networkId': async () =>
    (await firstHref(analyst, '/spend/networks', 'main a[href$="/map"]')).replace(/\/map$/, ''),
  '/directory/entries/:entryId': () =>
    firstHref(nobody, '/directory', 'table a[href^="/directory/entries/"]'),
  '/directory/moderation/:entryId': () =>
    firstHref(analyst, '/directory/moderation', 'table a[href^="/directory/moderation/"]'),
  '/opportunities/for/:entryId': async () =>
    (await firstHref(nobody, '/directory', 'table a[href^="/directory/entries/"]')).replace(
      '/directory/entries/',
      '/opportunities/for/',
    ),
  '/directory/claims/:claimId': () =>
    firstHref(analyst, '/directory/claims', 'table a[href^="/directory/claims/"]'),
  // A page for a code is the same for one that was never sent.
  '/directory/codes/:codeId': async () => '/directory/codes/01900000-0000-7000-8000-000000000000',
  '/spend/surveys/:surveyId': () => firstHref(analyst, '/spend/surveys', 'table a[href^="/spend/surveys/"]'),
  '/spend/multiplier/:studyId/sheets/:sheetId': async () =>
    firstHref(analyst, await firstHref(analyst, '/spend/multiplier', STUDY), 'table a[href*="/sheets/"]'),
  '/spend/multiplier/:studyId': () => firstHref(analyst, '/spend/multiplier', STUDY),
  '/registers/:registerId': () =>
    firstHref(analyst, '/registers', 'main a[href^="/registers/"]:not([href$="/import"])'),
}

const addressOf = async (path: string): Promise<string | undefined> => {
  if (!path.includes(':')) return path
  const known = Object.keys(EXAMPLES).find((example) => path === example || path.startsWith(`${example}/`))
  return known ? `${await EXAMPLES[known]?.()}${path.slice(known.length)}` : undefined
}

const visitorFor = (access: string): Page => {
  if (access === 'public') return nobody
  if (access.startsWith('bids.')) return bidder
  if (access === 'strategy.approve') return seniorOwner
  if (access.startsWith('deliver.')) return supplier
  if (access.startsWith('contracts.') || access === 'evaluation.score') return contractManager
  if (access.startsWith('evaluation.')) return commissioner
  if (access.startsWith('tenders.')) return commissioner
  if (access.startsWith('budget.') || access.startsWith('publishing.')) return finance
  if (access === 'procurement.rules') return policyLead
  if (access.startsWith('procurement.') || access === 'sealing.hold') return commissioner
  if (access === 'measures.manage' || access.startsWith('strategy.')) return policyLead
  return access === 'identity.manage' || access === 'audit.read' || access === 'signed-in'
    ? administrator
    : analyst
}

const SHOWN = allPages(true).filter(
  (route) =>
    route.method === 'GET' &&
    !route.path.includes('/files/:') &&
    !route.path.includes(':format') &&
    !route.path.includes(':token') &&
    !route.path.includes(':evidenceId') &&
    !route.path.includes('/photos/') &&
    !/^.(tenders|opportunities|workspace).*:documentId/.test(route.path) &&
    // Files, not pages.
    !/^.(calendars|my-calendar)\//.test(route.path) &&
    !route.path.startsWith('/open-data/') &&
    !route.path.endsWith('.xlsx') &&
    !route.path.endsWith('.ics') &&
    !route.path.endsWith('.zip') &&
    !route.path.endsWith('.txt') &&
    !route.path.endsWith('.json'),
)

/** What stands behind a file in its form: a browser sends it after the file, where nobody reads it any more. */
const namesBehindFiles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.forms].flatMap((form) => {
      const names = [...form.elements].map((field) => field as HTMLInputElement)
      const file = names.findIndex(({ type }) => type === 'file')
      return file < 0 ? [] : names.slice(file + 1).flatMap(({ name }) => name || [])
    }),
  )

describe('every page', () => {
  test('is walked: there are many', () => expect(SHOWN.length).toBeGreaterThan(25))

  test.each(SHOWN.map((route) => [route.path, route] as const))(
    '%s has no fault that axe can find, wide or at 320 pixels',
    async (path, route) => {
      const address = await addressOf(path)
      expect(address, `no example for ${path}`).toBeTruthy()
      const page = visitorFor(path.startsWith('/inbox') ? 'contracts.read' : route.access)
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(site.url + address)
      expect(answer?.status()).toBe(200)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await findViolations(page)).toEqual([])
      expect(await namesBehindFiles(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await findViolations(page, RULES_OF_WIDTH)).toEqual([])
    },
  )

  test('keeps to the content security policy', () => expect(policyBreaches).toEqual([]))

  test('that is not there says so kindly', async () => {
    const answer = await nobody.goto(`${site.url}/no-such-page`)
    expect(answer?.status()).toBe(404)
    expect(await nobody.locator('h1').innerText()).toBe('Page not found')
    expect(await findViolations(nobody)).toEqual([])
  })
})

describe('who may see what', () => {
  const closed = allPages(true).filter(
    (route) => route.access !== 'public' && route.method === 'GET' && !route.path.includes(':'),
  )

  test.each(closed.map((route) => [route.path]))('%s leads nobody but to the sign-in page', async (path) => {
    const answer = await fetch(site.url + path, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
  })

  test('a role without a permission is refused the page', async () => {
    const answer = await analyst.goto(`${site.url}/people`)
    expect(answer?.status()).toBe(403)
    expect(await analyst.locator('h1').innerText()).toBe('You cannot do this')
  })
})
