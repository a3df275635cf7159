import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const start = (settings: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _ours, ...env } = process.env
    const child = spawn('npm', ['start', '--silent'], {
      env: { ...env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (text: Buffer) => void (said += text.toString()))
    child.stderr.on('data', (text: Buffer) => void (said += text.toString()))
    child.on('close', (code) => resolve({ code, said }))
  })

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'goldthread-start-'))

describe('npm start', () => {
  test('says that the port is taken, before it writes anything', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, said } = await start({ PORT: String(port), GOLDTHREAD_DATA: join(emptyFolder(), 'new') })
    taken.close()
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`,
    )
  })

  test('says that the data folder is a file, or somebody else’s', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'holiday.jpg'), 'x')
    expect((await start({ PORT: '0', GOLDTHREAD_DATA: folder })).said).toContain(
      "holds something that is not Goldthread's",
    )
    expect((await start({ PORT: '0', GOLDTHREAD_DATA: join(folder, 'holiday.jpg') })).said).toContain(
      'is a file. Set GOLDTHREAD_DATA to a folder',
    )
  })

  test('explains each wrong setting in a sentence', async () => {
    const { code, said } = await start({
      PORT: 'three',
      DATABASE_URL: 'mysql://x',
      GOLDTHREAD_SECRET: 'short',
    })
    expect(code).toBe(1)
    expect(said).toContain('Setting PORT: PORT is a number, for example 3000.')
    expect(said).toContain(
      'Setting DATABASE_URL: DATABASE_URL looks like postgres://user:password@host:5432/name.',
    )
    expect(said).toContain('Setting GOLDTHREAD_SECRET: GOLDTHREAD_SECRET has at least 32 characters.')
    expect(said).not.toMatch(/\bat .*\.ts:\d+/)
  })

  test('says that the PostgreSQL server does not answer', async () => {
    const { code, said } = await start({
      PORT: '0',
      DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x',
      GOLDTHREAD_DATA: emptyFolder(),
    })
    expect(code).toBe(1)
    expect(said).toContain('The PostgreSQL server that DATABASE_URL names cannot be used')
  })
})
