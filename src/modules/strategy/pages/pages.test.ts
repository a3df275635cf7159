import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import type { Actor, Context } from '../../../platform/context.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { adoptVersion, recordConsultation } from '../actions/documents.ts'
import { addPriority } from '../actions/draft-content.ts'
import { sharePriority } from '../actions/sharing.ts'
import { recordByHand } from '../actions/thread.ts'
import { api } from '../api.ts'
import { aMember, anAuthority, aPriorityDraft, aStoredDocument } from '../builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
const council = await anAuthority(db, 'Northmere City Council')

/** A browser of somebody with a role at the council. */
const browserOf = async (role: Role) => {
  const id = await aMember(db, council.id, role, `Northmere ${role}`)
  const permissions = [...permissionsOf([role])]
  return app.as(aVisitor({ personId: id, authorityId: council.id, permissions }))
}
const operator: Actor = { kind: 'command' }
const ctx: Context = db.context(operator, council.id)
const [editor, owner, councillor] = [
  await browserOf('policy-lead'),
  await browserOf('senior-owner'),
  await browserOf('councillor'),
]
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('a strategy', () => {
  test('begins with an empty page that teaches', async () => {
    const permissions = [...permissionsOf(['policy-lead'])]
    const page = await (await app.as(aVisitor({ permissions }))).get('/strategy')
    expect(page).toMatchObject({ status: 200, h1: 'Strategy' })
    expect(page.text).toContain('No strategy yet')
    expect(page.links).toContainEqual({ text: 'Write a document', href: '/strategy/documents/new' })
  })

  test('goes from draft to adopted through the pages', async () => {
    await editor.get('/strategy/roles')
    await editor.submit({ name: 'Director of Homes' }, '/strategy/roles')
    const appointed = await editor.submit(
      { personName: 'Northmere Commissioner', ...day('fromOn', '2024-01-01') },
      '/strategy/roles/holders',
    )
    expect(appointed.text).toContain('Northmere Commissioner, since 1 January 2024')
    await editor.get('/strategy/documents/new')
    const dates = { ...day('startsOn', '2025-04-01'), ...day('endsOn', '2029-03-31') }
    const document = await editor.submit({ title: 'Corporate Plan', ...dates })
    expect(document.h1).toBe('Corporate Plan')
    const at = document.path.split('?')[0] ?? ''
    await editor.get(`${at}/objectives/new`)
    await editor.submit({ title: 'Homes' })
    const { links } = await editor.get(at)
    await editor.get(links.find(({ href }) => href.includes('/priorities/new'))?.href ?? '')
    const form = (await editor.get(links.find(({ href }) => href.includes('/priorities/new'))?.href ?? ''))
      .forms[0]
    expect(form?.fields).toHaveProperty('target-2028-29')
    const missing = await editor.submit({ title: 'x'.repeat(61), baseline: '41%' })
    expect(missing.status).toBe(400)
    expect(missing.errors.map(({ href }) => href)).toEqual([
      '#title',
      '#plainWords',
      '#baseline',
      '#baselineOn-day',
    ])
    expect(missing.forms[0]?.fields).toMatchObject({ title: 'x'.repeat(61), baseline: '41%' })
    const priority = {
      title: 'Warm homes',
      plainWords: 'Nobody is cold.',
      indicator: 'Homes below band C',
      unit: '%',
    }
    const refused = await editor.submit({
      ...priority,
      direction: 'down',
      baseline: '47',
      ...day('baselineOn', '2023-03-31'),
      places: 'Atlantis',
    })
    expect(refused.errors).toEqual([
      { text: '“Atlantis” is no area or place that is known here', href: '#places' },
    ])
    const saved = await editor.submit({ places: '', 'target-2025-26': '41' })
    expect(saved.text).toContain('Homes below band C: from 47% (2023) to 41% by March 2026')
    await editor.get(`${at}/consult`)
    const unowned = await editor.submit({ note: 'All were asked', ...day('decidedOn', '2026-01-31') })
    expect(unowned.errors[0]?.text).toContain('needs a senior owner')
    const change = saved.links.find(({ text }) => text.includes('Change the priority'))?.href ?? ''
    const roleId = (await editor.get(change)).html.match(/value="([0-9a-f-]{36})">Director of Homes/)?.[1]
    await editor.submit({ ownerRoleId: roleId })
    await editor.get(`${at}/consult`)
    const future = await editor.submit({ note: 'All were asked', ...day('decidedOn', '2027-01-31') })
    expect(future.errors).toEqual([{ text: 'Enter a day that is not in the future', href: '#decidedOn-day' }])
    const consulted = await editor.submit({ ...day('decidedOn', '2026-01-31') })
    expect(consulted.text).toContain('Consulted on')
    expect((await editor.get(`${at}/adopt`)).status).toBe(403)
    await owner.get(`${at}/adopt`)
    const adopted = await owner.submit({ note: 'Full council', ...day('decidedOn', '2026-02-26') })
    expect(adopted.text).toContain('Adopted. The version before it is superseded')
    expect((await editor.get(`${at}/priorities/new`)).status).toBe(200)
    await editor.submit({ ...priority, direction: 'down' })
    expect((await editor.get(at)).tables[0]?.map((row) => row[0])).toEqual(
      expect.arrayContaining([expect.stringContaining('Adopted')]),
    )
    expect((await councillor.get(at)).forms.filter(({ method }) => method === 'post')).toEqual([])
  })
})

describe('readings', async () => {
  const { priorityId } = await aStoredDocument(ctx, 'adopted', { title: 'Cleaner journeys' })
  const at = `/strategy/priorities/${priorityId}/readings`

  test('are recorded by a form that keeps what was typed', async () => {
    await editor.get(at)
    const refused = await editor.submit({ value: '40,6', source: '', ...day('measuredOn', '2026-02-31') }, at)
    expect(refused.errors.map(({ href }) => href)).toEqual(['#measuredOn-day', '#value', '#source'])
    expect(refused.html).toContain('value="40,6"')
    const recorded = await editor.submit(
      { value: '40.6', source: 'Survey', ...day('measuredOn', '2026-03-31') },
      at,
    )
    expect(recorded.tables.at(-1)?.[1]?.join(' ')).toContain('40.6%')
    const link = recorded.links.find(({ href }) => href.endsWith('/correct'))
    await editor.get(link?.href ?? '')
    const corrected = await editor.submit({ value: '41', note: 'Counted twice' })
    expect(corrected.text).toContain('Superseded')
    expect((await editor.get(link?.href ?? '')).status).toBe(404)
  })

  test('come out as CSV that a spreadsheet does not run', async () => {
    await editor.get(at)
    await editor.submit({ value: '39', source: '=1+1', ...day('measuredOn', '2026-06-30') }, at)
    const csv = await editor.request({ method: 'GET', url: `${at}.csv` })
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain("'=1+1")
    expect((await editor.get(`${at}.exe`)).status).toBe(404)
  })

  test('come in by a file; what is wrong is listed row by row, and nothing is kept', async () => {
    await editor.get('/strategy/readings/import')
    const rows =
      'priority,date,value,source\ncleaner-journeys,2025-03-31,45,Survey\ncleaner-journeys,x,45,=cmd'
    const refused = await editor.upload({ field: 'file', name: 'r.csv', content: rows })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Row 3: The source is a formula: “=cmd”. Enter its result instead.')
    const taken = await editor.upload({
      field: 'file',
      name: 'r.csv',
      content: rows.split('\n').slice(0, 2).join('\n'),
    })
    expect(taken.path).toBe(`${at}?done=recorded`)
    expect((await councillor.get('/strategy/readings/import')).status).toBe(403)
  })
})

describe('the thread', async () => {
  const { priorityId } = await aStoredDocument(ctx, 'adopted', { title: 'Fewer people alone' })
  const stray = await recordByHand(ctx, { kind: 'contract', title: 'Copying', note: '' }, [])
  if (!stray.ok) throw new Error(stray.refusal)

  test('is a tree, a picture with its table, and a list of loose ends', async () => {
    const page = await councillor.get(`/strategy/thread/priority/${priorityId}`)
    expect(page.h1).toBe('Fewer people alone')
    expect(page.html).toContain('<svg')
    expect(page.tables.at(-1)?.[0]).toEqual(['What is wanted', 'Kind', 'What serves it', 'Kind of that'])
    const whole = await councillor.get('/strategy/thread')
    expect(whole.text).toContain('Work that serves no priority (1)')
    expect(whole.text).toContain('Copying')
  })

  test('is mended where it hangs loose', async () => {
    await editor.get(`/strategy/thread/contract/${encodeURIComponent(stray.value.id)}`)
    const linked = await editor.submit({ other: `priority:${priorityId}` }, 'Link')
    expect(linked.text).toContain('Fewer people alone')
    expect((await councillor.get('/strategy/thread')).text).not.toContain('Work that serves no priority')
  })

  test.each([
    '/strategy/thread/priority/gone',
    '/strategy/thread/fish/1',
    '/strategy/priorities/1',
    '/strategy/documents/1/1',
  ])('says that %s is not there', async (path) => expect((await editor.get(path)).status).toBe(404))
})

describe('a shared priority', () => {
  test('shows where it came from and what was changed', async () => {
    const alliance = db.context(operator, (await anAuthority(db, 'Ashshire Combined Authority')).id)
    const theirs = await aStoredDocument(alliance, 'adopted', { title: 'Apprenticeships that last' })
    const shared = await sharePriority(alliance, theirs.priorityId)
    const { ref, objectiveId } = await aStoredDocument(ctx, 'draft')
    const at = `/strategy/documents/${ref.documentId}/1`
    await editor.get(`${at}/shared?objective=${objectiveId}`)
    await editor.submit({ shareId: shared.ok ? shared.value : '' })
    const saved = await editor.submit({ 'target-2025-26': '39' })
    expect(saved.text).toContain('Shared by Ashshire Combined Authority')
    const link = saved.links.find(({ text }) => text === 'Apprenticeships that last')
    const page = await councillor.get(link?.href ?? '')
    expect(page.tables.at(-1)?.[1]).toEqual([
      expect.stringContaining('Targets'),
      expect.stringContaining('2025/26: 41'),
      expect.stringContaining('2025/26: 39'),
    ])
  })
})

describe('a plan on a page', () => {
  test('is looked at, published by a senior owner, and read by everybody for ever', async () => {
    expect((await editor.get('/strategy/plan')).status).toBe(403)
    await owner.get('/strategy/plan')
    const look = await owner.submit({ title: 'What we want', introduction: 'For all.', action: 'look' })
    expect(look.html).toContain('gt-sheet')
    const long = await owner.submit({ introduction: 'x'.repeat(301), action: 'publish' })
    expect(long.errors[0]?.text).toBe('Enter an introduction of at most 300 characters')
    await owner.submit({ introduction: 'For all.', action: 'publish' })
    await owner.get('/strategy/plan')
    await owner.submit({ title: 'What we want now', introduction: 'For all.', action: 'publish' })
    const nobody = app.client()
    const newest = await nobody.get('/plans/northmere-city-council')
    expect(newest).toMatchObject({ status: 200, h1: 'What we want now' })
    const first = await nobody.get('/plans/northmere-city-council/1')
    expect(first.h1).toBe('What we want')
    expect(first.text).toContain('This is an edition from the archive')
    for (const path of [
      '/plans/nowhere',
      '/plans/northmere-city-council/9',
      '/plans/northmere-city-council/x',
    ])
      expect((await nobody.get(path)).status).toBe(404)
  })

  test('says how many priorities a page takes, and begins with those of the last edition', async () => {
    const ticked = (await owner.get('/strategy/plan')).forms[0]?.fields.priorities
    const { ref, objectiveId, ownerRoleId } = await aStoredDocument(ctx, 'draft')
    for (let n = 1; n <= 10; n++)
      await addPriority(ctx, ref, aPriorityDraft({ objectiveId, ownerRoleId, title: `Number ${n}` }))
    const draft = await editor.get(`/strategy/documents/${ref.documentId}?version=1`)
    expect(draft.text).toContain('11 priorities are here. A document may have as many as it needs')
    await recordConsultation(ctx, ref, { decidedOn: '2026-01-31', note: 'Everybody was asked.' })
    await adoptVersion(ctx, ref, { decidedOn: '2026-02-26', note: 'Full council.' })
    const form = await owner.get('/strategy/plan')
    expect(form.text).toMatch(/At most 10, so that the plan fits one A4 page.*1\d are adopted: choose/)
    expect(form.forms[0]?.fields.priorities).toEqual(ticked)
    const boxes = form.html.match(/<input[^>]*name="priorities"[^>]*>/g) ?? []
    const all = boxes.map((box) => /value="([^"]+)"/.exec(box)?.[1] ?? '')
    const many = await owner.submit({ title: 'All', introduction: 'x', priorities: all, action: 'publish' })
    expect(many.errors[0]?.text).toContain('Choose at most 10 priorities: more do not fit one A4 page')
  })
})
