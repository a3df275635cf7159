import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aDataFolder, jsonOf, runCommand, startCommand } from './command.ts'

const folder = aDataFolder()
const ROWS = 60_000

const bigFile = (): string => {
  const lines = ['Payment Date,Supplier Name,Amount,Department']
  for (let i = 0; i < ROWS; i++)
    lines.push(
      `${String((i % 28) + 1).padStart(2, '0')}/04/2026,Payee ${i % 500},${i % 900}.50,Department ${i % 12}`,
    )
  const path = join(folder, '..', `big-${process.pid}.csv`)
  writeFileSync(path, lines.join('\r\n'))
  return path
}

const state = async () => {
  const list = jsonOf(
    await runCommand(folder, ['spend', 'list', '--organisation', 'Northmere', '--json']),
  ) as unknown as { status: string; rows: { payments: number } }[]
  const map = jsonOf(
    await runCommand(folder, ['spend', 'map', '--organisation', 'Northmere', '--json']),
  ) as unknown as { basis: { payments: number; pence: number } }
  return {
    files: list.filter((file) => file.status === 'counted').length,
    payments: map.basis.payments,
    pence: map.basis.pence,
  }
}

test('a process killed in the middle of an import leaves it absent or whole', async () => {
  expect((await runCommand(folder, ['organisation', 'create', 'Northmere'])).err).not.toMatch(/went wrong/)
  const path = bigFile()
  const pence = Array.from({ length: ROWS }, (_, i) => (i % 900) * 100 + 50).reduce(
    (all, each) => all + each,
    0,
  )
  let sawAbsent = false
  for (const wait of [1500, 2500, 3500]) {
    const child = startCommand(folder, ['spend', 'import', path, '--organisation', 'Northmere', '--json'])
    await sleep(wait)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    const found = await state()
    expect([
      { files: 0, payments: 0, pence: 0 },
      { files: 1, payments: ROWS, pence },
    ]).toContainEqual(found)
    sawAbsent ||= found.files === 0
  }
  // The kill did hit an import on its way, and the next one finds nothing in its way.
  expect(sawAbsent).toBe(true)
  const done = jsonOf(
    await runCommand(folder, ['spend', 'import', path, '--organisation', 'Northmere', '--json']),
  ) as unknown as { status: string }
  expect(done.status).toBe('counted')
  expect(await state()).toEqual({ files: 1, payments: ROWS, pence })
}, 240_000)
