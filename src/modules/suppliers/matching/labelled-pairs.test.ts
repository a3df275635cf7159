import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const PAIRS = '../shared/data/labelled-pairs.dev.csv'
const REGISTER = '../shared/data/entities/register-pool.csv.gz'

describe.skipIf(!existsSync(PAIRS))(
  'matching on the labelled pairs (skipped where ../shared/data is absent)',
  () => {
    it('is precise, finds most and invents little', async () => {
      const run = promisify(execFile)
      const { stdout } = await run(process.execPath, [
        'bench/match.ts',
        '--pairs',
        PAIRS,
        '--register',
        REGISTER,
        '--json',
      ])
      const { precision, recall, falseMatchRate, pairs } = JSON.parse(stdout)
      expect(pairs).toBeGreaterThan(2000)
      expect(precision).toBeGreaterThanOrEqual(0.98)
      expect(recall).toBeGreaterThanOrEqual(0.9)
      expect(falseMatchRate).toBeLessThanOrEqual(0.02)
    }, 120_000)
  },
)
