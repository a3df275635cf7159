import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role, registerSupplier } from '#identity'
import { importFile } from '#spend'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { contractFromAward } from './actions/awards.ts'
import { addCommitment } from './actions/commitments.ts'
import { judgeDelivery, reportDelivery } from './actions/deliveries.ts'
import { setLegalFacts } from './actions/indicators.ts'
import { changeContract, recordContract } from './actions/register.ts'
import { aCommitmentText, aContractText, anAuthority, anAward, aReport } from './builders.ts'
import { importContractRows } from './import-rows.ts'
import { NO_LEGAL_FACTS } from './model/life.ts'
import { readContract } from './read-contract.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const as = (role: Role) =>
  app.as(aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] }))
const manager = await as('contract-manager')
const [officer, owner] = [await as('procurement-officer'), await as('senior-owner')]
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const readOn = (id: string, on: string) => inReading(ctx, (reader) => readContract(reader as never, id, on))
const LAW = {
  ...NO_LEGAL_FACTS,
  subject: 'services' as const,
  isLightTouch: false,
  commencedOn: '2025-09-01',
  mostPence: 700_000_000,
  termMonths: 60,
}

describe('indicators', async () => {
  const id = must(await recordContract(ctx, aContractText({ reference: 'K-1', title: 'Cleaning' })))
  const path = `/contracts/${id}`

  test('are asked for by the law once it knows the contract', async () => {
    expect((await manager.get(`${path}/indicators`)).text).toContain('The law answers once this is known')
    await manager.get(`${path}/legal`)
    await manager.submit({
      subject: 'services',
      lightTouch: 'no',
      most: '£7,000,000',
      ...day('commencedOn', '2025-09-01'),
    })
    const page = await manager.get(`${path}/indicators`)
    expect(page.text).toContain('at least 3 indicators, and 0 are set')
    expect(page.text).toContain('s.52(1)')
  })

  test('are set, assessed in the five ratings, and overdue when nobody does', async () => {
    await manager.get(`${path}/indicators/new`)
    const listed = await manager.submit({
      title: 'Rooms cleaned',
      howMeasured: 'Counted',
      target: '95',
      unit: 'per cent',
      ...day('firstDueOn', '2026-10-31'),
    })
    expect(listed.text).toContain('Overdue')
    const href = listed.links.find(({ text }) => text === 'Rooms cleaned')?.href ?? ''
    await manager.get(href)
    const period = { ...day('fromOn', '2026-07-01'), ...day('toOn', '2026-09-30') }
    const bare = await manager.submit({ ...period, value: '40', rating: 'good' }, `${href}/assess`)
    expect(bare.errors[0]?.href).toBe('#note')
    expect(bare.text).toContain('The figure suggests: Inadequate')
    const done = await manager.submit({ rating: 'inadequate' }, `${href}/assess`)
    expect(done.tables[0]?.[1]?.join(' ')).toMatch(/40 per cent.*Inadequate/)
    expect((await officer.get(`${path}/indicators`)).text).not.toContain('Overdue')
    await expect(
      db.query('set role goldthread_app; update contracts.assessment set rating = $$good$$'),
    ).rejects.toThrow('permission denied')
    await db.query('reset role')
  })

  test('lead to a notice only by a chance to improve and two approvals of others', async () => {
    await manager.get(`${path}/notices/new`)
    const draft = { kind: 'poor-performance', whatHappened: 'Half the rooms were left' }
    expect((await manager.submit(draft)).errors[0]?.text).toContain('First give the supplier a proper chance')
    const chance = { ...day('chanceFromOn', '2026-09-01'), ...day('chanceUntilOn', '2026-10-31') }
    const begun = await manager.submit({ ...draft, chance: 'Asked in writing', ...chance })
    const at = begun.path
    const event = { whatCameOfIt: 'No better', ...day('eventOn', '2026-10-15') }
    expect((await manager.submit(event, `${at}/propose`)).errors[0]?.text).toContain(
      'The chance to improve runs',
    )
    const proposed = await manager.submit(day('eventOn', '2026-11-02'), `${at}/propose`)
    expect(proposed.text).toContain('1 December 2026')
    expect((await manager.post(`${at}/approve`, {})).status).toBe(403)
    const first = await person('procurement-officer')
    await first.get(at)
    expect((await first.submit({}, `${at}/approve`)).text).toContain('1 of 2')
    expect((await first.submit({}, `${at}/approve`)).errors[0]?.text).toContain('Somebody else has to')
    const second = await person('senior-owner')
    await second.get(at)
    expect((await second.submit({}, `${at}/approve`)).text).toContain('Approved twice')
  })
})

/** Somebody of their own, as approvals are told apart by person. */
const person = (role: Role) => as(role)

describe('a change', async () => {
  const text = aContractText({
    reference: 'C-1',
    title: 'Meals',
    valuePence: 100_000_000,
    endsOn: '2029-03-31',
  })
  const id = must(await recordContract(ctx, text))
  const commitmentId = must(await addCommitment(ctx, id, aCommitmentText()))
  await setLegalFacts(ctx, id, LAW)
  const path = `/contracts/${id}`
  const KEEPS = {
    isNewKindOfSupply: 'no',
    favoursSupplier: 'no',
    changesOverallNature: 'no',
    isProvidedFor: 'no',
  }
  const NOT = {
    isUrgentOrProtectsLife: 'no',
    isUnforeseeable: 'no',
    isKnownRisk: 'no',
    isIncompatibleElsewhere: 'no',
    couldHaveBeenMadeTogether: 'no',
  }
  const propose = async (fields: Record<string, string>) => {
    await manager.get(`${path}/changes/new`)
    return manager.submit({ way: 'volume', title: 'More meals', reason: 'Demand', ...fields })
  }

  test('is tested against every way of section 74, with caps and running totals', async () => {
    const page = await propose({ value: '1,100,000', ...KEEPS, ...NOT })
    expect(page.text).toContain('Nothing in section 74 stands against it. It needs no change notice')
    expect(page.text).toContain('A small change: Yes')
    expect(page.text).toContain('Unforeseeable circumstances: No')
    expect(page.text).toContain('£100,000 (10% of the value at award)')
    expect(page.text).toContain('Sch 8 para 4')
  })

  test('that no way allows is not made, whoever approves it', async () => {
    const page = await propose({ value: '1,600,000', ...KEEPS, ...NOT, favoursSupplier: 'yes' })
    expect(page.text).toContain('it needs a new procurement')
    for (const one of [officer, owner]) {
      await one.get(page.path)
      await one.submit({}, `${page.path.split('?')[0]}/approve`)
    }
    await manager.get(page.path)
    const made = await manager.submit(day('madeOn', '2026-11-22'), `${page.path.split('?')[0]}/make`)
    expect(made.errors[0]?.text).toContain('No way of section 74 is open')
  })

  test('is made after its approval, and the days before it say what they said', async () => {
    const page = await propose({ value: '1,050,000', ...KEEPS, ...NOT })
    const at = page.path.split('?')[0] ?? ''
    const early = await manager.submit(day('madeOn', '2026-11-20'), `${at}/make`)
    expect(early.errors[0]?.text).toBe('It has 0 of the 1 approvals it needs')
    await officer.get(at)
    await officer.submit({}, `${at}/approve`)
    await manager.get(at)
    const made = await manager.submit(day('madeOn', '2026-11-20'), `${at}/make`)
    expect(made.text).toContain('As it stood on 20 November 2026')
    expect((await readOn(id, '2026-11-19')).contract.valuePence).toBe(100_000_000)
    expect((await readOn(id, '2026-11-20')).contract.valuePence).toBe(105_000_000)
    expect((await manager.get(`${path}/history`)).text).toContain('£1,000,000 became £1,050,000')
    expect((await manager.get(`${path}?on=2026-11-19`)).text).toContain('£1,000,000')
  })

  test('swaps a commitment for one of at least equal value, and keeps what was verified', async () => {
    const report = aReport({
      contractId: id,
      commitmentId,
      fromOn: '2026-09-01',
      toOn: '2026-09-30',
      quantity: '3',
    })
    const deliveryId = must(await reportDelivery(ctx, report))
    must(await judgeDelivery(ctx, deliveryId, { verdict: 'accept', quantity: null, note: '' }))
    const swap = { way: 'swap', title: 'Hours for starts', commitmentId, newTitle: 'Hours', newUnit: 'hours' }
    const less = await propose({ ...swap, newQuantity: '100', newUnitValue: '49.99', ...KEEPS, ...NOT })
    expect(less.errors[0]?.text).toContain('What comes is worth £4999.00, and what goes is worth £5000.00')
    const page = await manager.submit({ newUnitValue: '50' })
    const at = page.path.split('?')[0] ?? ''
    await officer.get(at)
    await officer.submit({}, `${at}/approve`)
    await manager.get(at)
    await manager.submit(day('madeOn', '2026-11-22'), `${at}/make`)
    const rows = (await readOn(id, '2026-11-22')).commitments
    expect(
      rows.map(({ commitment, progress }) => [commitment.title, progress.promised, progress.state]),
    ).toEqual([
      ['Apprentice starts', '3', 'replaced'],
      ['Hours', '100', 'on-track'].with(2, rows[1]?.progress.state ?? ''),
    ])
    expect((await readOn(id, '2026-11-21')).commitments).toHaveLength(1)
  })

  test('by hand keeps the past too', async () => {
    must(await changeContract(ctx, id, { ...text, title: 'School meals', valuePence: 105_000_000 }))
    expect((await readOn(id, '2026-11-21')).contract.title).toBe('Meals')
    expect((await readOn(id, '2026-11-22')).contract.title).toBe('School meals')
  })
})

describe('reviews', async () => {
  const id = must(await recordContract(ctx, aContractText({ reference: 'V-1', title: 'Parks' })))
  const path = `/contracts/${id}`

  test('are planned, held and followed by actions, and stand in a calendar', async () => {
    await manager.get(`${path}/reviews`)
    const plan = { title: 'First year', ...day('plannedOn', '2026-11-30'), isReviewPoint: 'yes' }
    expect((await manager.submit(plan)).errors[0]?.href).toBe('#ways')
    const planned = await manager.submit({ ...plan, ways: 'swap' })
    const href = planned.links.find(({ text }) => text === 'First year')?.href ?? ''
    const page = await manager.get(href)
    expect(page.links.map(({ text }) => text)).toContain('Swap a commitment for one of at least equal value')
    const ics = await manager.request({ method: 'GET', url: '/contracts/reviews.ics' })
    expect(ics.body).toContain('SUMMARY:Review point: First year – Parks')
    expect(ics.body).toContain('DTSTART;VALUE=DATE:20261130')
    await manager.get(href)
    const action = { what: 'Send the list of sites', owner: 'Site manager', ...day('dueOn', '2026-12-05') }
    expect((await manager.submit(action, `${href}/actions`)).text).toContain('Send the list of sites')
    const future = await manager.submit({ ...day('heldOn', '2026-11-30'), notes: 'All well' }, `${href}/held`)
    expect(future.errors[0]?.href).toBe('#heldOn-day')
    await manager.submit(day('heldOn', '2026-11-20'), `${href}/held`)
    const list = await manager.get('/contracts/reviews')
    expect(list.text).toContain('Send the list of sites')
    expect(list.text).not.toContain('First yearReview point')
  })
})

describe('an award', async () => {
  const supplier = must(
    await registerSupplier(db.services, {
      name: 'Bellwharf Repairs',
      orgId: 'GB-COH-01234567',
      email: 'b@example.org',
      personName: 'Bid Lead',
      password: null,
    }),
  )
  const award = anAward(supplier.organisationId, {
    offers: [
      {
        framework: 'open',
        measure: 'com-volunteer',
        name: 'Hours given',
        unit: 'hours',
        quantity: '120',
        unitValue: '19.4',
        basis: 'economic',
        priceYear: null,
      },
      {
        framework: null,
        measure: null,
        name: 'Nothing',
        unit: 'hours',
        quantity: '0',
        unitValue: null,
        basis: 'none',
        priceYear: null,
      },
    ],
    words: [{ criterion: 'Young people', text: 'We go to schools each term.' }],
  })
  const draft = {
    reference: 'A-1',
    title: 'Repairs',
    department: 'Housing',
    startsOn: '2026-12-01',
    endsOn: '2028-11-30',
    manager: 'Repairs manager',
  }

  test('becomes a contract once, with its promises, and both sides confirm the pack', async () => {
    const id = must(await contractFromAward(ctx, award, draft))
    expect(await contractFromAward(ctx, award, { ...draft, reference: 'A-2' })).toMatchObject({
      refusal: 'award-known',
    })
    const { contract, commitments } = await readOn(id, '2026-12-01')
    expect(contract).toMatchObject({
      source: 'award',
      valuePence: 25_000_000,
      lot: 'A',
      supplierKey: 'GB-COH-01234567',
    })
    expect(
      commitments.map(({ commitment }) => [commitment.title, commitment.quantity, commitment.unitValue]),
    ).toEqual([['Hours given', '120', '19.4']])
    await manager.get(`/contracts/${id}/handover`)
    expect((await manager.submit({})).text).toContain('confirmed on this side')
    const bidder = await app.as(
      aVisitor({
        personId: supplier.personId,
        personName: 'Bid Lead',
        authorityId: supplier.organisationId,
        authorityName: 'Bellwharf Repairs',
        permissions: [...permissionsOf(['supplier-lead'])],
      }),
    )
    await bidder.get(`/deliver/${id}`)
    expect((await bidder.submit({}, `/deliver/${id}/handover`)).text).toContain(
      'You have confirmed the hand-over',
    )
    const pack = await manager.get(`/contracts/${id}/handover`)
    expect(pack.text).toContain('Bid Lead, Bellwharf Repairs')
    expect(pack.text).toContain('We go to schools each term.')
  })
})

test('rows of open data are taken one by one, each with its reason', async () => {
  const row = {
    reference: 'O-1',
    title: 'Bins',
    supplierName: 'Fenwick',
    valuePence: 5,
    startsOn: '2026-01-01',
  }
  const { imported, rows } = await importContractRows(ctx, 'find-a-tender', [
    row,
    { ...row, title: ' ' },
    { ...row, reference: 'O-2', endsOn: '2025-01-01' },
    { ...row, reference: 'O-3', startsOn: '2026-02-31x' },
    { ...row, reference: 'O-4', valuePence: 0.5 },
    row,
  ])
  expect(imported).toEqual({ added: 1, changed: 0, same: 0 })
  expect(rows.map(({ isTaken, reason }) => (isTaken ? 'taken' : reason))).toEqual([
    'taken',
    'It has no title.',
    'It ends before it starts.',
    'A day in it is not one.',
    'Its value is not a whole number of pence.',
    'Its reference stands twice.',
  ])
})

test('invoices tell whether a supplier was paid in time; a bad row takes none', async () => {
  const id = must(await recordContract(ctx, aContractText({ reference: 'I-1' })))
  await manager.get(`/contracts/${id}/invoices`)
  const send = (content: string) => manager.upload({ field: 'file', name: 'i.csv', content })
  const bad = await send('Invoice,Received,Paid,Amount\n1,01/01/2026,soon,10\n')
  expect(bad.errors[0]?.text).toContain('Row 2: “soon” is not a day')
  const page = await send(
    'Invoice,Received,Paid,Amount\n1,01/01/2026,31/01/2026,10\n2,01/01/2026,02/02/2026,10\n3,,02/02/2026,10\n',
  )
  expect(page.text).toContain('50%')
  expect(page.text).toContain('1 without the day the invoice came')
})

test('invoices are joined to payments where supplier, number and amount agree, and to no others', async () => {
  const text = aContractText({ reference: 'I-2', supplierName: 'Ledger Lane Ltd', supplierNumber: null })
  const id = must(await recordContract(ctx, text))
  const payments = [
    'Date,Supplier,Net Amount,Invoice Number',
    '20/02/2026,Ledger Lane Ltd,1000.00,INV 7',
    '25/03/2026,Ledger Lane Ltd,600.00,INV-8',
    '28/03/2026,Ledger Lane Ltd,700.00,OTHER',
    '29/03/2026,Ledger Lane Ltd,5.00,INV-10',
    '29/03/2026,Elsewhere Ltd,900.00,INV-11',
  ]
  const stored = await db.services.files.put(Readable.from([Buffer.from(payments.join('\n'))]))
  const file = { ...stored, name: 'march.csv', path: db.services.files.localPath(stored.hash) }
  const wish = { authorityId: council.id, importId: newId(), file, correction: null, choice: null }
  expect((await importFile(ctx, wish, () => undefined)).kind).not.toBe('unreadable')
  await manager.get(`/contracts/${id}/invoices`)
  const content = [
    'Invoice,Received,Paid,Amount',
    'INV-7,01/02/2026,,1000',
    'inv 8,01/02/2026,01/03/2026,600',
    'INV-9,01/02/2026,,700',
    'INV-10,01/02/2026,,50',
    'INV-11,01/02/2026,,900',
  ].join('\n')
  const page = await manager.upload({ field: 'file', name: 'i.csv', content })
  expect(page.text).toContain('5 invoices; 2 of them with both days; 1 paid by a payment file')
  expect(page.text).toContain('No payment known, and overdue 3')
  const list = await manager.get(`/contracts/${id}/invoices?sort=number`)
  expect(list.text).toContain('2 of 5 found paid')
  const said = (list.tables[0] ?? []).slice(1).map((row) => row.at(-1) ?? '')
  expect(said.map((cell) => cell.replace(/^In payment files/, '').trim())).toEqual([
    expect.stringMatching(/^Not taken: the number agrees, the amount does not.*row 5: £5.00/),
    'None found',
    expect.stringMatching(/^20 February 2026. Paid: .*march.csv, row 2: £1,000.00/),
    expect.stringMatching(/^Not taken: only supplier and amount agree.*row 4/),
    expect.stringMatching(/^25 March 2026. Paid: .*the day of your list stands/),
  ])
  const csv = await manager.request({ method: 'GET', url: `/contracts/${id}/invoices.csv` })
  expect(csv.body).toContain('INV-7,2026-02-01,,1000.00,no')
})
