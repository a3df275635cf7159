import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RegisterKind } from '../model.ts'
import { newTally, readRegister } from './read-register.ts'

const FOLDER = join(import.meta.dirname, '../../../../../shared/data/entities')

type Count = {
  readonly entries: number
  readonly postcodes: number
  readonly sics: number
  readonly rejects: object
}

const count = async (name: string) => {
  const tally = newTally()
  const seen = { entries: 0, postcodes: 0, sics: 0 }
  for await (const batch of readRegister([{ path: join(FOLDER, name), name }], null, tally)) {
    for (const { entry } of batch.entries) {
      seen.entries += 1
      if (entry.postcode !== null) seen.postcodes += 1
      if (entry.sicCodes.length > 0) seen.sics += 1
    }
  }
  expect(tally.rowsRead).toBe(seen.entries + tally.rowsRejected)
  return { kind: tally.kind, ...seen, rejects: tally.rejectedByReason }
}

/** Counts of rows taken with other tools from the same files. */
const FILES: readonly [string, RegisterKind, Count][] = [
  ['register-pool.csv.gz', 'plain', { entries: 116_781, postcodes: 113_000, sics: 114_000, rejects: {} }],
  [
    'companies-house_south-yorkshire_2024.csv.gz',
    'companies-house',
    { entries: 75_740, postcodes: 75_700, sics: 75_100, rejects: {} },
  ],
  [
    'companies-house_search-results_jan2024+jan2025.csv.gz',
    'plain',
    { entries: 28_481, postcodes: 28_000, sics: 28_000, rejects: {} },
  ],
  [
    'gender-pay-gap_2021-22_reduced.csv.gz',
    'plain',
    {
      entries: 9059,
      postcodes: 8900,
      sics: 8500,
      rejects: { 'number-missing': 1396, 'number-unreadable': 10 },
    },
  ],
]

describe.skipIf(!existsSync(FOLDER))('real registers (skipped where the shared data is absent)', () => {
  test.each(FILES)('%s is read as %s', async (name, kind, expected) => {
    const found = await count(name)
    expect(found).toMatchObject({ kind, entries: expected.entries, rejects: expected.rejects })
    // At least so many, to the nearest hundred or so, have what places and sectors need.
    expect(found.postcodes).toBeGreaterThan(expected.postcodes)
    expect(found.sics).toBeGreaterThan(expected.sics)
  })
})
