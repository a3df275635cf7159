import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainInput } from '../explain-input.ts'
import { TOP_FIELDS } from './fields.ts'
import { EXEMPTION_FIELDS, MODIFICATION_FIELDS, PAYMENT_FIELDS } from './group-fields.ts'
import { nameOf } from './notes.ts'
import { readFacts } from './read-facts.ts'

const BASE = {
  contractType: 'services',
  estimatedValue: 250_000,
  vatIncluded: true,
  procurementCommencedOn: '2026-05-01',
  route: 'open',
}
const read = (more: object) => readFacts({ ...BASE, ...more })
const facts = (more: object) => read(more).facts
const refused = (more: object): string[] => read(more).questions.map((question) => question.field)

describe('amounts', () => {
  test.each([
    [250_000, 25_000_000],
    ['250000', 25_000_000],
    ['£250,000.00', 25_000_000],
    ['250 000.5', 25_000_050],
    [207_719.99, 20_771_999],
    [0.1, 10],
    ['-5', -500],
    [0, 0],
  ])('%j pounds are %i pence', (estimatedValue, estimatedPence) =>
    expect(facts({ estimatedValue }).amounts?.estimatedPence).toBe(estimatedPence),
  )
  test.each([
    'abc',
    '',
    '1.234',
    'NaN',
    '1e9',
    '12,34.5.6',
    true,
    {},
    [],
    [1, 2],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    '9999999999999',
  ])('%j is no amount', (estimatedValue) => {
    const {
      questions,
      facts: { amounts },
    } = read({ estimatedValue })
    expect(amounts?.estimatedPence).toBeUndefined()
    if (typeof estimatedValue !== 'object' || Array.isArray(estimatedValue))
      expect(questions.map((question) => question.field)).toEqual(['estimatedValue'])
  })
  test('may name their currency, which has to be pounds', () => {
    const worth = (currency: string) => refused({ estimatedValue: { amount: 250_000, currency } })
    expect(['GBP', '£', 'EUR', 'USD'].map(worth)).toEqual([[], [], ['estimatedValue'], ['estimatedValue']])
    expect(read({ estimatedValue: { amount: 5, currency: 'GBP' } }).warnings).toEqual([])
  })
  test('pence may be given, and have to be whole', () => {
    expect(readFacts({ estimatedValuePence: 20_772_000 }).facts.amounts?.estimatedPence).toBe(20_772_000)
    expect(readFacts({ estimatedValuePence: 1.5 }).questions).toHaveLength(1)
  })
  test('any pounds and pence come through exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (pence) => {
        const text = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
        expect([
          facts({ estimatedValue: text }).amounts?.estimatedPence,
          facts({ estimatedValue: Number(text) }).amounts?.estimatedPence,
        ]).toEqual([pence, pence])
      }),
    )
  })
  test('parts are added up', () => {
    const { amounts } = readFacts({
      initialValue: 100,
      optionsValue: '20',
      extensionsValue: 30,
      feesValue: 1,
      vatIncluded: true,
    }).facts
    expect(amounts).toMatchObject({ initialPence: 10_000, addedPence: 5_100 })
  })
  test.each([
    [{ vatIncluded: 'exclusive', vatRate: 20 }, false, 2000],
    [{ vatIncluded: 'no', vatRate: '20%' }, false, 2000],
    [{ vatIncluded: false, vatRate: 0.2 }, false, 2000],
    [{ vatIncluded: false, vatRate: 'zero-rated' }, false, 0],
    [{ vatIncluded: undefined, vat: 'inclusive' }, true, undefined],
    [{ vatIncluded: undefined, exVat: true, vatRate: 5 }, false, 500],
    [
      {
        vatIncluded: undefined,
        estimatedValue: undefined,
        estimatedValueExcludingVat: 250_000,
        vatRate: 17.5,
      },
      false,
      1750,
    ],
    [{ vatIncluded: undefined, estimatedValue: undefined, valueIncVat: 250_000 }, true, undefined],
    [
      { vatIncluded: undefined, estimatedValue: { amount: 250_000, vatIncluded: false, vatRate: 20 } },
      false,
      2000,
    ],
    [{ vatIncluded: undefined, estimatedValue: { pence: 25_000_000, includesVat: 'yes' } }, true, undefined],
  ])('VAT from %j', (more, isVatIncluded, vatRateBasisPoints) =>
    expect(facts(more).amounts).toEqual({
      estimatedPence: 25_000_000,
      isVatIncluded,
      ...(vatRateBasisPoints === undefined ? {} : { vatRateBasisPoints }),
    }),
  )
  test('payments and changes are raised on their own basis or the contract’s', () => {
    expect(
      facts({ vatIncluded: false, vatRate: 20, payment: { amount: 25_000, madeOn: '2026-06-01' } }).payment
        ?.amountPence,
    ).toBe(3_000_000)
    expect(
      facts({ vatIncluded: false, vatRate: 20, payment: { amount: 25_000, vatIncluded: true } }).payment
        ?.amountPence,
    ).toBe(2_500_000)
    expect(readFacts({ payment: { amount: 25_000 } }).questions.map((question) => question.field)).toEqual([
      'payment.vatIncluded',
    ])
  })
})

describe('words', () => {
  test.each([
    [{ contractType: 'Goods' }, { subject: 'goods' }],
    [{ contractType: 'supplies' }, { subject: 'goods' }],
    [{ contractType: 'light touch services' }, { subject: 'services', isLightTouch: true }],
    [{ contractType: 'Light-Touch' }, { subject: 'services', isLightTouch: true }],
    [{ contractType: 'works concession' }, { subject: 'works', isConcession: true }],
    [{ contractType: 'services framework' }, { subject: 'services', arrangement: 'framework' }],
    [{ route: 'Open procedure' }, { route: 'open' }],
    [{ route: 'competitive_flexible' }, { route: 'competitive-flexible' }],
    [{ route: 'direct award' }, { route: 'direct-award' }],
    [{ route: 'user choice' }, { route: 'direct-award', directAwardGround: 'user-choice' }],
    [{ procedure: 'framework call-off', route: undefined }, { arrangement: 'call-off' }],
    [{ route: undefined, procedure: 'dynamic market' }, { route: 'dynamic-market-award' }],
    [{ route: 'direct', ground: 'extreme urgency' }, { directAwardGround: 'urgency' }],
    [{ authority: 'district council' }, { authority: 'council' }],
    [{ nation: 'England' }, { nation: 'england' }],
    [{ exempt: true }, { exemption: { kind: 'other' } }],
    [{ exemption: 'Teckal' }, { exemption: { kind: 'vertical' } }],
    [{ reservation: 'local area' }, { reservations: ['local-area'] }],
    [{ reservations: ['UK', 'SME'] }, { reservations: ['uk', 'sme-vcse'] }],
    [{ cpv: '85311000-2' }, { cpv: ['85311000-2'] }],
    [{ isLightTouch: 'yes' }, { isLightTouch: true }],
    [{ light_touch: false }, { isLightTouch: false }],
    [{ authorityAnnualSpend: '£100,000,000.01' }, { paysOver100mAYear: true }],
    [{ authorityAnnualSpend: 100_000_000 }, { paysOver100mAYear: false }],
    [{ tenderNoticeOn: '2026-05-02' }, { dates: { tenderNoticeOn: '2026-05-02' } }],
    [{ dates: { uk6PublishedOn: '2026-05-02T09:00:00Z' } }, { dates: { awardNoticeOn: '2026-05-02' } }],
    [
      { modification: { originalValue: 100, newValue: 120, on: '2026-06-01' } },
      { modification: { valueBeforePence: 10_000, valueAfterPence: 12_000, madeOn: '2026-06-01' } },
    ],
  ])('%j', (more, expected) => {
    expect(read(more).questions).toEqual([])
    expect(read(more).warnings).toEqual([])
    expect(facts(more)).toMatchObject(expected)
  })
  test.each([
    [{ contractType: 'goods and services' }, 'contractType'],
    [{ contractType: 'stuff' }, 'contractType'],
    [{ contractType: 7 }, 'contractType'],
    [{ route: 'by lot' }, 'route'],
    [{ route: 'constructor' }, 'route'],
    [{ lightTouch: 'maybe' }, 'lightTouch'],
    [{ authority: '__proto__' }, 'authority'],
    [{ procurementCommencedOn: '01/05/2026' }, 'procurementCommencedOn'],
    [{ procurementCommencedOn: 20_260_501 }, 'procurementCommencedOn'],
    [{ dates: { awardNoticeOn: '2026-02-30' } }, 'dates.awardNoticeOn'],
    [{ reservation: 'friends' }, 'reservations'],
    [{ value: 1 }, 'estimatedValue'],
    [{ lightTouch: false, type: 'light touch services' }, 'contractType'],
  ])('%j is asked about', (more, field) => expect(refused(more)).toEqual([field]))
})

describe('groups of facts', () => {
  test.each([
    ['dates', 'tomorrow'],
    ['dates', ['2026-05-01']],
    ['payment', 500],
    ['modification', true],
  ])('%s given as %j is asked about, not passed over', (group, raw) =>
    expect(refused({ [group]: raw })).toEqual([group]),
  )
})

describe('fields that are not known', () => {
  test.each([
    [{ colour: 'red' }, ['colour']],
    [{ constructor: 1, __proto__x: 2 }, ['constructor', '__proto__x']],
    [{ dates: { teatimeOn: '2026-05-01' } }, ['dates.teatimeOn']],
    [{ modification: { mood: 1 } }, ['modification.mood']],
    [{ a: { b: { c: { d: 1 } } } }, ['c']],
  ])('%j bring a warning', (more, fields) =>
    expect(read(more).warnings).toEqual(
      fields.map((field) => `The engine does not know the field "${field}", so it was not used.`),
    ),
  )
  test('and so does __proto__ in JSON', () => {
    const input = JSON.parse('{"__proto__": {"route": "x"}, "contractType": "goods"}') as Record<
      string,
      unknown
    >
    expect(() => explainInput(input)).not.toThrow()
    expect(({} as { route?: unknown }).route).toBeUndefined()
  })
  test('nothing is made of null', () =>
    expect(read({ lightTouch: null, dates: { awardNoticeOn: null } })).toMatchObject({
      questions: [],
      warnings: [],
    }))
})

describe('any JSON', () => {
  test('is read or asked about, never thrown on', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...TOP_FIELDS.map((field) => field.name),
            'dates',
            'payment',
            'modification',
            'exemption',
            'vatIncluded',
            'contractType',
            'route',
            'x',
          ),
          fc.jsonValue(),
        ),
        (input) => void explainInput(input),
      ),
      { numRuns: 400 },
    )
  })
})

test('no two fields go by the same name', () => {
  for (const fields of [TOP_FIELDS, PAYMENT_FIELDS, MODIFICATION_FIELDS, EXEMPTION_FIELDS]) {
    const names = fields.flatMap((field) => [...new Set([field.name, ...field.aliases].map(nameOf))])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})
