import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExportFormat, exportTable } from '../../../platform/export-table.ts'
import { readTable } from '../../../platform/tables/read-table.ts'
import {
  BASES,
  CONFIDENCE_GRADES,
  CONTRACT_KINDS,
  type Framework,
  MEASURE_STATUSES,
  type Measure,
  PRICED_BASES,
  type Proxy,
  type Variant,
} from '../model.ts'
import { frameworkTable } from './export-framework.ts'
import { readFrameworkTable } from './read-framework.ts'
import { RUBRICS } from './rubrics.ts'
import { SHIPPED_FRAMEWORKS } from './shipped.ts'

/** Text as people write it, with all that a table of text could trip over. */
const piece = fc.constantFrom(
  'work',
  'a, b',
  '“so”',
  '"so"',
  '=1+1',
  '-5',
  '+44',
  '@home',
  '|x',
  'Sîan',
  '🌳',
  '£5',
  '0',
)
const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const prose = fc.array(text, { maxLength: 2 }).map((lines) => lines.join('\n; '))
const list = fc.array(
  fc.oneof(text, fc.constantFrom('a list; never names', String.raw`C:\files\;`, String.raw`a\\b`)),
  { maxLength: 3 },
)
const code = (kind: string) => fc.integer({ min: 0, max: 4 }).map((n) => `${kind}-${n}`)
const decimal = fc.constantFrom('0', '0.74', '12.5', '14610', '1000000.123456')
const priceYear = fc.constantFrom('2024/25', '2019', 'nominal')
const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

const variant: fc.Arbitrary<Variant> = fc.record({
  code: code('v'),
  name: text,
  value: decimal,
  priceYear,
  basis: fc.constantFrom(...PRICED_BASES),
  isTransfer: fc.boolean(),
})
const proxy: fc.Arbitrary<Proxy> = fc.record({
  value: fc.constant('12.5'),
  low: nullable(fc.constantFrom('0', '12.49')),
  high: nullable(fc.constantFrom('12.51', '900')),
  priceYear,
  from: fc.constant('fixed' as const),
  isYearlyRate: fc.boolean(),
  entry: nullable(text),
})

const measure: fc.Arbitrary<Measure> = fc
  .record({
    code: code('m'),
    outcome: fc.constant('o'),
    name: text,
    counts: prose,
    doesNotCount: prose,
    unit: fc.constantFrom('person', 'hour', 'tco2e', 'item'),
    howToCount: prose,
    evidence: list,
    kind: fc.constantFrom('quantitative' as const, 'qualitative' as const),
    basis: fc.constantFrom(...BASES),
    proxy: nullable(proxy),
    variants: fc.uniqueArray(variant, { maxLength: 3, selector: (each) => each.code }),
    rubric: nullable(fc.constantFrom(...RUBRICS.map((rubric) => rubric.code))),
    source: nullable(text),
    link: nullable(fc.constant('https://example.org/a?b=c,d')),
    licence: fc.constantFrom('OGL v3.0', 'Our own'),
    status: fc.constantFrom(...MEASURE_STATUSES),
    confidence: fc.constantFrom(...CONFIDENCE_GRADES),
    group: nullable(text),
    isTransfer: fc.boolean(),
    valuedThrough: fc.constant(null),
    deadweight: prose,
    suitsSmallSuppliers: fc.boolean(),
    minimumMonths: fc.integer({ min: 0, max: 999 }),
    contractKinds: fc.subarray([...CONTRACT_KINDS], { minLength: 1 }),
    caution: nullable(text),
  })
  .map((given): Measure => {
    const isPriced = given.kind === 'quantitative' && given.basis !== 'none'
    const isCarbon = isPriced && given.basis === 'carbon' && given.unit === 'tco2e'
    const price = given.proxy ?? {
      value: '1',
      low: null,
      high: null,
      priceYear: 'nominal',
      isYearlyRate: false,
      entry: null,
    }
    return {
      ...given,
      rubric: given.kind === 'qualitative' ? (given.rubric ?? 'story-of-change') : given.rubric,
      basis: isPriced ? given.basis : 'none',
      proxy: isPriced ? { ...price, from: isCarbon ? 'carbon-values' : 'fixed' } : null,
      source: given.source ?? 'Our study',
      status: isPriced ? given.status : 'report-only',
      variants: isPriced && given.basis !== 'spend' ? given.variants : [],
    }
  })

const framework: fc.Arbitrary<Framework> = fc
  .record({
    theme: text,
    outcome: text,
    words: fc.array(fc.constantFrom('work', 'low pay', 'air'), { minLength: 1, maxLength: 3 }),
    measures: fc.uniqueArray(measure, { minLength: 1, maxLength: 5, selector: (each) => each.code }),
  })
  .map(({ theme, outcome, words, measures }) => {
    const [first, ...others] = measures
    return {
      ...(SHIPPED_FRAMEWORKS[0] as Framework),
      themes: [{ code: 't', name: theme }],
      outcomes: [{ code: 'o', theme: 't', name: outcome, words }],
      measures: [
        first as Measure,
        ...others.map((each) => ({ ...each, valuedThrough: first?.code ?? null })),
      ],
    }
  })

const takenInAgain = async (given: Framework, format: ExportFormat) => {
  const answer = exportTable(format, frameworkTable(given)) as { content?: unknown; body?: unknown }
  const bytes = await buffer((answer.content ?? answer.body) as NodeJS.ReadableStream)
  const { id, version, title, publishedOn, licence, source } = given
  const facts = { id, version, title, publishedOn, licence, source, terms: 'restricted' as const }
  const read = readFrameworkTable(await readTable(bytes), facts)
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 5)))
  return read
}
const contentOf = ({ themes, outcomes, measures }: Framework) => ({ themes, outcomes, measures })

describe('a framework that is exported and taken in again', () => {
  test.each(['csv', 'xlsx'] as const)('is the same in every field, as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(framework, async (given) => {
        const read = await takenInAgain(given, format)
        expect(contentOf(read.framework)).toEqual(contentOf(given))
        expect(read.ignored).toEqual([])
      }),
      { numRuns: format === 'csv' ? 50 : 4 },
    )
  })

  test.each(SHIPPED_FRAMEWORKS.map((shipped) => [shipped.title, shipped] as const))(
    'keeps all of %s',
    async (_title, shipped) => {
      const { framework: read } = await takenInAgain(shipped, 'csv')
      expect(contentOf(read)).toEqual(contentOf(shipped))
    },
  )
})
