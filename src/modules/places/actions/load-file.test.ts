import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import type { LoadKind } from '../model.ts'
import { currentCode } from '../rules/area-book.ts'
import { listDeprivation, readAreaBook } from '../store/areas.ts'
import { listBoundaries, listInnerBoundaries } from '../store/boundaries.ts'
import { findCurrentLookup, listLoads } from '../store/loads.ts'
import { locatePostcodes, lookUpPostcodes } from '../store/postcodes.ts'
import type { PlacesTables } from '../tables.ts'
import { LOAD_JOB, loadFile, queueLoad, runQueuedLoad } from './load-file.ts'

const db = await openTestDatabase([LOAD_JOB])
const operator = db.context({ kind: 'command' }, null)
const councillor = db.context({ kind: 'person', personId: newId() }, newId())
const read = <Result>(work: Parameters<typeof inReading<PlacesTables, Result>>[1]): Promise<Result> =>
  inReading(operator, work)

const saved = (name: string, content: string): string => {
  const path = join(db.dataFolder, name)
  writeFileSync(path, content)
  return path
}
const load = (kind: LoadKind, fileName: string, content: string, facts: object = {}) =>
  loadFile(operator, kind, { path: saved(fileName, content), fileName, ...facts })

const lookupOf = (postcodes: readonly string[], lad: string) =>
  `postcode,lad\n${postcodes.map((each) => `${each},${lad}\n`).join('')}`
const MANY = Array.from(
  { length: 200 },
  (_, n) => `PR${1 + Math.floor(n / 100)} ${Math.floor(n / 10) % 10}A${'ABDEFGHJLN'[n % 10]}`,
)
const areasOf = async (postcode: string) =>
  (await read((reader) => lookUpPostcodes(reader, [postcode])))[0]?.areaCodes

describe('a postcode lookup', () => {
  test('is not there on a fresh install, where districts work all the same', async () => {
    expect(await read((reader) => lookUpPostcodes(reader, ['PR1 0AA', 'nonsense']))).toEqual([
      undefined,
      undefined,
    ])
    expect(await read((reader) => locatePostcodes(reader, ['PR1 0AA', 'PR1']))).toMatchObject([
      { district: 'PR1' },
      { district: 'PR1' },
    ])
    expect(await read((reader) => findCurrentLookup(reader))).toBeUndefined()
  })

  test('is loaded, kept with its source, and asked in the order of the questions', async () => {
    const loaded = await load('postcodes', 'codepoint-2025-11.csv', lookupOf(MANY, 'E07000123'))
    expect(loaded).toMatchObject({ ok: true, value: { rowsKept: 200, rowsRefused: 0, edition: '2025-11' } })
    const found = await read((reader) => lookUpPostcodes(reader, ['PR2 9AN', 'LS1 1AA', 'pr10aa', '']))
    expect(found.map((answer) => answer?.areaCodes)).toEqual([
      ['E07000123'],
      undefined,
      ['E07000123'],
      undefined,
    ])
    expect(await read((reader) => findCurrentLookup(reader))).toMatchObject({
      rowsKept: 200,
      isCurrent: true,
      status: 'loaded',
    })
    const [entry] = await db.query(`select name from platform.audit_entry where name = 'PLACES_DATA_LOADED'`)
    expect(entry).toEqual({ name: 'PLACES_DATA_LOADED' })
  })

  test('takes the place of the one before, of which nothing is left', async () => {
    await load('postcodes', 'next-2026-02.csv', lookupOf(MANY, 'E07000126'))
    expect(await areasOf('PR1 0AA')).toEqual(['E07000126'])
    expect(
      await db.query('select count(distinct load_id)::int as lookups from places.postcode_chunk'),
    ).toEqual([{ lookups: 1 }])
    expect(await db.query('select count(*)::int as current from places.load where is_current')).toEqual([
      { current: 1 },
    ])
  })

  test('stays where the new file is a part of the country, empty, or no lookup at all', async () => {
    const part = await load('postcodes', 'part.csv', lookupOf(MANY.slice(0, 10), 'E07000001'))
    expect(part).toMatchObject({
      ok: false,
      refusal: 'lookup-smaller-than-current',
      facts: { found: 10, current: 200 },
    })
    expect(await load('postcodes', 'none.csv', 'postcode,lad\n')).toMatchObject({ refusal: 'lookup-empty' })
    await expect(load('postcodes', 'other.csv', 'Supplier,Amount\nA,1\n')).rejects.toThrow(
      'not a postcode lookup',
    )
    expect(await areasOf('PR1 0AA')).toEqual(['E07000126'])
    const loads = await read((reader) => listLoads(reader, 3))
    expect(loads.map((each) => each.status)).toEqual(['failed', 'failed', 'failed'])
    expect(loads.every((each) => each.message.length > 20)).toBe(true)
  })

  test('may be a part of the country where that is meant', async () => {
    const partial = await load('postcodes', 'part.csv', lookupOf(MANY.slice(0, 150), 'E07000123'), {
      isPartial: true,
    })
    expect(partial.ok).toBe(true)
    expect(await areasOf('PR1 0AA')).toEqual(['E07000123'])
  })

  test('is the operator’s to load', async () => {
    const path = saved('forged.csv', lookupOf(MANY, 'E07000001'))
    expect(await loadFile(councillor, 'postcodes', { path, fileName: 'forged.csv' })).toMatchObject({
      refusal: 'load-by-operator-only',
    })
  })
})

/** Another process that loads a lookup; it waits where the test holds the table, in the middle of storing. */
const loadInChild = (path: string) => {
  const platform = join(import.meta.dirname, '../../../platform')
  const script = `
    import { openDatabase } from '${platform}/database.ts'
    import { loadFile } from '${import.meta.dirname}/load-file.ts'
    const database = openDatabase(JSON.parse(process.env.OWNER))
    const ctx = { database, jobs: { publish: async () => undefined }, clock: { now: () => new Date('2026-11-22T12:00:00Z') }, actor: { kind: 'command' }, authorityId: null }
    await loadFile(ctx, 'postcodes', { path: process.env.LOOKUP, fileName: 'killed.csv' })`
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, OWNER: JSON.stringify(db.owner), LOOKUP: path, NODE_NO_WARNINGS: '1' },
    stdio: 'inherit',
  })
}

test('a load that is killed in the middle of storing leaves the earlier lookup whole', async () => {
  await load('postcodes', 'before.csv', lookupOf(MANY, 'E07000123'))
  const holder = new Client(db.owner)
  await holder.connect()
  await holder.query('begin')
  // Lets the child insert its chunks, and stops it where it makes its lookup the one in use.
  await holder.query('select 1 from places.load where is_current for update')
  const child = loadInChild(saved('killed.csv', lookupOf(MANY, 'E07000126')))
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  for (let round = 0; round < 400 && (await db.query(waiting)).length === 0; round++) await sleep(50)
  expect(await db.query(waiting)).toHaveLength(1)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  await holder.query('rollback')
  await holder.end()
  for (let round = 0; round < 100 && (await db.query(waiting)).length > 0; round++) await sleep(50)

  expect(await areasOf('PR1 0AA')).toEqual(['E07000123'])
  expect(await db.query('select count(distinct load_id)::int as lookups from places.postcode_chunk')).toEqual(
    [{ lookups: 1 }],
  )
  const [killed] = await read((reader) => listLoads(reader, 1))
  expect(killed).toMatchObject({ fileName: 'killed.csv', status: 'running', isCurrent: false })
  expect((await load('postcodes', 'again.csv', lookupOf(MANY, 'E07000126'))).ok).toBe(true)
  expect(await areasOf('PR1 0AA')).toEqual(['E07000126'])
})

describe('a file handed in on the site', () => {
  const handIn = async (kind: LoadKind, content: string, fileName: string) => {
    const { hash } = await db.services.files.put(Readable.from([Buffer.from(content)]))
    return queueLoad(councillor, { kind, fileName, fileHash: hash, edition: '' })
  }
  const statusOf = async (id: string) =>
    (await read((reader) => listLoads(reader, 50))).find((each) => each.id === id)

  test('waits in the queue, is loaded by the worker, and a second run changes nothing', async () => {
    const id = await handIn('postcodes', lookupOf(MANY, 'E07000127'), 'ONSPD_NOV_2025_UK.csv')
    expect(await statusOf(id)).toMatchObject({ status: 'queued', kind: 'postcodes' })
    expect(await db.query(`select data from pgboss.job where name = '${LOAD_JOB}'`)).toEqual([
      { data: { loadId: id } },
    ])
    await runQueuedLoad(db.services, { loadId: id })
    expect(await statusOf(id)).toMatchObject({
      status: 'loaded',
      edition: '2025-11',
      rowsKept: 200,
      isCurrent: true,
    })
    await runQueuedLoad(db.services, { loadId: id })
    expect(await areasOf('PR1 0AA')).toEqual(['E07000127'])
  })

  test('that cannot be used says why in its row, and is not tried again', async () => {
    const id = await handIn('boundaries', 'not json', 'wards.geojson')
    await runQueuedLoad(db.services, { loadId: id })
    expect(await statusOf(id)).toMatchObject({
      status: 'failed',
      message: 'wards.geojson is not JSON. Boundaries are loaded from GeoJSON or TopoJSON.',
    })
  })
})

describe('areas, boundaries and deprivation', () => {
  test('areas of several files add up, and an old code leads to the new one', async () => {
    await load('areas', 'wards.csv', 'WD25CD,WD25NM,LAD25CD,LAD25NM\nE05012193,Ashton,E07000123,Preston\n')
    await load(
      'areas',
      'lads.csv',
      'LADCD,LADNM,LADCD_ACTIVE,RGNCD,RGNNM\nE07000123,Preston,E07000123,E12000002,North West\nE07000026,Allerdale,E06000063,E12000002,North West\n',
    )
    const book = await read((reader) => readAreaBook(reader))
    expect(book.get('E07000123')).toMatchObject({ name: 'Preston', parentCodes: ['E12000002'] })
    expect(book.get('E05012193')?.parentCodes).toEqual(['E07000123'])
    expect(currentCode(book, 'E07000026')).toBe('E06000063')
    await expect(load('areas', 'x.csv', 'Supplier,Amount\nA,1\n')).rejects.toThrow('no official areas')
  })

  test('boundaries come with their attribution, and wards by the district they lie in', async () => {
    const ring = [
      [-2.7, 53.7],
      [-2.6, 53.7],
      [-2.6, 53.8],
      [-2.7, 53.7],
    ]
    const feature = (properties: object) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ring] },
    })
    const wards = {
      type: 'FeatureCollection',
      features: [
        feature({ WD25CD: 'E05012193', WD25NM: 'Ashton', LAD25CD: 'E07000123' }),
        feature({ WD25CD: 'E05012194', LAD25CD: 'E07000123' }),
      ],
    }
    await load('boundaries', 'wards.geojson', JSON.stringify(wards), { source: 'ONS', licence: 'OGL v3' })
    const [ashton] = await read((reader) => listBoundaries(reader, ['E05012193', 'E05999999']))
    expect(ashton).toMatchObject({
      areaCode: 'E05012193',
      name: 'Ashton',
      source: 'ONS',
      licence: 'OGL v3',
      geometry: { type: 'MultiPolygon' },
    })
    const inner = await read((reader) => listInnerBoundaries(reader, ['E07000123'], 'E05'))
    expect(inner.map((boundary) => boundary.areaCode)).toEqual(['E05012193', 'E05012194'])
    expect(await read((reader) => listInnerBoundaries(reader, ['E07000999'], 'E05'))).toEqual([])
  })

  test('deprivation needs an edition, and a second file of the edition replaces the first', async () => {
    const text = 'code,score,rank,decile\nE01025300,45.2,1200,1\n'
    expect(await load('deprivation', 'imd.csv', text)).toMatchObject({ refusal: 'edition-needed' })
    await load('deprivation', 'imd.csv', text, { edition: '2019' })
    await load('deprivation', 'File_7_IoD2025.csv', text)
    await load('deprivation', 'File_7_IoD2025.csv', text.replace('45.2', '46.75'))
    const rows = await read((reader) => listDeprivation(reader, ['E01025300']))
    expect(rows.map(({ edition, score, decile }) => [edition, score, decile])).toEqual([
      ['2025', '46.75', 1],
      ['2019', '45.2', 1],
    ])
  })
})
