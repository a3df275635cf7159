import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import { installShippedFrameworks } from '#measures'
import { readThread, type StrategyTables } from '#strategy'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { addCommitment, changeCommitment } from './actions/commitments.ts'
import { judgeDelivery, reportDelivery } from './actions/deliveries.ts'
import { importContracts, recordContract } from './actions/register.ts'
import { api } from './api.ts'
import { aCommitmentText, aContractText, anAuthority, aReport } from './builders.ts'
import { readContract } from './read-contract.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
await installShippedFrameworks(db.services)
const council = await anAuthority(db, 'Northmere City Council')
const other = await anAuthority(db)
const ctx = db.context({ kind: 'command' }, council.id)
const as = (role: Role) =>
  app.as(aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] }))
const [manager, officer, councillor] = [
  await as('contract-manager'),
  await as('procurement-officer'),
  await as('councillor'),
]
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('the register', () => {
  test('begins with a page that teaches', async () => {
    const page = await (
      await app.as(aVisitor({ authorityId: other.id, permissions: ['contracts.read', 'contracts.manage'] }))
    ).get('/contracts')
    expect(page).toMatchObject({ status: 200, h1: 'Contracts' })
    expect(page.links).toContainEqual({ text: 'Import a register', href: '/contracts/import' })
  })

  test('takes a contract by form, and says what is wrong with it', async () => {
    await manager.get('/contracts/new')
    const wrong = await manager.submit({
      reference: '',
      companyNumber: 'none',
      value: 'much',
      ...day('endsOn', '2026-02-31'),
    })
    expect(wrong.errors.map(({ href }) => href)).toEqual([
      '#reference',
      '#title',
      '#supplierName',
      '#companyNumber',
      '#value',
      '#endsOn-day',
    ])
    const texts = {
      reference: 'F-1',
      title: 'School meals',
      supplierName: 'Fenwick Meals',
      companyNumber: '4567123',
      value: '£120,000',
    }
    const backwards = await manager.submit({
      ...texts,
      ...day('startsOn', '2026-02-01'),
      ...day('endsOn', '2026-01-31'),
    })
    expect(backwards.errors).toEqual([
      { text: 'The last day is before the first. Check both days', href: '#endsOn-day' },
    ])
    const saved = await manager.submit({ ...day('endsOn', '2027-01-31') })
    expect(saved).toMatchObject({ status: 200, h1: 'School meals' })
    expect(saved.text).toContain('GB-COH 04567123')
    expect(saved.text).toContain('£120,000')
    await manager.get('/contracts/new')
    const twice = await manager.submit(texts)
    expect(twice.errors[0]?.text).toContain('Another contract has this reference')
    expect((await councillor.get('/contracts/new')).status).toBe(403)
  })

  test('takes a file whole or not at all, and brings what it knows up to date', async () => {
    const head = 'Ref,Title,Supplier,End date,Value\n'
    await manager.get('/contracts/import')
    const send = (content: string, fields = {}) =>
      manager.upload({ field: 'file', name: 'r.csv', content }, fields)
    const refused = await send(`${head}R1,Bins,Fenwick,31/03/2028,10\nR2,Roads,,soon,5\n`)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Row 3, last day: “soon” is not a day.')
    expect((await manager.get('/contracts?search=Bins')).text).toContain('No contract found')
    await manager.get('/contracts/import')
    await send(`${head}R1,Bins,Fenwick,31/03/2028,10\nR2,Roads,,soon,5\n`, { leaveOut: 'yes' })
    expect((await manager.get('/contracts?search=Bins')).tables[0]?.[1]?.join(' ')).toContain('31 March 2028')
    await manager.get('/contracts/import')
    await send(`${head}R1,Bins and sacks,Fenwick,,10\n`)
    expect((await manager.get('/contracts?search=sacks')).tables[0]?.[1]?.join(' ')).toContain(
      '31 March 2028',
    )
    const csv = await manager.request({ method: 'GET', url: '/contracts.csv?search=sacks' })
    expect(csv.body).toContain('Bins and sacks')
    expect((await manager.get('/contracts.exe')).status).toBe(404)
    await manager.get('/contracts/import')
    expect((await send('%PDF-1.7')).text).toContain('The file is a PDF')
  })

  test('is another authority’s own', async () => {
    const outside = db.context({ kind: 'command' }, other.id)
    const rows = await inReading(outside, (reader) =>
      (reader as never as Reader<{ 'contracts.contract': { id: string } }>)
        .selectFrom('contracts.contract')
        .select('id')
        .execute(),
    )
    expect(rows).toEqual([])
    const contractId = must(await recordContract(ctx, aContractText({ reference: 'OWN' })))
    const stranger = await app.as(aVisitor({ authorityId: other.id, permissions: ['contracts.read'] }))
    expect((await stranger.get(`/contracts/${contractId}`)).status).toBe(404)
    expect((await manager.get('/contracts/gone')).status).toBe(404)
  })

  test('answers the API with the same figures', async () => {
    const answer = await councillor.request({
      method: 'GET',
      url: '/api/v1/contracts?search=sacks&on=2030-01-01',
    })
    expect(JSON.parse(answer.body).contracts).toMatchObject([
      { reference: 'R1', valuePence: 1000, state: 'ended' },
    ])
  })

  test('keeps two imports of the same file from adding twice', async () => {
    const contracts = [aContractText({ reference: 'TWICE' })]
    const first = await importContracts(ctx, { source: 'file', name: 'a.csv', contracts })
    const second = await importContracts(ctx, { source: 'file', name: 'a.csv', contracts })
    expect([first, second]).toEqual([
      { added: 1, changed: 0, same: 0 },
      { added: 0, changed: 0, same: 1 },
    ])
  })
})

describe('a promise and what comes of it', async () => {
  const contractId = must(await recordContract(ctx, aContractText({ reference: 'P-1', title: 'Footpaths' })))
  const path = `/contracts/${contractId}`

  test('goes through the pages from promise to verified', async () => {
    await officer.get(`${path}/commitments/new`)
    const wrong = await officer.submit({
      title: 'Jobs',
      quantity: '10',
      unit: 'jobs',
      evidenceRule: 'Payroll',
      'year-2025-26': '4',
    })
    expect(wrong.errors[0]?.text).toBe('The years add up to 4, and 10 are promised. Make them the same')
    const saved = await officer.submit({ 'year-2026-27': '6' })
    expect(saved.tables[0]?.[1]?.join(' ')).toContain('Jobs')
    await officer.get(`${path}/deliveries/new`)
    const future = await officer.submit({
      title: 'Jobs',
      quantity: '6',
      unit: 'jobs',
      ...day('fromOn', '2026-11-01'),
      ...day('toOn', '2026-12-01'),
    })
    expect(future.errors[0]?.href).toBe('#toOn-day')
    const commitmentId = /option value="([0-9a-f-]{36})"/.exec(future.html)?.[1]
    const reported = await officer.submit({ commitmentId, ...day('toOn', '2026-11-20') })
    expect(reported.text).toContain('Waits for a decision')
    const at = reported.path.split('?')[0] ?? ''
    const spoofed = await officer.upload(
      { field: 'file', name: 'photo.jpg', content: '<svg onload=alert(1)>' },
      {},
      `${at}/evidence`,
    )
    expect(spoofed.errors[0]?.text).toContain('something that would run')
    await officer.post(`${at}/decide`, { verdict: 'accept' })
    expect((await officer.get(at)).text).toContain('Waits for a decision')
    await manager.get(at)
    const bare = await manager.submit({ verdict: 'accept-in-part', part: '4' }, `${at}/decide`)
    expect(bare.errors).toEqual([{ text: 'Enter a reason that the supplier can read', href: '#note' }])
    const decided = await manager.submit({ note: 'Two were there before' }, `${at}/decide`)
    expect(decided.text).toContain('Verified in part')
    expect((await councillor.get(path)).tables[0]?.[1]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(Achieved)?4$/)]),
    )
  })

  test('is on the thread, delivery and all', async () => {
    const { nodes } = await inReading(ctx, (reader: Reader<StrategyTables>) => readThread(reader))
    const titles = [...nodes.values()].map(({ kind, title, note }) => `${kind} ${title} ${note}`)
    expect(titles).toEqual(
      expect.arrayContaining([
        'contract Footpaths Fenwick Paths Ltd',
        'commitment Jobs 10 jobs',
        'delivery Jobs 4 jobs, verified',
      ]),
    )
  })

  test('stands still from its first delivery', async () => {
    const text = aCommitmentText()
    const id = must(await addCommitment(ctx, contractId, text))
    expect((await changeCommitment(ctx, id, { ...text, quantity: '9' })).ok).toBe(true)
    must(await reportDelivery(ctx, aReport({ contractId, commitmentId: id })))
    expect(await changeCommitment(ctx, id, { ...text, quantity: '1' })).toMatchObject({
      refusal: 'commitment-has-deliveries',
    })
  })

  test('is shared between contracts without counting twice', async () => {
    const second = must(await recordContract(ctx, aContractText({ reference: 'P-2' })))
    const activity = { title: 'Careers day', quantity: '100' }
    const share = (id: string, quantity: string) =>
      reportDelivery(ctx, aReport({ contractId: id, quantity, unit: 'pupils', activity }))
    must(await share(contractId, '70'))
    expect(await share(second, '31')).toMatchObject({ refusal: 'more-than-activity', facts: { left: '30' } })
    const id = must(await share(second, '30'))
    expect((await manager.get(`/contracts/deliveries/${id}`)).text).toContain(
      'Careers day: 100 pupils in all, with 1 other contract',
    )
  })

  test('that is rejected counts for nothing, and is not decided on twice', async () => {
    const id = must(await reportDelivery(ctx, aReport({ contractId, quantity: '500' })))
    must(await judgeDelivery(ctx, id, { verdict: 'reject', quantity: null, note: 'No evidence' }))
    expect(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' })).toMatchObject({
      refusal: 'already-decided',
    })
    const report = await inReading(ctx, (reader) => readContract(reader as never, contractId, '2026-11-22'))
    expect(report.unplanned.find((one) => one.id === id)?.verifiedQuantity).toBeNull()
    await expect(
      db.query(`update contracts.delivery set verified_quantity = 999 where id = '${id}'`),
    ).rejects.toThrow('ck_delivery_verified')
  })
})
