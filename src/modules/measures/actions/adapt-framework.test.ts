import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aCouncil, frameworkCsv, read } from '../council-builders.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import { measureRow } from '../framework/framework-row.ts'
import { getMeasure, listFrameworks, listMeasures, readFramework } from '../store/local-frameworks.ts'
import { addEntry, changeEntry, switchOff, takeBack, weighMeasure } from './adapt-framework.ts'
import { importFramework } from './import-framework.ts'
import { readMerge, takeInVersion } from './merge-framework.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
const other = await aCouncil(db)
const WHY = 'The ward panels asked for it.'
const CODE = 'com-volunteer'
const edit = (code: string, texts: EntryTexts, because = WHY) => ({
  kind: 'measure' as const,
  code,
  texts,
  because,
})
const inUse = (ctx = council.ctx) => read(ctx, (reader) => getMeasure(reader, 'open', CODE))

describe('a local adaptation', () => {
  test('changes a measure here and nowhere else, and keeps the origin', async () => {
    const measure = await inUse()
    const texts = { name: 'Hours given', value: '£20', low: '18', high: '30', source: 'Council study 2026' }
    expect(await changeEntry(council.ctx, 'open', edit(CODE, texts))).toEqual({
      ok: true,
      value: { revision: 1 },
    })
    expect(await inUse()).toMatchObject({ name: 'Hours given', status: 'ready', proxy: { value: '20' } })
    expect(await inUse(other.ctx)).toEqual(measure)
    const { version, revision, changes } = await read(council.ctx, (reader) => readFramework(reader, 'open'))
    expect([revision, Object.keys(changes[0]?.fields ?? {}).sort()]).toEqual([
      1,
      ['name', 'proxy', 'source', 'status'],
    ])
    expect(version.framework.measures.find(({ code }) => code === CODE)).toEqual(measure)
  })

  test('adds, switches off and takes back, each with its reason in the audit log', async () => {
    const count = async () => (await read(council.ctx, (reader) => listMeasures(reader))).length
    const before = await count()
    const added = { ...measureRow(await inUse()), name: 'Hours in our libraries' }
    expect(await addEntry(council.ctx, 'open', edit('library-hours', added))).toMatchObject({ ok: true })
    expect(await count()).toBe(before + 1)
    const named = { kind: 'measure', code: 'env-carbon', because: 'Counted by another team.' } as const
    expect(await switchOff(council.ctx, 'open', named)).toMatchObject({ ok: true })
    expect(await count()).toBe(before)
    expect(await takeBack(council.ctx, 'open', named)).toMatchObject({ ok: true })
    expect(await switchOff(council.ctx, 'open', { ...named, code: 'library-hours' })).toMatchObject({
      ok: true,
    })
    expect(await count()).toBe(before)
    const audited = await db.query(
      `select subject, facts ->> 'act' as act, facts ->> 'because' as because from platform.audit_entry
       where authority_id = $1 and name = 'MEASURES_ADAPTED' order by number`,
      [council.id],
    )
    expect(audited.map(({ subject, act }) => `${subject} ${act}`)).toEqual([
      'com-volunteer change',
      'library-hours add',
      'env-carbon off',
      'env-carbon as published',
      'library-hours as published',
    ])
    expect(audited[2]?.because).toBe('Counted by another team.')
  })

  test('refuses what would not hold, and counts no revision for it', async () => {
    const change = (texts: EntryTexts, because = WHY) =>
      changeEntry(council.ctx, 'open', edit(CODE, texts, because))
    expect(await change({ unit: 'fortnight' })).toMatchObject({
      refusal: 'entry-faulty',
      faults: [{ column: 'unit', fault: 'unknown-unit' }],
    })
    expect(await change({ low: '99' })).toMatchObject({
      facts: { problem: 'low: The low end is above the value' },
    })
    expect(await change({ value: '' })).toMatchObject({ refusal: 'entry-faulty' })
    expect(await change({ link: 'javascript:alert(1)' })).toMatchObject({ refusal: 'entry-faulty' })
    expect(await change({ name: 'Again' }, ' ')).toMatchObject({ refusal: 'because-missing' })
    const untouched = edit('env-carbon', {})
    expect(await changeEntry(council.ctx, 'open', untouched)).toMatchObject({ refusal: 'nothing-changed' })
    expect(await addEntry(council.ctx, 'open', untouched)).toMatchObject({ refusal: 'code-taken' })
    expect(await takeBack(council.ctx, 'open', { kind: 'measure', code: 'env-noise' })).toMatchObject({
      refusal: 'not-changed-here',
    })
    const { revision } = await read(council.ctx, (reader) => readFramework(reader, 'open'))
    expect(revision).toBe(5)
    const operator = db.context({ kind: 'command' }, null)
    await expect(changeEntry(operator, 'open', untouched)).rejects.toThrow('Only an organisation')
  })

  test('weights a measure for a ward, and takes the weight away again', async () => {
    const weigh = (weight: string) =>
      weighMeasure(council.ctx, 'open', {
        measure: CODE,
        target: { kind: 'ward', id: 'E05000001' },
        weight,
        because: WHY,
      })
    const weights = async () => (await read(council.ctx, (reader) => readFramework(reader, 'open'))).weights
    expect(await weigh('2.5')).toMatchObject({ ok: true })
    expect(await weights()).toMatchObject([{ weight: '2.50', target: { kind: 'ward', id: 'E05000001' } }])
    expect(await weigh('11')).toMatchObject({ refusal: 'weight-out-of-range' })
    expect(await weigh('1')).toMatchObject({ ok: true })
    expect(await weights()).toEqual([])
  })
})

describe('a newer version of the origin', () => {
  const hand = (version: string, publishedOn: string, text: string) =>
    importFramework(council.ctx, {
      bytes: Buffer.from(text),
      fileName: `${version}.csv`,
      facts: {
        id: 'county',
        version,
        title: 'County',
        publishedOn,
        licence: 'OGL v3.0',
        source: null,
        terms: 'open',
      },
    })

  test('waits until it is taken in, asks about clashes, and leaves the rest of our changes', async () => {
    await hand('1', '2025-04-01', frameworkCsv())
    const ours = edit('local-job', { name: 'Jobs for our people', deadweight: 'A third.' })
    await changeEntry(council.ctx, 'county', ours)
    const newer = frameworkCsv().replace('Jobs for residents', 'Residents employed').replace('14000', '15000')
    await hand('2', '2026-04-01', newer)
    const listed = await read(council.ctx, listFrameworks)
    expect(listed.find(({ framework }) => framework.id === 'county')).toMatchObject({
      framework: { version: '1' },
      newer: { version: '2' },
      versions: ['2', '1'],
    })

    const offer = await read(council.ctx, (reader) => readMerge(reader, 'county'))
    expect(offer?.merged.items.map(({ key, outcome }) => `${key} ${outcome}`).sort()).toEqual([
      'measure.local-job.deadweight kept',
      'measure.local-job.name clash',
      'measure.local-job.proxy taken',
    ])
    expect(await takeInVersion(council.ctx, 'county', new Map())).toMatchObject({ refusal: 'conflict-open' })
    const choices = new Map([['measure.local-job.name', 'ours' as const]])
    expect(await takeInVersion(council.ctx, 'county', choices)).toMatchObject({
      ok: true,
      value: { version: '2' },
    })
    expect(await read(council.ctx, (reader) => getMeasure(reader, 'county', 'local-job'))).toMatchObject({
      name: 'Jobs for our people',
      deadweight: 'A third.',
      proxy: { value: '15000' },
    })
    expect(await takeInVersion(council.ctx, 'county', choices)).toMatchObject({ refusal: 'no-newer-version' })
  })
})
