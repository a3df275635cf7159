import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveSector, listSections } from './derive-sector.ts'
import { readEntryStatus } from './entry-status.ts'
import { deriveLoadProgress } from './load-progress.ts'
import { deriveRegisterAge } from './register-age.ts'
import { decideRegisterImport, type RegisterRequest } from './register-request.ts'
import { readSicCode, readSicCodes } from './sic-code.ts'

describe('the status of an entry', () => {
  test.each([
    ['Active', 'active'],
    ['Active - Proposal to Strike off', 'active'],
    ['Liquidation', 'insolvent'],
    ['In Administration/Administrative Receiver', 'insolvent'],
    ['Live but Receiver Manager on at least one charge', 'insolvent'],
    ['RECEIVERSHIP', 'insolvent'],
    ['Voluntary Arrangement', 'insolvent'],
    ['Dissolved', 'closed'],
    ['Removed', 'closed'],
    ['Registered', 'active'],
    ['Deregistered', 'closed'],
    ['Converted / closed', 'closed'],
    ['Inactive', 'closed'],
    ['', 'unknown'],
    ['pending', 'unknown'],
  ])('"%s" is %s', (text, status) => expect(readEntryStatus(text)).toBe(status))
})

describe('a SIC code', () => {
  test.each([
    ['43320 - Joinery installation', '43320'],
    ['01110 - Growing of cereals (except rice)', '01110'],
    ['62020', '62020'],
    [' 62020 ', '62020'],
    ['62020.0', '62020'],
    ['1470', '01470'],
    ['2743 - Lead, zinc and tin production', '2743'],
    ['7499 - Non-trading company', '7499'],
    ['7499', '7499'],
    ['None Supplied', null],
    ['0 - None Supplied', null],
    ['', null],
    ['1', null],
    ['123456', null],
    ['=43320', null],
  ])('"%s" is read as %s', (text, code) => expect(readSicCode(text)).toBe(code))

  test.each([
    ['85200,85310', ['85200', '85310']],
    ['43220 43290 43999', ['43220', '43290', '43999']],
    ['1470,10910', ['01470', '10910']],
    ['1,84110', ['84110']],
    ['62020;62020', ['62020']],
    ['46341 - Wholesale of fruit, vegetables and drinks; 43320 - Joinery', ['46341', '43320']],
    ['None', []],
    ['', []],
  ])('a cell "%s" holds %j', (cell, codes) => expect(readSicCodes(cell)).toEqual(codes))
})

describe('the sector of a supplier', () => {
  test('is that of the first code that tells of a trade', () => {
    expect(deriveSector(['99999', '43320', '01110'])).toEqual({
      section: 'F',
      sectionName: 'Construction',
      division: '43',
      divisionName: 'Specialised construction activities',
    })
  })

  test('is not known for older codes, none, and codes of no trade', () => {
    for (const codes of [[], ['7499'], ['74990'], ['99999'], ['04123']])
      expect(deriveSector(codes)).toBeUndefined()
  })

  test('is one of 21 sections with 88 divisions', () => {
    expect(listSections()).toHaveLength(21)
    const divisions = Array.from({ length: 100 }, (_, at) =>
      deriveSector([`${String(at).padStart(2, '0')}000`]),
    )
    expect(divisions.filter(Boolean)).toHaveLength(88)
  })
})

describe('the age of a register', () => {
  test.each([
    ['2026-11-01', '2026-11-22', 0, false],
    ['2025-11-23', '2026-11-22', 11, false],
    ['2025-11-22', '2026-11-22', 12, true],
    ['2024-02-29', '2025-02-28', 11, false],
    ['2024-02-29', '2025-03-01', 12, true],
    ['2027-01-01', '2026-11-22', 0, false],
  ])('of %s on %s is %i months; out of date: %s', (asOf, today, months, isOutOfDate) => {
    expect(deriveRegisterAge(asOf, today)).toEqual({ months, isOutOfDate })
  })
})

describe('the progress of a load', () => {
  const load = {
    state: 'loading',
    bytesTotal: 300,
    bytesRead: 100,
    touchedAt: new Date('2026-11-22T12:00:00Z'),
  } as const
  const after = (seconds: number) => new Date(load.touchedAt.getTime() + seconds * 1000)

  test('is its share of bytes, rounded down', () => {
    expect(deriveLoadProgress(load, after(5))).toEqual({ state: 'loading', percent: 33 })
    expect(deriveLoadProgress({ ...load, bytesTotal: 0 }, after(5)).percent).toBeNull()
    expect(deriveLoadProgress({ ...load, bytesRead: 301 }, after(5)).percent).toBe(100)
  })

  test('has stopped when nothing was heard of it for two minutes', () => {
    expect(deriveLoadProgress(load, after(120)).state).toBe('loading')
    expect(deriveLoadProgress(load, after(121)).state).toBe('stopped')
    expect(deriveLoadProgress({ ...load, state: 'queued' }, after(9999)).state).toBe('queued')
    expect(deriveLoadProgress({ ...load, state: 'loaded' }, after(9999)).state).toBe('loaded')
  })
})

describe('an import', () => {
  const request: RegisterRequest = {
    kind: 'plain',
    name: ' Approved suppliers ',
    asOf: '2026-04-01',
    source: '',
    licence: '',
    fileNames: ['approved.csv'],
  }
  const decide = (change: Partial<RegisterRequest>, sameName?: { kind: 'plain' | 'mutuals' }) =>
    decideRegisterImport({ ...request, ...change }, sameName, '2026-11-22')

  test('is accepted under its tidy name', () => {
    expect(decide({})).toEqual({
      ok: true,
      value: { kind: 'plain', name: 'Approved suppliers', asOf: '2026-04-01', source: '', licence: '' },
    })
  })

  test('takes name, source and licence of a known register where none is given', () => {
    const decision = decide({ kind: 'mutuals', name: '' })
    expect(decision).toMatchObject({
      ok: true,
      value: { name: 'Mutuals Public Register', licence: 'Open Government Licence v3.0' },
    })
  })

  test('takes its day from the name of a file', () => {
    const fileNames = ['readme.csv', 'BasicCompanyData-2026-11-01-part1_7.zip']
    expect(decide({ asOf: null, fileNames })).toMatchObject({ ok: true, value: { asOf: '2026-11-01' } })
  })

  test.each<[string, Partial<RegisterRequest>]>([
    ['no-file', { fileNames: [] }],
    ['name-empty', { name: ' ' }],
    ['as-of-unknown', { asOf: null }],
    ['as-of-unknown', { asOf: null, fileNames: ['list-2026-13-41.csv'] }],
    ['as-of-in-future', { asOf: '2026-11-23' }],
  ])('is refused as %s', (refusal, change) => expect(decide(change)).toMatchObject({ ok: false, refusal }))

  test('is refused the name of a register of another kind, and may replace one of its own', () => {
    expect(decide({}, { kind: 'mutuals' })).toMatchObject({ ok: false, refusal: 'name-of-another-kind' })
    expect(decide({}, { kind: 'plain' }).ok).toBe(true)
  })
})

test('no text breaks the readers', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readEntryStatus(text)
      for (const code of readSicCodes(text)) expect(code).toMatch(/^\d{4,5}$/)
    }),
  )
})
