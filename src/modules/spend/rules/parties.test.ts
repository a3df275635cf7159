import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConfirmedGroup, gatherByParty, joinGroups, partiesOf, sharedFact } from './parties.ts'

const group = (org: string, name: string, ...supplierKeys: string[]): ConfirmedGroup => ({
  org,
  key: `group:${org}-${name}`,
  name,
  supplierKeys,
})

describe('groups of several organisations', () => {
  test('of one organisation stay as they are', () => {
    expect(joinGroups([group('a', 'Ash', '1', '2'), group('a', 'Bell', '3', '4')], 'a')).toEqual([
      { key: 'group:a-Ash', name: 'Ash', orgs: ['a'], supplierKeys: ['1', '2'] },
      { key: 'group:a-Bell', name: 'Bell', orgs: ['a'], supplierKeys: ['3', '4'] },
    ])
  })

  test('that share a company are one, also by way of a third, under the name of whoever looks', () => {
    const groups = [group('a', 'Ash', '1', '2'), group('b', 'Zed', '3', '4'), group('c', 'Mid', '2', '3')]
    for (const [own, name] of [
      ['b', 'Zed'],
      ['c', 'Mid'],
      ['nobody', 'Ash'],
    ] as const)
      expect(joinGroups(groups, own)).toEqual([
        {
          key: `group:${{ Zed: 'b', Mid: 'c', Ash: 'a' }[name]}-${name}`,
          name,
          orgs: ['a', 'b', 'c'],
          supplierKeys: ['1', '2', '3', '4'],
        },
      ])
  })

  const key = fc.constantFrom('1', '2', '3', '4', '5', '6', '7')
  const anyGroups = fc.array(
    fc.record({
      org: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom('N', 'M'),
      supplierKeys: fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  const whole = (groups: readonly Omit<ConfirmedGroup, 'key'>[]): ConfirmedGroup[] =>
    groups.map((one, at) => ({ ...one, key: `group:${at}` }))

  test('put every company into one party only, the same in any order', () =>
    fc.assert(
      fc.property(anyGroups, (some) => {
        const groups = whole(some)
        const joined = joinGroups(groups, 'a')
        const keys = joined.flatMap(({ supplierKeys }) => supplierKeys)
        expect(keys.length).toBe(new Set(keys).size)
        expect(joinGroups(groups.toReversed(), 'a')).toEqual(joined)
        const partyOf = partiesOf(joined)
        for (const { supplierKeys } of groups)
          expect(new Set(supplierKeys.map((one) => partyOf(one, '').party)).size).toBe(1)
      }),
    ))

  test('never change pounds and never raise a number of suppliers', () => {
    const anyLine = fc.record({
      supplier: key,
      kind: fc.constantFrom('small', 'large'),
      tier: fc.constantFrom('home', 'far'),
      pence: fc.integer({ min: -10_000, max: 10_000 }),
    })
    const sum = (lines: readonly { readonly pence: number }[]) =>
      lines.reduce((all, one) => all + one.pence, 0)
    fc.assert(
      fc.property(anyGroups, fc.array(anyLine, { maxLength: 30 }), (some, facts) => {
        const partyOf = partiesOf(joinGroups(whole(some), 'a'))
        const lines = facts.map((fact) => ({ ...fact, ...partyOf(fact.supplier, fact.supplier) }))
        const gathered = gatherByParty(lines, ({ tier }) => [tier])
        expect(sum(gathered)).toBe(sum(lines))
        for (const tier of ['home', 'far'])
          expect(sum(gathered.filter((line) => line.tier === tier))).toBe(
            sum(lines.filter((line) => line.tier === tier)),
          )
        const count = (of: readonly string[]) => new Set(of).size
        expect(count(lines.map(({ party }) => party))).toBeLessThanOrEqual(
          count(lines.map(({ supplier }) => supplier)),
        )
        expect(gathered.length).toBeLessThanOrEqual(lines.length)
      }),
    )
  })
})

test('one line stands for the companies of a group where they are alike, and says how many', () => {
  const line = (supplier: string, party: string, kind: string, tier: string, pence: number) => ({
    supplier,
    party,
    partyName: party,
    kind,
    tier,
    pence,
  })
  const gathered = gatherByParty(
    [
      line('1', 'g', 'small', 'home', 5),
      line('2', 'g', 'large', 'home', 7),
      line('2', 'g', 'large', 'far', 9),
      line('3', '3', 'small', 'home', 8),
    ],
    ({ tier }) => [tier],
  )
  expect(
    gathered.map(({ party, tier, kind, pence, companies }) => [party, tier, kind, pence, companies]),
  ).toEqual([
    ['g', 'home', 'several', 12, 2],
    ['g', 'far', 'large', 9, 1],
    ['3', 'home', 'small', 8, 0],
  ])
  expect(sharedFact([])).toBe('unknown')
})
