import { describe, expect, test } from 'vitest'
import { permissionsOf } from '#identity'
import type { CommandInput } from '../../platform/command.ts'
import { SEEN_FIELD } from '../../platform/seen.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { changeDocument } from './actions/documents.ts'
import { changeObjective, changePriority, removeObjective, removePriority } from './actions/draft-content.ts'
import { api } from './api.ts'
import { aMember, anAuthority, aPriorityDraft, aStoredDocument } from './builders.ts'
import { commands } from './commands.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const council = await anAuthority(db)
const [ada, priya] = [
  await aMember(db, council.id, 'policy-lead', 'Ada Byron'),
  await aMember(db, council.id, 'policy-lead', 'Priya Shah'),
]
const permissions = [...permissionsOf(['policy-lead'])]
const visitor = aVisitor({ personId: ada, authorityId: council.id, permissions })
const app = await openTestApp(db, { pages, api, identify: async () => visitor })
const page = await app.as(visitor)
const other = db.context({ kind: 'person', personId: priya }, council.id)
const { ref, documentId, objectiveId, priorityId, ownerRoleId } = await aStoredDocument(other, 'draft')
const at = `/strategy/documents/${documentId}/1`
const theirs = aPriorityDraft({ objectiveId, ownerRoleId })

describe('two people in one draft', () => {
  test('are told of each other: the later save is refused, loses nothing, and may be sent again', async () => {
    await page.get(`${at}/priorities/${priorityId}`)
    await changePriority(other, ref, priorityId, {
      ...theirs,
      plainWords: 'No home is cold.',
      description: 'Their reasons.',
    })
    const refused = await page.submit({ plainWords: 'All homes are warm.', unit: 'percent' })
    expect(refused.status).toBe(400)
    expect(refused.errors).toEqual([
      {
        href: '#meanwhile',
        text: expect.stringMatching(/^Priya Shah changed this on .* at .*not saved yet$/),
      },
    ])
    expect(refused.tables[0]?.slice(1).map((row) => row.map((cell) => cell.split('\n').at(-1)))).toEqual([
      [expect.stringContaining('In plain words'), 'No home is cold.', 'All homes are warm.', 'Yours'].map(
        (cell) => (typeof cell === 'string' ? expect.stringContaining(cell) : cell),
      ),
      [
        expect.stringContaining('Description'),
        expect.stringContaining('Their reasons.'),
        expect.stringContaining('Nothing'),
        expect.stringContaining('Theirs'),
      ],
    ])
    expect(refused.forms[0]?.fields).toMatchObject({
      plainWords: 'All homes are warm.',
      description: 'Their reasons.',
      unit: 'percent',
    })
    const saved = await page.submit({})
    expect(saved.path).toBe(`${at}?done=saved`)
    const after = (await page.get(`${at}/priorities/${priorityId}`)).forms[0]?.fields
    expect(after).toMatchObject({
      plainWords: 'All homes are warm.',
      description: 'Their reasons.',
      unit: 'percent',
    })
  })

  test('are told again when the text changes once more, and after a mistake in the form', async () => {
    await page.get(`${at}/objectives/${objectiveId}`)
    await changeObjective(other, ref, objectiveId, { title: 'Homes one', description: '' })
    expect((await page.submit({ title: '' })).errors.map(({ href }) => href)).toEqual(['#title'])
    const first = await page.submit({ title: 'Mine' })
    expect(first.errors[0]?.text).toContain('Priya Shah changed this')
    await changeObjective(other, ref, objectiveId, { title: 'Homes two', description: '' })
    const second = await page.submit({})
    expect(second.tables[0]?.[1]?.join(' ')).toMatch(/Homes two.*Mine/)
    expect((await page.submit({})).path).toContain('done=saved')
    expect((await page.get(at)).text).toContain('Mine')
  })

  test('see the same of the document, and of what one of them takes out', async () => {
    const text = { title: 'Plan A', summary: '', startsOn: '2025-04-01', endsOn: '2029-03-31' }
    await page.get(`${at}/edit`)
    await changeDocument(other, ref, text)
    const refused = await page.submit({ title: 'Plan B' })
    expect(refused.tables[0]?.[1]?.join(' ')).toMatch(/Title.*Plan A.*Plan B/)
    expect((await page.submit({})).path).toContain('done=saved')

    await page.get(`${at}/priorities/${priorityId}`)
    await changePriority(other, ref, priorityId, { ...theirs, title: 'Warmer homes' })
    const kept = await page.submit({}, `${at}/priorities/${priorityId}/remove`)
    expect(kept.errors[0]?.text).toContain('Priya Shah changed this')
    await page.get(`${at}/priorities/${priorityId}`)
    await removePriority(other, ref, priorityId)
    const gone = await page.submit({ title: 'Warm homes again' })
    expect(gone.errors[0]?.text).toMatch(/^Priya Shah took this out on/)
    const again = await page.submit({})
    expect(again.text).toContain('Warm homes again')

    const second = await aStoredDocument(other, 'draft')
    const draft = `/strategy/documents/${second.documentId}/1`
    await removePriority(other, second.ref, second.priorityId)
    await page.get(`${draft}/objectives/${second.objectiveId}`)
    await removeObjective(other, second.ref, second.objectiveId)
    const back = await page.submit({ title: 'Kept words' })
    expect(back.errors[0]?.text).toContain('took this out')
    expect((await page.submit({})).text).toContain('Kept words')
  })

  test('are asked about everything where the form does not say what it saw', async () => {
    const { ref: own, objectiveId: id } = await aStoredDocument(other, 'draft')
    const path = `/strategy/documents/${own.documentId}/1/objectives/${id}`
    for (const seen of ['', 'null', '{"title":5}', '[[', `{"title":"${'x'.repeat(5000)}"}`]) {
      await page.get(path)
      const refused = await page.submit({ title: 'New', [SEEN_FIELD]: seen }, path)
      expect([refused.status, refused.tables[0]?.length]).toEqual([400, 2])
    }
  })
})

const bearer = { authorization: 'Bearer a-token-of-twenty-characters', 'content-type': 'application/json' }
const send = async (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: unknown) => {
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
  const answer = await app
    .client()
    .request({ method, url: `/api/v1/strategy/${path}`, headers: bearer, ...payload })
  return { status: answer.statusCode, body: answer.json<any>() }
}

describe('a program', () => {
  test('sends back what it saw, is refused where that is old, and without it writes over', async () => {
    const { documentId: id, ref: own, objectiveId: objective } = await aStoredDocument(other, 'draft')
    const read = (await send('GET', `documents/${id}`)).body
    const [one] = read.objectives
    const [priority] = one.priorities
    await changeObjective(other, own, objective, { title: 'Homes first', description: '' })
    await changePriority(other, own, priority.id, { ...theirs, objectiveId: objective, ownerRoleId: null })
    await changeDocument(other, own, { ...read, title: 'Theirs' })
    const writes = [
      ['PUT', `documents/${id}/draft`, { ...read, title: 'Mine' }],
      ['PUT', `documents/${id}/objectives/${objective}`, { title: 'Mine', seen: one.seen }],
      ['PUT', `documents/${id}/priorities/${priority.id}`, { ...priority, title: 'Mine' }],
      ['DELETE', `documents/${id}/priorities/${priority.id}`, { seen: priority.seen }],
      ['DELETE', `documents/${id}/objectives/${objective}`, { seen: one.seen }],
    ] as const
    for (const [method, path, body] of writes) {
      const refused = await send(method, path, body)
      expect([refused.status, refused.body.refusal]).toEqual([422, 'changed-meanwhile'])
      expect(refused.body.detail).toMatch(/^Priya Shah changed this on .*not saved yet\.$/)
    }
    const now = (await send('GET', `documents/${id}`)).body
    expect(now.title).toBe('Theirs')
    expect((await send('PUT', `documents/${id}/draft`, { ...now, title: 'Mine' })).body.title).toBe('Mine')
    const { seen: _seen, ...unseen } = read
    expect((await send('PUT', `documents/${id}/draft`, { ...unseen, title: 'Over' })).body.title).toBe('Over')
    const odd = await send('PUT', `documents/${id}/draft`, { ...now, seen: { not: 'a mark' } })
    expect(odd.status).toBe(400)
  })

  test('is told the same by the command line', async () => {
    const { documentId: id, ref: own } = await aStoredDocument(other, 'draft')
    const read = (await send('GET', `documents/${id}`)).body
    await changeDocument(other, own, { ...read, title: 'Theirs' })
    const warned: string[] = []
    const terminal: CommandInput['terminal'] = {
      isJson: true,
      print: () => undefined,
      answer: () => undefined,
      warn: (text) => void warned.push(text),
      progress: () => undefined,
      readInput: async () => JSON.stringify({ ...read, title: 'Mine' }),
    }
    const command = commands.find(({ name }) => name === 'strategy documents change')
    const options = { organisation: council.name }
    expect(await command?.run({ services: db.services, args: [id], options, terminal })).toBe(1)
    expect(warned).toEqual([expect.stringMatching(/^Priya Shah changed this on/)])
  })
})
