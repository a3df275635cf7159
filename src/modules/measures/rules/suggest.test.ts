import { describe, expect, test } from 'vitest'
import { OPEN_FRAMEWORK } from '../framework/open-framework.ts'
import { PROPORTION_BANDS } from '../reference/proportion-bands.ts'
import { type ContractFacts, proportionateAsk, whyUnsuitable } from './proportionality.ts'
import { suggestMeasures } from './suggest.ts'

const pounds = (amount: number): number => amount * 100
const contract = (facts: Partial<ContractFacts> = {}): ContractFacts => ({
  valuePence: pounds(500_000),
  months: 36,
  kind: 'services',
  isForSmallSuppliers: false,
  ...facts,
})
const priority = (title: string, outcomes: string[] = []) => ({ title, text: '', outcomes })
const codes = (title: string, outcomes: string[] = []) =>
  suggestMeasures(OPEN_FRAMEWORK, priority(title, outcomes)).map(({ measure }) => measure.code)

describe('suggestMeasures', () => {
  test.each([
    ['Good local jobs for young people', 'job-neet-18-24'],
    ['Net zero by 2030', 'env-carbon'],
    ['Supporting care leavers', 'job-care-leaver'],
    ['A council of volunteers', 'com-volunteer'],
    ['Keep wealth in the place: spend with local firms', 'local-spend'],
    ['Every worker on the real living wage', 'fair-rlw-hours'],
  ])('for "%s" finds %s', (title, code) => expect(codes(title)).toContain(code))

  test('puts what somebody tied to the priority first', () => {
    expect(codes('Net zero by 2030', ['hea-homes']).slice(0, 2).toSorted()).toEqual([
      'hea-homeless',
      'hea-rough',
    ])
  })
  test('gives its reasons', () => {
    const [first] = suggestMeasures(OPEN_FRAMEWORK, priority('Fewer car trips: cut carbon'))
    expect(first?.because[0]).toMatchObject({
      code: 'outcome-words',
      facts: { outcome: 'Emissions fall', words: 'carbon' },
    })
  })
  test('says nothing where nothing fits', () => expect(codes('Zzz')).toEqual([]))
  test('puts what does not suit the contract last', () => {
    const short = suggestMeasures(
      OPEN_FRAMEWORK,
      priority('skills and apprenticeships'),
      contract({ months: 6 }),
    )
    const firstUnsuitable = short.findIndex(({ unsuitable }) => unsuitable.length > 0)
    expect(short.slice(firstUnsuitable).every(({ unsuitable }) => unsuitable.length > 0)).toBe(true)
    expect(short.find(({ measure }) => measure.code === 'skill-app-l3')?.unsuitable).toEqual([
      { code: 'needs-longer', facts: { months: 12 } },
    ])
  })
})

describe('proportionateAsk', () => {
  const ask = (facts: Partial<ContractFacts>) => {
    const { min, max, indicators } = proportionateAsk(contract(facts), PROPORTION_BANDS)
    return [min, max, indicators]
  }
  test.each([
    [20_000, [0, 1, 0]],
    [30_000, [1, 2, 0]],
    [100_000, [2, 4, 1]],
    [999_999, [2, 4, 1]],
    [1_000_000, [3, 6, 2]],
    [5_000_000, [4, 8, 3]],
  ])('at £%d', (amount, expected) => expect(ask({ valuePence: pounds(amount) })).toEqual(expected))
  test('a short contract carries fewer', () => expect(ask({ months: 6 })).toEqual([2, 3, 1]))
  test('goods carry fewer', () => expect(ask({ kind: 'goods' })).toEqual([2, 3, 1]))
  test('one for small suppliers carries half', () =>
    expect(ask({ isForSmallSuppliers: true })).toEqual([2, 2, 1]))
  test('never fewer than the indicators it needs', () => {
    expect(
      ask({ valuePence: pounds(5_000_000), kind: 'goods', months: 3, isForSmallSuppliers: true }),
    ).toEqual([3, 3, 3])
  })
  test('says why', () => {
    const { reasons } = proportionateAsk(
      contract({ valuePence: pounds(6_000_000), months: 6 }),
      PROPORTION_BANDS,
    )
    expect(reasons.map(({ code }) => code)).toEqual(['largest-contract', 'section-52', 'short-contract'])
  })
})

test('a measure that is hard for small suppliers, of another kind and too slow says all three', () => {
  const measure = OPEN_FRAMEWORK.measures.find(({ code }) => code === 'hea-ae')!
  expect(
    whyUnsuitable(measure, contract({ months: 3, kind: 'goods', isForSmallSuppliers: true })).map(
      ({ code }) => code,
    ),
  ).toEqual(['needs-longer', 'other-kind', 'hard-for-small'])
})
