import { describe, expect, test } from 'vitest'
import { anEntry } from '../builders.ts'
import type { NameHit, RegisterEntry } from '../model.ts'
import { mergeBodies, mergeHits } from './merge-bodies.ts'

const hit = (entry: Partial<RegisterEntry>, isFormerName = false, nameKey = 'northmere'): NameHit => ({
  nameKey,
  isFormerName,
  entry: anEntry(entry),
})

describe('one body on several registers', () => {
  test('comes once, from the register that knows most of it', () => {
    const entries = [
      anEntry({ registerKind: 'plain', asOf: '2026-11-20' }),
      anEntry({ registerKind: 'companies-house' }),
    ]
    expect(mergeBodies(entries)).toEqual([entries[1]])
    expect(mergeBodies(entries.toReversed())).toEqual([entries[1]])
  })

  test('comes from the newest of two lists', () => {
    const old = anEntry({ registerKind: 'plain', asOf: '2025-01-01', name: 'OLD' })
    const young = anEntry({ registerKind: 'plain', asOf: '2026-01-01', name: 'YOUNG' })
    expect(mergeBodies([old, young])).toEqual([young])
  })

  test('is not another body with the same number of another scheme', () => {
    expect(mergeBodies([anEntry({ scheme: 'GB-COH' }), anEntry({ scheme: 'GB-CHC' })])).toHaveLength(2)
  })
})

describe('bodies of one name', () => {
  test('all come', () => {
    expect(mergeHits([hit({ number: '1' }), hit({ number: '2' })])).toHaveLength(2)
  })

  test('are one where the charity gives the company number of the other', () => {
    const company = hit({ number: '01234568' })
    const charity = hit({
      scheme: 'GB-CHC',
      number: '1100001',
      companyNumber: '01234568',
      registerKind: 'charity-commission',
    })
    expect(mergeHits([charity, company])).toEqual([company])
    expect(mergeHits([charity])).toEqual([charity])
  })

  test('stay two where the charity gives another company number', () => {
    const charity = hit({ scheme: 'GB-CHC', number: '1100001', companyNumber: '07654321' })
    expect(mergeHits([hit({ number: '01234568' }), charity])).toHaveLength(2)
  })

  test('are told apart by name', () => {
    expect(mergeHits([hit({ number: '1' }, false, 'a'), hit({ number: '1' }, true, 'b')])).toHaveLength(2)
  })

  test('come with current names before former ones', () => {
    const hits = mergeHits([hit({ number: '1' }, true), hit({ number: '2' }, false)])
    expect(hits.map(({ isFormerName }) => isFormerName)).toEqual([false, true])
  })
})
