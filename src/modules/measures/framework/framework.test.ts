import { describe, expect, test } from 'vitest'
import { REFERENCE } from '../reference/loaded.ts'
import { carbonValue } from '../rules/carbon.ts'
import { findUnit } from '../rules/conversions.ts'
import { exact } from '../rules/exact.ts'
import { checkFramework } from './check-framework.ts'
import { type FrameworkRow, frameworkRows } from './framework-row.ts'
import { OPEN_FRAMEWORK } from './open-framework.ts'
import { PPN_026 } from './ppn-026.ts'
import { RUBRICS } from './rubrics.ts'
import { SHIPPED_FRAMEWORKS } from './shipped.ts'

const RUBRIC_CODES = RUBRICS.map(({ code }) => code)

describe.each(SHIPPED_FRAMEWORKS.map((framework) => [framework.id, framework] as const))(
  'the framework %s',
  (_id, framework) => {
    const outcomes = new Set(framework.outcomes.map(({ code }) => code))

    test('has no fault', () => expect(checkFramework(frameworkRows(framework), RUBRIC_CODES)).toEqual([]))
    test('says of every measure what counts, what does not, how to count it and what shows it', () => {
      for (const { code, counts, doesNotCount, howToCount, evidence, deadweight } of framework.measures) {
        const said = [counts, doesNotCount, howToCount, deadweight, ...evidence]
        expect([code, said.filter((text) => text.trim().length < 5), evidence.length > 0]).toEqual([
          code,
          [],
          true,
        ])
      }
    })
    test('puts every measure under an outcome, and uses every outcome', () => {
      expect(
        framework.measures.filter(({ outcome }) => !outcomes.has(outcome)).map(({ code }) => code),
      ).toEqual([])
      const used = new Set(framework.measures.map(({ outcome }) => outcome))
      expect([...outcomes].filter((code) => !used.has(code))).toEqual([])
    })
    test('looks for words in priorities that are words', () => {
      const words = framework.outcomes.flatMap((outcome) => outcome.words)
      expect(words.filter((word) => !/^[a-z ]{2,25}$/.test(word) || outcomes.has(word))).toEqual([])
    })
    test('names sources, units and rubrics that exist', () => {
      for (const { code, source, unit, rubric } of framework.measures) {
        expect([
          code,
          source === null || REFERENCE.sources.has(source),
          findUnit(unit)?.code,
          rubric === null || RUBRIC_CODES.includes(rubric),
        ]).toEqual([code, true, unit, true])
      }
    })
    test('gives no price to what is told in words', () => {
      expect(
        framework.measures.filter(({ kind, proxy }) => kind === 'qualitative' && proxy !== null),
      ).toEqual([])
    })
    test('holds nothing of a restricted set', () => {
      expect(JSON.stringify(framework)).not.toMatch(
        /\bNT\d|\bTOMs?\b|HACT|Social Value Portal|Thrive|Social Value Engine|\bLoop\b/,
      )
    })
  },
)

describe('the open framework', () => {
  const { measures } = OPEN_FRAMEWORK
  const count = (status: string): number =>
    measures.filter((measure) => measure.status === status && measure.kind === 'quantitative').length

  test('has 70 measures to count and six told in words', () => {
    expect([
      measures.filter(({ kind }) => kind === 'quantitative').length,
      measures.filter(({ kind }) => kind === 'qualitative').length,
    ]).toEqual([70, 6])
  })
  test('says of every figure how far it may be trusted', () => {
    expect(
      Object.fromEntries(
        ['ready', 'check', 'replace', 'face-value', 'report-only'].map((status) => [status, count(status)]),
      ),
    ).toEqual({
      ready: 2,
      check: 11,
      replace: 19,
      'face-value': 7,
      'report-only': 31,
    })
  })
  test('prices carbon as the table does', () => {
    const { proxy } = measures.find(({ code }) => code === 'env-carbon')!
    const decision = carbonValue(REFERENCE.carbon, 2026)
    expect(
      decision.ok &&
        [decision.value.low, decision.value.central, decision.value.high].map((value) => value.toFixed(2)),
    ).toEqual([proxy?.low, proxy?.value, proxy?.high])
  })
  test('never has a range that does not hold its value', () => {
    for (const { code, proxy } of measures) {
      if (!proxy) continue
      expect([
        code,
        exact(proxy.low ?? proxy.value).lte(proxy.value),
        exact(proxy.high ?? proxy.value).gte(proxy.value),
      ]).toEqual([code, true, true])
    }
  })
  test('carries the attribution that its licences ask for', () => {
    expect(OPEN_FRAMEWORK.attribution.join(' ')).toMatch(/Open Government Licence v3\.0.*CC BY 4\.0/)
  })
})

describe('the template of central government', () => {
  test('says that it does not bind councils, and from when it applies', () => {
    expect(PPN_026.notice).toMatch(/does not bind councils/)
    expect([PPN_026.isOptionalTemplate, PPN_026.publishedOn, PPN_026.appliesFrom]).toEqual([
      true,
      '2026-08-05',
      '2027-01-01',
    ])
  })
  test('has two outcomes and six criteria, told in words', () => {
    expect([
      PPN_026.outcomes.length,
      PPN_026.measures.length,
      new Set(PPN_026.measures.map(({ kind }) => kind)),
    ]).toEqual([2, 6, new Set(['qualitative'])])
  })
})

describe('checkFramework', () => {
  const theme: FrameworkRow = { row: 1, kind: 'theme', code: 't', name: 'A theme' }
  const outcome: FrameworkRow = { row: 2, kind: 'outcome', code: 'o', name: 'An outcome', parent: 't' }
  const measure = (more: Partial<FrameworkRow> = {}): FrameworkRow => ({
    row: 3,
    kind: 'measure',
    code: 'm',
    name: 'A measure',
    parent: 'o',
    unit: 'hour',
    basis: 'economic',
    value: '10',
    priceYear: '2024/25',
    source: 'somewhere',
    licence: 'OGL v3.0',
    ...more,
  })
  const faults = (...rows: FrameworkRow[]) =>
    checkFramework([theme, outcome, ...rows], RUBRIC_CODES).map(
      ({ row, column, fault }) => `${row} ${column} ${fault}`,
    )

  test('finds nothing in a sound one', () => expect(faults(measure())).toEqual([]))
  test.each<[string, Partial<FrameworkRow>, string]>([
    ['a unit nobody knows', { unit: 'fortnight' }, '3 unit unknown-unit'],
    ['a value below nothing', { value: '-1' }, '3 value negative'],
    ['a target below nothing', { target: '-5' }, '3 target negative'],
    ['a value that is no number', { value: 'ten' }, '3 value not-a-number'],
    ['a value of a million digits', { value: '1e999999999' }, '3 value not-a-number'],
    ['a low end above the value', { low: '11' }, '3 low low-above-value'],
    ['a high end below the value', { high: '9' }, '3 high high-below-value'],
    ['no licence', { licence: ' ' }, '3 licence missing'],
    ['a licence that forbids change', { licence: 'CC BY-NC-ND 4.0' }, '3 licence licence-forbids-change'],
    ['no source for a price', { source: '' }, '3 source missing'],
    ['no price year', { priceYear: '' }, '3 priceYear missing'],
    ['a price year that is none', { priceYear: '2024/26' }, '3 priceYear unknown-price-year'],
    ['a basis nobody knows', { basis: 'goodness' }, '3 basis unknown-basis'],
    ['a price without a basis', { basis: 'none' }, '3 basis price-without-basis'],
    ['a basis without a price', { value: '', priceYear: '' }, '3 value basis-without-price'],
    ['a parent that is not there', { parent: 'x' }, '3 parent unknown-parent'],
    ['a parent of the wrong kind', { parent: 't' }, '3 parent wrong-parent'],
    ['no name', { name: '' }, '3 name missing'],
    [
      'a price on words',
      { measureKind: 'qualitative', rubric: 'method-statement' },
      '3 value price-on-words',
    ],
    [
      'words without a scale',
      { measureKind: 'qualitative', basis: 'none', value: '', priceYear: '' },
      '3 rubric missing',
    ],
    ['a scale nobody knows', { rubric: 'x' }, '3 rubric unknown-rubric'],
    [
      'a measure it is valued through that is not there',
      { valuedThrough: 'x' },
      '3 valuedThrough unknown-measure',
    ],
    ['an endless name', { name: 'x'.repeat(3000) }, '3 name too-long'],
  ])('finds %s', (_what, more, expected) => expect(faults(measure(more))).toContain(expected))

  const variant = (more: Partial<FrameworkRow> = {}): FrameworkRow => ({
    row: 4,
    kind: 'variant',
    code: 'london',
    name: 'In London',
    parent: 'm',
    basis: 'economic',
    value: '12',
    priceYear: '2024/25',
    ...more,
  })
  test('finds nothing in variants that two measures call alike, or as a theme is called', () =>
    expect(
      faults(
        measure(),
        variant(),
        measure({ row: 5, code: 'n' }),
        variant({ row: 6, parent: 'n', transfer: 'Yes' }),
        variant({ row: 7, code: 't' }),
      ),
    ).toEqual([]))
  test.each<[string, Partial<FrameworkRow>, readonly string[]]>([
    ['a variant of nothing', { parent: '' }, ['4 parent missing']],
    ['a variant of a measure that is not there', { parent: 'x' }, ['4 parent unknown-parent']],
    ['a variant of an outcome', { parent: 'o' }, ['4 parent wrong-parent']],
    ['a variant without a value', { value: ' ' }, ['4 value missing']],
    ['a variant without prices', { priceYear: '' }, ['4 priceYear missing']],
    ['a variant without its kind of value', { basis: '' }, ['4 basis missing']],
    ['a variant of no kind of value', { basis: 'none' }, ['4 basis unknown-basis']],
    ['a price year that is none', { priceYear: 'soon' }, ['4 priceYear unknown-price-year']],
    ['a value that is no number', { value: '1e999999' }, ['4 value not-a-number']],
    ['a value below nothing', { value: '-2' }, ['4 value negative']],
    ['a range', { low: '1', high: '20' }, ['4 low not-of-a-variant', '4 high not-of-a-variant']],
    ['a unit of its own', { unit: 'day' }, ['4 unit not-of-a-variant']],
    ['a word for a yes', { transfer: 'perhaps' }, ['4 transfer unknown-word']],
    ['a code with spaces', { code: 'in london' }, ['4 code bad-code']],
    ['an endless name', { name: 'x'.repeat(3000) }, ['4 name too-long']],
  ])('finds %s', (_what, more, expected) =>
    expect(faults(measure(), variant(more)).toSorted()).toEqual([...expected].toSorted()),
  )
  test('finds a variant told twice, and one of a measure that another figure cannot fit', () => {
    expect(faults(measure(), variant(), variant({ row: 5 }))).toEqual(['5 code duplicate-code'])
    const words = {
      measureKind: 'qualitative',
      basis: 'none',
      value: '',
      priceYear: '',
      rubric: 'method-statement',
    }
    expect(faults(measure(words), variant())).toEqual(['4 parent variant-of-words'])
    for (const basis of ['none', 'spend'])
      expect(
        faults(measure({ basis, ...(basis === 'none' ? { value: '', priceYear: '' } : {}) }), variant()),
      ).toEqual(['4 parent variant-without-price'])
  })

  test('finds a code used twice, at its second row', () => {
    expect(checkFramework([theme, outcome, measure(), measure({ row: 4 })], [])).toEqual([
      { row: 4, code: 'm', column: 'code', fault: 'duplicate-code', facts: { firstRow: '3' } },
    ])
  })
  test('finds measures that are valued through each other', () => {
    const found = checkFramework(
      [theme, outcome, measure({ valuedThrough: 'n' }), measure({ row: 4, code: 'n', valuedThrough: 'm' })],
      [],
    )
    expect(found.map(({ row, fault, facts }) => [row, fault, facts.trail])).toEqual([
      [3, 'cycle', 'm > n > m'],
      [4, 'cycle', 'm > n > m'],
    ])
  })
  test('finds a row that is its own parent', () =>
    expect(
      checkFramework([{ ...theme, kind: 'outcome', parent: 't' }], []).map(({ fault }) => fault),
    ).toContain('cycle'))
  test('finds a kind nobody knows', () =>
    expect(faults({ row: 9, kind: 'wish', code: 'w', name: 'A wish' })).toEqual(['9 kind unknown-kind']))
  test('reads 20,000 rows in a chain without going round', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) =>
      measure({ row: n + 3, code: `m${n}`, valuedThrough: n === 19_999 ? 'm0' : `m${n + 1}` }),
    )
    expect(
      checkFramework([theme, outcome, ...chain], []).filter(({ fault }) => fault === 'cycle'),
    ).toHaveLength(20_000)
  })
})
