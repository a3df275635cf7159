import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** The whole test suite on a PostgreSQL server over TCP with a password, as production has it. */
const main = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-server-'))
  const password = randomBytes(18).toString('hex')
  const port = await freePort()
  const first = await startEmbeddedPostgres(folder)
  const client = new Client(first.connection)
  await client.connect()
  await client.query(`create role tester login createdb createrole password '${password}'`)
  await client.query('create database tester owner tester')
  await client.end()
  await first.stop()
  // From here on a password is asked of whoever comes over TCP.
  appendFileSync(join(first.clusterFolder, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')
  const server = await startEmbeddedPostgres(folder, {
    listen_addresses: '127.0.0.1',
    port: String(port),
    fsync: 'off',
  })
  const url = `postgres://tester:${password}@127.0.0.1:${port}/tester`
  try {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
      {
        stdio: 'inherit',
        env: { ...process.env, DATABASE_URL: url },
      },
    )
    return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
