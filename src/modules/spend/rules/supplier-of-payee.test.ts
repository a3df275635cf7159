import { describe, expect, test } from 'vitest'
import type { RegisterFacts } from './placement.ts'
import { supplierOfPayee } from './supplier-of-payee.ts'

const entry: RegisterFacts = {
  scheme: 'GB-COH',
  number: '01234568',
  name: 'THORNWICK CARE LIMITED',
  formerNames: [],
  postcode: 'PR1 2HE',
  isActive: true,
  kind: 'business',
  size: 'small',
  sector: 'Q',
}
const payee = {
  authorityId: 'a1',
  payeeId: 7,
  name: 'Thornwick Care Ltd',
  flag: 'named',
  nameKey: 'thornwickcare',
  kindByName: 'unknown',
}

describe('supplierOfPayee', () => {
  test('gives payees of one register entry one key, as org-id.guide writes it', () => {
    expect(supplierOfPayee({ entry, state: 'name' }, payee)).toEqual({
      key: 'GB-COH-01234568',
      name: 'THORNWICK CARE LIMITED',
      kind: 'business',
      size: 'small',
      sector: 'Q',
    })
  })

  test.each(['unknown', 'doubtful', 'unmatched', 'decided'] as const)(
    'gives spellings of one name one key while no entry is theirs: %s',
    (state) => {
      const other = { ...payee, payeeId: 8, name: 'THORNWICK CARE' }
      const keys = [payee, other].map((one) => supplierOfPayee({ entry: null, state }, one).key)
      expect(keys).toEqual(['name:thornwickcare', 'name:thornwickcare'])
    },
  )

  test('never makes two persons one, nor one person of two authorities', () => {
    const key = (authorityId: string, payeeId: number) =>
      supplierOfPayee({ entry: null, state: 'individual' }, { ...payee, authorityId, payeeId }).key
    expect(new Set([key('a1', 7), key('a1', 8), key('a2', 7)]).size).toBe(3)
  })

  test('has no supplier for a withheld name', () => {
    expect(
      supplierOfPayee({ entry: null, state: 'individual' }, { ...payee, flag: 'redacted' }).key,
    ).toBeNull()
  })

  test('keeps the kind that a name betrays, and none that it does not', () => {
    const kind = (kindByName: string) =>
      supplierOfPayee({ entry: null, state: 'unknown' }, { ...payee, kindByName }).kind
    expect([kind('public'), kind('unknown')]).toEqual(['public', null])
  })

  test('makes no key longer than an address can hold', () => {
    const key = supplierOfPayee({ entry: null, state: 'unknown' }, { ...payee, nameKey: 'x'.repeat(500) }).key
    expect(key?.length).toBe(125)
  })
})
