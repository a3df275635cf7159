import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeEntry } from '../actions/adapt-framework.ts'
import { importFramework } from '../actions/import-framework.ts'
import { aCouncil, frameworkCsv, read } from '../council-builders.ts'
import { pages } from '../routes.ts'
import { listMeasures } from '../store/local-frameworks.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const [council, other] = [await aCouncil(db), await aCouncil(db)]
const as = (authorityId: string) =>
  app.as(aVisitor({ authorityId, permissions: ['measures.read', 'measures.manage'] }))
const lead = await as(council.id)
const stranger = await as(other.id)

const COUNT = 23
const numbers = Array.from({ length: COUNT }, (_, n) => String(n + 1).padStart(2, '0'))
const rows = (name: string, counts = 'Each one', value = '5') =>
  numbers.map(
    (n) =>
      `measure,m-${n},jobs,${name} ${n},${counts},Else,item,Count,lists,quantitative,economic,${value},,,2024/25,Study,,,low,,Say,yes,`,
  )
const FORM = {
  title: 'Long',
  code: 'long',
  version: '9',
  published: '2026-04-01',
  licence: 'Our own',
  terms: 'restricted',
}

describe('the faults of a long file', () => {
  test('are paged, sorted, searched and exported, and the form stays as it was filled in', async () => {
    await lead.get('/measures/import')
    const file = { field: 'file', name: 'long.csv', content: frameworkCsv(...rows('Measure', 'Each', '-1')) }
    const refused = await lead.upload(file, FORM)
    expect([refused.status, refused.tables[0]?.length]).toEqual([400, 21])
    expect(refused.text).toContain('Showing 1 to 20 of 23')
    const next = refused.links.find(({ text }) => text.includes('Next'))!.href
    const second = await lead.get(next)
    expect([second.status, second.forms.at(-1)?.fields.title]).toEqual([200, 'Long'])
    expect(second.tables[0]?.[1]?.join(' ')).toContain('m-21')
    const path = next.split('?')[0]!
    expect((await lead.get(`${path}?sort=-row`)).tables[0]?.[1]?.join(' ')).toContain('m-23')
    expect((await lead.get(`${path}?text=m-07`)).tables[0]).toHaveLength(2)
    expect((await lead.get(`${path}?text=fish`)).text).toContain('Nothing fits')
    expect((await lead.get(`${path}/faults.csv`)).text.match(/below nothing/g)).toHaveLength(COUNT)
    expect((await stranger.get(path)).status).toBe(404)
  })
})

describe('the faults of a long file of reference data', () => {
  test('are paged, sorted, searched and exported too, and the form stays as it was filled in', async () => {
    await lead.get('/measures/reference/import')
    const lines = numbers.map((n) => `${2000 + Number(n)},${Number(n) % 2 ? '-1' : 'fish'}`)
    const file = { field: 'file', name: 'gdp.csv', content: ['year,index', ...lines].join('\n') }
    const form = { kind: 'deflators', title: 'GDP 2026', licence: 'OGL v3.0', published: '2026-06-30' }
    const refused = await lead.upload(file, form)
    expect([refused.status, refused.tables[0]?.length]).toEqual([400, 21])
    expect(refused.tables[0]?.[0]).toHaveLength(2)
    expect(refused.errors[0]?.text).toContain('Nothing was taken in: 23 problems')
    expect(refused.text).toContain('Showing 1 to 20 of 23')
    const next = refused.links.find(({ text }) => text.includes('Next'))!.href
    const second = await lead.get(next)
    expect([second.status, second.forms.at(-1)?.fields.title]).toEqual([200, 'GDP 2026'])
    expect(second.tables[0]?.[1]?.join(' ')).toContain('not above nothing')
    const path = next.split('?')[0]!
    expect((await lead.get(`${path}?sort=-row`)).tables[0]?.[1]?.[0]).toContain('24')
    expect((await lead.get(`${path}?sort=problem`)).tables[0]?.[1]?.join(' ')).toContain('not above nothing')
    expect((await lead.get(`${path}?text=fish`)).tables[0]).toHaveLength(12)
    const csv = (await lead.get(`${path}/faults.csv`)).text
    expect([csv.match(/fish/g)?.length, csv.includes('column')]).toEqual([11, false])
    expect((await lead.get(`${path}/faults.pdf`)).status).toBe(404)
    expect((await lead.get('/measures/reference/import')).text).toContain('gdp.csv')
    expect((await stranger.get(path)).status).toBe(404)
    expect((await lead.get(path.replace('reference', 'import'))).status).toBe(404)
    expect((await lead.get('/measures/import')).text).not.toContain('gdp.csv')
  })
})

describe('a long merge', () => {
  const hand = (version: string, content: string) =>
    importFramework(council.ctx, {
      bytes: Buffer.from(content),
      fileName: 'long.csv',
      facts: {
        ...FORM,
        id: 'long',
        version,
        publishedOn: `2026-0${version}-01`,
        source: null,
        terms: 'open',
      },
    })
  const MERGE = '/measures/frameworks/long/merge'

  test('keeps the sides chosen on each page, and takes the version in once all are', async () => {
    await hand('1', frameworkCsv(...rows('Measure')))
    for (const n of numbers)
      await changeEntry(council.ctx, 'long', {
        kind: 'measure',
        code: `m-${n}`,
        texts: { name: `Ours ${n}` },
        because: 'Plain words.',
      })
    await hand('2', frameworkCsv(...rows('Theirs', 'Every single one')))
    const side = (n: string) => `choose:measure.m-${n}.name`
    const offer = await lead.get(MERGE)
    const choicesOn = (page: typeof offer) =>
      numbers
        .filter((n) => new RegExp(`(?:Measure|Ours) ${n}: Name|Theirs ${n}: Name`).test(page.text))
        .map(side)
    expect(offer.text).toContain('23 choices to make')
    expect(offer.text).toContain('Showing 1 to 20 of 23; page 1 of 2')
    const second = await lead.submit({ [side('01')]: 'ours', [side('02')]: 'theirs', go: 'clash-2' })
    expect(second.text).toContain('21 of them still to make')
    expect(second.text).toContain('Showing 21 to 23 of 23')
    // Turning a page of the other list keeps the place in this one, and what was chosen on it.
    const moved = await lead.submit({ [side('21')]: 'theirs', go: 'page-2' })
    expect(moved.text).toContain('20 of them still to make')
    expect(moved.text.match(/Showing 21 to 23 of 23/g)).toHaveLength(2)
    const back = await lead.get(MERGE)
    expect(back.forms[0]?.fields).toMatchObject({ [side('01')]: 'ours', [side('02')]: 'theirs' })
    const found = await lead.submit({ find: 'm-23', show: 'open', go: 'show' })
    expect(choicesOn(found)).toEqual([side('23')])
    const early = await lead.submit({ [side('23')]: 'ours' })
    expect([early.status, early.errors[0]?.href]).toEqual([400, '#clashes'])
    expect(early.text).toContain('Choose a side for each of the 19')
    let page = await lead.get(`${MERGE}?show=open`)
    for (let turn = 0; /[0-9] of them still/.test(page.text); turn++) {
      expect(turn).toBeLessThan(4)
      const sides = Object.fromEntries(choicesOn(page).map((name) => [name, 'ours']))
      page = await lead.submit({ ...sides, go: 'show' })
    }
    expect((await lead.get(`${MERGE}.csv`)).text).toContain('measure.m-02.name')
    expect((await stranger.get(MERGE)).status).toBe(404)
    await lead.get(MERGE)
    expect((await lead.submit({})).text).toContain('Version 2, published')
    const names = (await read(council.ctx, (reader) => listMeasures(reader, 'long'))).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('Theirs'))).toEqual(['Theirs 02', 'Theirs 21'])
    const left = await db.query('select count(*)::int as count from measures.merge_choice')
    expect(left).toEqual([{ count: 0 }])
  })
})
