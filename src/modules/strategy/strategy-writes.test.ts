import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import { changeEntry, importFramework, installShippedFrameworks } from '#measures'
import type { CommandInput } from '../../platform/command.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { anAuthority } from './builders.ts'
import { commands } from './commands.ts'
import { STRATEGY_WRITES } from './strategy-writes.ts'

const db = await openTestDatabase()
const council = await anAuthority(db)
const other = await anAuthority(db)

const programOf = async (role: Role, authorityId: string = council.id) => {
  const visitor = aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => {
    const answer = await app.client().request({
      method,
      url: `/api/v1/strategy/${path}`,
      headers: {
        authorization: 'Bearer a-token-of-twenty-characters',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json<any>() }
  }
}
const lead = await programOf('policy-lead')
const owner = await programOf('senior-owner')
const analyst = await programOf('analyst')
const stranger = await programOf('policy-lead', other.id)

const run = async (name: string, input: unknown, args: string[] = [], organisation = council.name) => {
  const told = { answer: undefined as any, warned: [] as string[], printed: [] as string[] }
  const terminal: CommandInput['terminal'] = {
    isJson: true,
    print: (text) => void told.printed.push(text),
    answer: (value) => void (told.answer = value),
    warn: (text) => void told.warned.push(text),
    progress: () => undefined,
    readInput: async () => (typeof input === 'string' ? input : JSON.stringify(input)),
  }
  const command = commands.find((known) => known.name === name)!
  const code = await command.run({ services: db.services, args, options: { organisation }, terminal })
  return { code, ...told }
}

const aDocument = (title: string) => ({
  kind: 'climate-plan',
  title,
  summary: 'What we do about the weather.',
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
})
const aTarget = { year: '2025/26', value: 1 }
const aBody = (more: object = {}) => ({
  objective: 'Homes',
  title: 'Warm homes',
  plainWords: 'Nobody has to choose between heating and eating.',
  owner: 'Director of Housing',
  indicator: 'Homes below band C',
  unit: '%',
  direction: 'down',
  baseline: '1,047.50',
  baselineOn: '2023-03-31',
  targets: [
    { year: '2027/28', value: 34 },
    { year: '2025/26', value: '41' },
  ],
  outcomes: ['open:hea-homes'],
  measures: [{ framework: 'open', code: 'env-carbon' }],
  ...more,
})

describe('a strategy by the API alone', () => {
  test('goes from a first draft to adopted, measured, and superseded', async () => {
    expect((await lead('POST', 'roles', { name: 'Director of housing' })).status).toBe(201)
    const holder = { personName: 'Ada Byron', fromOn: '2026-01-01' }
    const held = await lead('POST', 'roles/director%20of%20housing/holders', holder)
    expect(held.body.holders).toEqual([{ id: held.body.made, ...holder, untilOn: null }])
    const begun = await lead('POST', 'documents', aDocument('Climate plan'))
    expect([begun.status, begun.body.code, begun.body.status]).toEqual([201, 'climate-plan', 'draft'])
    const changed = { ...begun.body, summary: 'Heat and floods.' }
    expect((await lead('PUT', 'documents/climate-plan/draft', changed)).body.summary).toBe('Heat and floods.')

    const objective = await lead('POST', 'documents/climate-plan/objectives', { title: 'Homes' })
    expect(objective.body.objectives).toEqual([
      expect.objectContaining({
        id: objective.body.made,
        title: 'Homes',
        description: '',
        priorities: [],
      }),
    ])
    const added = await lead('POST', 'documents/climate-plan/priorities', aBody())
    const [priority] = added.body.objectives[0].priorities
    expect([added.status, priority]).toEqual([
      201,
      expect.objectContaining({
        id: added.body.made,
        code: 'warm-homes',
        objective: objective.body.made,
        owner: { role: 'Director of housing', person: 'Ada Byron' },
        baseline: '1047.5',
        targets: [
          { year: '2025/26', value: '41' },
          { year: '2027/28', value: '34' },
        ],
        outcomes: [{ framework: 'open', code: 'hea-homes' }],
        measures: [{ framework: 'open', code: 'env-carbon' }],
      }),
    ])

    const taken = { decidedOn: '2026-01-31', note: 'Everybody was asked.' }
    const consulted = await lead('POST', 'documents/climate-plan/consultation', taken)
    expect([consulted.status, consulted.body.status]).toEqual([200, 'consulted'])
    expect((await lead('PUT', 'documents/climate-plan/draft', changed)).body.refusal).toBe('no-draft')
    expect((await lead('POST', 'documents/climate-plan/adoption', taken)).status).toBe(403)
    const adopted = await owner('POST', 'documents/climate-plan/adoption', {
      ...taken,
      decidedOn: '2026-02-26',
    })
    expect(adopted.body).toMatchObject({ status: 'adopted', steps: [{}, {}, { decidedOn: '2026-02-26' }] })

    const reading = { value: 40.6, measuredOn: '2026-03-31', source: 'Survey' }
    const read = await analyst('POST', 'priorities/warm-homes/readings', reading)
    expect(read.status).toBe(201)
    expect((await analyst('POST', 'priorities/warm-homes/readings', reading)).body.refusal).toBe(
      'reading-exists',
    )
    const correction = { value: '40.2', source: 'Survey' }
    expect((await analyst('PUT', `readings/${read.body.made}`, correction)).status).toBe(200)
    expect((await analyst('PUT', `readings/${read.body.made}`, correction)).status).toBe(404)

    const next = await lead('POST', 'documents/climate-plan/versions')
    expect(next.body).toMatchObject({ version: 2, status: 'draft', versions: [{ version: 2 }, {}] })
    expect((await lead('POST', 'documents/climate-plan/versions')).body.refusal).toBe('draft-exists')
    const again = await lead('PUT', 'documents/climate-plan/priorities/warm-homes', {
      ...priority,
      plainWords: 'Every home is warm.',
    })
    expect(again.body.objectives[0].priorities[0]).toEqual({
      ...priority,
      seen: expect.any(String),
      version: 2,
      plainWords: 'Every home is warm.',
    })
    await lead('POST', 'documents/climate-plan/consultation', { ...taken, decidedOn: '2026-05-01' })
    await owner('POST', 'documents/climate-plan/adoption', { ...taken, decidedOn: '2026-06-01' })
    expect((await lead('GET', 'documents/climate-plan')).body.versions).toEqual([
      { version: 2, status: 'adopted' },
      { version: 1, status: 'superseded' },
    ])
    expect((await lead('GET', 'documents/climate-plan?version=1')).body.objectives[0].priorities[0]).toEqual(
      priority,
    )
  })

  test('takes what others share, and keeps its origin', async () => {
    const shared = await owner('POST', 'priorities/warm-homes/share', {})
    expect((await owner('POST', 'priorities/warm-homes/share', {})).body.refusal).toBe('already-shared')
    await stranger('POST', 'documents', aDocument('Our plan'))
    await stranger('POST', 'documents/our-plan/objectives', { title: 'Homes' })
    const { body: listed } = await stranger('GET', 'shared')
    expect(listed.shared).toEqual([expect.objectContaining({ id: shared.body.made })])
    const taken = await stranger('POST', 'documents/our-plan/priorities/shared', {
      share: shared.body.made,
      objective: 'homes',
    })
    expect(taken.body.objectives[0].priorities[0]).toMatchObject({ origin: council.name, owner: null })
    const removed = await stranger('DELETE', 'documents/our-plan/priorities/warm-homes')
    expect(removed.body.objectives[0].priorities).toEqual([])
    expect((await stranger('DELETE', 'documents/our-plan/objectives/homes', {})).body.objectives).toEqual([])
  })

  test('puts needs on the thread, links them and takes them off', async () => {
    const priority = { kind: 'priority', id: (await lead('GET', 'priorities/warm-homes')).body.id }
    const need = await lead('POST', 'thread', { kind: 'need', title: 'Damp homes' })
    const linked = await lead('POST', `thread/need/${need.body.made}/links`, priority)
    expect(linked.body.below).toEqual([expect.objectContaining(priority)])
    expect((await lead('POST', `thread/need/${need.body.made}/links`, linked.body.node)).body.refusal).toBe(
      'link-upside-down',
    )
    expect((await lead('DELETE', `thread/need/${need.body.made}`)).status).toBe(200)
    expect((await lead('DELETE', `thread/need/${need.body.made}`)).status).toBe(404)
    expect((await lead('DELETE', `thread/priority/${priority.id}`)).status).toBe(404)
  })

  test('refuses with a sentence what names something that is not there', async () => {
    await lead('POST', 'documents/climate-plan/versions')
    const refusalOf = async (more: object) => {
      const { status, body } = await lead('POST', 'documents/climate-plan/priorities', aBody(more))
      return [status, body.refusal, body.detail]
    }
    expect(await refusalOf({ objective: 'Fish' })).toEqual([
      422,
      'objective-missing',
      'This draft has no objective “Fish”.',
    ])
    expect((await refusalOf({ owner: 'Nobody' }))[1]).toBe('owner-unknown')
    expect((await refusalOf({ targets: [{ year: '2035/36', value: 1 }] }))[2]).toContain('2025/26, 2026/27')
    expect((await refusalOf({ places: ['Atlantis'] }))[1]).toBe('place-unknown')
    expect((await refusalOf({ outcomes: ['open:env-carbon'] }))[1]).toBe('outcome-unknown')
    expect((await refusalOf({ measures: ['fish:fish'] }))[1]).toBe('measure-unknown')
    const backwards = { ...aDocument('Late'), startsOn: '2029-04-01' }
    expect((await lead('POST', 'documents', backwards)).body.detail).toBe(
      'Enter an end that is after the start.',
    )
    expect((await lead('GET', 'documents/atlantis')).status).toBe(404)
    expect((await stranger('GET', 'documents/climate-plan')).status).toBe(404)
    expect((await stranger('POST', 'documents/climate-plan/versions', {})).status).toBe(404)
  })

  test.each([
    ['a figure with its unit', { baseline: '47 %' }, 'baseline'],
    ['a figure no decimal can hold', { baseline: 1e300 }, 'baseline'],
    ['a baseline without its day', { baselineOn: null }, 'baselineOn'],
    ['a day that no calendar has', { baselineOn: '2026-02-30' }, 'baselineOn'],
    ['a day before all days', { baselineOn: '0000-01-01' }, 'baselineOn'],
    ['two targets for a year', { targets: [aTarget, aTarget] }, 'targets.1.year'],
    ['a baseline of nothing', { indicator: '' }, 'indicator'],
    ['an endless text', { plainWords: 'x'.repeat(161) }, 'plainWords'],
    ['an odd character', { title: 'a\u0000b' }, 'title'],
    ['a direction nobody goes in', { direction: 'left' }, 'direction'],
    ['a thousand measures', { measures: Array(1000).fill('open:env-carbon') }, 'measures'],
  ])('refuses %s and says where', async (_what, more, field) => {
    const wrong = await lead('POST', 'documents/climate-plan/priorities', aBody(more))
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, field])
    expect(wrong.body.errors[0].message).not.toMatch(/invalid|expected|received/i)
  })
})

describe('what a priority is shown by', () => {
  test('is chosen from the frameworks of the council, as it has adapted them', async () => {
    await installShippedFrameworks(db.services)
    const ctx = db.context({ kind: 'command' }, council.id)
    const because = 'Ward panels say it so.'
    await changeEntry(ctx, 'open', {
      kind: 'measure',
      code: 'env-carbon',
      texts: { name: 'Tonnes' },
      because,
    })
    const rows = ['theme,t,,Trees', 'outcome,o,t,More trees,', 'measure,shade,o,Shade,A tree,Sticks,item']
    const quantitative = 'measure kind,basis,how to count,evidence,deadweight,small suppliers'
    const header = `kind,code,parent,name,counts,does not count,unit,${quantitative}`
    const [theme, outcome, measure] = rows
    const own = [header, theme, outcome, `${measure},quantitative,none,Count,photos,Say,yes`].join('\n')
    const facts = { id: 'trees', version: '1', title: 'Trees', licence: 'Our own', publishedOn: '2026-01-01' }
    const imported = await importFramework(ctx, {
      bytes: Buffer.from(own),
      fileName: 'trees.csv',
      facts: { ...facts, terms: 'restricted', source: 'Our own', attribution: [] } as never,
    })
    expect(imported).toMatchObject({ ok: true })
    const measures = ['open:env-carbon', 'trees:shade']
    const body = aBody({ title: 'Shade', measures, outcomes: ['trees:o'] })
    await lead('POST', 'documents', aDocument('Shade plan'))
    await lead('POST', 'documents/shade-plan/objectives', { title: 'Homes' })
    const { made } = (await lead('POST', 'documents/shade-plan/priorities', body)).body
    const thread = (await lead('GET', `thread/priority/${made}`)).body
    expect(thread.below).toEqual([
      expect.objectContaining({
        title: 'More trees',
        branches: [expect.objectContaining({ title: 'Shade' })],
      }),
      expect.objectContaining({ title: 'Tonnes' }),
    ])
    const theirs = await stranger('POST', 'documents/our-plan/objectives', { title: 'Homes' })
    expect(theirs.status).toBe(201)
    const refused = await stranger('POST', 'documents/our-plan/priorities', { ...body, owner: null })
    expect(refused.body.refusal).toBe('outcome-unknown')
  })
})

describe('each write', () => {
  test('leaves its entry in the audit log', async () => {
    const rows = await db.query('select distinct name from platform.audit_entry')
    const names = new Set(rows.map(({ name }) => name))
    const unseen = STRATEGY_WRITES.map(({ audit }) => audit).filter((name) => !names.has(name))
    expect(unseen).toEqual(['OBJECTIVE_CHANGED'])
  })

  test('never breaks on JSON of any shape', async () => {
    const officer = await programOf('administrator')
    const filled = (path: string) =>
      path
        .slice('/api/v1/strategy/'.length)
        .replace(':document', 'climate-plan')
        .replaceAll(/:\w+/g, 'warm-homes')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...STRATEGY_WRITES.filter(({ method }) => method !== 'DELETE')),
        fc.jsonValue(),
        async ({ method, path }, value) => {
          for (const program of [lead, owner, officer])
            expect((await program(method, filled(path), value)).status).toBeLessThan(500)
        },
      ),
      { numRuns: 40 },
    )
  })

  test.each(STRATEGY_WRITES.map(({ command, example, body }) => [command, example, body] as const))(
    'shows with %s an example of what it takes',
    (_command, example, body) => {
      const whole = example.replaceAll('0199…', '01990000-0000-7000-8000-000000000009')
      expect(body.safeParse(JSON.parse(whole)).error?.issues ?? []).toEqual([])
    },
  )
})

describe('a strategy by the command line alone', () => {
  test('goes the same way', async () => {
    const town = await anAuthority(db)
    const say = (name: string, input: unknown, ...args: string[]) => run(name, input, args, town.name)
    expect(await say('strategy roles add', { name: 'Chief planner' })).toMatchObject({ code: 0 })
    await say('strategy roles appoint', { personName: 'Ada Byron', fromOn: '2026-01-01' }, 'Chief planner')
    expect((await say('strategy roles list', '')).printed).toEqual([
      'Chief planner',
      '  Ada Byron, from 1 Jan 2026',
    ])
    const begun = await say('strategy documents add', aDocument('Place plan'))
    expect(begun.printed).toEqual([`Done: strategy documents add. It has the id ${begun.answer.documentId}.`])
    await say('strategy objectives add', { title: 'Home' }, 'place-plan')
    await say('strategy objectives change', { title: 'Homes' }, 'place-plan', 'Home')
    const body = aBody({ owner: 'Chief planner' })
    expect(await say('strategy priorities add', body, 'place-plan')).toMatchObject({ code: 0 })
    const early = await say(
      'strategy documents adopt',
      { decidedOn: '2026-02-26', note: 'Now' },
      'place-plan',
    )
    expect([early.code, early.answer.error.code]).toEqual([1, 'not-consulted'])
    await say('strategy documents consult', { decidedOn: '2026-01-31', note: 'All' }, 'place-plan')
    await say('strategy documents adopt', { decidedOn: '2026-02-26', note: 'Council' }, 'place-plan')
    const reading = { value: '40', measuredOn: '2026-03-31', source: 'Survey' }
    expect(await say('strategy readings add', reading, 'warm-homes')).toMatchObject({ code: 0 })
    await say('strategy documents begin-version', {}, 'place-plan')
    const shown = await say('strategy documents show', '', 'place-plan')
    expect(shown.printed.join('\n')).toContain('Adopted, The command line: Council')
    expect(shown.printed.at(-1)).toBe('  other versions: 2 (draft)')
    await expect(say('strategy documents show', '', 'nothing')).rejects.toThrow('no document “nothing”')
    const wrong = await say('strategy priorities add', { title: 5 }, 'place-plan')
    expect([wrong.code, wrong.warned]).toEqual([
      2,
      expect.arrayContaining(['  objective: This is missing: give a text']),
    ])
    await expect(say('strategy documents add', '{')).rejects.toThrow('not JSON')
    await expect(say('strategy documents consult', {}, 'gone')).resolves.toMatchObject({ code: 2 })
  })
})
