import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addMembership, createOrganisation, createPerson, type Role } from '#identity'
import type { Terminal } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { recordOthers } from './actions/others.ts'
import { api } from './api.ts'
import { anOther } from './builders.ts'
import { commands } from './commands.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
const folder = mkdtempSync(join(tmpdir(), 'goldthread-budget-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const name = 'Northmere City Council'
const operator = db.context({ kind: 'command' }, null)
const council = must(await createOrganisation(operator, { name, kind: 'council', isAuthority: true }))
const ctx = db.context({ kind: 'command' }, council.id)
const seen = { doneOn: '2026-01-05', quantity: '300', evidence: 'Diary' }
must(await recordOthers(ctx, [{ text: anOther(), result: seen }]))
const person = async (role: Role): Promise<string> => {
  const email = `${role}@council.example`
  const personId = must(await createPerson(operator, { name: role, email, password: newId() }))
  must(await addMembership(ctx, personId, role))
  return email
}
const [finance, director] = [await person('finance'), await person('finance-director')]

/** Runs a command as the command line does with --json; gives its answer. */
const run = async (words: string, args: readonly string[], options: Record<string, string | boolean>) => {
  let answered: unknown
  const terminal: Terminal = {
    isJson: true,
    print: () => undefined,
    answer: (value) => {
      answered = value
    },
    warn: () => undefined,
    progress: () => undefined,
    readInput: async () => '',
  }
  const command = commands.find((one) => one.name === words)
  const code = await command?.run({
    services: db.services,
    args,
    options: { organisation: name, ...options },
    terminal,
  })
  return { code, answer: answered as Record<string, never> }
}

describe('the command line', () => {
  test('shows a year, whole pence by basis', async () => {
    const { code, answer } = await run('budget show', [], { year: '2025/26' })
    expect(code).toBe(0)
    expect(answer.totals).toMatchObject([{ basis: 'wellbeing', planned: 1_200_000, verified: 600_000 }])
    await expect(run('budget show', [], { year: '2025/27' })).rejects.toThrow('not a financial year')
  })

  test('imports budget lines, or says why nothing was', async () => {
    const path = join(folder, 'budget.csv')
    writeFileSync(path, 'department,budget\nHighways,1000\n')
    expect(await run('budget import', [path], {})).toMatchObject({ code: 1 })
    expect(await run('budget import', [path], { year: '2026/27' })).toMatchObject({
      code: 0,
      answer: { years: ['2026/27'], lines: 1, replaced: 0 },
    })
    writeFileSync(path, '%PDF-1.7')
    const refused = await run('budget import', [path], { year: '2026/27' })
    expect(refused).toMatchObject({ code: 1, answer: { errors: [expect.stringContaining('PDF')] } })
  })

  test('prepares and signs in the name of two people who may', async () => {
    const year = '2025/26'
    await expect(run('budget sign', [], { year, prepare: true })).rejects.toThrow('Name the person')
    await expect(run('budget sign', [], { year, prepare: true, as: director })).rejects.toThrow('may not')
    await expect(run('budget sign', [], { year, as: 'no@body.example' })).rejects.toThrow('Nobody')
    const prepared = await run('budget sign', [], { year, prepare: true, as: finance })
    const fingerprint = String(prepared.answer.fingerprint)
    await expect(run('budget sign', [], { year, as: director })).rejects.toThrow('not the statement')
    const signed = await run('budget sign', [], { year, as: director, fingerprint })
    expect(signed.answer.reference).toBe('northmere-city-council-2025-26-1')
    const shown = await run('budget statement', ['northmere-city-council-2025-26-1'], {})
    expect(shown.answer).toMatchObject({ signedBy: 'finance-director', fingerprint, year })
  })
})

describe('the API', () => {
  test('gives the budget to those who may see it, and statements to everybody', async () => {
    const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['budget.read'] }))
    const get = async (url: string, who = reader) => {
      const answer = await who.request({ method: 'GET', url })
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
    }
    const budget = await get('/api/v1/budget?year=2025-26')
    expect(budget.body).toMatchObject({ year: '2025/26', isOver: true, totals: [{ basis: 'wellbeing' }] })
    expect((await get('/api/v1/budget?year=last')).status).toBe(404)
    expect((await get('/api/v1/budget', app.client())).status).toBe(401)
    const listed = await get('/api/v1/statements', app.client())
    expect(listed.body).toMatchObject({ statements: [{ reference: 'northmere-city-council-2025-26-1' }] })
    const one = await get('/api/v1/statements/northmere-city-council-2025-26-1', app.client())
    expect(one.body).toMatchObject({ budget: { totals: [{ verified: 600_000, missed: 600_000 }] } })
    expect((await get('/api/v1/statements/nobody-2025-26-1', app.client())).status).toBe(404)
  })
})
