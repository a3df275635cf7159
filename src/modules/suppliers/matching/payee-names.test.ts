import { describe, expect, test } from 'vitest'
import { groupNameKey, nameFitsEntry, supplierNameKey } from './payee-names.ts'

test('spellings of one name share a key', () => {
  const spellings = [
    'Thornwick Care Ltd',
    'THORNWICK CARE LIMITED',
    'Thornwick Care (DO NOT USE)',
    'thornwick  care',
  ]
  expect(new Set(spellings.map(supplierNameKey)).size).toBe(1)
  expect(supplierNameKey('Thornwick Carers')).not.toBe(supplierNameKey('Thornwick Care'))
})

test('a group’s companies share a key but for words of structure and country', () => {
  expect(groupNameKey('Thornwick Group Holdings (UK) Ltd')).toBe(groupNameKey('THORNWICK LIMITED'))
  expect(groupNameKey('Thornwick Roads Ltd')).not.toBe(groupNameKey('Thornwick Ltd'))
})

describe('nameFitsEntry', () => {
  test.each([
    ['Thornwick Care Ltd', ['THORNWICK CARE LIMITED']],
    ['THORNWICK', ['THORNWICK CARE HOMES LIMITED']],
    ['Thornwick Ltd t/a Rose House', ['THORNWICK LIMITED']],
    ['Callerby Roads', ['WEXMOOR ROADS LIMITED', 'CALLERBY ROADS LIMITED']],
    ['Thornwik Care', ['THORNWICK CARE LIMITED']],
  ])('“%s” may bear the number of %j', (payee, names) => expect(nameFitsEntry(payee, names)).toBe(true))

  test.each([
    ['Thornwick Care Ltd', ['WEXMOOR PRINT LIMITED']],
    ['Callerby Services Ltd', ['WEXMOOR SERVICES LIMITED']],
  ])('“%s” may not bear the number of %j', (payee, names) => expect(nameFitsEntry(payee, names)).toBe(false))
})
