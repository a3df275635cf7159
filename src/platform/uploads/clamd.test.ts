import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanFile } from './check-file.ts'

/** The file that every scanner takes for a virus (eicar.org), in parts, so that none takes this one for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')
const hasClamd = spawnSync('clamd', ['--version']).status === 0

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined))
    socket.once('error', () => resolve(false))
  })

describe.skipIf(!hasClamd)('a real clamd (skipped where none is installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-clamd-'))
  let clamd: ChildProcess
  let address = ''

  beforeAll(async () => {
    const port = await freePort()
    address = `tcp://127.0.0.1:${port}`
    // Its own signatures come by the internet; one of ours is enough to see whether it is asked.
    mkdirSync(join(folder, 'db'))
    const signature = Buffer.from(EICAR).toString('hex')
    writeFileSync(join(folder, 'db', 'local.ndb'), `Test-File:0:*:${signature}\n`)
    const isRoot = process.getuid?.() === 0
    writeFileSync(
      join(folder, 'clamd.conf'),
      [
        `TCPSocket ${port}`,
        'TCPAddr 127.0.0.1',
        `DatabaseDirectory ${join(folder, 'db')}`,
        'Foreground yes',
        ...(isRoot ? ['User root'] : []),
      ].join('\n'),
    )
    clamd = spawn('clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    for (let i = 0; i < 300 && !(await answers(port)); i++) await sleep(100)
  }, 40_000)

  afterAll(() => {
    clamd.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('lets a clean file pass, an empty one and one of 20 MB too', async () => {
    for (const content of [Buffer.from('minutes'), Buffer.alloc(0), Buffer.alloc(20 * 1024 ** 2, 1)])
      expect(await scanFile(address, content)).toEqual({ ok: true, value: 'clean' })
  })

  test('finds a virus, also deep within a file', async () => {
    for (const content of [Buffer.from(EICAR), Buffer.from(`${'a'.repeat(50_000)}${EICAR}`)])
      expect(await scanFile(address, content)).toEqual({ ok: false, refusal: 'infected' })
  })
})
