import { describe, expect, test } from 'vitest'
import { addMembership, createPerson, permissionsOf, type Role } from '#identity'
import { findShippedFramework, installShippedFrameworks } from '#measures'
import { givePublishedTender } from '#tenders'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { tellOfAward } from './actions/tell-of-award.ts'
import { api } from './api.ts'
import { anAuthority } from './builders.ts'
import { readContract } from './read-contract.ts'
import { pages } from './routes.ts'
import { listContracts } from './store/contracts.ts'

const db = await openTestDatabase(['send-mail', 'tell-tender-readers'])
await installShippedFrameworks(db.services)
const app = await openTestApp(db, { pages, api })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const as = (role: Role, authorityId = council.id) =>
  app.as(aVisitor({ authorityId, personName: 'Cass Manager', permissions: [...permissionsOf([role])] }))
const manager = await as('contract-manager')

const tender = await givePublishedTender(ctx, {
  purchase: { department: 'Estates', startsOn: '2027-01-04', endsOn: '2029-01-03' },
  text: { title: 'Cleaning of libraries', category: '90911200' },
})
const supplier = await anAuthority(db, 'Bellwharf Cleaning Ltd')
const measure = findShippedFramework('open')?.measures.find(({ proxy }) => proxy?.from === 'fixed')
const offer = { framework: 'open', measure: measure?.code ?? '', name: 'Jobs for residents', unit: 'people' }

/** An award of the tender, as evaluation keeps it. */
const anAward = async (signedOn: string | null): Promise<string> => {
  const [id, evaluationId] = [newId(), newId()]
  await db.query(
    `insert into evaluation.evaluation (authority_id, id, tender_id, purchase_id, reference, title, lead_id, lead_name,
       stage, value_pence, criteria, lots, questions, ask_lines, fingerprint, started_at)
     values ($1, $2, $3, $4, 'x', 'x', $5, 'Lead', 'awarded', 1, '[]', '[]', '[]', '[]', repeat('a', 64), now())`,
    [council.id, evaluationId, newId(), tender.purchaseId, newId()],
  )
  await db.query(
    `insert into evaluation.award (authority_id, id, evaluation_id, tender_id, purchase_id, lot, lot_name, bid_id,
       supplier_id, supplier_name, supplier_key, price_pence, decided_on, signed_on, offers, words)
     values ($1, $2, $3, $4, $5, 'A', 'The whole contract', $6, $7, 'Bellwharf Cleaning Ltd', 'GB-COH-01234567', 9900000,
       '2026-11-01', $8, $9, $10)`,
    [
      council.id,
      id,
      evaluationId,
      tender.id,
      tender.purchaseId,
      newId(),
      supplier.id,
      signedOn,
      JSON.stringify([{ ...offer, quantity: '5', unitValuePence: null }]),
      JSON.stringify([{ criterion: 'Quality', text: 'A crew of three visits daily.' }]),
    ],
  )
  return id
}
const inStandstill = await anAward(null)
const awardId = await anAward('2026-11-20')
const path = `/contracts/awards/${awardId}`

describe('an award that is final', () => {
  test('waits in the list; one in standstill does not', async () => {
    const list = await manager.get('/contracts/awards')
    expect(list.tables[0]).toHaveLength(2)
    expect(list.tables[0]?.[1]?.join(' ')).toMatch(
      /Cleaning of libraries.*Bellwharf.*£99,000.*20 November 2026/,
    )
    expect((await manager.get('/contracts/awards?words=bridges')).text).toContain('No award fits')
    const csv = await manager.request({ method: 'GET', url: '/contracts/awards.csv?words=bellwharf' })
    expect(csv.body).toContain('Cleaning of libraries,')
    expect(csv.body).toContain(',99000.00,2026-11-20')
    expect((await manager.get('/contracts')).text).toContain('One award waits for a contract')
    expect((await manager.get(`/contracts/awards/${inStandstill}`)).status).toBe(404)
  })

  test('is told to contract managers once, with nothing of it in the subject', async () => {
    const operator = db.context({ kind: 'command' }, null)
    const personId = must(
      await createPerson(operator, { email: 'cass@northmere.example', name: 'Cass', password: null }),
    )
    must(await addMembership(ctx, personId, 'contract-manager'))
    expect(await tellOfAward(db.services, council.id, awardId)).toBe(1)
    expect(await tellOfAward(db.services, council.id, awardId)).toBe(0)
    const [letter] = await db.query('select recipient, subject, body_text from platform.mail')
    expect(letter).toMatchObject({
      recipient: 'cass@northmere.example',
      subject: 'An award waits for its contract',
    })
    expect(String(letter?.body_text)).toContain(path)
  })

  test('fills the form with what tender, purchase and library know', async () => {
    const form = await manager.get(path)
    expect(form.text).toMatch(/Bellwharf Cleaning Ltd.*GB-COH-01234567.*£99,000/s)
    expect(form.text).toContain(`prices of ${measure?.proxy?.priceYear}`)
    const wrong = await manager.submit({ reference: ' ', 'endsOn-year': '2025' })
    expect(wrong.errors[0]?.text).toContain('Enter a reference')
    await manager.get(path)
    const early = await manager.submit({ 'endsOn-year': '2025' })
    expect(early.errors[0]?.text).toContain('The last day is before the first')
  })

  test('becomes a contract without retyping, at the value of the library, once', async () => {
    await manager.get(path)
    const made = await manager.submit({})
    expect(made).toMatchObject({ status: 200, h1: 'Hand-over pack' })
    expect(made.text).toContain('A crew of three visits daily.')
    const [contract] = await inReading(ctx, (reader) => listContracts(reader as never))
    expect(contract).toMatchObject({
      awardId,
      purchaseId: tender.purchaseId,
      reference: tender.reference,
      title: 'Cleaning of libraries',
      department: 'Estates',
      startsOn: '2027-01-04',
      endsOn: '2029-01-03',
      manager: 'Cass Manager',
      valuePence: 9_900_000,
      lot: '',
      cpv: ['90911200'],
    })
    const report = await inReading(ctx, (reader) =>
      readContract(reader as never, contract?.id ?? '', '2026-11-22'),
    )
    expect(report.commitments.map(({ commitment }) => commitment)).toMatchObject([
      {
        title: 'Jobs for residents',
        quantity: '5',
        unitValue: measure?.proxy?.value,
        priceYear: measure?.proxy?.priceYear,
        basis: measure?.basis,
        evidenceRule: measure?.evidence.join('; '),
        owner: 'Cass Manager',
      },
    ])
    const [purchase] = await db.query('select stage from procurement.purchase where id = $1', [
      tender.purchaseId,
    ])
    expect(purchase?.stage).toBe('in-contract')
    expect((await manager.get('/contracts/awards')).text).toContain('No award waits')
    expect((await manager.get(path)).path).toBe(`/contracts/${contract?.id}`)
    expect(await tellOfAward(db.services, council.id, awardId)).toBe(0)
  })

  test('is taken over by a program as well', async () => {
    const id = await anAward('2026-11-21')
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const headers = { authorization: 'Bearer of-this-visitor' }
      const answer = await manager.request({ method, url, headers, ...(payload ? { payload } : {}) })
      return { status: answer.statusCode, body: JSON.parse(answer.body) }
    }
    const at = '/api/v1/contracts/awards'
    expect((await ask('GET', at)).body.awards).toMatchObject([{ id, pricePence: 9_900_000 }])
    const given = { startsOn: '2027-01-04', endsOn: null, manager: 'Cass' }
    expect(await ask('POST', `${at}/${id}`, given)).toMatchObject({
      status: 422,
      body: { code: 'reference-taken' },
    })
    expect((await ask('POST', `${at}/${id}`, { ...given, startsOn: '2027-02-30' })).status).toBe(400)
    expect((await ask('POST', `${at}/${id}`, { ...given, reference: 'N-2' })).status).toBe(201)
    expect(await ask('POST', `${at}/${id}`, { ...given, reference: 'N-3' })).toMatchObject({
      status: 422,
      body: { code: 'award-known' },
    })
    expect((await ask('POST', `${at}/none`, given)).status).toBe(404)
  })

  test('is hidden from other councils, and from those who may only read', async () => {
    const other = await anAuthority(db, 'Ashshire County Council')
    const stranger = await as('contract-manager', other.id)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.get('/contracts/awards')).text).toContain('No award waits')
    expect((await (await as('councillor')).get(path)).status).toBe(403)
  })
})
