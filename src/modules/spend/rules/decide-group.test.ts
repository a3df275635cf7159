import { describe, expect, test } from 'vitest'
import { type AskedGroup, decideGroup } from './decide-group.ts'

const member = (supplierKey: string, facts = {}) => ({
  supplierKey,
  name: supplierKey,
  isPerson: false,
  groupId: null,
  ...facts,
})
const asked = (facts: Partial<AskedGroup> = {}): AskedGroup => ({
  name: 'Ash Holdings',
  keys: ['a', 'b'],
  found: [member('a'), member('b')],
  groupId: null,
  ...facts,
})

describe('a group of companies', () => {
  test('is made of two suppliers or more that were paid', () => {
    expect(decideGroup(asked())).toMatchObject({ ok: true, value: [{ name: 'a' }, { name: 'b' }] })
  })

  test('grows by one', () => {
    const one = { keys: ['c'], found: [member('c')], groupId: 'g' }
    expect(decideGroup(asked(one)).ok).toBe(true)
    expect(decideGroup(asked({ ...one, found: [member('c', { groupId: 'g' })] })).ok).toBe(true)
  })

  test.each<[string, Partial<AskedGroup>]>([
    ['group-name', { name: '' }],
    ['group-name', { name: 'x'.repeat(201) }],
    ['too-few-suppliers', { keys: ['a'], found: [member('a')] }],
    ['too-few-suppliers', { keys: [], found: [], groupId: 'g' }],
    ['too-many-suppliers', { keys: Array.from({ length: 501 }, (_, at) => `k${at}`) }],
    ['no-such-supplier', { found: [member('a')] }],
    ['person-in-group', { found: [member('a'), member('b', { isPerson: true })] }],
    ['in-another-group', { found: [member('a'), member('b', { groupId: 'other' })] }],
  ])('is refused: %s', (refusal, facts) => {
    expect(decideGroup(asked(facts))).toEqual({ ok: false, refusal })
  })
})
