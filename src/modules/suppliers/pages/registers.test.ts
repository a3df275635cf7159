import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { loadQueuedRegister } from '../actions/load-queued-register.ts'
import { aFile, aRegister, companiesHouseCsv } from '../builders.ts'
import { jobs } from '../jobs.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase(['load-register'])
const app = await openTestApp(db, { pages })
const analyst = aVisitor({ permissions: ['suppliers.read', 'suppliers.import'] })
const reader = aVisitor({ permissions: ['suppliers.read'] })
const queued = () =>
  db.query("select data from pgboss.job where name = 'load-register' order by created_on desc, id desc")
const [loadJob] = jobs(db.services)
const company = { CompanyNumber: '00001234', 'PreviousName_1.CompanyName': 'ASHSHIRE WOODWORK LIMITED' }

describe('the registers page without a register', () => {
  test('says what registers are for, and offers the first step to those who may take it', async () => {
    const page = await (await app.as(analyst)).get('/registers')
    expect(page.h1).toBe('Registers')
    expect(page.text).toContain('No register is loaded')
    expect(page.links).toContainEqual({ text: 'Import a register', href: '/registers/import' })
    const plain = await (await app.as(reader)).get('/registers')
    expect(plain.links.map(({ href }) => href)).not.toContain('/registers/import')
  })

  test('is for those who may see suppliers', async () => {
    expect((await (await app.as(aVisitor({ permissions: [] }))).get('/registers')).status).toBe(403)
    const { statusCode, headers } = await app.client().request({ method: 'GET', url: '/registers' })
    expect([statusCode, headers.location]).toEqual([303, '/sign-in?next=%2Fregisters'])
  })

  test('sends whoever looks something up to the import', async () => {
    expect((await (await app.as(reader)).get('/suppliers/look-up?q=x')).text).toContain(
      'No register is loaded',
    )
  })
})

describe('importing a register', () => {
  const file = {
    field: 'file',
    name: 'BasicCompanyData-2026-11-01.csv',
    content: companiesHouseCsv([company, { CompanyNumber: '' }]),
  }

  test('is for those who may import', async () => {
    expect((await (await app.as(reader)).get('/registers/import')).status).toBe(403)
  })

  test('shows its progress, then its figures and the rows that were not taken', async () => {
    const browser = await app.as(analyst)
    await browser.get('/registers/import')
    const waiting = await browser.upload(file, { kind: 'companies-house' })
    expect([waiting.status, waiting.h1]).toEqual([200, 'Companies House'])
    expect(waiting.text).toContain('It waits for its turn.')
    expect(waiting.html).toContain(`data-live-url="${waiting.path}"`)

    const [job] = await queued()
    expect(job?.data).toMatchObject({ personId: analyst.personId, authorityId: analyst.authorityId })
    await loadJob?.run(job?.data as never)
    const done = await browser.get(waiting.path)
    expect(done.text).toContain('2 read = 1 entries + 1 not taken')
    expect(done.text).toContain('1 November 2026')
    expect(done.tables[0]).toContainEqual(['Business', '1', '100%'])
    expect(done.tables.at(-1)?.[1]?.slice(0, 3).join(' ')).toContain('BasicCompanyData-2026-11-01.csv')
    const [audit] = await db.query(
      "select actor, authority_id from platform.audit_entry where name = 'REGISTER_IMPORTED'",
    )
    expect(audit).toEqual({ actor: `person:${analyst.personId}`, authority_id: analyst.authorityId })
  })

  test('does not keep the file when it is loaded', async () => {
    const [{ n }] = (await db.query(
      'select count(*)::int as n from suppliers.register_load where files @> \'[{"hash":null}]\'',
    )) as [{ n: number }]
    expect(n).toBe(1)
  })

  test('tells why a file cannot be used, and keeps the register that is in use', async () => {
    const browser = await app.as(analyst)
    await browser.get('/registers/import')
    const waiting = await browser.upload({ ...file, content: '%PDF-1.7' }, { kind: 'companies-house' })
    const [job] = await queued()
    await loadJob?.run(job?.data as never)
    const failed = await browser.get(waiting.path)
    expect(failed.text).toContain('BasicCompanyData-2026-11-01.csv is a PDF.')
    expect(failed.text).toContain('The register as of 1 November 2026 is still in use, whole.')
    expect((await browser.get('/registers')).tables[0]?.[1]?.at(-1)).toContain('Not loaded')
    await loadQueuedRegister(db.context({ kind: 'worker' }, null), newId())
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['no kind', {}, 'kind', 'Choose which register it is'],
    [
      'a list without a name',
      { kind: 'plain', 'as-of-day': '1', 'as-of-month': '4', 'as-of-year': '2026' },
      'name',
      'Give the list a name',
    ],
    [
      'a day that does not exist',
      { kind: 'mutuals', 'as-of-day': '31', 'as-of-month': '2', 'as-of-year': '2026' },
      'as-of',
      'must be a real date',
    ],
    ['half a day', { kind: 'mutuals', 'as-of-day': '3' }, 'as-of', 'must be a real date'],
    [
      'a day to come',
      { kind: 'mutuals', 'as-of-day': '1', 'as-of-month': '1', 'as-of-year': '2030' },
      'as-of',
      'in the future',
    ],
    [
      'a name of another kind',
      { kind: 'plain', name: 'Companies House' },
      'name',
      'another kind has this name',
    ],
    ['a name without end', { kind: 'plain', name: 'x'.repeat(201) }, 'name', '200 characters or fewer'],
  ])('with %s is sent back with what was typed', async (_what, fields, field, message) => {
    const browser = await app.as(analyst)
    await browser.get('/registers/import')
    const back = await browser.upload(file, { kind: undefined, ...fields })
    expect(back.status).toBe(400)
    expect(back.title).toMatch(/^Error: /)
    expect(back.errors).toEqual([{ text: expect.stringContaining(message), href: `#${field}` }])
    expect(back.forms[0]?.fields).toMatchObject(fields)
  })

  test('without a day says that the name of the file does not tell it', async () => {
    const browser = await app.as(analyst)
    await browser.get('/registers/import')
    const back = await browser.upload({ ...file, name: 'SocietyList.csv' }, { kind: 'mutuals' })
    expect(back.errors).toEqual([
      { text: 'Enter the day the register stands for; the name of the file does not tell', href: '#as-of' },
    ])
  })

  test('without a file, or with an empty one, says so', async () => {
    const browser = await app.as(analyst)
    await browser.get('/registers/import')
    expect(
      (await browser.upload({ ...file, name: '' }, { kind: 'mutuals' })).errors.map(({ text }) => text),
    ).toEqual(['Choose a file'])
    expect(
      (await browser.upload({ ...file, content: '' }, { kind: 'mutuals' })).errors.map(({ text }) => text),
    ).toEqual(['The file is empty'])
  })

  test('from another site is refused', async () => {
    const browser = await app.as(analyst)
    await browser.get('/registers')
    expect((await browser.post('/registers/import', { _csrf: 'x', kind: 'mutuals' })).status).toBe(403)
  })
})

describe('a register', () => {
  test('that is more than a year old says so, on the list and on its page', async () => {
    const old = await aRegister(db, 'number,name\n00000005,OLD LTD\n', {
      kind: 'plain',
      name: 'Old list',
      asOf: '2025-11-22',
    })
    const browser = await app.as(reader)
    const row = (await browser.get('/registers')).tables[0]?.find(([name]) => name?.includes('Old list'))
    expect(row?.join(' ')).toContain('Out of date')
    const page = await browser.get(`/registers/${old.registerId}`)
    expect(page.text).toContain('This register is 12 months old.')
    expect(page.text).not.toContain('Remove this register')
  })

  test('lists the rows that were not taken in pages', async () => {
    const bad = Array.from({ length: 60 }, (_, at) => `,NAME ${at}`)
    const register = await aRegister(db, `number,name\n00000006,A LTD\n${bad.join('\n')}\n`, {
      kind: 'plain',
      name: 'With rejects',
    })
    const browser = await app.as(reader)
    expect((await browser.get(`/registers/${register.registerId}`)).text).toContain(
      '60 rows: there is no number',
    )
    const second = await browser.get(`/registers/${register.registerId}?page=2`)
    expect(second.tables.at(-1)).toHaveLength(11)
  })

  test('shows a name that means mischief as text', async () => {
    const name = '<script>alert(1)</script>'
    const register = await aRegister(db, `number,name\n00000008,"${name}"\n,"${name}"\n`, {
      kind: 'plain',
      name,
    })
    const browser = await app.as(reader)
    for (const path of [`/registers/${register.registerId}`, '/registers', '/suppliers/look-up?q=00000008']) {
      expect((await browser.get(path)).html).not.toContain(name)
    }
  })

  test('is removed by those who may import, and by nobody else', async () => {
    const register = await aRegister(db, 'number,name\n00000007,A LTD\n', {
      kind: 'plain',
      name: 'To remove',
    })
    const stranger = await app.as(reader)
    await stranger.get(`/registers/${register.registerId}`)
    expect((await stranger.post(`/registers/${register.registerId}/remove`)).status).toBe(403)
    const browser = await app.as(analyst)
    await browser.get(`/registers/${register.registerId}`)
    const list = await browser.submit({}, 'Remove this register')
    expect(list.path).toBe('/registers')
    expect(list.text).not.toContain('To remove')
  })

  test('that is not there is not found', async () => {
    const browser = await app.as(reader)
    for (const id of [newId(), 'mistyped']) expect((await browser.get(`/registers/${id}`)).status).toBe(404)
  })
})

describe('looking up a supplier', () => {
  const lookUp = async (q: string) =>
    (await app.as(reader)).get(`/suppliers/look-up?q=${encodeURIComponent(q)}`)

  test.each([
    ['its number', '00001234', '1 supplier with this number'],
    ['its number without noughts', '1234', '1 supplier with this number'],
    ['its name', 'Northmere Joinery Ltd.', '1 supplier of this name, now or formerly'],
    ['its former name', 'ashshire woodwork', '1 supplier of this name, now or formerly'],
    ['how its name begins', 'northmere j', '1 supplier whose name begins so'],
  ])('finds it by %s', async (_how, q, heading) => {
    const page = await lookUp(q)
    expect(page.text).toContain(heading)
    expect(page.text).toContain('NORTHMERE JOINERY LIMITED')
    expect(page.text).toContain('PR1 2AB')
    expect(page.text).toContain('Construction: Specialised construction activities')
    expect(page.text).toContain('Small. Companies Act 2006 ss.382 and 477')
  })

  test('says when there is nothing, and when the question is too short', async () => {
    expect((await lookUp('zzz nobody')).text).toContain('Nothing found')
    expect((await lookUp('x')).text).toContain('Enter at least three letters or digits')
    expect((await lookUp("'; drop table suppliers.register; --")).text).toContain('Nothing found')
    expect((await lookUp('')).text).not.toContain('Nothing found')
  })

  test('shows fifty and says that there are more', async () => {
    const rows = Array.from(
      { length: 80 },
      (_, at) => `10000${String(at).padStart(3, '0')},MANYFOLD ${at} LTD`,
    )
    await aRegister(db, [aFile(db, `number,name\n${rows.join('\n')}\n`)], { kind: 'plain', name: 'Many' })
    const page = await lookUp('manyfold')
    expect(page.text).toContain('The first 50 suppliers whose name begins so')
  })
})
