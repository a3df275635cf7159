import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOrganisation, permissionsOf, type Role } from '#identity'
import type { Terminal } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { BUDGET_WRITES } from './budget-writes.ts'
import { anOther } from './builders.ts'
import { commands } from './commands.ts'

const db = await openTestDatabase()
const operator = db.context({ kind: 'command' }, null)
const anAuthority = async (name: string) =>
  must(await createOrganisation(operator, { name, kind: 'council', isAuthority: true }))
const council = await anAuthority('Northmere City Council')
const other = await anAuthority('Elsewhere Council')

const programOf = async (role: Role, authorityId: string = council.id) => {
  const visitor = aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const answer = await app.client().request({
      method: method,
      url: `/api/v1/budget/${path}`,
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json<any>() }
  }
}
const finance = await programOf('finance')
const director = await programOf('finance-director')
const stranger = await programOf('finance', other.id)

describe('grants and the like through the API', () => {
  test('are recorded once, with what was seen of them', async () => {
    const made = await finance('POST', 'other', anOther())
    expect(made).toMatchObject({ status: 201, body: { quantity: '600', verified: '0', results: [] } })
    expect((await finance('POST', 'other', anOther())).body.refusal).toBe('title-taken')
    const faulty = await finance('POST', 'other', anOther({ title: '', quantity: '0' }))
    expect(faulty.body.errors).toMatchObject([{ field: 'title' }, { field: 'quantity' }])
    const results = `other/${made.body.id}/results`
    const seen = { quantity: 120, doneOn: '2025-09-30', evidence: 'Diary' }
    expect((await finance('POST', results, seen)).body).toMatchObject({
      verified: '120',
      results: [seen].map(() => ({ evidence: 'Diary' })),
    })
    expect((await finance('POST', results, { ...seen, quantity: -121 })).body.refusal).toBe(
      'result-below-nothing',
    )
    expect((await stranger('POST', results, seen)).status).toBe(404)
    expect((await director('POST', results, seen)).status).toBe(403)
    expect((await director('GET', 'other')).body.others).toMatchObject([
      { id: made.body.id, verified: '120' },
    ])
    expect((await stranger('GET', 'other')).body.others).toEqual([])
  })
})

describe('a statement through the API', () => {
  test('is prepared by one person and signed by another who read it', async () => {
    expect((await finance('POST', '2026-27/statement', {})).body.refusal).toBe('year-not-over')
    const first = await finance('POST', '2025-26/statement', { note: 'Early' })
    const back = await finance('POST', '2025-26/statement/withdraw', { fingerprint: first.body.fingerprint })
    expect([first.status, back.body.status]).toEqual([201, 'withdrawn'])
    const prepared = await finance('POST', '2025-26/statement', { note: 'Whole' })
    expect((await stranger('GET', '2025-26/statement')).body.statements).toEqual([])
    expect((await finance('POST', '2025-26/statement/sign', first.body)).status).toBe(403)
    const wrong = await director('POST', '2025-26/statement/sign', { fingerprint: first.body.fingerprint })
    expect(wrong.body.refusal).toBe('not-the-one-shown')
    const waiting = (await director('GET', '2025-26/statement')).body.statements.find(
      ({ status }: { status: string }) => status === 'prepared',
    )
    const { fingerprint } = waiting
    const signed = await director('POST', '2025-26/statement/sign', { fingerprint })
    expect(signed.body).toMatchObject({ reference: prepared.body.reference, status: 'signed', note: 'Whole' })
    expect((await finance('POST', 'last-year/statement', {})).status).toBe(404)
  })
})

describe('each write', () => {
  test('leaves its entry in the audit log', async () => {
    const rows = await db.query('select name from platform.audit_entry where authority_id = $1', [council.id])
    const names = new Set(rows.map(({ name }) => name))
    expect(BUDGET_WRITES.map(({ audit }) => audit).filter((name) => !names.has(name))).toEqual([])
  })

  test('never breaks on JSON of any shape', async () => {
    const some = [fc.constantFrom(...BUDGET_WRITES), fc.jsonValue(), fc.nat(9), fc.boolean()] as const
    await fc.assert(
      fc.asyncProperty(...some, async ({ path, example, access }, value, at, isPart) => {
        const whole = JSON.parse(example)
        const key = Object.keys(whole)[at % Object.keys(whole).length] ?? ''
        const below = path
          .slice('/api/v1/budget/'.length)
          .replace(':otherId', newId())
          .replace(':year', '2024-25')
        const person = access === 'budget.sign' ? director : finance
        const { status } = await person('POST', below, isPart ? { ...whole, [key]: value } : value)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 40 },
    )
  })

  test.each(BUDGET_WRITES.map(({ command, example, body }) => [command, example, body] as const))(
    'shows with %s an example of what it takes',
    (_command, example, body) => {
      expect(body.safeParse(JSON.parse(example)).error?.issues ?? []).toEqual([])
    },
  )
})

test('the command line records the same', async () => {
  const run = async (name: string, args: readonly string[], input: object) => {
    const said = { answer: undefined as any }
    const terminal: Terminal = {
      isJson: true,
      print: () => undefined,
      answer: (value) => void (said.answer = value),
      warn: () => undefined,
      progress: () => undefined,
      readInput: async () => JSON.stringify(input),
    }
    const options = { organisation: council.name }
    const command = commands.find((one) => one.name === name)
    return { code: await command?.run({ services: db.services, args, options, terminal }), ...said }
  }
  const made = await run('budget other record', [], anOther({ title: 'Hall', kind: 'asset-transfer' }))
  expect(made).toMatchObject({ code: 0, answer: { kind: 'asset-transfer' } })
  const seen = { quantity: '10', doneOn: '2099-01-01', evidence: 'Keys' }
  const late = await run('budget other result', [made.answer.id], seen)
  expect([late.code, late.answer.error.code]).toEqual([1, 'result-in-future'])
  const now = await run('budget other result', [made.answer.id], { ...seen, doneOn: '2026-01-05' })
  expect(now.answer.verified).toBe('10')
})
