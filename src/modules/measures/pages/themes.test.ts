import { describe, expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { importFramework } from '../actions/import-framework.ts'
import { aCouncil, frameworkCsv } from '../council-builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const council = await aCouncil(db)
const lead = await app.as(
  aVisitor({ authorityId: council.id, permissions: ['measures.read', 'measures.manage'] }),
)
const reader = await app.as(aVisitor({ authorityId: council.id, permissions: ['measures.read'] }))
const nobody = app.client()
const COUNTY = '/measures/frameworks/county'
const THEMES = `${COUNTY}/themes`

const handIn = (version: string, content: string) =>
  importFramework(council.ctx, {
    bytes: Buffer.from(content),
    fileName: `county-${version}.csv`,
    facts: {
      id: 'county',
      version,
      title: 'County framework',
      publishedOn: `2026-0${version}-01`,
      licence: 'CC BY 4.0',
      source: null,
      terms: 'open',
    },
  })
await handIn('1', frameworkCsv())

/** The line of a table that holds a word, as one text. */
const line = (page: { readonly tables: readonly (readonly (readonly string[])[])[] }, word: string): string =>
  page.tables[0]?.find((cells) => cells.join(' ').includes(word))?.join(' | ') ?? ''

describe('themes and outcomes', () => {
  test('are listed for everybody who sees the framework, and changed by policy leads only', async () => {
    const page = await reader.get(THEMES)
    expect(page).toMatchObject({ status: 200, h1: 'Themes and outcomes' })
    expect(line(page, 'Residents have work')).toMatch(/Outcome.*Work.*residents, work.*2.*As published/)
    expect(page.links.map(({ href }) => href)).not.toContain(`${THEMES}/work`)
    expect((await reader.get(`${THEMES}/work`)).status).toBe(403)
    expect((await nobody.get(THEMES)).status).toBe(404)
    expect((await nobody.get('/measures/frameworks/open/themes')).status).toBe(200)
    expect((await lead.get(`${THEMES}/nothing`)).status).toBe(404)
    expect((await lead.get(`${COUNTY}/outcomes/work`)).status).toBe(404)
  })

  test('are renamed and reworded with a reason, the origin beside it', async () => {
    await lead.get(`${COUNTY}/outcomes/jobs`)
    const refused = await lead.submit({ name: 'Good work near home', because: '' })
    expect(refused.errors.map(({ href }) => href)).toEqual(['#because'])
    expect(refused.forms[0]?.fields).toMatchObject({ name: 'Good work near home', parent: 'work' })
    const list = await lead.submit({ name: 'Good work near home', words: 'Jobs; pay', because: 'Our words.' })
    const changed = line(list, 'Good work near home')
    expect(changed).toContain('jobs, pay')
    expect(changed).toContain('Name, as published: Residents have work')
    expect(changed).toContain('Why: Our words.')
    const form = await lead.get(`${COUNTY}/outcomes/jobs`)
    expect(form.tables[0]?.flat().join()).toContain('Residents have work')
    const same = { name: 'Residents have work', words: 'residents; work', because: 'As it was.' }
    expect(line(await lead.submit(same), 'Residents have work')).toContain('As published')
  })

  test('are added, used by measures, and taken out once nothing stands under them', async () => {
    await lead.get(`${COUNTY}/add-theme`)
    const bad = await lead.submit({ code: 'our river!', name: '', because: 'It is ours.' })
    expect(bad.errors.map(({ href }) => href)).toEqual(['#name', '#code'])
    await lead.submit({ code: 'river', name: 'The river', because: 'It is ours.' })
    await lead.get(`${COUNTY}/add-theme`)
    const twice = await lead.submit({ code: 'river', name: 'Again', because: 'x' })
    expect(twice.status).toBe(400)
    await lead.get(`${COUNTY}/add-outcome`)
    const outcome = { code: 'clean-river', parent: 'river', name: 'Clean water', because: 'It is ours.' }
    expect(line(await lead.submit(outcome), 'Clean water')).toContain('Added here')
    await lead.get(`${THEMES}/river`)
    const kept = await lead.submit({ 'off-because': 'No longer.' }, `${THEMES}/river/off`)
    expect(kept.errors[0]).toMatchObject({
      href: '#off-because',
      text: expect.stringContaining('clean-river'),
    })
    await lead.get(`${COUNTY}/outcomes/clean-river`)
    await lead.submit({ 'off-because': 'No longer.' }, `${COUNTY}/outcomes/clean-river/off`)
    await lead.get(`${THEMES}/river`)
    const gone = await lead.submit({ 'off-because': 'No longer.' }, `${THEMES}/river/off`)
    expect(line(gone, 'The river')).toBe('')
  })

  test('are switched off with all beneath, and on again', async () => {
    const form = await lead.get(`${THEMES}/work`)
    expect(form.text).toContain('1 outcome and 2 measures')
    const off = await lead.submit({ 'off-because': 'Another team has it.' }, `${THEMES}/work/off`)
    expect(off.text).toContain('Switched off here (1)')
    expect(line(off, 'Residents have work')).toBe('')
    expect((await lead.get(`${COUNTY}/measures/local-job`)).status).toBe(404)
    await lead.get(THEMES)
    await lead.submit({ kind: 'theme', entry: 'work' }, `${COUNTY}/back`)
    expect((await lead.get(`${COUNTY}/measures/local-job`)).status).toBe(200)
  })

  test('take part in the merge with a newer version, field by field', async () => {
    await lead.get(`${THEMES}/green`)
    await lead.submit({ name: 'A cooler place', because: 'Plain words.' })
    await lead.get(`${COUNTY}/outcomes/carbon`)
    await lead.submit({ name: 'Clean air', because: 'Plain words.' })
    const newer = frameworkCsv()
      .replace('theme,green,,Climate', 'theme,green,,Climate and nature')
      .replace('outcome,jobs,work,Residents have work', 'outcome,jobs,work,Work for residents')
    await handIn('2', newer)
    const offer = await lead.get(`${COUNTY}/merge`)
    expect(offer.text).toContain('1 choice to make Climate and nature (theme): Name It was: Climate')
    expect(line(offer, 'Work for residents (outcome)')).toContain('comes in')
    expect(line(offer, 'Clean air')).toContain('stays as we have it')
    await lead.submit({ 'choose:theme.green.name': 'ours' })
    const merged = await lead.get(THEMES)
    expect(line(merged, 'A cooler place')).toContain('as published: Climate and nature')
    expect(line(merged, 'Clean air')).toContain('as published: Less carbon')
    expect(line(merged, 'Work for residents')).toContain('As published')
  })

  test.each([
    ['a theme that is not there', { parent: 'nowhere' }, '#parent'],
    ['an outcome under an outcome', { parent: 'carbon' }, '#parent'],
    ['an endless name', { name: 'x'.repeat(3_000) }, '#name'],
  ])('refuse %s and keep what was typed', async (_what, given, href) => {
    await lead.get(`${COUNTY}/outcomes/jobs`)
    const page = await lead.submit({ ...given, because: 'Why not.' })
    expect([page.status, page.errors[0]?.href]).toEqual([400, href])
    expect(page.forms[0]?.fields).toMatchObject({ because: 'Why not.' })
  })
})
