import { describe, expect, test } from 'vitest'
import { exact } from '../../../kernel/exact.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeAsk } from '../actions/asks.ts'
import { moveStage } from '../actions/purchases.ts'
import { aMember, anAuthority, aPurchase, auditOf } from '../builders.ts'
import { pages } from '../routes.ts'
import { proposedCriteria } from '../rules/ask/weights.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const council = await anAuthority(db, 'Ashby Borough Council')
const commissioner = await aMember(db, council.id, 'commissioner', 'Grace Hall')
const lead = await aMember(db, council.id, 'policy-lead', 'Ivy Moss')
const ctx = db.context({ kind: 'person', personId: commissioner.id }, council.id)
const EVERYTHING = ['procurement.read', 'procurement.manage', 'procurement.rules', 'procurement.approve']
const as = (personId: string, permissions: readonly string[]) =>
  app.as(aVisitor({ personId, authorityId: council.id, permissions }))
const officer = await as(commissioner.id, ['procurement.read', 'procurement.manage'])
const policyLead = await as(lead.id, ['procurement.read', 'procurement.rules', 'procurement.approve'])
const anAskWithWeight = (purchaseId: string, weight: number, seen = 0) =>
  changeAsk(ctx, purchaseId, {
    seen,
    because: 'Another weight',
    noteId: null,
    change: (content) => ({ ...content, criteria: proposedCriteria(40_000_000, exact(weight)) }),
  })
const path = (id: string, part = '') => `/procurement/purchases/${id}${part}`

describe('local rules', () => {
  test('are examples until adopted, and only by somebody with that role', async () => {
    const before = await officer.get('/procurement/rules')
    expect(before.text).toContain('None of them holds here until you adopt it')
    expect(before.text).toContain('No rule of our own holds yet')
    expect(before.forms.map(({ action }) => action)).not.toContain('/procurement/rules/examples')
    await policyLead.get('/procurement/rules')
    const page = await policyLead.post('/procurement/rules/examples', {
      code: 'weight-10',
      inForceFrom: '2026-04-01',
    })
    expect(page.tables[0]?.[1]?.join(' ')).toContain('at least 10 % of the whole score')
    const twice = await policyLead.post('/procurement/rules/examples', {
      code: 'weight-10',
      inForceFrom: '2026-04-02',
    })
    expect(twice.errors[0]?.text).toBe('This example has been adopted already')
  })

  test('a new version leaves purchases that commenced before it to the old one', async () => {
    const old = await aPurchase(ctx, { commencesOn: '2027-01-04', tenderOn: null })
    const coming = await aPurchase(ctx, {
      commencesOn: '2028-01-04',
      tendersDueOn: null,
      tenderOn: null,
      awardOn: null,
      contractOn: null,
    })
    const list = await policyLead.get('/procurement/rules')
    const edit = list.links.find(({ text }) => text.startsWith('Adopt a new version'))?.href ?? ''
    await policyLead.get(edit)
    const bad = await policyLead.submit({ weightPercent: '0', inForceFrom: '2027-04-01' })
    expect(bad.errors[0]?.text).toBe('Enter a weight above 0 and up to 100 %')
    await policyLead.get(edit)
    const early = await policyLead.submit({ inForceFrom: '2026-04-01' })
    expect(early.errors[0]?.text).toContain('A new version begins after the one before it')
    await policyLead.get(edit)
    await policyLead.submit({
      title: 'Social value is at least 20 %',
      weightPercent: '20',
      inForceFrom: '2027-04-01',
    })
    expect((await officer.get(path(old.id, '/rules'))).text).toContain('at least 10 % of the whole score')
    expect((await officer.get(path(coming.id, '/rules'))).text).toContain('at least 20 % of the whole score')
  })

  test('stand in the list of the law as local policy, with result and reason', async () => {
    const purchase = await aPurchase(ctx, { commencesOn: '2027-01-04', tenderOn: '2027-01-04' })
    const page = await officer.get(path(purchase.id, '/law'))
    expect(page.text).toContain('Local policy: Rule of the council, version 1, in force since 1 April 2026')
    expect(page.text).toContain('It applies, because the purchase lies within: from £25,000 without VAT')
    const small = await aPurchase(ctx, {
      valuePence: 2_499_999,
      extensionsPence: 0,
      commencesOn: '2027-01-04',
    })
    expect((await officer.get(`${path(small.id, '/law')}?show=all`)).text).toContain('It does not apply')
  })

  test('read the weight of social value from the latest ask, not from what somebody types', async () => {
    const purchase = await aPurchase(ctx, { commencesOn: '2027-01-04', tenderOn: '2027-01-04' })
    const seen = async () => (await officer.get(path(purchase.id, '/rules'))).text
    expect(await seen()).toMatch(/To show.*The ask has no award criteria yet/)
    await anAskWithWeight(purchase.id, 9.5)
    expect(await seen()).toMatch(/Not met.*The ask gives it 9\.5 %/)
    await anAskWithWeight(purchase.id, 10, 1)
    expect(await seen()).toMatch(/Met.*The ask gives it 10 %/)
    expect((await officer.get(path(purchase.id))).text).toMatch(
      /Our own rules.*Every rule that applies is met/,
    )
  })

  test('are set aside only with a reason and by another person, all of it on record', async () => {
    const purchase = await aPurchase(ctx, { commencesOn: '2027-01-04', tenderOn: '2027-01-04' })
    await anAskWithWeight(purchase.id, 5)
    const unmet = await officer.get(path(purchase.id, '/rules'))
    expect(unmet.text).toContain('Not met')
    const short = await officer.submit({ reason: 'because' }, 'Ask for approval')
    expect(short.errors[0]?.text).toContain('Enter a reason of at least ten characters')
    const asked = await officer.submit({ reason: 'Price is fixed by a national scheme.' }, 'Ask for approval')
    expect(asked.text).toContain('It waits for another person')
    const self = await as(commissioner.id, EVERYTHING)
    await self.get(path(purchase.id, '/rules'))
    const [row] = await db.query('select id from procurement.rule_override where purchase_id = $1', [
      purchase.id,
    ])
    const own = await self.post(path(purchase.id, '/rules/verdict'), {
      overrideId: String(row?.id),
      decision: 'approved',
    })
    expect(own.errors[0]?.text).toContain('somebody else has to decide')
    await policyLead.get(path(purchase.id, '/rules'))
    const page = await policyLead.post(path(purchase.id, '/rules/verdict'), {
      overrideId: String(row?.id),
      decision: 'approved',
      note: 'Agreed.',
    })
    expect(page.text).toContain('Set aside')
    expect(page.text).toContain('Grace Hall asked on')
    expect(page.text).toContain('Approved by Ivy Moss')
    expect(await auditOf(db, purchase.id)).toEqual(
      expect.arrayContaining(['RULE_OVERRIDE_ASKED', 'RULE_OVERRIDE_APPROVED']),
    )
  })
})

describe('the impact assessment', () => {
  test('blocks “ready” until every bad effect is met and every kind is looked at', async () => {
    const purchase = await aPurchase(ctx, {
      stage: 'ask',
      commencesOn: '2027-05-04',
      facts: { route: 'open' },
    })
    const url = path(purchase.id, '/impact')
    const empty = await officer.get(url)
    expect(empty.text).toContain('say what social effects there will be')
    const bad = await officer.submit({ effect: 'Noise' }, 'Add the effect')
    expect(bad.errors.map(({ text }) => text)).toEqual([
      'Choose whether the effect is good or bad',
      'Choose what kind of effect it is',
    ])
    const effect = {
      effect: 'Noise near the care home',
      direction: 'negative',
      dimension: 'social',
      likelihood: '3',
      scale: '2',
    }
    const written = await officer.submit(effect, 'Add the effect')
    expect(written.text).toContain('Likely × some people, or for some time: 6 of 16')
    expect(written.text).toContain('Not met yet')
    const blocked = await moveStage(ctx, purchase.id, purchase.version, 'ready')
    expect(blocked.ok ? '' : blocked.facts?.sections).toContain('Impact assessment')
    const change = written.links.find(({ text }) => text.startsWith('Change'))?.href ?? ''
    await officer.get(change.split('#')[0] ?? '')
    const unexplained = await officer.submit(
      { answer: 'specification', answerReason: 'yes' },
      'Save the change',
    )
    expect(unexplained.errors[0]?.text).toContain('Enter what you will change')
    const met = await officer.submit(
      { answer: 'specification', answerReason: 'Battery tools within 200 metres of it.' },
      'Save the change',
    )
    expect(met.text).not.toContain('Not met yet')
    for (const dimension of ['economic', 'environmental']) {
      await officer.get(url)
      await officer.submit({ reason: 'Nothing of that kind is touched.' }, `Save: no ${dimension} effects`)
    }
    expect((await officer.get(url)).text).toContain('The assessment is complete')
    const page = await officer.get(path(purchase.id))
    expect(page.text).toMatch(/Impact assessment.*Every kind of effect was looked at.*Done/)
  })
})

describe('the timetable', () => {
  test('draws the days, lists them, and says which the law sets', async () => {
    const purchase = await aPurchase(ctx, { facts: { route: 'open' } })
    const page = await officer.get(path(purchase.id, '/timetable'))
    expect(page).toMatchObject({ status: 200, h1: 'Timetable' })
    expect(page.html).toContain('<svg')
    const text = page.tables.at(-1)?.map((row) => row.join(' | ')) ?? []
    expect(text).toContainEqual(expect.stringMatching(/Contract details notice.*by 19 October 2027.*s\.53/))
    expect(text).toContainEqual(expect.stringMatching(/Tender notice.*on 4 May 2027.*Planned.*Our own plan/))
  })

  test('feeds a calendar at a secret address that closes with it, or with the role', async () => {
    const purchase = await aPurchase(ctx, { title: 'Benches; and, "tables"', facts: { route: 'open' } })
    await officer.get(path(purchase.id, '/timetable'))
    const made = await officer.submit({}, 'Make a calendar address')
    const address = /\/calendars\/[\w-]+\/[\w-]{43}\.ics/.exec(made.text)?.[0] ?? ''
    expect((await officer.get('/procurement/calendar')).text).not.toContain(address)
    const read = (url: string) => app.client().request({ method: 'GET', url })
    const feed = await read(address)
    expect(feed.statusCode).toBe(200)
    expect(feed.headers['content-type']).toContain('text/calendar')
    const text = feed.body.replaceAll('\r\n ', '')
    expect(text).toContain('DTSTART;VALUE=DATE:20270504')
    expect(text).toContain('SUMMARY:Tender notice – Benches\\; and\\, "tables"')
    expect((await read(address.replace(/.{4}\.ics/, 'AAAA.ics'))).statusCode).toBe(404)
    expect((await read(address.replace(council.id, commissioner.id))).statusCode).toBe(404)
    const [row] = await db.query('select secret_hash from procurement.calendar_feed')
    expect(address).not.toContain(String(row?.secret_hash))
    await officer.get('/procurement/calendar')
    const closed = await officer.submit({}, '/procurement/calendar/close')
    expect(closed.text).toContain('No address yet')
    expect((await read(address)).statusCode).toBe(404)
  })
})
