import { describe, expect, test } from 'vitest'
import type { RegisteredForm } from '../model.ts'
import { deriveSupplierKind, KIND_SOURCES, type KindFacts, SIZE_SOURCES } from './derive-supplier-kind.ts'

const facts = (given: Partial<KindFacts>): KindFacts => ({
  name: 'NORTHMERE SERVICES',
  form: null,
  accountsCategory: null,
  employees: null,
  charityNumber: null,
  ...given,
})
const kindOf = (given: Partial<KindFacts>) => {
  const { kind, kindReason, kindCertainty } = deriveSupplierKind(facts(given))
  return [kind, kindReason, kindCertainty]
}
const sizeOf = (given: Partial<KindFacts>) => {
  const { size, sizeReason, sizeCertainty } = deriveSupplierKind(facts(given))
  return [size, sizeReason, sizeCertainty]
}

describe('the kind of a supplier', () => {
  test.each<[RegisteredForm, string]>([
    ['community-interest-company', 'form-community-interest-company'],
    ['charitable-incorporated-organisation', 'form-charitable-incorporated-organisation'],
    ['charity', 'form-charity'],
    ['co-operative', 'form-co-operative'],
    ['community-benefit-society', 'form-community-benefit-society'],
    ['registered-society', 'form-registered-society'],
    ['credit-union', 'form-mutual'],
    ['friendly-society', 'form-mutual'],
    ['building-society', 'form-mutual'],
  ])('of the form %s is VCSE', (form, reason) => {
    expect(kindOf({ form })).toEqual(['vcse', reason, 'stated'])
  })

  test.each<RegisteredForm>([
    'private-limited',
    'public-limited',
    'unlimited',
    'llp',
    'partnership',
    'overseas',
  ])('of the form %s is a business', (form) =>
    expect(kindOf({ form })).toEqual(['business', 'form-business', 'stated']),
  )

  test('is VCSE where a charity register names the company, whatever its form', () => {
    expect(kindOf({ form: 'private-limited', charityNumber: '1100001' })).toEqual([
      'vcse',
      'on-charity-register',
      'stated',
    ])
  })

  test('is likely VCSE where a guarantee company may leave "Limited" out of its name', () => {
    expect(kindOf({ form: 'guarantee-exempt' })).toEqual(['vcse', 'form-guarantee-exempt', 'indicated'])
  })

  test('stays open for a guarantee company, a body under Royal Charter, and no form at all', () => {
    for (const form of ['guarantee', 'royal-charter', 'other', null] as const)
      expect(kindOf({ form })).toEqual(['unknown', 'form-undecided', 'indicated'])
  })

  test('is public where the list says so, and for college corporations', () => {
    expect(kindOf({ form: 'public-body' })).toEqual(['public', 'form-public-body', 'stated'])
    expect(kindOf({ form: 'college-corporation', charityNumber: '1100001' })[0]).toBe('public')
  })

  test.each([
    'Northmere City Council',
    'ASHSHIRE COUNTY COUNCIL',
    'The London Borough of Northmere',
    'Royal Borough of Northmere',
    'Northmere and Ashshire Combined Authority',
    'Ashshire Fire and Rescue Authority',
    'NORTHMERE TEACHING HOSPITALS NHS FOUNDATION TRUST',
    'NHS Ashshire Integrated Care Board',
    'Police and Crime Commissioner for Ashshire',
    'Chief Constable of Ashshire Constabulary',
  ])('is likely public for %s', (name) => {
    expect(kindOf({ name })).toEqual(['public', 'name-of-public-body', 'indicated'])
  })

  test.each([
    'Northmere City Council Trading',
    'The Northmere Arts Council Friends',
    'NHS Trust Supplies Group',
    'Council Fencing Services',
    'Fireplace Authority Shop',
  ])('is not public for %s', (name) => expect(kindOf({ name })[0]).toBe('unknown'))

  test('is a business for a trading company whose name ends like a council', () => {
    expect(kindOf({ name: 'NORTHMERE CITY COUNCIL', form: 'private-limited' })[0]).toBe('business')
  })

  test("is VCSE for a hospital's charity", () => {
    expect(kindOf({ name: 'Northmere NHS Trust', form: 'charity', charityNumber: '1100002' })[0]).toBe('vcse')
  })
})

describe('the size of a supplier', () => {
  test.each([
    ['MICRO ENTITY', 'micro', 'accounts-micro', 'stated'],
    ['SMALL', 'small', 'accounts-small', 'stated'],
    ['TOTAL EXEMPTION FULL', 'small', 'accounts-small', 'stated'],
    ['TOTAL EXEMPTION SMALL', 'small', 'accounts-small', 'stated'],
    ['PARTIAL EXEMPTION', 'small', 'accounts-small', 'stated'],
    ['UNAUDITED ABRIDGED', 'small', 'accounts-small', 'stated'],
    ['AUDITED ABRIDGED', 'small', 'accounts-small', 'stated'],
    ['MEDIUM', 'medium', 'accounts-medium', 'stated'],
    ['FULL', 'large', 'accounts-full', 'indicated'],
    ['GROUP', 'large', 'accounts-group', 'indicated'],
    ['DORMANT', null, 'accounts-silent', 'indicated'],
    ['NO ACCOUNTS FILED', null, 'accounts-silent', 'indicated'],
    ['AUDIT EXEMPTION SUBSIDIARY', null, 'accounts-silent', 'indicated'],
    ['FILING EXEMPTION SUBSIDIARY', null, 'accounts-silent', 'indicated'],
    ['ACCOUNTS TYPE NOT AVAILABLE', null, 'accounts-silent', 'indicated'],
    ['something new', null, 'accounts-silent', 'indicated'],
  ])('by accounts of the category %s is %s', (accountsCategory, ...expected) => {
    expect(sizeOf({ accountsCategory })).toEqual(expected)
  })

  test.each(['250 to 499', '1000 to 4999', '5000 to 19,999', '20,000 or more', '251', '1,204'])(
    'is large with %s staff, whatever the accounts',
    (employees) =>
      expect(sizeOf({ employees, accountsCategory: 'SMALL' })).toEqual(['large', 'employees', 'stated']),
  )

  test.each(['Less than 250', 'Not Provided', '12', '0 to 249', '', 'under 1,000', 'n/a'])(
    'follows the accounts where staff are %s',
    (employees) => expect(sizeOf({ employees, accountsCategory: 'SMALL' })[0]).toBe('small'),
  )
})

test('every reason names its source', () => {
  for (const source of [...Object.values(KIND_SOURCES), ...Object.values(SIZE_SOURCES)])
    expect(source.length).toBeGreaterThan(10)
})
