import { describe, expect, test } from 'vitest'
import {
  addCommitment,
  type CommitmentText,
  type ContractText,
  judgeDelivery,
  recordContract,
  reportDelivery,
} from '#contracts'
import { addMembership, createOrganisation, createPerson, permissionsOf, type Role } from '#identity'
import { actingAs } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { importLines } from './actions/lines.ts'
import { recordOthers, recordResult } from './actions/others.ts'
import { prepareStatement, signStatement } from './actions/statements.ts'
import { anOther } from './builders.ts'
import { readBudget } from './read-budget.ts'
import { pages } from './routes.ts'
import { listSignedStatements } from './store/statements.ts'
import type { BudgetTables } from './tables.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const authority = async (name: string) =>
  must(
    await createOrganisation(db.context({ kind: 'command' }, null), {
      name,
      kind: 'council',
      isAuthority: true,
    }),
  )
const council = await authority('Northmere City Council')
const other = await authority('Elsewhere Council')
const ctx = db.context({ kind: 'command' }, council.id)

const person = async (role: Role) => {
  const email = `${role}@council.example`
  const operator = db.context({ kind: 'command' }, null)
  const personId = must(await createPerson(operator, { name: role, email, password: newId() }))
  must(await addMembership(ctx, personId, role))
  return {
    ctx: actingAs(db.services, { kind: 'person', personId }, council.id),
    browser: await app.as(
      aVisitor({ personId, authorityId: council.id, permissions: [...permissionsOf([role])] }),
    ),
  }
}
const finance = await person('finance')
const director = await person('finance-director')
const councillor = await person('councillor')

const contract: ContractText = {
  reference: 'NC-1',
  title: 'Repair of footpaths',
  description: '',
  department: 'Highways',
  lot: '',
  supplierName: 'Fenwick Paths Ltd',
  supplierNumber: null,
  valuePence: 50_000_000,
  startsOn: '2025-04-01',
  endsOn: '2027-03-31',
  manager: '',
  supplierContact: '',
  cpv: [],
}
const commitment: CommitmentText = {
  title: 'Apprentice starts',
  framework: null,
  measure: null,
  unit: 'people',
  quantity: '8',
  unitValue: '1000',
  priceYear: '2025/26',
  basis: 'economic',
  schedule: [
    { year: '2025/26', quantity: '4' },
    { year: '2026/27', quantity: '4' },
  ],
  placeCode: '',
  placeName: '',
  evidenceRule: '',
  owner: '',
  supplierOwner: '',
  priorityId: null,
  scalesWithSpend: false,
}
const contractId = must(await recordContract(ctx, contract))
const commitmentId = must(await addCommitment(ctx, contractId, commitment))
must(
  await addCommitment(ctx, contractId, {
    ...commitment,
    title: 'Homes warmed',
    unit: 'homes',
    unitValue: null,
    basis: 'none',
    schedule: [],
  }),
)
const deliver = async (toOn: string, quantity: string, of: string | null = commitmentId): Promise<void> => {
  const report = {
    contractId,
    commitmentId: of,
    title: 'Began',
    unit: 'people',
    quantity,
    fromOn: toOn,
    toOn,
    placeCode: '',
    placeName: '',
    story: '',
    reportedFor: '',
    activity: null,
  }
  const id = must(await reportDelivery(ctx, report))
  must(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }))
}
await deliver('2026-03-31', '3')
await deliver('2026-10-31', '2')
await deliver('2026-10-31', '5', null)

const budgetOf = async (year: string, on = '2026-11-22', who = ctx) =>
  (await inReading(who, (reader: Reader<BudgetTables>) => readBudget(reader, year, on))).budget

describe('the budget of a year', () => {
  test('is read from the register: by basis, with what last year left undone', async () => {
    expect((await budgetOf('2025/26')).totals).toMatchObject([
      { basis: 'economic', unit: '£', planned: 400_000, due: 400_000, verified: 300_000, carried: 100_000 },
      { basis: 'none', unit: 'homes', planned: 400, verified: 0, carried: 400 },
    ])
    // 236 of 365 days are over on 22 November: 4 × 236/365 fall due, and one is brought forward.
    expect((await budgetOf('2026/27')).totals[0]).toMatchObject({
      brought: 100_000,
      planned: 500_000,
      due: 358_630,
      verified: 200_000,
      carried: 158_630,
      missed: 0,
    })
    expect((await budgetOf('2026/27', '2027-05-01')).totals[0]).toMatchObject({ missed: 300_000, carried: 0 })
  })

  test('tells what nobody promised apart', async () => {
    expect((await budgetOf('2026/27')).unplanned).toEqual([{ unit: 'people', deliveries: 1, quantity: 500 }])
  })

  test('takes grants and the council’s own action in, and a result once', async () => {
    const [id = ''] = must(await recordOthers(ctx, [{ text: anOther(), result: null }]))
    expect(await recordOthers(ctx, [{ text: anOther(), result: null }])).toMatchObject({
      refusal: 'title-taken',
    })
    const result = { doneOn: '2026-03-01', quantity: '450', evidence: 'Diary of the club' }
    must(await recordResult(ctx, id, result))
    expect(await recordResult(ctx, id, { ...result, quantity: '-451' })).toMatchObject({
      refusal: 'result-below-nothing',
    })
    expect(await recordResult(ctx, id, { ...result, doneOn: '2026-12-01' })).toMatchObject({
      refusal: 'result-in-future',
    })
    const { totals, sources } = await budgetOf('2025/26')
    // 600 hours at £20, of which 450 are seen; the grant has ended, so the rest is missed.
    expect(totals.find(({ basis }) => basis === 'wellbeing')).toMatchObject({
      planned: 1_200_000,
      verified: 900_000,
      missed: 300_000,
    })
    expect(sources.map(({ key }) => key).sort()).toEqual(['contract', 'grant'])
  })

  test('is empty for another authority, whose tables hold nothing of it', async () => {
    const theirs = db.context({ kind: 'command' }, other.id)
    expect((await budgetOf('2025/26', '2026-11-22', theirs)).totals).toEqual([])
    await importLines(ctx, 'b.csv', [
      { year: '2025/26', department: 'Highways', code: '', name: 'Paths', budgetPence: 100, spentPence: 90 },
    ])
    for (const table of ['line', 'other_value', 'other_result', 'statement'])
      await inReading(theirs, async (reader) => {
        const found = await (reader as Reader<Record<string, { authority_id: string }>>)
          .selectFrom(`budget.${table}`)
          .select('authority_id')
          .execute()
        expect(found, table).toEqual([])
      })
    await expect(
      recordResult(theirs, newId(), { doneOn: '2026-03-01', quantity: '1', evidence: 'x' }),
    ).rejects.toThrow('nothing recorded')
  })
})

describe('a statement', () => {
  test('is prepared once the year is over, by one person, and signed by another', async () => {
    expect(await prepareStatement(finance.ctx, '2026/27', '')).toMatchObject({ refusal: 'year-not-over' })
    const prepared = must(await prepareStatement(finance.ctx, '2025/26', 'A first year.'))
    expect(prepared.reference).toBe('northmere-city-council-2025-26-1')
    expect(await prepareStatement(finance.ctx, '2025/26', '')).toMatchObject({ refusal: 'statement-waits' })
    const which = { year: '2025/26', fingerprint: prepared.fingerprint }
    expect(await signStatement(finance.ctx, which)).toMatchObject({ refusal: 'signer-prepared' })
    expect(await signStatement(director.ctx, { ...which, fingerprint: 'another' })).toMatchObject({
      refusal: 'not-the-one-shown',
    })
    expect((await app.client().get('/statements/northmere-city-council-2025-26-1')).status).toBe(404)

    const page = await director.browser.get('/budget/2025-26/statement')
    expect(page.text).toContain('A first year.')
    const signed = await director.browser.submit({}, 'Sign and publish')
    expect(signed.path).toBe('/statements/northmere-city-council-2025-26-1')
    expect(signed.h1).toBe('Social value statement 2025/26, Northmere City Council')
  })

  test('stays as it was signed, whatever is decided on later', async () => {
    const address = '/statements/northmere-city-council-2025-26-1'
    const before = await app.client().get(address)
    await deliver('2026-03-30', '1')
    expect((await budgetOf('2025/26')).totals[0]).toMatchObject({ verified: 400_000 })
    const after = await app.client().get(address)
    expect(after.text).toBe(before.text)
    expect(after.text).toContain('£3,000')
    for (const change of [
      `update budget.statement set content = '{}'`,
      `update budget.statement set status = 'withdrawn'`,
      `update budget.statement set signed_name = 'Somebody else'`,
      'delete from budget.statement',
    ])
      await expect(db.query(change), change).rejects.toThrow('never changes')
  })

  test('is corrected by another edition, compared with the year before, and named to everybody', async () => {
    const second = must(await prepareStatement(finance.ctx, '2025/26', 'Corrected.'))
    must(await signStatement(director.ctx, { year: '2025/26', fingerprint: second.fingerprint }))
    const first = await app.client().get('/statements/northmere-city-council-2025-26-1')
    expect(first.links).toContainEqual({
      text: 'Read the newest edition',
      href: '/statements/northmere-city-council-2025-26-2',
    })
    const later = { ...finance.ctx, clock: { now: () => new Date('2027-05-03T10:00:00Z') } }
    const next = must(await prepareStatement(later, '2026/27', ''))
    must(
      await signStatement(
        { ...director.ctx, clock: later.clock },
        { year: '2026/27', fingerprint: next.fingerprint },
      ),
    )
    const page = await app.client().get(`/statements/${next.reference}`)
    expect(page.text).toContain('2026/27 beside 2025/26')
    expect(page.links).toContainEqual({
      text: 'Statement of 2025/26',
      href: '/statements/northmere-city-council-2025-26-2',
    })
    const theirs = db.context({ kind: 'nobody' }, null)
    const listed = await inReading(theirs, (reader: Reader<BudgetTables>) => listSignedStatements(reader))
    expect(listed.map(({ reference }) => reference)).toEqual([
      'northmere-city-council-2026-27-1',
      'northmere-city-council-2025-26-2',
      'northmere-city-council-2025-26-1',
    ])
    const list = await app.client().get('/statements?words=2025')
    expect(list.tables[0]?.slice(1).map(([year]) => year)).toEqual([
      'Financial year2025/26, Northmere City Council, edition 2',
      'Financial year2025/26, Northmere City Council, edition 1',
    ])
    expect((await app.client().get('/statements?words=Ashshire')).text).toContain('Nothing fits')
    const file = await app
      .client()
      .request({ method: 'GET', url: `/statements/${next.reference}/figures.csv` })
    expect(file.body).toContain('in all,,Output and earnings,£,1,')
  })
})

describe('the pages', () => {
  test('show the year to everybody of the council, and forms to finance alone', async () => {
    const page = await councillor.browser.get('/budget?year=2026-27')
    expect(page).toMatchObject({ status: 200, h1: 'Social value budget 2026/27' })
    expect(page.text).toContain('there is no sum over them')
    const department = await councillor.browser.get('/budget/2026-27/departments/highways')
    expect(department.h1).toBe('Highways: social value budget 2026/27')
    expect(department.text).toContain('Apprentice starts')
    expect((await councillor.browser.get('/budget/2026-27/departments/nowhere')).status).toBe(404)
    expect((await councillor.browser.get('/budget/2026-28/departments/highways')).status).toBe(404)
    expect((await councillor.browser.get('/budget/other/new')).status).toBe(403)
    const xlsx = await councillor.browser.request({ method: 'GET', url: '/budget/2026-27/figures.xlsx' })
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test('take budget lines in, all or none', async () => {
    await finance.browser.get('/budget/lines')
    const wrong = await finance.browser.upload(
      { field: 'file', name: 'b.csv', content: 'Directorate,Budget\nHighways,much\n,5\n' },
      { year: '2026/27' },
    )
    expect(wrong.status).toBe(400)
    expect(wrong.errors.map(({ text }) => text)).toEqual([
      'Row 2, budget: “much” is not an amount. Write 12,000 or £12,000.00.',
      'Row 3, department: is empty.',
    ])
    await finance.browser.get('/budget/lines')
    const done = await finance.browser.upload(
      { field: 'file', name: 'b.csv', content: 'Directorate,Budget,Actual\nHighways,"£1,200.50",(3.00)\n' },
      { year: '2026/27' },
    )
    expect(done.text).toContain('Imported: 1 budget line.')
    expect((await budgetOf('2026/27')).financial).toEqual([
      { department: 'Highways', lines: 1, budgetPence: 120_050, spentPence: -300 },
    ])
  })

  test('record a grant by form and by file', async () => {
    await finance.browser.get('/budget/other/new')
    const wrong = await finance.browser.submit({ title: '', quantity: '0', given: 'much' })
    expect(wrong.errors.map(({ href }) => href)).toEqual([
      '#kind',
      '#title',
      '#given',
      '#unit',
      '#quantity',
      '#starts-day',
      '#ends-day',
    ])
    const saved = await finance.browser.submit({
      kind: 'asset-transfer',
      title: 'Ropewalk Hall',
      quantity: '600',
      unit: 'evenings',
      given: '£240,000',
      basis: 'none',
      'starts-day': '1',
      'starts-month': '6',
      'starts-year': '2026',
      'ends-day': '31',
      'ends-month': '5',
      'ends-year': '2027',
    })
    expect(saved).toMatchObject({ status: 200, h1: 'Ropewalk Hall' })
    const seen = await finance.browser.submit({
      quantity: '40',
      evidence: 'Booking list',
      'doneOn-day': '1',
      'doneOn-month': '10',
      'doneOn-year': '2026',
    })
    expect(seen.text).toContain('Booking list')
    await finance.browser.get('/budget/other')
    const header =
      'kind,title,recipient,starts,ends,basis,unit,wanted,unit value,verified,verified on,evidence'
    const row = 'grant,Repair café,Mend It,01/04/2026,31/03/2027,spend,things,50,2.5,10,01/06/2026,Log'
    const done = await finance.browser.upload({
      field: 'file',
      name: 'g.csv',
      content: `${header}\n${row}\n`,
    })
    expect(done.text).toContain('Repair café')
  })
})

describe('a promise that another took the place of', () => {
  test('is what was verified of it, and the other falls due from its own day', async () => {
    await db.query(`update contracts.commitment set until_on = '2026-09-30' where id = $1`, [commitmentId])
    const former = (await budgetOf('2026/27')).totals.find(({ basis }) => basis === 'economic')
    // Six of eight are verified: by 31 March 2026, 365 of 548 days, four are due and kept; the rest by 30 September.
    expect(former).toMatchObject({
      brought: 0,
      planned: 200_365,
      due: 200_365,
      verified: 200_365,
      missed: 0,
      carried: 0,
    })
    await db.query(`update contracts.commitment set from_on = '2026-10-01' where title = 'Homes warmed'`)
    const later = (await budgetOf('2026/27')).totals.find(({ unit }) => unit === 'homes')
    // 53 of 182 days are over on 22 November.
    expect(later).toMatchObject({ brought: 0, planned: 800, due: 233, missed: 0 })
  })
})
