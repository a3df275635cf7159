import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { importFramework } from '../actions/import-framework.ts'
import { aCouncil, frameworkCsv } from '../council-builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const council = await aCouncil(db)
const lead = await app.as(
  aVisitor({ authorityId: council.id, permissions: ['measures.read', 'measures.manage'] }),
)
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['measures.read'] }))
const nobody = app.client()
const VOLUNTEER = '/measures/frameworks/open/measures/com-volunteer'
const ABOUT = {
  title: 'County framework',
  code: 'county',
  version: '1',
  published: '2025-04-01',
  licence: 'CC BY-NC-ND 4.0',
  terms: 'restricted',
}
const upload = (content: string) => ({ field: 'file', name: 'county.csv', content })

describe('the library', () => {
  test('is open to everybody, and offers changes to policy leads only', async () => {
    const page = await nobody.get('/measures')
    expect(page).toMatchObject({ status: 200, h1: 'Measures' })
    expect(page.text).toContain('It does not bind councils')
    expect(page.links.map(({ href }) => href)).not.toContain('/measures/import')
    expect((await lead.get('/measures')).links.map(({ href }) => href)).toContain('/measures/import')
    expect((await reader.get('/measures/import')).status).toBe(403)
  })

  test('lists measures by words, theme and kind of value, and pages and exports them', async () => {
    const page = await nobody.get('/measures/frameworks/open')
    expect(page.text).toContain('Showing 1 to 20 of 76')
    const found = await nobody.get('/measures/frameworks/open?text=volunteer&basis=economic')
    expect(found.tables[0]?.flat().join(' ')).toContain('Hours')
    expect((await nobody.get('/measures/frameworks/open?text=zzz')).text).toContain('No measure found')
    const csv = await nobody.request({ method: 'GET', url: '/measures/frameworks/open/all.csv' })
    expect(csv.body).toMatch(/^\uFEFFkind,code,parent,name,/)
    expect((await nobody.get('/measures/frameworks/nothing')).status).toBe(404)
  })

  test('shows a measure with its warning, its source and its age', async () => {
    const page = await nobody.get(VOLUNTEER)
    expect(page.text).toContain('Check: this figure was read in a copy')
    expect(page.text).toContain('OGL v3.0')
    expect(page.forms.filter(({ method }) => method === 'post')).toEqual([])
    expect((await nobody.get('/measures/frameworks/open/measures/nope')).status).toBe(404)
  })
})

describe('bringing a framework in', () => {
  test('says what is missing, and keeps what was typed', async () => {
    await lead.get('/measures/import')
    const page = await lead.upload(upload(frameworkCsv()), { ...ABOUT, licence: '', published: 'spring' })
    expect(page.status).toBe(400)
    expect(page.errors.map(({ href }) => href)).toEqual(['#published', '#licence'])
    expect(page.forms[0]?.fields).toMatchObject({ title: 'County framework', published: 'spring' })
  })
  test('lists the faults of the file by row', async () => {
    await lead.get('/measures/import')
    const page = await lead.upload(upload(frameworkCsv().replace('14000', '-1')), ABOUT)
    expect(page.status).toBe(400)
    expect(page.tables[0]?.[1]?.join(' ')).toMatch(/6.*local-job.*value.*below nothing/s)
  })
  test('respects a licence: seen inside, not by the public and not exported', async () => {
    await lead.get('/measures/import')
    const page = await lead.upload(upload(frameworkCsv()), ABOUT)
    expect(page).toMatchObject({ status: 200, h1: 'County framework' })
    expect(page.text).toContain('not shown to the public and cannot be exported')
    expect((await nobody.get('/measures/frameworks/county')).status).toBe(404)
    expect((await nobody.get('/measures')).text).not.toContain('County framework')
    expect((await lead.get('/measures/frameworks/county/all.csv')).status).toBe(404)
    expect(
      (await nobody.get('/measures/value?framework=county&measure=local-job&quantity=1')).text,
    ).not.toContain('14,000')
  })
})

describe('making a measure one’s own', () => {
  test('shows what differs, why, and goes back', async () => {
    await lead.get(`${VOLUNTEER}/change`)
    const refused = await lead.submit({ value: 'ten', because: 'Own study.' })
    expect(refused.errors).toEqual([
      { text: 'The value “ten” is no number. Write 1200, 1,200.50 or £0.74', href: '#value' },
    ])
    const page = await lead.submit({
      name: 'Hours given',
      value: '20',
      low: '15',
      high: '25',
      because: 'Own study.',
    })
    expect(page).toMatchObject({ status: 200, h1: 'Hours given' })
    expect(page.tables[0]?.flat().join(' ')).toMatch(/As published.*Here.*Hours given/s)
    expect(page.text).toContain('Why: Own study.')
    expect((await nobody.get(VOLUNTEER)).h1).not.toBe('Hours given')
    await lead.get(VOLUNTEER)
    await lead.submit({}, '/measures/frameworks/open/back')
    expect((await lead.get(VOLUNTEER)).h1).not.toBe('Hours given')
  })

  test('weights, switches off and on again, and adds', async () => {
    await lead.get(VOLUNTEER)
    const heavy = await lead.submit(
      { target: 'E05000001', weight: '99', 'weight-because': 'Panels.' },
      `${VOLUNTEER}/weights`,
    )
    expect(heavy.errors[0]).toMatchObject({ href: '#weight' })
    const weighted = await lead.submit(
      { target: 'E05000001', weight: '2', 'weight-because': 'Panels.' },
      `${VOLUNTEER}/weights`,
    )
    expect(weighted.text).toContain('× 2')
    const off = await lead.submit({ because: 'Not for us.' }, `${VOLUNTEER}/off`)
    expect(off.text).toContain('Switched off here (1)')
    expect((await lead.get(VOLUNTEER)).status).toBe(404)
    await lead.get('/measures/frameworks/open')
    await lead.submit({}, '/measures/frameworks/open/back')
    expect((await lead.get(VOLUNTEER)).status).toBe(200)
    await lead.get('/measures/frameworks/open/add')
    const added = await lead.submit({
      code: 'library-hours',
      name: 'Hours in libraries',
      parent: 'com-time-and-gifts',
      unit: 'hour',
      because: 'Ours.',
    })
    expect(added).toMatchObject({ status: 200, h1: 'Hours in libraries' })
    expect(added.text).toContain('Added here')
  })

  test('takes in a newer version, asking about clashes', async () => {
    await lead.get('/measures/frameworks/county/measures/local-job/change')
    await lead.submit({ name: 'Jobs for our people', because: 'Plain words.' })
    await importFramework(council.ctx, {
      bytes: Buffer.from(frameworkCsv().replace('Jobs for residents', 'Residents employed')),
      fileName: 'county-2.csv',
      facts: {
        id: 'county',
        version: '2',
        title: 'County framework',
        publishedOn: '2026-04-01',
        licence: 'NC',
        source: null,
        terms: 'restricted',
      },
    })
    expect((await lead.get('/measures')).text).toContain('Version 2 is there.')
    const offer = await lead.get('/measures/frameworks/county/merge')
    expect(offer.text).toContain('1 choice to make')
    expect((await lead.submit({})).errors[0]?.text).toContain('Choose a side for each of the 1')
    const merged = await lead.submit({ 'choose:measure.local-job.name': 'ours' })
    expect(merged.text).toContain('Version 2, published')
    expect(merged.text).toContain('Jobs for our people')
    expect((await lead.get('/measures/frameworks/county/merge')).h1).toBe('Nothing newer')
  })
})

const SHARES = ['deadweight', 'displacement', 'attribution']
const shares = (share: string): string =>
  SHARES.map((name) => `${name}=${share}&${name}-reason=Agreed`).join('&')

describe('the calculator', () => {
  test('asks for each assumption with its reason, and assumes none', async () => {
    const page = await nobody.get('/measures/value?measure=com-volunteer&quantity=40')
    expect(page.status).toBe(200)
    expect(page.text).toContain('How much of it would have happened anyway?')
    expect(page.links.map(({ href }) => href)).toContain('#deadweight')
    expect(page.text).not.toContain('£732')
  })
  test('gives the sum of the command line, each step, and what moves it most', async () => {
    const url = `/measures/value?measure=com-volunteer&quantity=40&deadweight=25%25&deadweight-reason=Ten+hours+anyway&displacement=0&displacement-reason=None&attribution=0&attribution-reason=None`
    const page = await nobody.get(url)
    expect(page.text).toContain('£549.61')
    expect(page.text).toContain('Between £388.95 and £799.01.')
    expect(page.text).toContain('Stated: Ten hours anyway')
    expect(page.text).toContain('What moves the result most')
    expect(page.text).toContain('prices of 2026/27')
    expect(page.text).toContain('verified by nobody')
  })
  test('adds by kind of value only, and says what it leaves out and why', async () => {
    const page = await nobody.get(
      `/measures/value?measure=job-unemployed&quantity=1&measure2=job-disabled-health&quantity2=1&measure3=env-carbon&quantity3=2&startYear=2026&fullTimeHours=37&${shares('0')}`,
    )
    const totals = page.tables.at(-1)?.flat().join(' ') ?? ''
    expect(totals).toMatch(/Output or earnings.*it may tell of the same people.*Carbon/s)
  })
  test('scores what is told in words, and never prices it', async () => {
    const page = await nobody.get(
      '/measures/value?framework=ppn-026&measure=ppn026-fair-pay&score=3&reason=Dated+plan&evidence=The+plan',
    )
    expect(page.text).toContain('3 of 5')
    expect(page.text).toContain('never becomes pounds')
  })
  test.each([
    'measure=com-volunteer&quantity=many',
    'measure=com-volunteer&quantity=40&years=lots',
    'measure=%3Cscript%3Ealert(1)%3C/script%3E&quantity=1',
    'measure=com-volunteer&quantity=1e999&more=99999999',
    'measure=com-volunteer&quantity=-4',
    'framework=%00&measure=__proto__&quantity=1',
  ])('answers %s in a sentence', async (query) => {
    const page = await nobody.get(`/measures/value?${query}`)
    expect([200, 400]).toContain(page.status)
    expect(page.html).not.toContain('<script>alert')
    expect(page.h1).toBe('Work out a value')
  })
})

describe('suggestions', () => {
  test('say why, and how many suit a contract', async () => {
    const page = await nobody.get(
      '/measures/suggest?text=young+people+in+work&value=6000000&months=36&kind=services',
    )
    expect(page.text).toContain('in common: young')
    expect(page.text).toContain('4 to 8 measures')
    expect(page.text).toContain('section 52')
    expect(
      (await nobody.get('/measures/suggest?value=lots&months=0')).errors.map(({ href }) => href),
    ).toEqual(['#value', '#months', '#kind'])
  })
})

describe('reference data', () => {
  test('tells how old each is, and is replaced for one organisation', async () => {
    const page = await nobody.get('/measures/reference')
    expect(page.text).toContain('Out of date')
    await lead.get('/measures/reference/import')
    const about = {
      kind: 'deflators',
      title: 'GDP deflators, June 2026',
      licence: 'OGL v3.0',
      published: '2026-06-30',
      due: '2026-12-23',
    }
    const faulty = await lead.upload(upload('year,index\r\n2024/25,100\r\nlast year,101'), about)
    expect(faulty.tables[0]?.[1]?.join(' ')).toMatch(/3.*is no year/s)
    const rows = ['2019/20,80', '2023/24,95', '2024/25,100', '2025/26,100', '2026/27,200'].join('\r\n')
    await lead.get('/measures/reference/import')
    const replaced = await lead.upload(upload(`year,index\r\n${rows}`), about)
    expect(replaced.text).toContain('Handed in by you')
    const sum = `/measures/value?measure=com-volunteer&quantity=1&${shares('0')}`
    expect((await lead.get(sum)).text).toContain('£35.92')
    expect((await nobody.get(sum)).text).toContain('£18.32')
  })
})
