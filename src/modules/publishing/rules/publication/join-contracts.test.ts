import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import type { ProcessFacts } from '../../model/process-facts.ts'
import { compileSchema } from '../../validation/schema.ts'
import { checkRelease } from '../check-release.ts'
import { mergeReleases } from '../merge.ts'
import { writeRelease } from '../write-release.ts'
import { joinContracts } from './join-contracts.ts'
import { summaryOf } from './public-summary.ts'
import { releasesDue } from './releases-due.ts'
import { originOf } from './tender-of-purchase.ts'

const buyer = { id: 'GB-LAE-NMR', name: 'Northmere', roles: ['buyer'] }
const supplier = { id: 'GB-COH-01234567', name: 'Fenwick Paths Ltd', roles: ['supplier'] }
const award = (id: string) => ({
  id,
  status: 'active' as const,
  suppliers: [supplier.id],
  value: { netPence: 10_000 },
})
const asks = [{ id: 'open/jobs', title: 'Jobs', unit: 'people' }]
const awarded: ProcessFacts = {
  ocid: 'ocds-abc123-1',
  buyer: buyer.id,
  parties: [buyer, supplier],
  planning: { rationale: 'Paths are worn' },
  tender: { id: 't', title: 'Paths', status: 'complete', asks },
  awards: [award('a'), award('b')],
}
const contract = (id: string, from: string): ProcessFacts => ({
  ocid: awarded.ocid,
  buyer: buyer.id,
  parties: [buyer, supplier],
  awards: [award(from)],
  contracts: [
    {
      id,
      award: from,
      status: 'active',
      value: { netPence: 10_000 },
      commitments: [
        { id: `${id}-k`, ask: 'open/jobs', title: 'Jobs', unit: 'people', quantity: 4, status: 'promised' },
      ],
      deliveries: [
        {
          id: `${id}-d`,
          commitment: `${id}-k`,
          title: 'Jobs',
          unit: 'people',
          reported: 2,
          verified: 1,
          verifiedBy: 'Contract manager',
          status: 'partlyVerified',
        },
      ],
    },
  ],
})

const tell = (states: readonly ProcessFacts[]) => {
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
  return {
    releases,
    compiled: compiled as unknown as JsonObject & Record<'contracts' | 'awards', JsonObject[]>,
  }
}

const CORE = '../shared/data/ocds/schema-1.1.5/release-schema.json'
const UK = '../shared/acceptance/ocds-uk/release-schema-merged.json'

describe('a purchase with its contracts', () => {
  const one = joinContracts(awarded, [contract('c', 'a')])
  const both = joinContracts(awarded, [contract('c', 'a'), contract('d', 'b')])
  const { releases, compiled } = tell([awarded, one, both])

  test('is one process from the plan to what was delivered', () => {
    expect(releases.map(({ tag }) => String(tag))).toEqual([
      'planning',
      'tender',
      'award',
      'contract',
      'implementation',
      'implementationUpdate',
    ])
    expect(new Set(releases.map(({ ocid }) => ocid))).toEqual(new Set(['ocds-abc123-1']))
    expect(compiled.awards.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(compiled.contracts.map(({ id, awardID }) => [id, awardID])).toEqual([
      ['c', 'a'],
      ['d', 'b'],
    ])
    expect(compiled.parties).toHaveLength(2)
  })

  test('sums its lots, and what was awarded while a contract is missing', () => {
    expect(summaryOf(tell([one]).compiled).valuePence).toBe(20_000)
    expect(summaryOf(compiled)).toMatchObject({ stage: 'implementation', valuePence: 20_000 })
  })

  test('passes our own checks', () => {
    for (const release of releases)
      expect(checkRelease(release).filter(({ level }) => level === 'error')).toEqual([])
  })

  test.skipIf(!existsSync(CORE) || !existsSync(UK))(
    'passes the core and the UK schema, compiled too (skipped without ../shared)',
    () => {
      for (const path of [CORE, UK]) {
        const check = compileSchema(JSON.parse(readFileSync(path, 'utf8')) as JsonObject)
        for (const each of [...releases, compiled]) expect(check(each)).toEqual([])
      }
    },
  )
})

test('a contract is told apart where its award is not in the process', () => {
  expect(originOf(awarded, 'elsewhere')).toBeUndefined()
  expect(originOf(awarded, 'a')).toMatchObject({ award: { id: 'a' }, party: supplier })
  expect(joinContracts(awarded, [])).toBe(awarded)
})
