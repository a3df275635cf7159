import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { definePlace } from '../actions/define-place.ts'
import { LOAD_JOB, loadFile, runQueuedLoad } from '../actions/load-file.ts'
import { api } from '../api.ts'
import type { PlaceDraft } from '../model.ts'
import { pages } from '../routes.ts'
import { readParts } from '../rules/define-place.ts'

const db = await openTestDatabase([LOAD_JOB])
const app = await openTestApp(db, { pages, api })
const operator = db.context({ kind: 'command' }, null)
const manager = aVisitor({ permissions: ['places.read', 'places.manage'] })
const reader = aVisitor({ permissions: ['places.read'] })
const draft = (name: string, parts: string): PlaceDraft => ({
  name,
  kind: 'county',
  parentId: null,
  parts: readParts(parts).parts,
})

const shared = await definePlace(operator, draft('Ashshire', 'E10000017'))
if (!shared.ok) throw new Error(shared.refusal)
const browser = await app.as(manager)

describe('the list of places', () => {
  test('shows inner places under those around them, and what is loaded', async () => {
    const page = await browser.get('/places')
    expect(page).toMatchObject({ status: 200, h1: 'Places' })
    expect(page.tables[0]?.[1]).toEqual(expect.arrayContaining([expect.stringContaining('Ashshire')]))
    expect(page.text).toContain('None. Places made of postcode districts work')
    expect(page.links).toContainEqual({ text: 'Define a place', href: '/places/new' })
  })

  test('offers no change to somebody who may only read', async () => {
    const page = await (await app.as(reader)).get('/places')
    expect(page.links.map((link) => link.href)).not.toContain('/places/new')
  })

  test('is closed to people without the permission', async () => {
    const outsider = await app.as(aVisitor({ permissions: [] }))
    expect((await outsider.get('/places')).status).toBe(403)
    expect((await (await app.as(reader)).get('/places/new')).status).toBe(403)
  })
})

describe('defining a place', () => {
  test('says in a sentence for each line what is wrong, and keeps what was typed', async () => {
    await browser.get('/places/new')
    const page = await browser.submit({ name: 'Northmere', kind: 'city', parts: 'PR1\nPR1 2HE\nNorthmere' })
    expect(page.status).toBe(400)
    expect(page.title).toContain('Error:')
    expect(page.errors).toEqual([
      { text: 'Correct the parts that are listed under the field', href: '#parts' },
    ])
    expect(page.text).toContain(
      'Line 2: “PR1 2HE” is a full postcode. Enter its sector or district, for example PR1 2 or PR1',
    )
    expect(page.text).toContain('Line 3: “NORTHMERE”'.replace('NORTHMERE', 'Northmere'))
    expect(page.forms[0]?.fields).toMatchObject({
      name: 'Northmere',
      kind: 'city',
      parts: 'PR1\nPR1 2HE\nNorthmere',
    })
  })

  test('puts a refusal beside its field', async () => {
    await browser.get('/places/new')
    const page = await browser.submit({ name: 'Nowhere', parts: '' })
    expect(page.fieldErrors).toEqual({
      'parts-error': 'Enter at least one postcode area, district, sector or official area code',
    })
    await browser.get('/places/new')
    expect((await browser.submit({ name: ' ', parts: 'PR1' })).errors).toEqual([
      { text: 'Enter the name of the place', href: '#name' },
    ])
  })

  test('makes the place inside another and shows it', async () => {
    await browser.get(`/places/new?inside=${shared.value}`)
    const page = await browser.submit({ name: 'Northmere', kind: 'city', parts: 'PR1, PR2' })
    expect(page).toMatchObject({ status: 200, h1: 'Northmere' })
    expect(page.links).toContainEqual({ text: 'Ashshire', href: `/places/${shared.value}` })
    expect((await browser.get('/places')).text).toContain('– Northmere')
  })
})

describe('a place', () => {
  test('is changed, and a stale change is refused', async () => {
    await browser.get('/places/new')
    const made = await browser.submit({ name: 'Southmere', kind: 'town', parts: 'PR3' })
    const changed = await browser.submit({ name: 'Southmere Town', parts: 'PR3\nPR4' }, made.path)
    expect(changed.h1).toBe('Southmere Town')
    const stale = await browser.post(made.path, {
      name: 'Late',
      kind: 'town',
      parentId: '',
      parts: 'PR3',
      version: '1',
    })
    expect(stale.status).toBe(409)
  })

  test('that all share tells who can change it, and a forged change is refused', async () => {
    const page = await browser.get(`/places/${shared.value}`)
    expect(page.text).toContain('All organisations share this place')
    expect(page.forms.filter((form) => form.method === 'post')).toEqual([])
    await browser.get('/places/new')
    const forged = await browser.post(`/places/${shared.value}`, {
      name: 'Mine',
      kind: 'city',
      parentId: '',
      parts: 'PR1',
      version: '1',
    })
    expect(forged.status).toBe(400)
    expect(forged.text).toContain('This place is shared by all organisations')
  })

  test('of another authority, or none at all, is not found', async () => {
    const theirs = await definePlace(db.context({ kind: 'command' }, newId()), draft('Theirs', 'M1'))
    for (const id of [theirs.ok ? theirs.value : '', newId(), 'nonsense', "'--"]) {
      expect((await browser.get(`/places/${id}`)).status).toBe(404)
    }
  })

  test('is removed, but not while another lies in it', async () => {
    await browser.get('/places/new')
    const outer = await browser.submit({ name: 'Outer', kind: 'town', parts: 'PR5' })
    await browser.get(`/places/new?inside=${outer.path.split('/').at(-1)}`)
    const inner = await browser.submit({ name: 'Inner', kind: 'town', parts: 'PR6' })
    await browser.get(outer.path)
    const refused = await browser.submit({}, 'Remove this place')
    expect(refused.errors[0]?.text).toBe('Other places lie in this one. Move or remove them first')
    await browser.get(inner.path)
    expect((await browser.submit({}, 'Remove this place')).h1).toBe('Places')
  })
})

describe('looking up a postcode', () => {
  const path = join(db.dataFolder, 'lookup.csv')
  writeFileSync(path, 'pcds,doterm,lad25cd\nPR1 2HE,,E07000123\nPR9 1AA,201001,E08000014\n')

  test('works by district without a lookup', async () => {
    const page = await browser.get('/places/look-up?postcode=pr12he')
    expect(page.text).toContain('No postcode lookup is loaded.')
    expect(page.text).toContain('Northmere, exactly')
  })

  test('shows areas, places and attribution once one is loaded', async () => {
    await loadFile(operator, 'postcodes', { path, fileName: 'ONSPD_NOV_2025.csv' })
    await loadFile(operator, 'areas', {
      path: (writeFileSync(`${path}2`, 'code,name\nE07000123,Preston\n'), `${path}2`),
      fileName: 'areas.csv',
    })
    const page = await browser.get('/places/look-up?postcode=PR1%202HE')
    expect(page.tables[0]).toEqual(
      [
        ['Code', 'Name'],
        ['E07000123', 'Preston'],
      ].map((row) => row.map((cell) => expect.stringContaining(cell))),
    )
    expect(page.text).toContain('edition 2025-11')
    expect(page.text).toContain('Crown copyright')
    expect((await browser.get('/places/look-up?postcode=PR9+1AA')).text).toContain(
      'Royal Mail no longer uses this postcode',
    )
  })

  test('says what is outside the United Kingdom', async () => {
    expect((await browser.get('/places/look-up?postcode=JE2+3QQ')).text).toContain(
      'This is in Jersey, which is not part of the United Kingdom.',
    )
    expect((await browser.get('/places/look-up?postcode=FIQQ+1ZZ')).text).toContain('overseas territory')
  })

  test('asks for a postcode where it got something else, and shows it harmlessly', async () => {
    const page = await browser.get(
      `/places/look-up?postcode=${encodeURIComponent('<script>alert(1)</script>')}`,
    )
    expect(page.status).toBe(400)
    expect(page.errors[0]?.text).toContain('Enter a postcode such as PR1 2HE')
    expect(page.html).not.toContain('<script>alert')
    expect((await browser.get('/places/look-up')).status).toBe(200)
  })
})

describe('loading data on the site', () => {
  test('queues the file, shows it waiting, and what became of it', async () => {
    await browser.get('/places/lookups')
    const file = {
      field: 'file',
      name: 'codepoint-2026-02.csv',
      content: 'postcode,lad\nPR1 2HE,E07000126\nPR9 1AA,E08000014\n',
    }
    const page = await browser.upload(file, { kind: 'postcodes' })
    expect(page).toMatchObject({ status: 200, h1: 'Data about places' })
    expect(page.tables[0]?.[1]?.join(' ')).toContain('Waiting')
    const [job] = await db.query(`select data from pgboss.job where name = '${LOAD_JOB}'`)
    await runQueuedLoad(db.services, (job as { data: { loadId: string } }).data)
    const after = await browser.get('/places/lookups')
    expect(after.tables[0]?.[1]?.join(' ')).toMatch(/Loaded.*2 rows.*2026-02/)
    expect((await browser.get('/places/look-up?postcode=PR1+2HE')).text).toContain('E07000126')
  })

  test('asks for a file and for what it holds', async () => {
    await browser.get('/places/lookups')
    const form = (await browser.get('/places/lookups')).forms.find(
      ({ action }) => action === '/places/lookups',
    )
    // A browser sends a file field nobody touched as a file without a name.
    const payload = [
      ...Object.entries({ _csrf: String(form?.fields._csrf), kind: 'areas' }).map(
        ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      ),
      '--x\r\ncontent-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--x--\r\n',
    ].join('')
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const untouched = await browser.request({ method: 'POST', url: '/places/lookups', headers, payload })
    expect(untouched.statusCode).toBe(400)
    expect(untouched.body).toContain('Choose a file')
    await browser.get('/places/lookups')
    expect(
      (await browser.upload({ field: 'file', name: 'a.csv', content: 'x' }, { kind: 'nonsense' })).errors[0]
        ?.text,
    ).toBe('Choose what the file holds')
    await browser.get('/places/lookups')
    expect(
      (await browser.upload({ field: 'file', name: 'a.csv', content: '' }, { kind: 'areas' })).errors[0]
        ?.text,
    ).toContain('The file is empty')
  })

  test('is closed to people who may only read', async () => {
    expect((await (await app.as(reader)).get('/places/lookups')).status).toBe(403)
  })
})

describe('the API', () => {
  const get = async (url: string) => {
    const response = await browser.request({ method: 'GET', url })
    return { status: response.statusCode, body: response.json() }
  }

  test('lists places with the lookup in use, and shows one', async () => {
    const { body } = await get('/api/v1/places')
    expect(body.lookup).toMatchObject({ edition: '2026-02', postcodes: 2 })
    const northmere = body.places.find((place: { name: string }) => place.name === 'Northmere')
    expect(northmere).toMatchObject({ slug: 'northmere', isShared: false, parentId: shared.value })
    expect((await get(`/api/v1/places/${northmere.id}`)).body).toEqual(northmere)
    expect((await get('/api/v1/places/nonsense')).status).toBe(404)
  })

  test('tells where a postcode is, and how sure that is', async () => {
    expect((await get('/api/v1/postcodes/pr12he')).body).toMatchObject({
      postcode: 'PR1 2HE',
      areas: [{ code: 'E07000126', name: '', kind: 'local-authority' }],
      places: [
        { name: 'Northmere', certainty: 'exact', share: 1 },
        { name: 'Ashshire', certainty: 'exact', share: 1 },
      ],
    })
    expect((await get('/api/v1/postcodes/JE2%203QQ')).body).toMatchObject({ outside: 'Jersey', places: [] })
    expect((await get('/api/v1/postcodes/nonsense')).status).toBe(404)
  })
})
