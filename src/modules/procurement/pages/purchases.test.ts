import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import { nobody } from '../../../platform/http/access.ts'
import { newId } from '../../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { putContractEnding } from '../actions/contract-endings.ts'
import { moveStage } from '../actions/purchases.ts'
import { api } from '../api.ts'
import { anAuthority, aPurchase, auditOf } from '../builders.ts'
import { pages } from '../routes.ts'
import type { ProcurementTables } from '../tables.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
const council = await anAuthority(db, 'Ashby District Council')
const other = await anAuthority(db, 'Bexley Moor Council')
const visitor = aVisitor({
  authorityId: council.id,
  permissions: ['procurement.read', 'procurement.manage'],
})
const ctx = db.context({ kind: 'person', personId: visitor.personId ?? '' }, council.id)
const theirs = db.context({ kind: 'command' }, other.id)
const program = await openTestApp(db, {
  api,
  identify: async (_services, { bearerToken }) => (bearerToken !== null ? visitor : nobody),
})
const officer = await app.as(visitor)
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['procurement.read'] }))

describe('an empty pipeline', () => {
  test('teaches the first step to those who may take it', async () => {
    const page = await officer.get('/procurement')
    expect(page).toMatchObject({ status: 200, h1: 'Purchases' })
    expect(page.text).toContain('Write down what you mean to buy')
    expect(page.links.map(({ href }) => href)).toContain('/procurement/purchases/new')
    expect((await reader.get('/procurement/pipeline')).links.map(({ href }) => href)).not.toContain(
      '/procurement/purchases/new',
    )
  })
})

describe('adding a purchase', () => {
  test('keeps what was typed, and says for each field what is wrong', async () => {
    await officer.get('/procurement/purchases/new')
    const page = await officer.submit({ title: '', value: 'lots', tenderOn: '31/2/2027', purpose: 'Shade' })
    expect(page.status).toBe(400)
    expect(page.title).toContain('Error:')
    expect(page.errors).toEqual([
      { text: 'Enter a title', href: '#title' },
      { text: 'Enter the value in pounds, such as 250,000 or 1,499.99', href: '#value' },
      { text: 'Enter the tender notice as a day that exists, such as 4/5/2027', href: '#tenderOn' },
    ])
    expect(page.html).toContain('Shade')
    expect(page.html).toContain('value="lots"')
  })

  test('needs no more than a title, asks the rest as questions, and is audited', async () => {
    await officer.get('/procurement/purchases/new')
    const page = await officer.submit({ title: 'Street trees' })
    expect(page).toMatchObject({ status: 200, h1: 'Street trees' })
    expect(page.text).toContain('The law cannot be explained yet')
    const law = await officer.get(`${page.path}/law`)
    expect(law.text).toContain('On what day did the procurement commence')
    expect(law.text).toContain('mainly for goods, services or works')
    expect(law.links.map(({ href }) => href)).toContain(`${page.path}/edit#commencesOn`)
    expect(await auditOf(db, page.path.split('/').at(-1) ?? '')).toEqual(['PURCHASE_CREATED'])
  })

  test('keeps options and extensions apart, and shows the value with VAT once the rate is known', async () => {
    await officer.get('/procurement/purchases/new')
    const page = await officer.submit({
      title: 'Benches',
      kind: 'goods',
      value: '£10,000.50',
      options: '2000',
      extensions: '500',
      vatRate: '20',
    })
    expect(page.text).toContain('£12,500.50 without VAT')
    expect(page.text).toContain('£10,000.50 certain, £2,000.00 options, £500.00 extensions')
    expect(page.text).toContain('With VAT: £15,000.60')
  })
})

describe('changing a purchase', () => {
  test('refuses dates in the wrong order with a sentence', async () => {
    const purchase = await aPurchase(ctx)
    await officer.get(`/procurement/purchases/${purchase.id}/edit`)
    const page = await officer.submit({ awardOn: '2027-05-30' })
    expect(page.errors[0]?.text).toBe('Put the dates in order: “award” cannot come before “tenders due”')
  })

  test('stops the second of two people who change it at once', async () => {
    const purchase = await aPurchase(ctx)
    const path = `/procurement/purchases/${purchase.id}/edit`
    await officer.get(path)
    const second = await app.as(visitor)
    await second.get(path)
    expect((await officer.submit({ title: 'First' })).status).toBe(200)
    expect((await second.submit({ title: 'Second' })).status).toBe(409)
  })

  test('is closed once it is published', async () => {
    const purchase = await aPurchase(ctx, { stage: 'published' })
    await officer.get(`/procurement/purchases/${purchase.id}/edit`)
    const page = await officer.submit({ title: 'Cheaper' })
    expect(page.errors[0]?.text).toContain('changed by notice')
  })
})

describe('moving a purchase on', () => {
  test('offers only what may come next', async () => {
    const purchase = await aPurchase(ctx, { stage: 'planning' })
    const page = await officer.get(`/procurement/purchases/${purchase.id}`)
    expect(page.text).toContain('It is at “Planning”')
    const moved = await officer.submit({ to: 'engagement' }, 'Move')
    expect(moved.text).toContain('Talking to the market')
    expect(await auditOf(db, purchase.id)).toEqual(['PURCHASE_CREATED', 'PURCHASE_STAGE_MOVED'])
    const refused = await officer.post(`/procurement/purchases/${purchase.id}/stage`, {
      to: 'awarded',
      version: String(purchase.version + 1),
    })
    expect(refused.errors[0]?.text).toBe('A purchase cannot go from “Talking to the market” to “Awarded”')
  })

  test('does not call it ready while the law has questions', async () => {
    const purchase = await aPurchase(ctx, { stage: 'ask', vatRate: null })
    const decision = await moveStage(ctx, purchase.id, purchase.version, 'ready')
    expect(decision).toMatchObject({ refusal: 'sections-to-do' })
    expect(decision.ok ? '' : decision.facts?.sections).toContain('What the law asks')
  })
})

describe('the law page', () => {
  test('sets law, guidance and doubt apart, each with its section and date in force', async () => {
    const purchase = await aPurchase(ctx, { facts: { route: 'open' } })
    const page = await reader.get(`/procurement/purchases/${purchase.id}/law`)
    expect(page.text).toContain('It is a public contract, so the whole Procurement Act applies')
    expect(page.text).toContain('£600,000 with VAT')
    expect(page.text).toMatch(/Law: Procurement Act 2023 s\.3\s*, in force since 24 February 2025/)
    expect(page.text).toContain('Guidance, not law:')
    expect(page.text).toContain('not settled; take advice before you rely on it')
    expect(page.text).toContain('This is guidance for officers, not legal advice')
  })

  test('takes answers, and answers anew', async () => {
    const purchase = await aPurchase(ctx, { kind: 'light-touch' })
    await officer.get(`/procurement/purchases/${purchase.id}/law/facts`)
    const bad = await officer.submit({ cpv: '7', conflictsAssessedOn: 'soon' })
    expect(bad.errors[0]?.text).toContain('Conflicts assessment prepared: Enter a day that exists')
    await officer.get(`/procurement/purchases/${purchase.id}/law/facts`)
    const asked = await officer.submit({ cpv: '77310000-6', route: 'direct-award' })
    expect(asked.text).toContain('is 77310000 its main CPV code?')
    await officer.get(`/procurement/purchases/${purchase.id}/law/facts`)
    const page = await officer.submit({ cpv: '85310000-5', route: 'direct-award', reservations: ['uk'] })
    expect(page.h1).toBe('What the law says')
    expect(page.text).not.toContain('cannot be explained yet')
    expect(await auditOf(db, purchase.id)).toContain('PURCHASE_LAW_FACTS_ANSWERED')
  })
})

describe('the list', () => {
  test('filters, and exports what it shows', async () => {
    await aPurchase(ctx, { title: 'Salt for roads', stage: 'engagement', category: 'Winter' })
    const page = await reader.get('/procurement/pipeline?category=Winter')
    expect(page.tables[0]?.slice(1).map(([title]) => title)).toEqual([
      expect.stringContaining('Salt for roads'),
    ])
    expect(page.text).toContain('1 purchase, estimates without VAT')
    const file = await reader.request({ method: 'GET', url: '/procurement/pipeline.csv?category=Winter' })
    const lines = file.body.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('Salt for roads,Talking to the market,Services')
    expect(lines[1]).toContain('400000.00,0.00,100000.00,500000.00,600000.00')
  })

  test('is closed to people without the permission, and to other authorities', async () => {
    const outsider = await app.as(aVisitor({ permissions: [] }))
    expect((await outsider.get('/procurement/pipeline')).status).toBe(403)
    const foreign = await aPurchase(theirs, { title: 'Secret plan' })
    expect((await officer.get(`/procurement/purchases/${foreign.id}`)).status).toBe(404)
    expect((await officer.get('/procurement/pipeline')).text).not.toContain('Secret plan')
    expect((await officer.get('/procurement/purchases/none')).status).toBe(404)
  })
})

describe('the public pipeline', () => {
  test('shows anybody the chosen fields of what is marked public, of every authority', async () => {
    await aPurchase(ctx, { title: 'Shelters', isPublic: true, expiringContract: 'NM-77', owner: 'Ada Byron' })
    await aPurchase(ctx, { title: 'Hush-hush' })
    await aPurchase(theirs, { title: 'Bridges', isPublic: true })
    const page = await app.client().get('/opportunities/pipeline')
    expect(page).toMatchObject({ status: 200, h1: 'What councils mean to buy' })
    expect(page.text).toContain('Shelters')
    expect(page.text).toContain('Bridges')
    for (const hidden of ['Hush-hush', 'NM-77', 'Ada Byron']) expect(page.html).not.toContain(hidden)
  })
})

describe('the API', () => {
  test('adds, lists and explains a purchase, and refuses what cannot be', async () => {
    const create = (body: object) =>
      program.client().request({
        method: 'POST',
        url: '/api/v1/purchases',
        headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
        payload: JSON.stringify(body),
      })
    const made = await create({ title: 'Paint', kind: 'goods', valuePence: 900_000, vatRate: 20 })
    expect(made.statusCode, made.body).toBe(201)
    const { id, stage, wholeValueWithVatPence } = made.json<Record<string, unknown>>()
    expect({ stage, wholeValueWithVatPence }).toEqual({ stage: 'idea', wholeValueWithVatPence: 1_080_000 })
    const law = await officer.request({ method: 'GET', url: `/api/v1/purchases/${String(id)}/law` })
    expect(law.json<{ questions: { field: string }[] }>().questions.map(({ field }) => field)).toEqual([
      'procurementCommencedOn',
    ])
    expect((await create({ title: 'Paint', valuePence: -1 })).statusCode).toBe(400)
    expect((await create({ title: 'Paint', startsOn: '2027-02-01', endsOn: '2027-01-01' })).statusCode).toBe(
      422,
    )
    expect((await create({ title: 'Paint', tenderOn: '2027-02-30' })).statusCode).toBe(400)
  })
})

describe('the home list', () => {
  test('turns its page, narrows and exports, so that no step is lost', async () => {
    const home = await officer.get('/procurement?search=Grounds')
    expect(home.text).toMatch(/Showing 1 to 20 of \d+/)
    expect((await officer.get('/procurement?search=Grounds&page=2')).text).toMatch(/Showing 21 to/)
    const file = await reader.request({ method: 'GET', url: '/procurement/next-steps.csv?search=Salt' })
    const lines = file.body.trim().split('\r\n')
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.slice(1).every((line) => line.includes('Salt for roads'))).toBe(true)
  })
})

describe('the contracts that end', () => {
  const ending = (reference: string, endsOn: string) => ({
    contractId: newId(),
    reference,
    title: `Contract ${reference}`,
    supplierName: 'Bright Ltd',
    department: 'Property',
    valuePence: 1_200_000,
    endsOn,
    furthestOn: endsOn,
    href: `/contracts/${reference}`,
  })
  const day = (days: number) => addDays(today(ctx), days)
  const put = (who: typeof ctx, reference: string, endsOn: string) =>
    inTransaction<ProcurementTables, void>(who, (tx) =>
      putContractEnding(tx as never, who, ending(reference, endsOn)),
    )

  test('are empty with a first step, then sort, page and export', async () => {
    const at = '/procurement/ending-contracts'
    expect((await officer.get(at)).text).toContain('No contract ends in this time')
    for (let number = 10; number < 32; number++) await put(ctx, `E-${number}`, day(number))
    await put(ctx, 'E-99', day(2000))
    await put(theirs, 'X-1', day(30))
    const page = await officer.get(`${at}?sort=-ends`)
    expect(page.tables[0]).toHaveLength(21)
    expect(page.tables[0]?.[1]?.join(' ')).toContain('E-31')
    expect(page.text).not.toContain('X-1')
    expect((await officer.get(`${at}?page=2`)).tables[0]).toHaveLength(3)
    const file = await reader.request({ method: 'GET', url: `${at}.csv?search=E-1` })
    expect(file.body.trim().split('\r\n')).toHaveLength(11)
    expect((await reader.get(at)).links.map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('Plan what follows'),
    )
  })
})
