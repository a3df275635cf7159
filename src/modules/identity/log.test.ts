import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { aMember, anAuthority, GOOD_PASSWORD, secretInLetter } from './builders.ts'
import { openTestSite, signInAs } from './test-site.ts'

const db = await openTestDatabase(['send-mail'])
const lines: string[] = []
const sink = new Writable({
  write: (chunk, _encoding, done) => {
    lines.push(String(chunk))
    done()
  },
})
const site = await openTestSite(db, { log: pino({ level: 'trace' }, sink) })

test('the log holds no password, no token, no secret of a link and no session id, at any level', async () => {
  const north = await anAuthority(db)
  const ada = await aMember(db, north.id, 'analyst', { name: 'Ada', password: GOOD_PASSWORD })
  const browser = await signInAs(site.client(), ada.email, 'wrong password indeed')
  await signInAs(browser, ada.email)
  await browser.get('/account')
  const made = await browser.submit({ tokenName: 'x', permissions: ['spend.read'] }, '/account/tokens')
  const token = /gt_[\w-]{43}/.exec(made.html)?.[0] ?? 'none'
  await browser.request({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })
  await browser.post('/sign-out')
  await browser.get('/forgotten-password')
  await browser.submit({ email: ada.email })
  const secret = await secretInLetter(db, ada.email)
  await browser.get(`/reset-password/${secret}`)
  await browser.submit({ password: 'marble kettle orchard' })
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(5)
  expect(log).toContain('PASSWORD_RESET')
  const secrets = [GOOD_PASSWORD, 'wrong password indeed', 'marble kettle orchard', token, secret, ada.email]
  for (const kept of [...secrets, browser.cookies.get('goldthread') ?? 'none'])
    expect(log).not.toContain(kept)
})
