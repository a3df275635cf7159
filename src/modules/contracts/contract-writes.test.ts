import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { installShippedFrameworks } from '#measures'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { recordContract } from './actions/register.ts'
import { aContractText, anAuthority } from './builders.ts'
import { CONTRACT_WRITES } from './contract-writes.ts'
import { aCommandLine, aProgram, auditNamesOf, wholeExample } from './writes/write-builders.ts'

const db = await openTestDatabase()
await installShippedFrameworks(db.services)
const council = await anAuthority(db)
const other = await anAuthority(db)
const ctx = db.context({ kind: 'command' }, council.id)
const contractId = must(await recordContract(ctx, aContractText({ reference: 'W/1 a' })))
const second = must(await recordContract(ctx, aContractText({ reference: 'W-2', title: 'Verges' })))
const MINE = `contracts/${encodeURIComponent('W/1 a')}`

const manager = await aProgram(db, council.id, 'contract-manager')
const stranger = await aProgram(db, other.id, 'contract-manager')
const strangeOfficer = await aProgram(db, other.id, 'procurement-officer')
const officer = await aProgram(db, council.id, 'procurement-officer')
const run = aCommandLine(db, council.name)

const PROMISE = { title: 'Apprentices', unit: 'people', quantity: '8', evidenceRule: 'Payroll' }
const REPORT = { title: 'Two began', quantity: '2', fromOn: '2026-09-01', toOn: '2026-09-30' }

describe('commitments and deliveries through the API', () => {
  test('are written down, reported, asked about, answered and counted', async () => {
    const made = await manager('POST', `${MINE}/commitments`, { ...PROMISE, quantity: 4 })
    expect(made).toMatchObject({ status: 201, body: { quantity: '4', unitValue: null, basis: 'none' } })
    const path = `contracts/${contractId}/commitments/${made.body.id}`
    const years = { schedule: [{ year: '2026/27', quantity: 7 }] }
    expect((await manager('PUT', path, { ...PROMISE, ...years })).body.detail).toBe(
      'The years add up to 7, and 8 are promised. Make them the same.',
    )
    const early = { schedule: [{ year: '2019/20', quantity: 8 }] }
    expect((await manager('PUT', path, { ...PROMISE, ...early })).body.refusal).toBe('year-outside')
    expect((await manager('PUT', path, { ...PROMISE, measure: 'no-such' })).body.refusal).toBe(
      'measure-unknown',
    )
    expect((await manager('PUT', path, PROMISE)).body).toMatchObject({ id: made.body.id, quantity: '8' })

    const commitmentId = made.body.id
    const reported = await manager('POST', `${MINE}/deliveries`, { ...REPORT, commitmentId })
    expect(reported).toMatchObject({ status: 201, body: { status: 'reported', unit: 'people' } })
    const at = `deliveries/${reported.body.id}`
    expect((await manager('PUT', path, { ...PROMISE, quantity: 9 })).body.refusal).toBe(
      'commitment-has-deliveries',
    )
    const waiting = await manager('GET', 'deliveries?contract=W-2')
    expect(waiting.body).toMatchObject({ total: 0, page: 1 })
    expect((await manager('GET', 'deliveries')).body.deliveries).toMatchObject([{ id: reported.body.id }])
    const bare = await manager('POST', `${at}/decision`, { verdict: 'ask' })
    expect(bare.body.detail).toBe('Enter a reason that the supplier can read.')
    await manager('POST', `${at}/decision`, { verdict: 'ask', note: 'Who?' })
    const answered = await manager('POST', `${at}/answer`, { answer: 'Payroll numbers 4 and 7' })
    expect(answered.body.steps).toMatchObject([{}, { status: 'asked' }, { note: 'Payroll numbers 4 and 7' }])
    expect((await officer('POST', `${at}/decision`, { verdict: 'accept' })).status).toBe(403)
    const part = { verdict: 'accept-in-part', quantity: 1, note: 'One had begun before' }
    expect((await manager('POST', `${at}/decision`, part)).body).toMatchObject({
      verified: '1',
      status: 'partly',
    })
    expect((await manager('POST', `${at}/decision`, part)).body.refusal).toBe('already-decided')
    expect((await manager('GET', MINE)).body.commitments).toMatchObject([
      { verified: '1', quantity: '8', evidenceRule: 'Payroll' },
    ])
    expect((await manager('GET', at)).body.verified).toBe('1')
  })

  test('ask about an activity that is shared out already, and take what is said', async () => {
    const share = {
      title: 'Open day',
      unit: 'visits',
      quantity: 30,
      fromOn: '2026-10-01',
      toOn: '2026-10-01',
    }
    const activity = { title: 'Open day', quantity: 100 }
    const first = await manager('POST', `${MINE}/deliveries`, { ...share, activity })
    expect(first.body.activity).toMatchObject({ quantity: '100' })
    await manager('POST', `deliveries/${first.body.id}/decision`, { verdict: 'accept' })
    const alone = await manager('POST', `contracts/${second}/deliveries`, share)
    expect(alone.status).toBe(201)
    const beside = `deliveries/${alone.body.id}/decision`
    const twice = await manager('POST', beside, { verdict: 'accept' })
    expect(twice.body).toMatchObject({
      refusal: 'maybe-counted',
      detail: expect.stringContaining('isAnother'),
    })
    expect((await manager('POST', beside, { verdict: 'accept', isAnother: true })).body.status).toBe(
      'accepted',
    )
    await db.query('update contracts.activity set supplier_id = $1', [other.id])
    const asked = await manager('POST', `contracts/${second}/deliveries`, share)
    expect(asked.body.refusal).toBe('maybe-shared')
    const sameAs = /sameAs as (\S+) for “Open day”, 100 visits in all/.exec(asked.body.detail)?.[1] ?? ''
    const part = await manager('POST', `contracts/${second}/deliveries`, { ...share, sameAs })
    expect(part).toMatchObject({ status: 201, body: { activity: { title: 'Open day' } } })
    const more = await manager('POST', `contracts/${second}/deliveries`, { ...share, sameAs: 'another' })
    expect(more.body.activity).toBeNull()
    const named = { ...share, story: 'Call Ann on 07700 900123' }
    expect((await manager('POST', `${MINE}/deliveries`, named)).body.refusal).toBe('personal-data')
  })
})

describe('invoices through the API', () => {
  test('are recorded by number and told beside the payment files', async () => {
    const one = { number: 'INV-1', receivedOn: '2026-08-01', paidOn: '2026-08-20', amountPence: 12_000 }
    const two = { number: 'INV-2', receivedOn: '2026-08-01', amountPence: -500, isDisputed: true }
    const twice = await manager('POST', `${MINE}/invoices`, { invoices: [one, one] })
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ field: 'invoices.1.number' }] } })
    await manager('POST', `${MINE}/invoices`, { invoices: [one, two] })
    const late = await manager('POST', `${MINE}/invoices`, { invoices: [{ ...one, paidOn: '2026-09-20' }] })
    expect(late.body).toMatchObject({
      paid: { invoices: 2, inTime: 0, late: 1, disputed: 1 },
      invoices: [{ number: 'INV-1', payment: { how: 'none', rows: [] } }, { number: 'INV-2' }],
    })
    expect((await officer('GET', `${MINE}/invoices`)).body).toEqual(late.body)
  })
})

describe('the same on the command line', () => {
  test('goes from a promise to what is counted, refuses and explains', async () => {
    const made = await run('contracts commitments add', ['W-2'], PROMISE)
    expect(made).toMatchObject({ code: 0, answer: { title: 'Apprentices' } })
    const commitmentId = made.answer.id
    const changed = await run('contracts commitments change', ['W-2', commitmentId], {
      ...PROMISE,
      quantity: 3,
    })
    expect(changed.answer.quantity).toBe('3')
    const reported = await run('contracts deliveries report', ['W-2'], { ...REPORT, commitmentId })
    const { id } = reported.answer
    const listed = await run('contracts deliveries list', ['W-2'])
    expect(listed.answer.deliveries).toContainEqual(expect.objectContaining({ id, status: 'reported' }))
    const refused = await run('contracts deliveries decide', [id], { verdict: 'reject' })
    expect([refused.code, refused.answer.error.code]).toEqual([1, 'reason-needed'])
    const wrong = await run('contracts deliveries report', ['W-2'], { ...REPORT, fromOn: 'soon' })
    expect([wrong.code, wrong.warned[0]]).toEqual([2, expect.stringContaining('fromOn')])
    expect((await run('contracts deliveries decide', [id], { verdict: 'accept' })).answer.verified).toBe('2')
    expect((await run('contracts deliveries show', [id])).answer.steps).toHaveLength(2)
    const invoice = { number: '7', receivedOn: '2026-08-01', amountPence: 100 }
    await run('contracts invoices record', ['W-2'], { invoices: [invoice] })
    expect((await run('contracts invoices list', ['W-2'])).answer.paid).toMatchObject({ overdue: 1 })
    await expect(run('contracts commitments add', ['W-9'], PROMISE)).rejects.toThrow('no contract with')
  })

  test.each(CONTRACT_WRITES.map(({ command, example, body }) => [command, example, body] as const))(
    'shows with %s an example of what it takes',
    (_command, example, body) => {
      expect(body.safeParse(JSON.parse(wholeExample(example))).error?.issues ?? []).toEqual([])
    },
  )
})

describe('each write', () => {
  const filled = (path: string): string =>
    path
      .slice('/api/v1/'.length)
      .replace(':contractId', contractId)
      .replaceAll(/:\w+/g, () => newId())

  test('leaves its entry in the audit log', async () => {
    const names = await auditNamesOf(db, council.id)
    const tried = CONTRACT_WRITES.filter(({ command }) => /deliveries|commitments|invoices/.test(command))
    expect(tried.map(({ audit }) => audit).filter((name) => !names.has(name))).toEqual([])
  })

  test('finds nothing of another authority', async () => {
    const named = CONTRACT_WRITES.filter(({ path, takesFile }) => path.includes(':') && !takesFile)
    for (const { method, path, example } of named) {
      const person = path.endsWith('/approve') ? strangeOfficer : stranger
      expect([path, (await person(method, filled(path), wholeExample(example))).status]).toEqual([path, 404])
    }
  })

  test('never breaks on JSON of any shape', async () => {
    const someJson = fc.jsonValue({ stringUnit: 'binary' })
    const some = [fc.constantFrom(...CONTRACT_WRITES), someJson, fc.nat(9), fc.boolean()] as const
    await fc.assert(
      fc.asyncProperty(...some, async ({ method, path, example }, value, at, isPart) => {
        const whole = JSON.parse(wholeExample(example))
        const keys = Object.keys(whole)
        const body = isPart && keys.length > 0 ? { ...whole, [keys[at % keys.length] ?? '']: value } : value
        const person = path.endsWith('/approve') ? officer : manager
        expect((await person(method, filled(path), JSON.stringify(body))).status).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
    const half = await manager('POST', `${MINE}/commitments`, '{"title":"\\ud800","quantity":"1"}')
    expect(half).toMatchObject({ status: 400, body: { errors: [{ field: 'title' }, {}] } })
  })
})
