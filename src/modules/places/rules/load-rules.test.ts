import { describe, expect, test } from 'vitest'
import { decideSwap, deriveLoadState, derivePercent, editionOfFileName } from './load-rules.ts'

test.each([
  ['ONSPD_NOV_2025_UK.csv', '2025-11'],
  ['ONSPD_FEB_2026.zip', '2026-02'],
  ['NSPL21_MAY_2025_UK.csv', '2025-05'],
  ['postcode-unit_gb_codepoint-2025-11.csv.gz', '2025-11'],
  ['codepo_gb.zip', ''],
  ['National Statistics Postcode Lookup (August 2025).csv', '2025-08'],
  ['File_7_IoD2025_All_Ranks.csv', '2025'],
  ['wards_greater-manchester_2023.geojson', '2023'],
  ['20251120123.csv', ''],
])('the edition of %s is %j', (name, edition) => expect(editionOfFileName(name)).toBe(edition))

describe('decideSwap', () => {
  test('takes the first lookup and a new edition of about the same size', () => {
    expect(decideSwap(1_700_000, 0, false).ok).toBe(true)
    expect(decideSwap(1_700_000, 1_750_000, false).ok).toBe(true)
  })

  test('refuses one that looks like a part of the country, unless that is meant', () => {
    expect(decideSwap(15_000, 1_700_000, false)).toEqual({
      ok: false,
      refusal: 'lookup-smaller-than-current',
      facts: { found: 15_000, current: 1_700_000 },
    })
    expect(decideSwap(15_000, 1_700_000, true).ok).toBe(true)
  })

  test('refuses an empty one always', () => {
    expect(decideSwap(0, 0, true)).toMatchObject({ refusal: 'lookup-empty' })
  })
})

describe('a load', () => {
  const now = new Date('2026-11-22T12:00:00Z')

  test('that is running but silent for two minutes was stopped', () => {
    expect(deriveLoadState({ status: 'running', updatedAt: new Date('2026-11-22T11:59:00Z') }, now)).toBe(
      'running',
    )
    expect(deriveLoadState({ status: 'running', updatedAt: new Date('2026-11-22T11:57:59Z') }, now)).toBe(
      'stopped',
    )
    expect(deriveLoadState({ status: 'failed', updatedAt: new Date('2026-11-01T00:00:00Z') }, now)).toBe(
      'failed',
    )
  })

  test('is as far as its bytes, where the size is known', () => {
    expect(derivePercent({ bytesRead: 50, bytesTotal: 200 })).toBe(25)
    expect(derivePercent({ bytesRead: 300, bytesTotal: 200 })).toBe(100)
    expect(derivePercent({ bytesRead: 0, bytesTotal: 0 })).toBeUndefined()
  })
})
