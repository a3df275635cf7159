import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import type { ProcessFacts } from '../../model/process-facts.ts'
import { mergeReleases } from '../merge.ts'
import { contentOf, writeRelease } from '../write-release.ts'
import { carryOver } from './carry-over.ts'
import { releasesDue } from './releases-due.ts'
import { saysTheSame } from './same-json.ts'

const OCID = 'ocds-abc123-1'
const buyer = { id: 'GB-LAE-NMR', name: 'Northmere', roles: ['buyer'] }
const supplier = { id: 'GB-COH-01234567', name: 'Fenwick Paths Ltd', roles: ['supplier'] }
const plan: ProcessFacts = {
  ocid: OCID,
  buyer: buyer.id,
  parties: [buyer],
  planning: { rationale: 'Paths are worn' },
  tender: { id: 't', title: 'Paths', status: 'planned' },
}
const open: ProcessFacts = { ...plan, tender: { id: 't', title: 'Paths', status: 'active' } }
const contract = { id: 'c', award: 'a', status: 'active' as const }
const agreed: ProcessFacts = {
  ...open,
  parties: [buyer, supplier],
  awards: [{ id: 'a', status: 'active', suppliers: [supplier.id] }],
  contracts: [contract],
}
const paid = (pence: number): ProcessFacts => ({
  ...agreed,
  contracts: [
    { ...contract, payments: [{ id: '2026-04', paidOn: '2026-04-30', amount: { netPence: pence } }] },
  ],
})

/** Publishes one state after the other; gives the tags and what all releases compile to. */
const tell = (...states: readonly ProcessFacts[]) => {
  const releases: JsonObject[] = []
  let compiled: JsonObject | null = null
  for (const state of states)
    for (const { tag, facts } of releasesDue(state, compiled)) {
      const at = new Date(Date.UTC(2026, 0, 1) + releases.length * 1000).toISOString()
      const written = writeRelease(facts, { number: releases.length + 1, tag, at }, compiled)
      if (!written.ok) throw new Error(written.refusal)
      releases.push(written.value)
      const merged = mergeReleases(releases)
      if (!merged.ok) throw new Error(merged.refusal)
      compiled = merged.value.compiled
    }
  return { tags: releases.map(({ tag }) => String(tag)), compiled: compiled ?? {}, releases }
}

describe('releasesDue', () => {
  test.each([
    ['a plan', [plan], ['planning']],
    [
      'a plan that changes',
      [
        plan,
        { ...plan, tender: { ...open.tender, id: 't', title: 'Wider paths', status: 'planned' as const } },
      ],
      ['planning', 'planningUpdate'],
    ],
    ['a plan that opens', [plan, open], ['planning', 'tender']],
    [
      'a plan that is given up',
      [plan, { ...plan, tender: { id: 't', title: 'Paths', status: 'cancelled' as const } }],
      ['planning', 'tenderCancellation'],
    ],
    ['a contract all at once', [agreed], ['planning', 'tender', 'award', 'contract']],
    [
      'payments',
      [agreed, paid(100), paid(250)],
      ['planning', 'tender', 'award', 'contract', 'implementation', 'implementationUpdate'],
    ],
    [
      'the end of a contract',
      [agreed, { ...agreed, contracts: [{ ...contract, status: 'terminated' as const }] }],
      ['planning', 'tender', 'award', 'contract', 'contractTermination'],
    ],
    ['nothing new', [agreed, agreed], ['planning', 'tender', 'award', 'contract']],
  ] as const)('tells of %s', (_name, states, tags) => {
    const told = tell(...(states as readonly ProcessFacts[]))
    expect(told.tags).toEqual(tags)
    const last = states.at(-1) as ProcessFacts
    const { id: _id, date: _date, tag: _tag, ...holds } = told.compiled
    expect(saysTheSame(holds, contentOf(carryOver(last, told.compiled)))).toBe(true)
  })

  test('names a party with the first stage that does', () => {
    const [planning, , award] = tell(agreed).releases
    expect(JSON.stringify(planning)).not.toContain('Fenwick')
    expect(JSON.stringify(award)).toContain('Fenwick')
  })

  test('says that a month is nothing when its payments were taken back', () => {
    const { compiled, tags } = tell(paid(100), agreed)
    expect(tags.at(-1)).toBe('implementationUpdate')
    expect(JSON.stringify(compiled)).toContain('"amount":0')
  })
})
