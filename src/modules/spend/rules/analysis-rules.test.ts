import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_INFLUENCE_RULES } from '../defaults/influence-rules.ts'
import { PLAIN_CATEGORIES } from '../defaults/plain-categories.ts'
import { type CategoryScheme, categorise } from './categorise.ts'
import { bandOf, measureConcentration } from './concentration.ts'
import { contractOf, decideInfluence, type InfluenceFacts, type InfluenceRule } from './influence.ts'
import { compareYears, type YearFact, yearOfMonth } from './like-for-like.ts'
import { deriveTiers } from './money-map.ts'
import { readNewScheme } from './new-scheme.ts'
import { deriveRanges } from './ranges.ts'
import { movedBy, withAtPlace, withoutPlace } from './rule-lists.ts'

const sum = (key: string, pence: number) => ({ key, pence, payments: 1, payees: 1 })
const ladder = [
  { id: 'city', name: 'City' },
  { id: 'county', name: 'County' },
]

describe('deriveRanges', () => {
  test('runs from none of the unknown to all of it, for a place and all inside it', () => {
    const tiers = deriveTiers(
      [sum('city', 20), sum('county', 30), sum('rest-of-uk', 40), sum('unknown', 10)],
      ladder,
    )
    expect(deriveRanges(tiers).map((range) => [range.leastShare, range.mostShare])).toEqual([
      [0.2, 0.3],
      [0.5, 0.6],
    ])
  })

  test('has no share where nothing was paid', () => {
    expect(deriveRanges(deriveTiers([], ladder)).map((range) => range.leastShare)).toEqual([null, null])
  })
})

describe('measureConcentration', () => {
  test('is 10,000 for one supplier and a hundredth of it for a hundred equal ones', () => {
    expect(measureConcentration([500]).herfindahl).toBe(10_000)
    const many = measureConcentration(Array.from({ length: 100 }, () => 7))
    expect(many.herfindahl).toBeCloseTo(100, 9)
    expect(many.equalSuppliers).toBeCloseTo(100, 9)
    expect(many.top.map((top) => Number(top.share.toFixed(4)))).toEqual([0.01, 0.05, 0.1, 0.2])
  })

  test('leaves out who paid back more than they got', () => {
    expect(measureConcentration([90, 10, 0, -40])).toMatchObject({
      suppliers: 2,
      pence: 100,
      leftOut: 2,
      herfindahl: 8200,
    })
  })

  test('grows with each merger and lies between its bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 2, maxLength: 40 }),
        (sums) => {
          const apart = measureConcentration(sums)
          const [a = 0, b = 0, ...rest] = sums
          const merged = measureConcentration([a + b, ...rest])
          expect(merged.herfindahl ?? 0).toBeGreaterThan((apart.herfindahl ?? 0) - 1e-6)
          expect(apart.herfindahl ?? 0).toBeLessThanOrEqual(10_000 + 1e-6)
          expect(apart.equalSuppliers ?? 0).toBeLessThanOrEqual(sums.length + 1e-6)
        },
      ),
    )
  })

  test('has three bands', () => {
    expect([999, 1001, 2001].map(bandOf)).toEqual(['spread', 'concentrated', 'highly-concentrated'])
  })
})

const fact = (month: string | null, pence: number, more: Partial<YearFact> = {}): YearFact => ({
  org: 'a',
  month,
  department: 'Adults',
  tier: 'city',
  payments: 1,
  pence,
  ...more,
})

describe('the plain categories', () => {
  const category = (text: string) =>
    categorise(PLAIN_CATEGORIES, { category: text, department: null, sector: null })?.code

  test.each([
    ['Prevention and advice', undefined],
    ['Addiction services', undefined],
    ['Broadband', undefined],
    ['Business rates', undefined],
    ['Parenting support', undefined],
    ['ICT', 'digital'],
    ['Street-lighting', 'highways'],
    ['RENTS & RATES', 'property'],
    ['Bus passes', 'transport'],
    ['Children’s residential care', 'care-children'],
    ['Residential and nursing care', 'care-adults'],
    ['Legal: Solicitors', 'professional'],
  ])('read %s by its words: %s', (text, code) => expect(category(text)).toBe(code))
})

describe('the rules of influence the product ships', () => {
  const outcome = (category: string) => {
    const line = {
      supplier: 'a',
      supplierName: 'A',
      party: 'a',
      partyName: 'A',
      category,
      department: null,
      kind: 'small',
      sector: 'Q',
    }
    return decideInfluence(DEFAULT_INFLUENCE_RULES, [], line, '2026-11-22' as never).outcome
  }
  test.each([
    ['Fostering agencies', 'influenceable'],
    ['Fostering and adoption allowances', 'not'],
    ['Foster carers', 'not'],
    ['Suspension bridges', 'influenceable'],
    ['Pensions', 'not'],
    ['Grants', 'influenceable'],
  ])('call %s %s', (category, expected) => expect(outcome(category)).toBe(expected))
})

describe('compareYears', () => {
  test('keeps the months that both years have, and names the others', () => {
    const compared = compareYears(
      [fact('2024-04', 10), fact('2024-05', 20), fact('2025-05', 40), fact('2025-06', 80), fact(null, 5)],
      '2024/25',
      '2025/26',
    )
    expect(compared.tiers).toEqual([{ tier: 'city', before: 20, after: 40 }])
    expect(compared.months).toEqual(['05'])
    expect(compared.payments).toBe(2)
    expect(compared.leftOut.map((part) => [part.what, part.name, part.year, part.pence])).toEqual([
      ['month', '06', '2025/26', 80],
      ['month', '04', '2024/25', 10],
    ])
  })

  test('keeps departments and organisations that both years have', () => {
    const compared = compareYears(
      [
        fact('2024-04', 1),
        fact('2025-04', 2),
        fact('2024-04', 4, { department: 'Old name' }),
        fact('2025-04', 8, { department: null }),
        fact('2025-04', 16, { org: 'b' }),
      ],
      '2024/25',
      '2025/26',
    )
    expect(compared.tiers).toEqual([{ tier: 'city', before: 1, after: 2 }])
    expect(compared.leftOut.map((part) => [part.what, part.name, part.pence])).toEqual([
      ['organisation', 'b', 16],
      ['department', '(not given)', 8],
      ['department', 'Old name', 4],
    ])
  })

  test('accounts for every dated penny of the two years', () => {
    const facts = fc.array(
      fc.record({
        org: fc.constantFrom('a', 'b'),
        month: fc.constantFrom('2024-03', '2024-04', '2024-12', '2025-04', '2026-03'),
        department: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
        tier: fc.constantFrom('city', 'unknown'),
        payments: fc.constant(1),
        pence: fc.integer({ min: -100, max: 1000 }),
      }),
    )
    fc.assert(
      fc.property(facts, (some) => {
        const compared = compareYears(some, '2024/25', '2025/26')
        const all = some
          .filter((one) => ['2024/25', '2025/26'].includes(yearOfMonth(one.month)))
          .reduce((pence, one) => pence + one.pence, 0)
        const kept = compared.tiers.reduce((pence, tier) => pence + tier.before + tier.after, 0)
        const gone = compared.leftOut.reduce((pence, part) => pence + part.pence, 0)
        expect(kept + gone).toBe(all)
      }),
    )
  })
})

const scheme: CategoryScheme = {
  name: 'S',
  source: '',
  entries: [
    { code: 'care', name: 'Care' },
    { code: 'works', name: 'Works' },
  ],
  rules: [
    { field: 'category', test: 'contains', value: 'CARE', code: 'care' },
    { field: 'sector', test: 'is', value: 'f', code: 'works' },
    { field: 'department', test: 'begins', value: 'High', code: 'gone' },
  ],
  choices: { 'Care of roads': 'works', Odd: 'gone' },
}

describe('categorise', () => {
  test.each([
    ['by hand before any rule', { category: 'Care of roads', department: null, sector: null }, 'works'],
    ['by the first rule that fits', { category: 'Home care', department: null, sector: 'F' }, 'care'],
    ['by the sector', { category: 'Thing', department: null, sector: 'F' }, 'works'],
    ['as unknown where nothing fits', { category: null, department: null, sector: null }, undefined],
    [
      'as unknown where the rule names a category that is gone',
      { category: 'x', department: 'Highways', sector: null },
      undefined,
    ],
    [
      'as unknown where the choice names a category that is gone',
      { category: 'Odd', department: null, sector: null },
      undefined,
    ],
  ])('maps %s', (_name, facts, code) => {
    expect(categorise(scheme, facts)?.code).toBe(code)
  })
})

const line: InfluenceFacts = {
  supplier: 'GB-COH-1',
  supplierName: 'Thornwick Care Ltd',
  party: 'group:1',
  partyName: 'Thornwick group',
  category: 'Home care',
  department: 'Adults',
  kind: 'small',
  sector: 'Q',
}
const rule = (more: Partial<InfluenceRule>): InfluenceRule => ({
  subject: 'category',
  test: 'contains',
  value: 'care',
  outcome: 'not',
  reason: 'because',
  ...more,
})
const contract = {
  supplier: 'thornwick care ltd ',
  category: '',
  title: 'Block',
  endsOn: '2027-06-30',
  framework: '',
}

describe('decideInfluence', () => {
  const today = '2026-11-22'
  const ruleOf = (rules: InfluenceRule[], contracts = [contract]) =>
    decideInfluence(rules, contracts, line, today).rule

  test('is not sure where no rule fits', () => {
    expect(decideInfluence([], [], line, today)).toMatchObject({ outcome: 'unsure', rule: null })
  })

  test('takes the first rule that fits, with its reason', () => {
    const decided = decideInfluence(
      [rule({ value: 'roads' }), rule({ reason: 'first' }), rule({ outcome: 'influenceable' })],
      [],
      line,
      today,
    )
    expect(decided).toMatchObject({ outcome: 'not', reason: 'first', rule: 2 })
  })

  test.each([
    ['contract-ends-within', '8', 1],
    ['contract-ends-within', '7', null],
    ['contract-lasts-beyond', '7', 1],
    ['contract-lasts-beyond', '8', null],
  ] as const)('%s %s months', (subject, value, expected) => {
    expect(ruleOf([rule({ subject, value })])).toBe(expected)
  })

  test('takes a contract that has ended for none', () => {
    const ended = [{ ...contract, endsOn: '2026-01-31' }]
    expect(ruleOf([rule({ subject: 'contract-ends-within', value: '24' })], ended)).toBe(null)
    expect(ruleOf([rule({ subject: 'contract-lasts-beyond', value: '0' })], ended)).toBe(null)
  })

  test('asks for a framework only where the contract has one', () => {
    const any = rule({ subject: 'framework', value: '' })
    expect(ruleOf([any])).toBe(null)
    expect(ruleOf([any], [{ ...contract, framework: 'National' }])).toBe(1)
  })

  test('prefers the contract for the category, and finds it by key as well as by name', () => {
    const own = { ...contract, supplier: 'GB-COH-1', category: 'home care', title: 'Own' }
    expect(contractOf([contract, own], line)?.title).toBe('Own')
    expect(contractOf([{ ...contract, category: 'Roads' }], line)).toBe(null)
  })

  test('holds for each company where a rule or a contract names its group, and not for sisters where it names one', () => {
    const sister = { ...line, supplier: 'GB-COH-2', supplierName: 'Sister Ltd' }
    const ofGroup = ['Thornwick Group', 'group:1'].map((supplier) => ({
      ...contract,
      supplier,
      title: 'Of all',
    }))
    for (const one of ofGroup) expect(contractOf([one], sister)?.title).toBe('Of all')
    expect(contractOf([...ofGroup, contract], line)?.title).toBe('Block')
    expect(contractOf([contract], sister)).toBe(null)
    const named = (value: string) => [rule({ subject: 'supplier', test: 'is', value })]
    expect(decideInfluence(named('thornwick group'), [], sister, today).rule).toBe(1)
    expect(decideInfluence(named('Thornwick Care Ltd'), [], sister, today).rule).toBe(null)
  })
})

test('lists of rules keep every other rule in its order', () => {
  expect(movedBy(['a', 'b', 'c'], 2, -1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(movedBy(['a'], 9, 1)).toEqual(['a'])
  expect(withAtPlace(['a'], 'z', 99)).toEqual(['a', 'z'])
  expect(withoutPlace(['a', 'b'], 1)).toEqual(['b'])
})

describe('readNewScheme', () => {
  test('reads codes and names, and lines that are both', () => {
    expect(readNewScheme(' My scheme! ', '01, Care, all of it\r\n\nWorks')).toMatchObject({
      ok: true,
      slug: 'my-scheme',
      scheme: {
        entries: [
          { code: '01', name: 'Care, all of it' },
          { code: 'Works', name: 'Works' },
        ],
      },
    })
  })

  test.each([
    ['', 'a', 'name'],
    ['S', '', 'entries'],
    ['S', '1, a\n1, b', 'entries'],
    ['S', '1,', 'entries'],
  ])('refuses %j with %j', (name, lines, field) => {
    expect(readNewScheme(name, lines)).toMatchObject({ ok: false, field })
  })
})
