import { appendFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDataFolder, jsonOf, runCommand } from './command.ts'

const base = aDataFolder()
const data = join(base, 'data')
const map = async () =>
  jsonOf(await runCommand(data, ['spend', 'map', '--organisation', 'Northmere', '--json'])) as unknown as {
    basis: object
  }

test('a backup made while the database is in use brings everything back after it is lost', async () => {
  const file = join(base, 'april.csv')
  writeFileSync(
    file,
    'Date,Supplier,Amount\n01/04/2026,Thornwick Care,100.00\n02/04/2026,Callerby Roads,250.50\n',
  )
  await runCommand(data, ['spend', 'import', file, '--organisation', 'Northmere', '--json'])
  const before = await map()

  const backup = join(base, 'backup')
  expect(await runCommand(data, ['db', 'backup', backup])).toMatchObject({ code: 0 })
  expect((await runCommand(data, ['db', 'backup', backup])).err).toContain('exists already')

  rmSync(data, { recursive: true })
  expect(await runCommand(data, ['db', 'restore', backup])).toMatchObject({ code: 0 })
  expect(await map()).toEqual(before)
  expect(jsonOf(await runCommand(data, ['audit', 'verify', '--json']))).toMatchObject({ ok: true })
  // The stored payment file came back with the database.
  expect(readdirSync(join(data, 'files')).length).toBeGreaterThan(0)
}, 240_000)

test('a restore never writes over data, and refuses a damaged backup before it writes anything', async () => {
  const backup = join(base, 'backup')
  const busy = await runCommand(data, ['db', 'restore', backup])
  expect(busy).toMatchObject({ code: 1 })
  expect(busy.err).toContain('is not empty')

  renameSync(data, join(base, 'kept'))
  appendFileSync(join(backup, 'postgres', 'PG_VERSION'), 'x')
  const damaged = await runCommand(data, ['db', 'restore', backup])
  expect(damaged.err).toContain(
    'The backup is damaged: postgres/PG_VERSION is not what was copied. Nothing was restored.',
  )
  expect(existsSync(data)).toBe(false)

  expect((await runCommand(data, ['db', 'restore', base])).err).toContain('is not a Goldthread backup')
}, 120_000)
