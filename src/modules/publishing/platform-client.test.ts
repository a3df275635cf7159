import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sendNotice } from './platform-client.ts'

/** Stands in for the national platform, as its published guide describes it. It is not the real service. */
type Reply = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }
const TAKEN: Reply = {
  status: 200,
  body: JSON.stringify({ submission_id: '20261122-000050', status: 'RECEIVED' }),
}
let replies: Reply[] = []
let seen: { request: IncomingMessage; body: string }[] = []
const double = createServer((request, response) => {
  let body = ''
  request
    .on('data', (piece) => {
      body += String(piece)
    })
    .on('end', () => {
      seen.push({ request, body })
      const reply = replies.shift() ?? TAKEN
      if (reply.status === 0) request.socket.destroy()
      else response.writeHead(reply.status, reply.headers ?? {}).end(reply.body)
    })
})
await new Promise<void>((done) => double.listen(0, '127.0.0.1', done))
const platform = {
  address: `http://127.0.0.1:${(double.address() as AddressInfo).port}/api/latest/`,
  key: 'secret-key-of-the-council',
}
afterAll(() => void double.close())
beforeEach(() => {
  replies = []
  seen = []
})
const QUICK = { attempts: 3, timeoutMs: 5_000, waitMs: 1, longestWaitMs: 50 }
const NOTICE = {
  id: '01900000-0000-7000-8000-000000000001',
  package: { version: '1.1', title: 'Größe & Weg' },
}
const send = () => sendNotice(platform, NOTICE, QUICK)

describe('sendNotice', () => {
  test('submits a form with the notice in base64, the key and an idempotency key', async () => {
    expect(await send()).toEqual({ ok: true, reference: '20261122-000050' })
    const [{ request, body } = {} as never] = seen
    expect(request).toMatchObject({ method: 'POST', url: '/api/latest/notice/submission/submit' })
    expect(request.headers).toMatchObject({
      'cdp-api-key': platform.key,
      'idempotency-key': NOTICE.id,
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    })
    const payload = Buffer.from(new URLSearchParams(body).get('notice') ?? '', 'base64').toString()
    expect(JSON.parse(payload)).toEqual(NOTICE.package)
  })

  test('tries again while the platform has certainly not taken it, under the same key', async () => {
    replies = [
      { status: 503, body: '' },
      { status: 429, body: '', headers: { 'Retry-After': '0' } },
    ]
    expect(await send()).toMatchObject({ ok: true })
    expect(new Set(seen.map(({ request }) => request.headers['idempotency-key']))).toEqual(
      new Set([NOTICE.id]),
    )
    expect(seen).toHaveLength(3)
  })

  test.each([
    ['gives up after three attempts', { status: 503, body: 'busy' }, 3, false],
    ['does not wait for hours', { status: 429, body: '', headers: { 'Retry-After': '7200' } }, 1, false],
    ['does not repeat what is refused', { status: 400, body: '{"error":"no CPV code"}' }, 1, false],
    ['does not repeat a fault after which it may have arrived', { status: 500, body: '' }, 1, true],
    ['does not repeat a connection that broke off', { status: 0, body: '' }, 1, true],
    [
      'does not follow a redirect with the key',
      { status: 302, body: '', headers: { Location: 'http://127.0.0.1:1/' } },
      1,
      true,
    ],
    ['takes no answer without an id for a success', { status: 200, body: '<html>' }, 1, true],
  ] as const)('%s', async (_what, reply, attempts, isUnclear) => {
    replies = [reply, reply, reply, reply]
    expect(await send()).toMatchObject({ ok: false, isUnclear })
    expect(seen).toHaveLength(attempts)
  })

  test('never tells the key, even where the platform echoes it', async () => {
    replies = [{ status: 401, body: `bad key ${platform.key}` }]
    const result = await send()
    expect(JSON.stringify(result)).not.toContain(platform.key)
    expect(result).toMatchObject({ why: 'the platform answered 401: bad key …' })
  })

  test('says that it cannot be reached', async () => {
    const gone = await sendNotice({ ...platform, address: 'http://127.0.0.1:1' }, NOTICE, QUICK)
    expect(gone).toMatchObject({ ok: false, isUnclear: expect.any(Boolean) })
  })
})
