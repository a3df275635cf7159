import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import type { CommandInput } from '../../platform/command.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { aPlanningCouncil } from './ask-builders.ts'
import { aPurchase, auditOf } from './builders.ts'
import { commands } from './commands.ts'
import { PLANNING_WRITES } from './planning-writes.ts'
import { PURCHASES_PATH } from './writes/planning-write.ts'
import { anAskBody as anAsk, aComparison as comparison } from './writes/write-builders.ts'

const db = await openTestDatabase(['send-mail'])
const council = await aPlanningCouncil(db)
const other = await aPlanningCouncil(db)
const ctx = db.context({ kind: 'command' }, council.id)
const purchase = await aPurchase(ctx, { stage: 'planning' })

/** What stands in a write's path after the purchase. */
const below = (path: string): string => path.slice(`${PURCHASES_PATH}/:purchaseId/`.length)

const programOf = async (role: Role, authorityId: string = council.id) => {
  const visitor = aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    id = purchase.id,
  ) => {
    const answer = await app.client().request({
      method,
      url: ['/api/v1/purchases', id, ...(path === '' ? [] : [path])].join('/'),
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json<any>(), text: answer.body }
  }
}
const commissioner = await programOf('commissioner')
const officer = await programOf('procurement-officer')
const stranger = await programOf('procurement-officer', other.id)

describe('a purchase through the API', () => {
  test('is said anew as it was read, moved on, and assessed', async () => {
    const { body: read } = await commissioner('GET', '')
    const change = { ...read, seen: read.version, department: 'Green spaces' }
    const changed = await commissioner('PUT', '', change)
    expect(changed.body).toMatchObject({ department: 'Green spaces', title: read.title, stage: 'planning' })
    expect((await commissioner('PUT', '', change)).status).toBe(409)
    const answered = await commissioner('PUT', 'law/facts', {
      seen: changed.body.version,
      facts: { route: 'open' },
    })
    expect(answered.body.facts).toMatchObject({ route: 'open' })
    const seen = answered.body.version
    const backwards = { ...change, seen, endsOn: '2020-01-01' }
    expect((await commissioner('PUT', '', backwards)).body.refusal).toBe('dates-out-of-order')
    expect((await commissioner('PUT', '', { ...change, seen, valuePence: -1 })).status).toBe(400)
    const ready = await commissioner('POST', 'stage', { seen, to: 'ready' })
    expect(ready.body.refusal).toBeOneOf(['stage-not-next', 'sections-to-do'])
    expect((await commissioner('POST', 'stage', { seen, to: 'engagement' })).body.stage).toBe('engagement')
    const effect = { direction: 'positive', dimension: 'social', effect: 'Shade', likelihood: 2, scale: 1 }
    const added = await commissioner('POST', 'impact', effect)
    expect(added.status).toBe(201)
    const one = `impact/${added.body.impacts[0].id}`
    const said = await commissioner('PUT', one, { ...effect, effect: 'Shade in summer', likelihood: 3 })
    expect(said.body.impacts).toEqual([expect.objectContaining({ effect: 'Shade in summer', likelihood: 3 })])
    expect((await stranger('DELETE', one, {})).status).toBe(404)
    expect((await commissioner('DELETE', one, {})).body.impacts).toEqual([])
    expect((await commissioner('DELETE', one, {})).status).toBe(404)
    expect((await commissioner('POST', 'impact', effect)).status).toBe(201)
    const none = await commissioner('POST', 'impact/none', { dimension: 'economic', reason: 'None of that.' })
    expect(none.body.noneExpected).toEqual([{ dimension: 'economic', reason: 'None of that.' }])
  })
})

describe('the weight of social value through the API', () => {
  const setBy = async (role: Role, body: unknown) => {
    const visitor = aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] })
    const app = await openTestApp(db, { api, identify: async () => visitor })
    const answer = await app.client().request({
      method: 'PUT',
      url: '/api/v1/weight-policy',
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
      payload: JSON.stringify(body),
    })
    return { status: answer.statusCode, body: answer.json<any>() }
  }
  const policy = { weight: '20', fromOn: '2027-04-01', source: 'Policy 2027, section 3' }

  test('is set from a day on by those who set rules, and within 0 and 100', async () => {
    expect((await setBy('policy-lead', policy)).body.policies).toContainEqual(policy)
    expect((await setBy('policy-lead', { ...policy, weight: '101' })).body.errors[0].message).toContain(
      '0 to 100',
    )
    expect((await setBy('commissioner', policy)).status).toBe(403)
  })
})

describe('the delivery model through the API', () => {
  test('is compared, read, changed as it was read, and published by those who approve', async () => {
    const made = await commissioner('PUT', 'delivery-model', comparison())
    expect([made.status, made.body.version, made.body.missing]).toEqual([200, 1, []])
    const { body: read } = await commissioner('GET', 'delivery-model')
    const again = { ...read, seen: read.version, need: 'Parks in flower.' }
    const changed = await commissioner('PUT', 'delivery-model', again)
    expect(changed.body).toMatchObject({ version: 2, need: 'Parks in flower.', options: read.options })
    expect(await commissioner('PUT', 'delivery-model', again)).toMatchObject({
      status: 422,
      body: { refusal: 'appraisal-changed-meanwhile' },
    })
    expect((await commissioner('POST', 'delivery-model/publish', { seen: 2 })).status).toBe(403)
    const published = await officer('POST', 'delivery-model/publish', { seen: 2 })
    expect(published.body).toMatchObject({ status: 'published', version: 2 })
  })

  test('keeps the tests of Schedule 2, with what nobody answered left open', async () => {
    const given = {
      kind: 'vertical',
      body: 'Green Ltd',
      testedOn: '2026-11-02',
      outsidePercent: '8.50',
      answers: [{ limb: 'V1', holds: true, evidence: 'Share register' }],
    }
    const tested = await commissioner('POST', 'delivery-model/tests', given)
    expect([tested.status, tested.body.tests[0]]).toEqual([
      201,
      expect.objectContaining({ body: 'Green Ltd', outcome: 'not-shown' }),
    ])
    const later = { ...given, testedOn: '2099-01-01' }
    expect((await commissioner('POST', 'delivery-model/tests', later)).body.refusal).toBe('tested-in-future')
  })
})

describe('engagement through the API', () => {
  test('goes from an event to what was learned', async () => {
    const event = { title: 'Walk', kind: 'visit', heldOn: '2027-02-15', place: 'Town Hall' }
    const planned = await commissioner('POST', 'engagement/events', event)
    expect([planned.status, planned.body.events]).toEqual([201, [expect.objectContaining(event)]])
    const eventId = planned.body.made
    const invitees = [
      { supplierName: 'Elm', email: 'Hello@elm.example' },
      { supplierName: 'Elm', email: 'hello@elm.example' },
    ]
    const invited = await commissioner('POST', 'engagement/invitations', { eventId, invitees })
    expect(invited.body).toMatchObject({ letters: 1, invited: [{ supplierName: 'Elm', reply: 'none' }] })
    expect(invited.text).not.toContain('elm.example')
    const twice = await commissioner('POST', 'engagement/invitations', { eventId, invitees })
    expect(twice.body.refusal).toBe('invited-already')
    const nobody = await commissioner('POST', 'engagement/invitations', { eventId })
    expect(nobody.body.refusal).toBe('nobody-to-invite')
    const reply = { invitationId: invited.body.invited[0].id, reply: 'coming' }
    expect((await commissioner('POST', 'engagement/replies', reply)).body.invited[0].reply).toBe('coming')
    const asked = await commissioner('POST', 'engagement/questions', { askedBy: 'Elm', question: 'When?' })
    expect(JSON.stringify(asked.body.questions)).not.toContain('Elm')
    const answer = { questionId: asked.body.made, answer: 'In May.' }
    expect((await commissioner('POST', 'engagement/answers', answer)).body.questions[0].answer).toBe(
      'In May.',
    )
    expect((await commissioner('POST', 'engagement/answers', answer)).body.refusal).toBe('already-answered')
    const note = { learned: 'Lots would help.', soWhat: 'Three lots', eventId }
    expect((await commissioner('POST', 'engagement/notes', note)).body.notes[0].soWhat).toBe('Three lots')
  })
})

describe('the ask through the API', () => {
  test('is written from the framework, changed for a note, readied and opened again', async () => {
    const first = await commissioner('PUT', 'ask', anAsk())
    expect(first.body).toMatchObject({ revision: 1, status: 'draft' })
    expect(first.body.lines[0]).toMatchObject({ measure: 'skill-app-l2', minimum: '2', askedAs: 'number' })
    expect(first.body.lines[0].name).not.toBe('')
    const { notes } = (await commissioner('GET', 'engagement')).body
    const next = { ...first.body, seen: 1, because: 'The market said so.', noteId: notes[0].id }
    const second = await commissioner('PUT', 'ask', { ...next, introduction: 'Small firms are welcome.' })
    expect(second.body).toMatchObject({ revision: 2, lines: first.body.lines, criteria: first.body.criteria })
    expect((await commissioner('PUT', 'ask', next)).body.refusal).toBe('ask-changed-meanwhile')
    expect((await commissioner('POST', 'ask/ready', { seen: 2 })).status).toBe(403)
    const ready = await officer('POST', 'ask/ready', { seen: 2 })
    expect(ready.body).toMatchObject({
      status: 'ready',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await commissioner('PUT', 'ask', { ...next, seen: 2 })).body.refusal).toBe('ask-is-ready')
    expect((await officer('POST', 'ask/reopen', {})).body).toMatchObject({
      status: 'draft',
      fingerprint: null,
    })
  })

  test('refuses measures, priorities and notes that are not there', async () => {
    const refusalOf = async (more: object) =>
      (await commissioner('PUT', 'ask', anAsk({ seen: 2, because: 'Try', ...more }))).body.refusal
    expect(await refusalOf({ lines: [{ measure: 'no-such-thing' }] })).toBe('measure-unknown')
    const priorities = ['01990000-0000-7000-8000-000000000009']
    expect(await refusalOf({ lines: [{ measure: 'skill-app-l2', priorities }] })).toBe('priority-unknown')
    expect(await refusalOf({ noteId: priorities[0] })).toBe('note-unknown')
  })
})

describe('each write', () => {
  test('leaves its entry in the audit log', async () => {
    const names = new Set(await auditOf(db, purchase.id))
    expect(PLANNING_WRITES.map(({ audit }) => audit).filter((name) => !names.has(name))).toEqual([])
  })

  test('finds nothing of another authority', async () => {
    const bodies: Readonly<Record<string, object>> = {
      'delivery-model': comparison(),
      'engagement/events': { title: 'Walk', kind: 'visit', heldOn: '2027-02-15' },
      ask: anAsk(),
      'ask/reopen': {},
    }
    for (const { method, path } of PLANNING_WRITES.filter((row) => below(row.path) in bodies)) {
      const answered = await stranger(method, below(path), bodies[below(path)])
      expect([path, answered.status]).toEqual([path, 404])
    }
  })

  test('says where a body is not of the form it takes, and keeps nothing of it', async () => {
    const before = (await commissioner('GET', 'delivery-model')).body
    const wrong = await commissioner('PUT', 'delivery-model', comparison({ criteria: [{ name: 'A' }] }))
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'criteria.0.weight'])
    expect((await commissioner('PUT', 'ask', '{"seen":')).status).toBe(400)
    expect((await commissioner('GET', 'delivery-model')).body).toEqual(before)
  })

  test('never breaks on JSON of any shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLANNING_WRITES),
        fc.jsonValue(),
        async ({ method, path }, value) => {
          const { status } = await officer(method, below(path), JSON.stringify(value))
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the same on the command line', () => {
  const run = async (name: string, input: string, args = [`P-${purchase.number}`]) => {
    const told = { answer: undefined as any, warned: [] as string[] }
    const terminal: CommandInput['terminal'] = {
      isJson: true,
      print: () => undefined,
      answer: (value) => void (told.answer = value),
      warn: (text) => void told.warned.push(text),
      progress: () => undefined,
      readInput: async () => input,
    }
    const command = commands.find((known) => known.name === name)!
    const options = { organisation: council.name }
    const code = await command.run({ services: db.services, args, options, terminal })
    return { code, ...told }
  }

  test('writes, refuses and explains', async () => {
    const added = await run('pipeline add', '{"title":"Salt"}', [])
    expect(added).toMatchObject({ code: 0, answer: { title: 'Salt', stage: 'idea' } })
    const negative = await run('pipeline add', '{"title":"Salt","valuePence":-1}', [])
    expect([negative.code, negative.warned[0]]).toEqual([2, expect.stringContaining('valuePence')])
    const changed = await run('pipeline delivery-model set', JSON.stringify(comparison({ seen: 2 })))
    expect(changed).toMatchObject({ code: 0, answer: { version: 3, status: 'draft' } })
    const stale = await run('pipeline delivery-model publish', '{"seen":1}')
    expect([stale.code, stale.answer.error.code]).toEqual([1, 'appraisal-changed-meanwhile'])
    const wrong = await run('pipeline engagement event', '{"title":"Walk","kind":"visit","heldOn":"soon"}')
    expect([wrong.code, wrong.warned[0]]).toEqual([2, expect.stringContaining('heldOn')])
    expect(await run('pipeline engagement note', '{"learned":"Elms are dear."}')).toMatchObject({ code: 0 })
    expect(await run('asks ready', '{"seen":2}')).toMatchObject({ code: 0, answer: { status: 'ready' } })
    expect(await run('asks reopen', '{}')).toMatchObject({ code: 0, answer: { status: 'draft' } })
    await expect(run('asks set', '{')).rejects.toThrow('not JSON')
    await expect(run('asks reopen', '{}', ['P-999'])).rejects.toThrow('There is no purchase P-999.')
  })

  test.each(PLANNING_WRITES.map(({ command, example, body }) => [command, example, body] as const))(
    'shows with %s an example of what it takes',
    (_command, example, body) => {
      const whole = example.replaceAll('0199…', '01990000-0000-7000-8000-000000000009')
      expect(body.safeParse(JSON.parse(whole)).error?.issues ?? []).toEqual([])
    },
  )
})
