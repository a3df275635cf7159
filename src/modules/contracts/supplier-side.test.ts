import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role, registerSupplier } from '#identity'
import type { Reader } from '../../platform/database.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { encodeWithFile } from '../../platform/testing/test-client.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { readBound } from './actions/bound.ts'
import { addCommitment } from './actions/commitments.ts'
import { judgeDelivery, reportDelivery } from './actions/deliveries.ts'
import { addIndicator, assessIndicator } from './actions/indicators.ts'
import { addOption, recordContract, takeOption } from './actions/register.ts'
import { remindOfContracts } from './actions/reminders.ts'
import { inviteSupplier, joinContract } from './actions/supplier-links.ts'
import { api } from './api.ts'
import { aCommitmentText, aContractText, anAuthority, aReport } from './builders.ts'
import { readLinkedContracts } from './linked-contracts.ts'
import { pages } from './routes.ts'
import { listSupplierLinks } from './store/supplier-links.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const contractId = must(await recordContract(ctx, aContractText({ reference: 'S-1', title: 'Footpaths' })))
const otherId = must(await recordContract(ctx, aContractText({ reference: 'S-2', title: 'Bridges' })))
const commitmentId = must(await addCommitment(ctx, contractId, aCommitmentText()))

const council_ = (role: Role) =>
  app.as(aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] }))
const supplier = async (name: string) => {
  const email = `${name.toLowerCase()}@example.org`
  const account = { name, orgId: null, email, personName: `Somebody of ${name}`, password: null }
  const { organisationId, personId } = must(await registerSupplier(db.services, account))
  const permissions = [...permissionsOf(['supplier-member'])]
  const visitor = aVisitor({
    personId,
    personName: `Somebody of ${name}`,
    authorityId: organisationId,
    authorityName: name,
    permissions,
  })
  return {
    browser: await app.as(visitor),
    organisationId,
    ctx: db.context({ kind: 'person', personId }, organisationId),
  }
}
const fenwick = await supplier('Fenwick')
const rival = await supplier('Rival')

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const yesterday = { 'fromOn-day': '21', 'fromOn-month': '11', 'fromOn-year': '2026' }
const noEnd = { 'toOn-day': '', 'toOn-month': '', 'toOn-year': '' }
const PATH = `/deliver/${contractId}`

describe('a supplier', () => {
  test('reaches no contract before it has a code', async () => {
    expect((await fenwick.browser.get('/deliver')).text).toContain('No contract yet')
    expect((await fenwick.browser.get(PATH)).status).toBe(404)
    expect((await fenwick.browser.get(`/contracts/${contractId}`)).status).toBe(403)
    await fenwick.browser.get('/deliver/join')
    const wrong = await fenwick.browser.submit({ code: 'AAAA-BBBB-CCCC-DDDD' })
    expect(wrong.errors[0]?.text).toContain('This code is not known')
  })

  test('links a contract with the code that its manager made, once', async () => {
    const manager = await council_('contract-manager')
    await manager.get(`/contracts/${contractId}/supplier`)
    const made = await manager.submit({ email: 'Site@Fenwick.example' }, 'Make a code')
    const code = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}/.exec(made.text)?.[0] ?? ''
    const [letter] = await db.query('select recipient, subject, body_text from platform.mail')
    expect(letter).toMatchObject({ recipient: 'site@fenwick.example' })
    expect(String(letter?.body_text)).toContain(code)
    const [kept] = await db.query('select code_hash from contracts.supplier_code')
    expect(String(kept?.code_hash)).not.toContain(code.slice(0, 4))
    await fenwick.browser.get('/deliver/join')
    const joined = await fenwick.browser.submit({ code: code.toLowerCase().replaceAll('-', ' ') })
    expect(joined).toMatchObject({ status: 200, h1: 'Footpaths' })
    expect((await fenwick.browser.get('/deliver')).text).toContain('Northmere City Council')
    await rival.browser.get('/deliver/join')
    expect((await rival.browser.submit({ code })).errors[0]?.text).toContain('was used')
    expect((await rival.browser.get(PATH)).status).toBe(404)
    expect((await fenwick.browser.get(`/deliver/${otherId}`)).status).toBe(404)
  })

  test('reports with a photo on one page; a refused photo keeps nothing by half', async () => {
    const { browser } = fenwick
    await browser.get(`${PATH}/new?commitment=${commitmentId}`)
    const fields = { commitmentId, quantity: '2', ...yesterday, ...noEnd }
    const photo = { field: 'file', name: 'site.png', content: PNG }
    const refused = await browser.upload(photo, fields)
    expect(refused.errors[0]?.text).toContain('Tick that nobody in the picture')
    expect(await db.query('select 1 from contracts.delivery')).toHaveLength(0)
    const named = await browser.upload(photo, {
      ...fields,
      agreed: 'yes',
      story: 'Ring Mrs Smith on 01632 960 123',
    })
    expect(named.errors[0]?.text).toContain('a telephone number and the name of a person')
    const sent = await browser.upload(photo, { ...fields, agreed: 'yes', story: 'A yard is clean.' })
    expect(sent).toMatchObject({ status: 200, h1: 'Apprentice starts' })
    expect(sent.text).toContain('site.png')
    expect(sent.text).toContain('Somebody of Fenwick, Fenwick')
    const [row] = await db.query(
      'select reported_by, from_on::text, to_on::text, authority_id from contracts.delivery',
    )
    expect(row).toEqual({
      reported_by: 'supplier',
      from_on: '2026-11-21',
      to_on: '2026-11-21',
      authority_id: council.id,
    })
  })

  test('answers what the council asks, and reads what it decided', async () => {
    const [{ id = '' } = {}] = (await db.query('select id from contracts.delivery')) as { id?: string }[]
    must(await judgeDelivery(ctx, id, { verdict: 'ask', quantity: null, note: 'Which site was it?' }))
    const home = await fenwick.browser.get(PATH)
    expect(home.links).toContainEqual({ text: 'Answer: Apprentice starts', href: `${PATH}/deliveries/${id}` })
    await fenwick.browser.get(`${PATH}/deliveries/${id}`)
    expect((await fenwick.browser.submit({ answer: ' ' }, 'Send the answer')).errors[0]?.text).toBe(
      'Enter your answer',
    )
    const answered = await fenwick.browser.submit({ answer: 'The one at the mill' }, 'Send the answer')
    expect(answered.text).toContain('The council decides now')
    expect((await rival.browser.get(`${PATH}/deliveries/${id}`)).status).toBe(404)
    const manager = await council_('contract-manager')
    expect((await manager.get(`/contracts/deliveries/${id}`)).text).toContain('The one at the mill')
    must(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }))
    expect((await fenwick.browser.get(PATH)).text).toContain('2 of 8 people verified')
  })

  test('reports for its sub-contractors, tier by tier', async () => {
    const { browser } = fenwick
    await browser.get(PATH)
    await browser.submit({ name: 'Hadrian Kerbs', work: 'Kerbstones' }, `${PATH}/sub-contractors`)
    const [first] = await db.query('select id from contracts.sub_contractor')
    const below = { name: 'Wall Haulage', work: 'Lorries', above: String(first?.id) }
    const page = await browser.submit(below, `${PATH}/sub-contractors`)
    expect(page.text).toMatch(/Wall Haulage\s*tier 2/)
    await browser.get(`${PATH}/new`)
    const file = { field: 'file', name: '', content: '' }
    const sent = await browser.upload(file, {
      ...yesterday,
      ...noEnd,
      title: 'School visits',
      quantity: '30',
      unit: 'pupils',
      doneBy: String(first?.id),
    })
    expect(sent.errors).toEqual([])
    const id = sent.path.split('/').at(-1)?.split('?')[0]
    const manager = await council_('contract-manager')
    expect((await manager.get(`/contracts/deliveries/${id}`)).text).toContain(
      'Hadrian Kerbs, for Fenwick Paths Ltd',
    )
  })

  test('sees one contract of the council and nothing else, whatever is asked of the database', async () => {
    must(await reportDelivery(ctx, aReport({ contractId: otherId })))
    const tables = [
      'contract',
      'delivery',
      'commitment',
      'evidence',
      'delivery_step',
      'adjustment',
      'former_text',
    ]
    const seen = await readBound(fenwick.ctx, { authorityId: council.id, contractId }, async (reader) => {
      const counts: Record<string, number> = {}
      for (const table of tables) {
        const rows = await (reader as Reader<Record<string, { authority_id: string }>>)
          .selectFrom(`contracts.${table}`)
          .selectAll()
          .execute()
        counts[table] = rows.filter((row) => JSON.stringify(row).includes(otherId)).length
      }
      return { counts, links: await listSupplierLinks(reader) }
    })
    expect(Object.values(seen.counts)).toEqual(tables.map(() => 0))
    expect(seen.links).toMatchObject([{ supplierName: 'Fenwick', how: 'code' }])
  })

  test('reads its indicators and ratings, and nothing of what the council notes about them', async () => {
    const indicator = {
      title: 'Paths mended in time',
      howMeasured: 'Share of repairs within a week',
      unit: '%',
      target: '95',
      direction: 'at-least',
      isSocial: false,
      isStatutory: true,
      everyMonths: 3,
      firstDueOn: '2026-10-01',
    } as const
    const [own, others] = [
      must(await addIndicator(ctx, contractId, indicator)),
      must(await addIndicator(ctx, otherId, { ...indicator, title: 'Bridges painted' })),
    ]
    const rated = { fromOn: '2026-07-01', toOn: '2026-09-30', value: '40', rating: 'inadequate' } as const
    for (const id of [own, others]) must(await assessIndicator(ctx, id, { ...rated, note: 'We may end it.' }))
    const page = await fenwick.browser.get(PATH)
    expect(page.text).toMatch(/Paths mended in time.*At least 95 %.*Inadequate.*40 %/s)
    expect(page.text).not.toMatch(/We may end it|Bridges painted/)
    const headers = { authorization: 'Bearer of-this-visitor' }
    const url = `/api/v1/deliver/${contractId}`
    const answer = JSON.parse((await fenwick.browser.request({ method: 'GET', url, headers })).body)
    expect(answer.indicators).toMatchObject([{ title: 'Paths mended in time', ratings: [{ value: '40' }] }])
    expect(JSON.stringify(answer)).not.toContain('We may end it')
    expect((await rival.browser.request({ method: 'GET', url, headers })).statusCode).toBe(404)
    await readBound(fenwick.ctx, { authorityId: council.id, contractId }, async (reader) => {
      expect(await reader.selectFrom('contracts.assessment').selectAll().execute()).toEqual([])
    })
  })

  test('splits what it did once between its contracts, and counts it no more than once', async () => {
    must(
      await reportDelivery(
        ctx,
        aReport({ contractId: otherId, activity: { title: 'Careers fair', quantity: '70' } }),
      ),
    )
    expect((await fenwick.browser.get(`${PATH}/new`)).text).not.toContain('for another contract as well')
    const account = { supplierId: fenwick.organisationId, supplierName: 'Fenwick' }
    must(await joinContract(fenwick.ctx, await inviteSupplier(ctx, otherId, ''), account))
    const fair = { commitmentId: '', title: 'Careers fair', unit: 'pupils', ...yesterday, ...noEnd }
    const file = { field: 'file', name: '', content: '' }
    const send = async (path: string, quantity: string, inAll = '120') => {
      await fenwick.browser.get(`${path}/new`)
      const shared = { activity: 'Careers fair', activityQuantity: inAll }
      return fenwick.browser.upload(file, { ...fair, ...shared, quantity })
    }
    expect((await send(PATH, '80')).errors).toEqual([])
    const form = await fenwick.browser.get(`/deliver/${otherId}/new`)
    expect(form.text).toContain('Careers fair: 120 pupils in all, 40 left')
    expect((await send(`/deliver/${otherId}`, '41')).errors[0]?.text).toContain('40')
    expect((await send(`/deliver/${otherId}`, '40', '200')).errors[0]?.text).toContain('120')
    expect((await send(PATH, '10')).errors).toHaveLength(1)
    const headers = { authorization: 'Bearer of-this-visitor' }
    const payload = {
      commitmentId: null,
      title: 'Careers fair',
      unit: 'pupils',
      quantity: '40',
      fromOn: '2026-11-21',
      toOn: '2026-11-21',
      activity: { title: 'Careers fair', quantity: '120' },
    }
    const url = `/api/v1/deliver/${otherId}/deliveries`
    const post = (body: object) => fenwick.browser.request({ method: 'POST', url, headers, payload: body })
    expect(JSON.parse((await post({ ...payload, story: 'Ask Mrs Smith' })).body).code).toBe('personal-data')
    expect((await post(payload)).statusCode).toBe(201)
    expect(JSON.parse((await post(payload)).body).code).toBe('activity-on-same-contract')
    expect((await fenwick.browser.get(`${PATH}/new`)).text).not.toContain('Begun already')
    const sums = await db.query(
      `select a.quantity::text, sum(d.quantity)::text as taken from contracts.activity a
       join contracts.delivery d on d.activity_id = a.id where a.supplier_id is not null group by 1`,
    )
    expect(sums).toEqual([{ quantity: '120', taken: '120' }])
    await readBound(rival.ctx, { authorityId: council.id, contractId: otherId }, async (reader) => {
      expect(await reader.selectFrom('contracts.activity').selectAll().execute()).toEqual([])
    })
  })

  test('sends evidence by a program, safe or refused as on the page', async () => {
    const headers = { authorization: 'Bearer of-this-visitor' }
    const [{ id = '' } = {}] = (await db.query(
      "select id from contracts.delivery where contract_id = $1 and unit = 'pupils'",
      [otherId],
    )) as { id?: string }[]
    const url = `/api/v1/deliver/${otherId}/deliveries/${id}/evidence`
    const send = async (name: string, content: string | Buffer, to = url, by = fenwick) => {
      const form = await encodeWithFile({}, { field: 'file', name, content })
      const sent = { method: 'POST' as const, url: to, ...form, headers: { ...form.headers, ...headers } }
      const answer = await by.browser.request(sent)
      const said = JSON.parse(answer.body) as Record<string, unknown>
      return { said, status: answer.statusCode, code: said.code }
    }
    const photo = await sharp({ create: { width: 2000, height: 10, channels: 3, background: '#47a' } })
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '54/1 54/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(await send('../../a.php', photo)).toMatchObject({ status: 422, code: 'not-agreed' })
    const kept = await send('../../a.php', photo, `${url}?agreed=yes`)
    expect(kept).toMatchObject({ status: 201, said: { fileName: 'a.jpg', placeTakenOut: true } })
    const stored = await buffer(db.services.files.open(String(kept.said.sha256)))
    expect(createHash('sha256').update(stored).digest('hex')).toBe(kept.said.sha256)
    const { width, exif } = await sharp(stored).metadata()
    expect({ width, exif, bytes: stored.length }).toEqual({ width: 1600, bytes: kept.said.bytes })

    const hostile: readonly [string | Buffer, string][] = [
      ['', 'empty'],
      ['<svg xmlns="x"><script>alert(1)</script></svg>', 'active-content'],
      [photo.subarray(0, 200), 'damaged'],
      ['%PDF-1.4\n<</OpenAction<</S/JavaScript>>>>\n%%EOF', 'active-content'],
      ['a,b\n=cmd|x,1\n', 'active-content'],
      ['MZ program', 'type-unknown'],
      [Buffer.alloc(20 * 1024 ** 2 + 1), 'too-large'],
    ]
    for (const [content, code] of hostile)
      expect(await send('x.jpg', content, `${url}?agreed=yes`)).toMatchObject({ status: 422, code })
    const plain = { method: 'POST' as const, url, headers, payload: { file: 'x' } }
    expect((await fenwick.browser.request(plain)).statusCode).toBe(406)
    expect(await send('x.jpg', photo, url, rival)).toMatchObject({ status: 404 })
    expect(await send('x.jpg', photo, `${url}?agreed=perhaps`)).toMatchObject({ status: 400 })
    expect(await db.query('select 1 from contracts.evidence where delivery_id = $1', [id])).toHaveLength(1)
    must(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }))
    expect(await send('x.csv', 'a,b\n1,2\n')).toMatchObject({ status: 422, code: 'decided' })
  })

  test('split an activity over its contracts: what the council reports of it too is not counted twice', async () => {
    const thirdId = must(await recordContract(ctx, aContractText({ reference: 'S-3', title: 'Parks' })))
    const elsewhere = { reference: 'S-4', supplierName: 'Rival', supplierNumber: null }
    const rivalsId = must(await recordContract(ctx, aContractText(elsewhere)))
    const fair = { title: 'Fair with schools', unit: 'pupils', quantity: '70', ...yesterday }
    const days = { ...yesterday, 'toOn-day': '21', 'toOn-month': '11', 'toOn-year': '2026' }
    const manager = await council_('contract-manager')
    const send = async (id: string, more: Record<string, string> = {}) => {
      await manager.get(`/contracts/${id}/deliveries/new`)
      return manager.submit({ ...fair, ...days, ...more })
    }
    const counted = async () => {
      const [row] = await db.query(
        "select count(*)::int as all from contracts.delivery where unit = 'pupils'",
      )
      return row?.all
    }
    const before = await counted()
    const asked = await send(thirdId)
    expect(asked.errors[0]?.text).toContain('has “Careers fair” shared out between its contracts')
    expect(asked.text).toContain('Part of “Careers fair”: 120 pupils in all')
    expect(asked.html).toContain('Fair with schools')
    const activity = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*Part of/.exec(asked.html)?.[1] ?? ''
    expect((await send(thirdId, { sameAs: activity })).errors[0]?.text).toContain('Only 0 of this activity')
    expect((await send(contractId, { sameAs: activity })).errors[0]?.text).toContain('reported its share')
    const named = await send(thirdId, { activity: 'Careers fair', activityQuantity: '70' })
    expect(named.errors).toHaveLength(1)
    expect(await counted()).toBe(before)

    expect((await send(rivalsId)).status).toBe(200)
    expect((await send(thirdId, { 'fromOn-day': '1', 'toOn-day': '20' })).status).toBe(200)
    const apart = await send(thirdId, { sameAs: 'another' })
    expect(apart.text).toContain('Something alike is verified for this supplier')
    expect((await manager.submit({ verdict: 'accept' }, 'Decide')).errors[0]?.text).toContain(
      '“Careers fair” of Bridges is verified',
    )
    const decided = await manager.submit({ verdict: 'accept', another: 'yes' }, 'Decide')
    expect(decided.text).toContain('Decided')
  })

  test('reports no more once its account was taken off', async () => {
    const manager = await council_('contract-manager')
    await manager.get(`/contracts/${contractId}/supplier`)
    await manager.submit({}, `/contracts/${contractId}/supplier/end`)
    expect((await fenwick.browser.get(PATH)).status).toBe(404)
  })
})

describe('reminders', async () => {
  const own = await anAuthority(db, 'Ashshire County Council')
  const acting = db.context({ kind: 'command' }, own.id)
  const clock = { now: () => new Date('2026-12-28T09:00:00Z') }
  const id = must(await recordContract(acting, aContractText({ reference: 'R-1' })))
  must(await addCommitment(acting, id, aCommitmentText()))
  const letters = () =>
    db.query('select recipient, subject, body_text from platform.mail order by created_at, id')

  test('go to both sides, once, with nothing of the contract in the subject', async () => {
    const join = await supplier('Mallory')
    const code = await inviteSupplier(acting, id, 'mallory@example.org')
    await join.browser.get('/deliver/join')
    await join.browser.submit({ code })
    const before = (await letters()).length
    const later = { ...acting, clock }
    expect(await remindOfContracts(later, own.id)).toBe(1)
    expect(await remindOfContracts(later, own.id)).toBe(0)
    const [letter] = (await letters()).slice(before)
    expect(letter).toMatchObject({
      recipient: 'mallory@example.org',
      subject: 'One thing waits on contracts of Ashshire County Council',
    })
    expect(String(letter?.body_text)).toContain('is behind what is due')
    expect(String(letter?.body_text)).toContain(`/deliver/${id}`)
  })
})

test('the list of deliveries is narrowed, sorted, paged and exported', async () => {
  const manager = await council_('contract-manager')
  for (let at = 0; at < 51; at++)
    must(
      await reportDelivery(
        ctx,
        aReport({
          contractId: otherId,
          title: `Tour ${String(at).padStart(2, '0')}`,
          quantity: String(at + 1),
        }),
      ),
    )
  const page = await manager.get('/contracts/deliveries?search=tour&sort=-quantity')
  expect(page.text).toContain('Showing 1 to 50 of 51')
  expect(page.tables[0]?.[1]?.[0]).toContain('Tour 50')
  const csv = await manager.request({ method: 'GET', url: '/contracts/deliveries.csv?search=tour' })
  expect(csv.body.trim().split('\r\n')).toHaveLength(52)
  expect((await manager.get('/contracts/deliveries?status=rejected')).text).toContain('No delivery found')
  expect((await manager.get(`/contracts/${otherId}`)).text).toContain('See, sort and export all 54')
})

test('the list of a supplier has the last day with the extensions that were taken', async () => {
  const before = await fenwick.browser.get('/deliver')
  expect(before.tables[0]?.[0]).toContain('Last day, with extensions taken')
  const untilOn = '2035-03-31'
  const number = must(await addOption(ctx, otherId, { untilOn, note: 'Never told' }))
  expect((await fenwick.browser.get('/deliver')).text).not.toContain('31 March 2035')
  must(await takeOption(ctx, otherId, number, '2026-11-02'))
  const after = await fenwick.browser.get('/deliver')
  expect(after.text).toMatch(/31 March 2035.*before it was extended/s)
  expect(after.text).not.toContain('Never told')
  const linked = await readLinkedContracts(fenwick.ctx)
  expect(linked.find((one) => one.contractId === otherId)).toMatchObject({ currentEnd: untilOn })
  expect(linked.every((one) => !('extensions' in one))).toBe(true)
})
