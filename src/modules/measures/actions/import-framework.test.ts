import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { aCouncil, frameworkCsv, read } from '../council-builders.ts'
import { frameworkRows, ROW_COLUMNS } from '../framework/framework-row.ts'
import { OPEN_FRAMEWORK } from '../framework/open-framework.ts'
import type { FrameworkFacts } from '../framework/read-framework.ts'
import { faultSentence } from '../messages/fault-words.ts'
import { listFrameworks, readFramework } from '../store/local-frameworks.ts'
import { importFramework } from './import-framework.ts'

const db = await openTestDatabase()
const council = await aCouncil(db)
let versions = 0
const facts = (more: Partial<FrameworkFacts> = {}): FrameworkFacts => ({
  id: 'county',
  version: `v${++versions}`,
  title: 'County framework',
  publishedOn: '2025-04-01',
  licence: 'CC BY 4.0',
  source: 'https://example.org/framework',
  terms: 'open',
  ...more,
})
const hand = (content: string | Buffer, more: Partial<FrameworkFacts> = {}, ctx = council.ctx) =>
  importFramework(ctx, { bytes: Buffer.from(content), fileName: 'framework.csv', facts: facts(more) })
const faultsOf = async (content: string | Buffer): Promise<string[]> => {
  const outcome = await hand(content)
  if (outcome.ok || !('faults' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.faults.map((fault) => `${fault.row} ${fault.column} ${fault.fault}: ${faultSentence(fault)}`)
}
const workbook = async (rows: readonly (readonly unknown[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook()
  book.addWorksheet('Measures').addRows(rows as unknown[][])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const cells = (text: string): string[][] => text.split('\r\n').map((line) => line.split(','))
const M = (more: string): string =>
  `measure,m1,jobs,A measure,Counts,Not,person,One by one,a list,quantitative,${more}`

describe('a framework that is handed in', () => {
  test('stands in the library with all that was said of it', async () => {
    const outcome = await hand(frameworkCsv(), { version: '2025.1' })
    expect(outcome).toMatchObject({ ok: true, value: { measures: 3, readAs: 'UTF-8', ignored: [] } })
    const { framework, version } = await read(council.ctx, (reader) => readFramework(reader, 'county'))
    expect([framework.version, framework.licence, version.terms]).toEqual(['2025.1', 'CC BY 4.0', 'open'])
    expect(framework.measures[0]).toMatchObject({
      code: 'local-job',
      outcome: 'jobs',
      unit: 'person-year',
      basis: 'economic',
      proxy: { value: '14000', low: '12000', high: '16000', priceYear: '2024/25' },
      source: 'County study 2025',
      link: 'https://example.org/study',
      licence: 'CC BY 4.0',
      group: 'person-into-work',
      status: 'check',
      confidence: 'medium',
    })
    expect(framework.measures[2]).toMatchObject({
      kind: 'qualitative',
      rubric: 'story-of-change',
      proxy: null,
    })
    const [entry] = await db.query(
      `select facts from platform.audit_entry where name = 'FRAMEWORK_ADDED' and authority_id = $1`,
      [council.id],
    )
    expect(entry?.facts).toMatchObject({ framework: 'county', licence: 'CC BY 4.0', measures: 3 })
  })

  test('is the same from a workbook, semicolons, tabs, UTF-16 and Windows-1252', async () => {
    const text = frameworkCsv()
    for (const [content, readAs] of [
      [await workbook(cells(text)), 'sheet “Measures”'],
      [text.replaceAll(',', ';'), 'UTF-8'],
      [text.replaceAll(',', '\t'), 'UTF-8'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'UTF-16'],
      [Buffer.from(text.replace('14000', '£14000'), 'latin1'), 'Windows-1252'],
    ] as const)
      expect(await hand(content)).toMatchObject({ ok: true, value: { measures: 3, readAs } })
  })

  const VARIANTS = [
    'variant,over-50,local-job,Somebody over 50,,,,,,,economic,15500,,,2024/25',
    'variant,exchequer,local-job,Saved by the Exchequer,,,,,,,fiscal,"£6,200.50",,,2023/24,,,,,,,,,yes',
  ]
  const withVariants = (...variants: readonly string[]): string =>
    [...frameworkCsv().replace(',rubric', ',rubric,transfer').split('\r\n'), ...variants].join('\r\n')

  test('carries other figures of a measure, from text and from a workbook', async () => {
    const sheet = cells(withVariants(...VARIANTS).replace('"£6,200.50"', '6200.50'))
    for (const content of [withVariants(...VARIANTS), await workbook(sheet)]) {
      const version = `variants ${++versions}`
      expect(await hand(content, { version })).toMatchObject({
        ok: true,
        value: { measures: 3, ignored: [] },
      })
      const { framework } = await read(council.ctx, (db) => readFramework(db, 'county', version))
      expect(framework.measures[0]?.variants).toEqual([
        {
          code: 'over-50',
          name: 'Somebody over 50',
          value: '15500',
          priceYear: '2024/25',
          basis: 'economic',
          isTransfer: false,
        },
        expect.objectContaining({ code: 'exchequer', value: '6200.5', basis: 'fiscal', isTransfer: true }),
      ])
    }
  })

  test('is refused row by row where a variant is faulty', async () => {
    const faults = await faultsOf(
      withVariants(
        VARIANTS[0] as string,
        VARIANTS[0] as string,
        'variant,a,story,Told by children,,,,,,,economic,5,,,2024/25',
        'variant,b,jobs,Under an outcome,,,,,,,economic,-5,,,soon',
        'variant,c,local-job,A range,,,,,,,economic,5,4,6,2024/25',
      ),
    )
    expect(faults).toEqual([
      '10 code duplicate-code: Row 9 has the same code. Give each its own',
      expect.stringMatching(/^11 parent variant-of-words/),
      expect.stringMatching(/^12 parent wrong-parent.*“outcome”; it belongs under: measure/),
      expect.stringMatching(/^12 priceYear unknown-price-year/),
      expect.stringMatching(/^12 value negative/),
      expect.stringMatching(/^13 low not-of-a-variant: A variant has no low of its own/),
      expect.stringMatching(/^13 high not-of-a-variant/),
    ])
  })

  test('is refused as a whole, with each fault at its row', async () => {
    const before = (await read(council.ctx, (reader) => listFrameworks(reader))).length
    const faults = await faultsOf(
      frameworkCsv(
        M('economic,-5,,,2024/25,Study'),
        M('none'),
        'measure,m2,nowhere,Other,Counts,Not,fortnight,How,list,quantitative,none',
        'outcome,loop,loop,Round and round',
        M('none').replace('m1', 'm3').replace('A measure', '=CONCAT(A1)'),
        M('none').replace('m1', 'm4').replace('A measure', 'Jobs for Â£10'),
      ),
    )
    expect(faults).toEqual([
      '6 value negative: The value -5 is below nothing. Harm is told in words, not as a negative',
      '7 code duplicate-code: Row 6 has the same code. Give each its own',
      '8 parent unknown-parent: No row has the code “nowhere”, which this one is to stand under',
      expect.stringMatching(/^8 unit unknown-unit/),
      expect.stringMatching(/^9 parent wrong-parent/),
      '9 parent cycle: The rows lead back to themselves: loop > loop',
      expect.stringMatching(/^10 name formula/),
      expect.stringMatching(/^11 name wrong-encoding/),
    ])
    expect((await read(council.ctx, (reader) => listFrameworks(reader))).length).toBe(before)
  })

  test('says where a workbook holds a formula or an error', async () => {
    const rows: unknown[][] = cells(frameworkCsv())
    rows[5]![11] = { formula: 'A1*2', result: 14000 }
    rows[6]![3] = { error: '#REF!' }
    expect(await faultsOf(await workbook(rows))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^6 value formula/),
        expect.stringMatching(/^7 name error-cell/),
      ]),
    )
  })

  test.each<[string, string | Buffer, RegExp]>([
    ['is empty', '', /empty/],
    ['is a PDF', '%PDF-1.7 …', /PDF/],
    ['is an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old Excel/],
    ['only looks like a workbook', Buffer.from('PK\u0003\u0004 nothing'), /damaged/],
    ['holds zeros', Buffer.from('kind,code\u0000,name'), /not a table of text/],
    ['has an open quotation mark', 'kind,code,name\r\ntheme,"t,Theme', /quotation mark/],
    ['is too large', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), /larger than 10 MB/],
  ])('is refused in a sentence where it %s', async (_what, content, sentence) => {
    await expect(hand(content)).rejects.toThrow(sentence)
  })

  test('is refused where it names no columns or holds no measure', async () => {
    expect(await faultsOf('a,b,c\r\n1,2,3')).toEqual([expect.stringMatching(/no-header/)])
    expect(await faultsOf('kind,code,name\r\ntheme,t,Theme')).toEqual([expect.stringMatching(/no-measures/)])
  })
})

describe('what is exported', () => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  test('can be handed in again, and says the same', async () => {
    const rows = frameworkRows(OPEN_FRAMEWORK)
    const csv = [
      ROW_COLUMNS.join(','),
      ...rows.map((row) => ROW_COLUMNS.map((column) => cell(row[column] ?? '')).join(',')),
    ].join('\r\n')
    expect(await hand(csv, { id: 'again', version: '1' })).toMatchObject({
      ok: true,
      value: { measures: 76 },
    })
    const { framework } = await read(council.ctx, (reader) => readFramework(reader, 'again'))
    expect(frameworkRows(framework)).toEqual(rows)
    expect(framework.measures.map(({ variants }) => variants)).toEqual(
      OPEN_FRAMEWORK.measures.map(({ variants }) => variants),
    )
  })
})

describe('its licence', () => {
  test('has to be stated', async () =>
    expect(await hand(frameworkCsv(), { licence: ' ' })).toMatchObject({ refusal: 'licence-missing' }))
  test('that bars sharing cannot be waved away, and is kept inside', async () => {
    const restricted = { id: 'bought-in', licence: 'CC BY-NC-ND 4.0' }
    expect(await hand(frameworkCsv(), restricted)).toMatchObject({ refusal: 'licence-is-restricted' })
    expect(await hand(frameworkCsv(), { ...restricted, terms: 'restricted' })).toMatchObject({ ok: true })
    const other = await aCouncil(db)
    const seen = async (ctx: typeof other.ctx) =>
      (await read(ctx, (reader) => listFrameworks(reader))).map(({ framework }) => framework.id)
    expect([await seen(council.ctx), await seen(other.ctx)]).toEqual([
      ['again', 'bought-in', 'county', 'open', 'ppn-026'],
      ['open', 'ppn-026'],
    ])
  })
  test('of one measure that bars sharing is a fault in an open framework', async () => {
    const rows = frameworkCsv(M('economic,5,,,2024/25,Study,,All rights reserved'))
    expect(await faultsOf(rows)).toEqual([expect.stringMatching(/^6 licence licence-forbids-change/)])
  })
})

describe('its name and version', () => {
  test('are free, or it is refused', async () => {
    expect(await hand(frameworkCsv(), { version: '2025.1' })).toMatchObject({ refusal: 'version-taken' })
    expect(await hand(frameworkCsv(), { id: 'open' })).toMatchObject({ refusal: 'code-taken' })
    expect(await hand(frameworkCsv(), { id: 'Not good' })).toMatchObject({ refusal: 'code-unfit' })
  })
  test('may be those of another council, which sees nothing of it', async () => {
    const other = await aCouncil(db)
    expect(await hand(frameworkCsv(), { version: '2025.1' }, other.ctx)).toMatchObject({ ok: true })
  })
})
