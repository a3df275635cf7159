import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'goldthread-embedded-'))
const runs = (): boolean => existsSync(join(folder, 'postgres/postmaster.pid'))

/** Asks what takes a minute, and says when it is asking. */
const ASKING = `
  import { Client } from 'pg'
  const client = new Client(JSON.parse(process.env.CONNECTION))
  await client.connect()
  const answer = client.query('select pg_sleep(60)')
  setTimeout(() => console.log('asking'), 200)
  await answer`

afterAll(async () => {
  if (runs()) await (await startEmbeddedPostgres(folder)).stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded server', () => {
  test('is left to others by whoever joined it, and stopped by whoever launched it once they are gone', async () => {
    const launched = await startEmbeddedPostgres(folder)
    const joined = await startEmbeddedPostgres(folder)
    const other = new Client(launched.connection)
    await other.connect()
    await joined.stop()
    expect(runs()).toBe(true)
    const stopping = launched.stop()
    // A connection is seen for a moment longer than it lasts; the server must not outlive it for that.
    await sleep(300)
    await other.end()
    await stopping
    expect(runs()).toBe(false)
  })

  test('is stopped by two that end in the same moment, neither waiting for the other', async () => {
    const first = await startEmbeddedPostgres(folder)
    const second = await startEmbeddedPostgres(folder)
    await Promise.all([first.stop(), second.stop()])
    expect(runs()).toBe(false)
  })

  test('is not kept by the query of a process that was killed', async () => {
    const launched = await startEmbeddedPostgres(folder)
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', ASKING], {
      env: { ...process.env, CONNECTION: JSON.stringify(launched.connection) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await launched.stop()
    expect(runs()).toBe(false)
  })
})
