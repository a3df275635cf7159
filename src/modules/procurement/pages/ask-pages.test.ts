import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import { scoreInput } from '#scoring'
import type { Actor } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeAsk, setWeightPolicy } from '../actions/asks.ts'
import { anAskContent, aPlanningCouncil } from '../ask-builders.ts'
import { aPurchase } from '../builders.ts'
import { pages } from '../routes.ts'
import { findAsk } from '../store/asks.ts'
import type { ProcurementTables } from '../tables.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const operator: Actor = { kind: 'command' }
const council = await aPlanningCouncil(db)
const ctx = db.context(operator, council.id)
const browserOf = (role: Role) =>
  app.as(aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] }))
const [commissioner, officer, councillor] = [
  await browserOf('commissioner'),
  await browserOf('procurement-officer'),
  await browserOf('councillor'),
]
const purchase = await aPurchase(ctx, { stage: 'ask' })
const at = `/procurement/purchases/${purchase.id}/ask`

describe('an ask', () => {
  test('begins with what is in proportion and what is missing', async () => {
    const page = await commissioner.get(at)
    expect(page).toMatchObject({ status: 200, h1: 'Ask: Grounds maintenance' })
    expect(page.text).toContain('2 to 4 measures')
    expect(page.text).toContain('£600,000 with VAT, options and extensions')
    expect(page.text).toContain('No measure is chosen yet')
    expect(page.links).toContainEqual({ text: 'Choose measures', href: `${at}/measures` })
  })

  test('is made through the pages, and is ready when nothing is missing', async () => {
    await setWeightPolicy(ctx, { fromOn: '2020-04-01', weight: '20', source: 'Procurement strategy, page 4' })
    await changeAsk(ctx, purchase.id, {
      seen: 0,
      because: 'First draft',
      noteId: null,
      change: (content) => ({ ...content, lines: anAskContent().lines }),
    })
    const form = await commissioner.get(`${at}/criteria`)
    expect(form.forms[0]?.fields).toMatchObject({ 'weight-0': '40', 'weight-1': '40', 'weight-2': '10' })
    const wrong = await commissioner.submit({ 'weight-0': 'many', because: '' })
    expect(wrong.status).toBe(400)
    expect(wrong.errors.map(({ href }) => href)).toEqual(['#weight-0', '#because'])
    expect(wrong.forms[0]?.fields).toMatchObject({ 'weight-0': 'many' })
    const unequal = await commissioner.submit({ 'weight-0': '35', because: 'Less for price' })
    expect(unequal.text).toContain('The weights add up to 95, not to 100.')
    await commissioner.get(`${at}/criteria`)
    await commissioner.submit({ 'weight-0': '40', because: 'Back' })
    await commissioner.get(`${at}/lots`)
    const whole = await commissioner.submit({
      lotsReason: 'One crew does it all.',
      because: 'Lots were thought of',
    })
    expect(whole.text).toContain('Nothing is missing.')
    expect(whole.forms.flatMap(({ buttons }) => buttons)).not.toContain('The ask is ready')
    await officer.get(at)
    const ready = await officer.submit({}, `${at}/ready`)
    expect(ready.text).toContain('The ask is ready')
    const head = await inReading(ctx, (reader: Reader<ProcurementTables>) => findAsk(reader, purchase.id))
    const { fingerprint } = head ?? {}
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(ready.text).toContain(fingerprint)
    const published = await officer.request({ url: `${at}/criteria.json` })
    const scored = scoreInput(published.body, () => ({ ok: false, why: [] }))
    expect(scored).toMatchObject({ fingerprint })
  })

  test('that is ready is not changed, and can be opened again', async () => {
    const change = { seen: 5, because: 'x', noteId: null, change: () => anAskContent() }
    expect(await changeAsk(ctx, purchase.id, change)).toMatchObject({ refusal: 'ask-is-ready' })
    await officer.get(at)
    expect((await officer.submit({}, `${at}/reopen`)).text).toContain('can be changed again')
  })

  test('reads like plain words', async () => {
    const page = await councillor.get(`${at}/preview`)
    expect(page.text).toContain('As a small charity would read it')
    expect(page.text).toMatch(/Reading age about \d+/)
    expect(page.text).toContain('If you already do this, it counts.')
  })

  test('tells what each revision changed', async () => {
    const page = await councillor.get(`${at}/changes`)
    expect(page.text).toContain('Less for price')
    expect(page.text).toContain('weight: 35 → 40')
  })

  test('shows on simulated bids how a losing bid swaps the winner', async () => {
    const page = await councillor.get(`${at}/try`)
    expect(page.text).toContain('0 of 40')
    expect(page.text).toMatch(/Relative: between the worst and the best bid [1-9]\d* of 40/)
    expect(page.text).toContain('Loses, and decides it')
  })

  test('is changed by those who plan purchases, and made ready by those who approve', async () => {
    expect((await councillor.get(`${at}/criteria`)).status).toBe(403)
    await commissioner.get(at)
    expect((await commissioner.post(`${at}/ready`, { seen: '1' })).status).toBe(403)
  })

  test('of another authority is not there', async () => {
    const stranger = await app.as(aVisitor({ permissions: [...permissionsOf(['procurement-officer'])] }))
    expect((await stranger.get(at)).status).toBe(404)
  })
})
