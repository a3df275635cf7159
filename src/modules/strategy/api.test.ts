import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command, CommandInput, Terminal } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { publishPlan } from './actions/plans.ts'
import { recordByHand } from './actions/thread.ts'
import { api } from './api.ts'
import { anAuthority, aStoredDocument } from './builders.ts'
import { commands } from './commands.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
const { priorityId } = await aStoredDocument(ctx)
await recordByHand(ctx, { kind: 'contract', title: 'Copying', note: '' }, [])
await publishPlan(ctx, { title: 'Plan', introduction: 'For all.', priorityIds: [priorityId] })

const program = aVisitor({ authorityId: council.id, permissions: ['strategy.read', 'strategy.measure'] })
const approver = aVisitor({ authorityId: council.id, permissions: ['strategy.read', 'strategy.approve'] })
const app = await openTestApp(db, { pages, api, identify: async () => program })
const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const headers = { authorization: `Bearer ${'x'.repeat(40)}` }
  const response = await app.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: response.statusCode, body: response.json() }
}

describe('the API', () => {
  test('tells the strategy, a priority by its short name, its thread and what hangs loose', async () => {
    const { body } = await ask('GET', '/api/v1/strategy')
    expect(body.documents[0].objectives[0].priorities[0]).toMatchObject({ code: 'warm-homes', origin: null })
    expect((await ask('GET', '/api/v1/strategy/priorities/warm-homes')).body).toMatchObject({
      id: priorityId,
      targets: [
        { year: '2025/26', value: '41' },
        { year: '2027/28', value: '34' },
      ],
      progress: null,
    })
    const thread = await ask('GET', `/api/v1/strategy/thread/priority/${priorityId}`)
    expect(thread.body.above[0]).toMatchObject({ kind: 'objective', branches: [{ kind: 'document' }] })
    const { orphans } = (await ask('GET', '/api/v1/strategy/orphans')).body
    expect(orphans.map(({ reason }: { reason: string }) => reason)).toEqual([
      'priority-nothing-serves',
      'serves-nothing',
    ])
    expect((await ask('GET', '/api/v1/strategy/thread/fish/1')).status).toBe(404)
    expect((await ask('GET', '/api/v1/strategy/priorities/nothing')).status).toBe(404)
  })

  test('publishes a plan for those who approve, and says why not', async () => {
    const plan = { title: 'Next', introduction: 'For all.', priorities: ['warm-homes'] }
    expect((await ask('POST', '/api/v1/strategy/plans', plan)).status).toBe(403)
    const senior = await openTestApp(db, { api, identify: async () => approver })
    const publish = async (payload: object) => {
      const headers = { authorization: `Bearer ${'x'.repeat(40)}` }
      const url = '/api/v1/strategy/plans'
      const response = await senior.server.inject({ method: 'POST', url, headers, payload })
      return { status: response.statusCode, body: response.json() }
    }
    const slug = 'northmere-city-council'
    expect(await publish(plan)).toEqual({ status: 201, body: { edition: 2, slug } })
    expect((await publish({ ...plan, priorities: [] })).body.refusal).toBe('plan-empty')
    expect((await publish({ ...plan, priorities: ['fish'] })).status).toBe(404)
    expect((await publish({ ...plan, title: 'a\u0000b' })).status).toBe(400)
    expect((await publish({ ...plan, introduction: 'x'.repeat(301) })).status).toBe(400)
    const options = { title: 'Third', introduction: 'For all.', priority: [priorityId] }
    expect(await run('strategy publish-plan', [], undefined, options)).toMatchObject({
      code: 0,
      answer: { edition: 3 },
    })
    await expect(run('strategy publish-plan', [], undefined, { title: 'x' })).rejects.toThrow(
      'Give --introduction',
    )
  })

  test('takes readings, all or none', async () => {
    const post = (csv: unknown) => ask('POST', '/api/v1/strategy/readings', { csv })
    const header = 'priority,date,value,source\n'
    expect(await post(`${header}warm-homes,2026-03-31,40,S\nwarm-homes,2026-03-31,41,S`)).toMatchObject({
      status: 422,
      body: { errors: [{ row: 3, code: 'row-twice' }] },
    })
    expect(await post(`${header}warm-homes,2026-03-31,40,S`)).toEqual({ status: 201, body: { recorded: 1 } })
    expect((await post(5)).status).toBe(400)
  })

  test('gives published plans to everybody', async () => {
    const response = await app
      .client()
      .request({ method: 'GET', url: '/api/v1/plans/northmere-city-council' })
    expect(response.json().plans.at(-1)).toMatchObject({ edition: 1, content: { title: 'Plan' } })
  })
})

/** Runs a command as the command line does, and gives its answer, its lines and its code. */
const run = async (
  name: string,
  args: string[],
  organisation: string | undefined = council.name,
  more: CommandInput['options'] = {},
) => {
  const command = commands.find((one) => one.name === name) as Command
  const said = { answer: undefined as unknown, lines: [] as string[], warnings: [] as string[] }
  const terminal: Terminal = {
    isJson: false,
    print: (line) => void said.lines.push(line),
    answer: (value) => {
      said.answer = value
    },
    warn: (line) => void said.warnings.push(line),
    progress: () => undefined,
    readInput: async () => '',
  }
  const input: CommandInput = { services: db.services, args, options: { organisation, ...more }, terminal }
  return { code: await command.run(input), ...said }
}

describe('the command line', () => {
  const folder = mkdtempSync(join(db.dataFolder, 'readings-'))
  const file = (content: string): string => {
    const path = join(folder, `${newId()}.csv`)
    writeFileSync(path, content)
    return path
  }

  test('lists, shows and follows the thread', async () => {
    expect((await run('strategy list', [])).lines.join('\n')).toContain('warm-homes')
    expect((await run('strategy show', ['warm-homes'])).lines[0]).toBe('Warm homes (warm-homes)')
    const thread = await run('strategy thread', ['priority', 'warm-homes'])
    expect(thread.lines).toEqual(
      expect.arrayContaining(['  Objective: Homes', '    Document: Corporate Plan']),
    )
    expect((await run('strategy thread', [])).lines.join('\n')).toContain(
      'Work that serves no priority: Copying',
    )
  })

  test('imports readings, and lists what is wrong with a file', async () => {
    const good = file('priority,date,value,source\nwarm-homes,2025-03-31,44,Survey')
    expect(await run('strategy readings import', [good])).toMatchObject({ code: 0, answer: { recorded: 1 } })
    const again = await run('strategy readings import', [good])
    expect(again.code).toBe(1)
    expect(again.warnings[0]).toContain('Row 2: There is a reading of this priority')
  })

  test.each([
    ['strategy show', ['nothing'], 'Northmere City Council', 'no priority'],
    ['strategy thread', ['fish', '1'], 'Northmere City Council', 'Kinds are'],
    ['strategy readings import', ['gone.csv'], 'Northmere City Council', 'no file'],
    ['strategy list', [], 'Atlantis', 'no organisation "Atlantis"'],
    ['strategy list', [], '', 'Name the organisation'],
  ])('%s %j of %s says what is wrong', async (name, args, organisation, sentence) => {
    await expect(run(name, args, organisation)).rejects.toThrow(sentence)
  })
})
