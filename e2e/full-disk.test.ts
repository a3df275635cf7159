import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aDataFolder, jsonOf, runCommand } from './command.ts'

const base = aDataFolder()
const data = join(base, 'data')
const files = join(data, 'files')
mkdirSync(files, { recursive: true })
/** A disk of 1 MB for stored files; only root may make one. */
const hasSmallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', files]).status === 0
afterAll(() => void (hasSmallDisk && spawnSync('umount', [files])))

test.skipIf(!hasSmallDisk)(
  'a full disk is said in a sentence, and nothing is left half stored',
  async () => {
    const path = join(base, 'big.csv')
    writeFileSync(path, `Date,Supplier,Amount\n${'01/04/2026,Thornwick Care,100.00\n'.repeat(60_000)}`)
    const ran = await runCommand(data, ['spend', 'import', path, '--organisation', 'Northmere', '--json'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('There is no room left on the disk for stored files. Nothing was stored.')
    expect(ran.err).not.toMatch(/\bat .*\.ts:\d+/)

    const small = join(base, 'small.csv')
    writeFileSync(small, 'Date,Supplier,Amount\n01/04/2026,Thornwick Care,100.00\n')
    expect(
      jsonOf(await runCommand(data, ['spend', 'import', small, '--organisation', 'Northmere', '--json'])),
    ).toMatchObject({ status: 'counted', rows: { payments: 1 } })
  },
  120_000,
)
