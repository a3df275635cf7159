import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FlagCode, FlagSettings } from '../../model/flags.ts'
import { findFlags } from './find-flags.ts'
import { fences, quantile } from './quartiles.ts'

const FOLDER = '../shared/data/ocds/cardinal-fixtures'

/** What the name of a case says of its settings. */
const SETTINGS: Readonly<Record<string, FlagSettings>> = {
  'R003-procurement_method_details-x-5-y-10': { R003: { procurementMethodDetails: { x: 5, y: 10 } } },
  'R003-procurement_methods-open+selective': { R003: { procurementMethods: ['open', 'selective'] } },
  'R003-threshold-10': { R003: { threshold: 10 } },
  'R048-minimum_contracting_processes-1': { R048: { minimumContractingProcesses: 1 } },
}

describe.skipIf(!existsSync(FOLDER))("Cardinal's cases (skipped where ../shared is absent)", () => {
  const names = globSync(`${FOLDER}/*.jsonl`)
    .map((path) => basename(path, '.jsonl'))
    .sort()
  test('are all there', () => expect(names).toHaveLength(15))
  test.each(names)('%s', (name) => {
    const releases = readFileSync(`${FOLDER}/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { results } = findFlags(releases, {
      ...SETTINGS[name],
      only: [name.slice(0, 4) as FlagCode],
      noPriceComparisonMethods: ['NPC'],
      excludedMethods: ['EXC'],
    })
    expect(results).toEqual(JSON.parse(readFileSync(`${FOLDER}/${name}.expected`, 'utf8')))
  })
})

const bid = (id: string, amount: number, extra: object = {}) => ({
  status: 'valid',
  tenderers: [{ id }],
  value: { amount, currency: 'GBP' },
  ...extra,
})
const won = (id: string) => [{ status: 'active', suppliers: [{ id }] }]

describe('findFlags', () => {
  test('raises several flags at once, each with its own value', () => {
    const release = {
      ocid: 'a',
      tender: {
        procurementMethod: 'open',
        numberOfTenderers: 1,
        tenderPeriod: { startDate: '2026-01-01T00:00:00Z', endDate: '2026-01-08T00:00:00Z' },
      },
      bids: { details: [bid('W', 10, { date: '2026-01-09T00:00:00Z' })] },
      awards: won('W'),
    }
    expect(findFlags([release as never]).results.OCID?.a).toMatchObject({ R003: 1, R018: 1, R030: 1 })
  })
  test('compares prices in one currency only', () => {
    const release = {
      ocid: 'a',
      bids: { details: [bid('W', 10), bid('L', 11, { value: { amount: 11, currency: 'EUR' } })] },
      awards: won('W'),
    }
    expect(findFlags([release as never], { only: ['R024'], R024: { threshold: 1 } }).results).toEqual({})
  })
  test('leaves cancelled tenders out and counts them', () => {
    const cancelled = {
      ocid: 'a',
      tender: { status: 'cancelled', numberOfTenderers: 1, procurementMethod: 'open' },
    }
    expect(findFlags([cancelled])).toEqual({ results: {}, processes: 0, excluded: 1 })
  })
  test.each([
    { ocid: 7 },
    { ocid: 'a', bids: { details: [null, 7, { tenderers: 'x', value: [] }] }, awards: 'none', tender: [] },
    JSON.parse('{"ocid":"__proto__","tender":{"numberOfTenderers":1,"procurementMethod":"open"}}'),
  ])('takes what has the wrong type for absent: %j', (release) => {
    expect(() => findFlags([release as never])).not.toThrow()
    expect(({} as any).R018).toBeUndefined()
  })
})

describe('quantile', () => {
  test.each([
    [[0, 0, 100, 100, 100, 100, 100, 100, 100], 0.25, 200 / 3],
    [[5], 0.25, 5],
    [[1, 2], 0.75, 2],
  ] as const)('of %j at %d is %d', (values, share, expected) =>
    expect(quantile(values, share)).toBeCloseTo(expected, 10),
  )
  test('of nothing is nothing', () => expect(fences([])).toBeUndefined())
})
