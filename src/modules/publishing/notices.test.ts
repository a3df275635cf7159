import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import {
  aContractText,
  addIndicator,
  beginNotice,
  importContracts,
  listContracts,
  setLegalFacts,
} from '#contracts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { lookForNotices, markSentByHand, prepareNotice, sendToPlatform } from './actions/notices.ts'
import { openPublication } from './actions/publish.ts'
import { api } from './api.ts'
import { anAuthority } from './council-builders.ts'
import type { Notice } from './model/notice.ts'
import { pages } from './routes.ts'
import { checkRelease } from './rules/check-release.ts'
import { listNotices } from './store/notices.ts'
import { compileSchema } from './validation/schema.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
const [council, other] = [
  await anAuthority(db, 'Northmere City Council'),
  await anAuthority(db, 'Other Council'),
]
const ctx = db.context({ kind: 'command' }, council.id)
await importContracts(ctx, { source: 'file', name: 'register.csv', contracts: [aContractText()] })
const [contract] = await inReading<any, any[]>(ctx, (reader) => listContracts(reader))
await setLegalFacts(ctx, contract.id, {
  subject: 'works',
  isLightTouch: false,
  arrangement: 'contract',
  commencedOn: '2025-09-01',
  enteredOn: '2026-02-16',
  mostPence: 720_000_000,
  termMonths: 38,
  noIndicatorsBecause: '',
})
await addIndicator(ctx, contract.id, {
  title: 'Repairs in time',
  howMeasured: 'Share of repairs within five days',
  unit: '%',
  target: '95',
  direction: 'at-least',
  isSocial: false,
  isStatutory: true,
  everyMonths: 12,
  firstDueOn: '2027-02-15',
})
const notices = () => inReading<any, Notice[]>(ctx, (reader) => listNotices(reader))
const find = async (code: string, variant = ''): Promise<Notice> => {
  const found = (await notices()).find((each) => each.code === code && each.variant === variant)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const officer = await app.as(
  aVisitor({ authorityId: council.id, permissions: ['publishing.read', 'publishing.manage'] }),
)
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['publishing.read'] }))

describe('notices', () => {
  test('come from the law with day, section and confidence, and are found once', async () => {
    expect(await lookForNotices(ctx)).toMatchObject({ asked: 1, notAsked: 0 })
    expect(await lookForNotices(ctx)).toMatchObject({ added: 0 })
    // 30 days with 16 February as day 1 (s.53(1)).
    expect(await find('UK7')).toMatchObject({
      dueOn: '2026-03-17',
      dueMeans: 'by',
      need: 'must',
      state: 'due',
      provision: 'Procurement Act 2023 s.53(1)',
      confidence: 'sure',
    })
    expect(await find('UK9', 'kpi')).toMatchObject({ dueOn: '2027-02-15', occasion: 'year 1' })
    // Half-years that are over: to 31 March and to 30 September 2026 (s.69).
    const halves = (await notices()).filter(({ code }) => code === 'UK17').map(({ dueOn }) => dueOn)
    expect(halves).toEqual(['2026-04-29', '2026-10-29'])
  })

  test('a notice of poor performance is asked for only once it is approved', async () => {
    must(
      await beginNotice(ctx, contract.id, {
        kind: 'poor-performance',
        whatHappened: 'Late.',
        indicatorId: null,
        chance: 'Until spring',
        chanceFromOn: null,
        chanceUntilOn: null,
      }),
    )
    await lookForNotices(ctx)
    expect((await notices()).some(({ variant }) => variant === 'event')).toBe(false)
  })

  test('cannot be prepared before the publication is open', async () => {
    expect(await prepareNotice(ctx, (await find('UK7')).id)).toMatchObject({ refusal: 'publication-closed' })
    await openPublication(ctx, {
      ocidPrefix: 'ocds-nrthmr',
      grantsPrefix: null,
      orgId: 'GB-LAE-NMR',
      contact: 'buyers@northmere.example',
    })
  })

  test('are written from our records, and name what these do not hold', async () => {
    const { id } = await find('UK7')
    expect(must(await prepareNotice(ctx, id))).toBeGreaterThan(0)
    const { text, gaps, release } = await find('UK7')
    expect(text).toContain('Contract entered into: 16 February 2026')
    expect(text).toContain('Repairs in time, target 95 %')
    expect(text).toContain('Fenwick Paths Ltd, GB-COH 01234567')
    expect(text).toContain('Supplier’s size: to be filled in: whether')
    expect(gaps.some((gap) => gap.startsWith('Supplier’s size: '))).toBe(true)
    expect(release).toMatchObject({
      tag: ['contract'],
      contracts: [
        {
          aboveThreshold: true,
          dateSigned: '2026-02-16T00:00:00Z',
          agreedMetrics: [{ title: 'Repairs in time' }],
          documents: [{ noticeType: 'UK7' }],
        },
      ],
    })
  })

  test.skipIf(!existsSync('../shared/acceptance/ocds-uk/release-schema-merged.json'))(
    'hold releases that are valid by the core and UK schema (skipped where ../shared is absent)',
    async () => {
      const check = compileSchema(
        JSON.parse(readFileSync('../shared/acceptance/ocds-uk/release-schema-merged.json', 'utf8')),
      )
      for (const { id } of await notices()) must(await prepareNotice(ctx, id))
      for (const { release, code } of await notices()) {
        expect([code, check(release as any)]).toEqual([code, []])
        expect(checkRelease(release as any).filter(({ level }) => level === 'error')).toEqual([])
      }
    },
  )

  test('are kept from other authorities', async () => {
    const theirs = db.context({ kind: 'command' }, other.id)
    expect(await inReading<any, Notice[]>(theirs, (tx) => listNotices(tx))).toEqual([])
  })
})

describe('sending', () => {
  const keys: unknown[] = []
  const double = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'])
    request.resume().on('end', () => response.end(JSON.stringify({ submission_id: '20261122-000051' })))
  })
  afterAll(() => void double.close())

  test('is refused where it is not set up, and while there are gaps', async () => {
    const { id } = await find('UK7')
    expect(await sendToPlatform(ctx, id)).toMatchObject({ refusal: 'client-not-set' })
    const noticePlatform = { address: 'http://127.0.0.1:1', key: 'a key of the tests' }
    expect(await sendToPlatform({ ...ctx, noticePlatform }, id)).toMatchObject({ refusal: 'notice-has-gaps' })
  })

  test('keeps the reference against a stand-in, leaves an audit entry and never tells the key', async () => {
    await new Promise<void>((done) => double.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(double.address() as AddressInfo).port}`
    const notice = await find('UK9', 'kpi')
    must(await prepareNotice(ctx, notice.id))
    const { gaps } = await find('UK9', 'kpi')
    const fills = Object.fromEntries(gaps.map((gap) => [gap.split(': ')[0] ?? '', 'Filled in by a test']))
    expect(must(await prepareNotice(ctx, notice.id, fills))).toBe(0)
    const noticePlatform = { address, key: 'a key of the tests' }
    expect(await sendToPlatform({ ...ctx, noticePlatform }, notice.id)).toMatchObject({ ok: true })
    expect(keys).toEqual([notice.id])
    expect(await find('UK9', 'kpi')).toMatchObject({
      state: 'sent',
      sentHow: 'client',
      platformReference: '20261122-000051',
    })
    const log = JSON.stringify(await db.query('select * from platform.audit_entry'))
    expect(log).toContain('NOTICE_SENT')
    expect(log).not.toContain('a key of the tests')
  })

  test('that fails is kept with its reason and can be tried again', async () => {
    const { id } = (await notices()).find(({ code }) => code === 'UK17') ?? (await find('UK17'))
    must(await prepareNotice(ctx, id))
    const { gaps } = (await notices()).find((each) => each.id === id) as Notice
    must(await prepareNotice(ctx, id, Object.fromEntries(gaps.map((gap) => [gap.split(': ')[0] ?? '', 'x']))))
    double
      .removeAllListeners('request')
      .on('request', (_request, response) => response.writeHead(400).end('no'))
    const noticePlatform = {
      address: `http://127.0.0.1:${(double.address() as AddressInfo).port}`,
      key: 'a key of the tests',
    }
    expect(await sendToPlatform({ ...ctx, noticePlatform }, id)).toMatchObject({ refusal: 'send-failed' })
    const failed = (await notices()).find((each) => each.id === id)
    expect(failed).toMatchObject({
      state: 'failed',
      failure: 'the platform answered 400: no',
      sendingSince: null,
    })
  })

  test('by hand needs the platform’s reference and a day that has come; a sent notice never changes', async () => {
    const { id } = await find('UK7')
    expect(await markSentByHand(ctx, id, { reference: '1', sentOn: '2026-11-23' })).toMatchObject({
      refusal: 'sent-in-future',
    })
    must(await markSentByHand(ctx, id, { reference: '012345-2026', sentOn: '2026-03-10' }))
    expect(await prepareNotice(ctx, id)).toMatchObject({ refusal: 'notice-sent' })
    await lookForNotices(ctx)
    expect(await find('UK7')).toMatchObject({ state: 'sent', platformReference: '012345-2026' })
    await expect(db.query(`update publishing.notice set content = 'x' where id = '${id}'`)).rejects.toThrow(
      'never changed',
    )
    await expect(db.query(`delete from publishing.notice where id = '${id}'`)).rejects.toThrow(
      'never changed',
    )
  })
})

describe('the pages', () => {
  test('list what is due with section and confidence, and export it', async () => {
    const list = await reader.get('/publishing/notices')
    expect(list).toMatchObject({ status: 200, h1: 'Notices' })
    for (const words of ['Payments compliance notice', 's.69', 'sure', 'Overdue'])
      expect(list.text).toContain(words)
    expect(list.text).not.toContain('Look again now')
    expect((await reader.get('/publishing/notices.csv')).status).toBe(200)
  })

  test('show one notice, say that sending was not tried, and keep what was typed', async () => {
    const { id } = (await notices()).find(({ code, state }) => code === 'UK17' && state !== 'sent') as Notice
    const path = `/publishing/notices/${id}`
    const one = await officer.get(path)
    expect(one.text).toContain('not tried against the real service')
    expect((await reader.get(path)).text).not.toContain('Mark as sent')
    const wrong = await officer.post(`${path}/sent`, { reference: '' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Enter the platform’s reference of the notice')
    expect((await reader.post(`${path}/prepare`, {})).status).toBe(403)
    const sent = await officer.post(`${path}/sent`, {
      reference: '000009-2026',
      'sentOn-day': '1',
      'sentOn-month': '5',
      'sentOn-year': '2026',
    })
    expect(sent.text).toContain('Marked as sent')
    expect(sent.text).toContain('000009-2026')
  })
})
