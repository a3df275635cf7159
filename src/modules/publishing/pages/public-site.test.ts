import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  aCommitmentText,
  aContractText,
  addCommitment,
  addEvidence,
  aReport,
  importContracts,
  judgeDelivery,
  listContracts,
  reportDelivery,
} from '#contracts'
import { inReading } from '../../../platform/reading.ts'
import { must } from '../../../platform/testing/must.ts'
import { openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { decideOnPhoto } from '../actions/photos.ts'
import { openPublication, publishAll } from '../actions/publish.ts'
import { decideOnStory } from '../actions/review.ts'
import { api } from '../api.ts'
import { anAuthority } from '../council-builders.ts'
import type { JsonObject } from '../model/json.ts'
import { pages } from '../routes.ts'
import { compileSchema } from '../validation/schema.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages, api })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)
await importContracts(ctx, {
  source: 'file',
  name: 'register.csv',
  contracts: Array.from({ length: 60 }, (_, at) =>
    aContractText({
      reference: `NC-${at}`,
      title: `Repair of footpaths, part ${at}`,
      supplierName: at === 7 ? '<script>alert(1)</script> & Sons Ltd' : `Fenwick Paths ${at} Ltd`,
      supplierNumber: { scheme: 'GB-COH', number: String(10_000_000 + at) },
    }),
  ),
})
const contracts = await inReading<any, any[]>(ctx, (reader) => listContracts(reader))
const first = contracts.find(({ reference }) => reference === 'NC-0')
const promise = must(await addCommitment(ctx, first.id, aCommitmentText()))
const delivery = must(
  await reportDelivery(ctx, aReport({ contractId: first.id, commitmentId: promise, story: 'Two began.' })),
)
must(await judgeDelivery(ctx, delivery, { verdict: 'accept', quantity: null, note: '' }))
must(await decideOnStory(ctx, delivery, 'approve'))
await openPublication(ctx, {
  ocidPrefix: 'ocds-nrthmr',
  grantsPrefix: null,
  orgId: 'GB-LAE-NMR',
  contact: '',
})
await publishAll(ctx)
const [anybody] = [app.client()]
const fetchAs = (url: string, headers: Record<string, string> = {}) =>
  anybody.request({ method: 'GET', url, headers })
const HOME = '/public/northmere-city-council'

describe('the public pages', () => {
  test('show what was bought, from whom, for how much, and what came of it', async () => {
    const home = await anybody.get(HOME)
    expect(home).toMatchObject({
      status: 200,
      h1: 'Northmere City Council: what it bought and what came of it',
    })
    expect(home.text).toContain('£30m')
    expect(home.text).toContain('Two began.')
    expect(home.text).toContain('£2k (25%)')
    const page = await anybody.get(`${HOME}/contracts/ocds-nrthmr-${first.id}`)
    expect(page.h1).toBe('Repair of footpaths, part 0')
    expect(page.text).toContain('Fenwick Paths 0 Ltd')
    expect(page.text).toContain('GB-COH-10000000')
    expect(page.text).toContain('payments and deliveries')
  })

  test('search by words and page through what was found', async () => {
    const found = await anybody.get(`${HOME}/contracts?words=paths+59`)
    expect(found.text).toContain('1 result')
    const csv = (await fetchAs(`${HOME}/contracts.csv?words=paths+59`)).body.trimEnd().split('\r\n')
    expect(csv).toHaveLength(2)
    const second = await anybody.get(`${HOME}/contracts?page=3&sort=-value`)
    expect(second.status).toBe(200)
    expect((await anybody.get(`${HOME}/contracts?words=100%25_`)).text).toContain('Nothing fits')
  })

  test('show words of others as words', async () => {
    const { html } = await anybody.get(`${HOME}/contracts?words=sons`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script>alert(1)')
  })

  test.each([
    HOME,
    `${HOME}/contracts`,
    `${HOME}/contracts/ocds-nrthmr-${first.id}`,
    '/open-data',
    '/public',
  ])('%s stays below 60 kB before it is packed, and is kept by caches', async (path) => {
    const plain = await fetchAs(path)
    expect(Buffer.byteLength(plain.body)).toBeLessThan(60_000)
    expect(plain.headers['cache-control']).toBe('public, max-age=60')
    const again = await fetchAs(path, { 'if-none-match': String(plain.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const packed = await fetchAs(path, { 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload).toEqual(gzipSync(plain.body))
  })

  test('of somebody who does not publish are not there', async () => {
    await anAuthority(db, 'Quiet Council')
    for (const path of ['/public/quiet-council', '/public/none', `${HOME}/contracts/ocds-nrthmr-x`])
      expect((await anybody.get(path)).status).toBe(404)
  })
})

describe('a photo of a verified delivery', () => {
  let picture: Buffer
  beforeAll(async () => {
    picture = await sharp({ create: { width: 2, height: 3, channels: 3, background: '#47a' } })
      .png()
      .toBuffer()
  })
  const contractPage = `${HOME}/contracts/ocds-nrthmr-${first.id}`
  const imageIn = async (): Promise<string> =>
    /<img src="([^"]+)"[^>]*/.exec((await fetchAs(contractPage)).body)?.[0] ?? ''

  test('stays here until somebody says what it shows, and goes when that is taken back', async () => {
    const id = must(await addEvidence(ctx, delivery, { name: 'x.png', content: picture }))
    expect(await imageIn()).toBe('')
    const decide = (alternative: string) => decideOnPhoto(ctx, id, { verdict: 'approve', alternative })
    expect(await decide(' ')).toMatchObject({ refusal: 'alternative-needed' })
    expect(await decide('IMG_2034.jpg')).toMatchObject({ refusal: 'alternative-is-a-name' })
    must(await decide('Two "apprentices" lay a path'))
    const image = await imageIn()
    expect(image).toContain(
      'alt="Two &quot;apprentices&quot; lay a path" width="2" height="3" loading="lazy"',
    )
    const href = `${HOME}/photos/${id}.webp`
    expect(image).toContain(`src="${href}"`)
    const whole = await fetchAs(`${HOME}/photos/${id}.png`)
    expect(whole.headers['content-type']).toBe('image/png')
    const sent = await fetchAs(href)
    expect(sent.rawPayload.toString('latin1', 8, 12)).toBe('WEBP')
    expect(sent.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=60',
    })
    expect(sent.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await fetchAs(href, { 'if-none-match': String(sent.headers.etag) })).statusCode).toBe(304)
    expect((await fetchAs(`/public/quiet-council/photos/${id}.png`)).statusCode).toBe(404)
    must(await decideOnPhoto(ctx, id, { verdict: 'refuse', alternative: '' }))
    const gone = [await fetchAs(href), await fetchAs(`${HOME}/photos/${id}.png`)]
    expect([await imageIn(), ...gone.map(({ statusCode }) => statusCode)]).toEqual(['', 404, 404])
  })

  test('of a delivery without a published story, and a file that is no picture, do not go out', async () => {
    const untold = must(
      await reportDelivery(ctx, aReport({ contractId: first.id, commitmentId: promise, story: '' })),
    )
    const id = must(await addEvidence(ctx, untold, { name: 'x.png', content: picture }))
    const verdict = { verdict: 'approve', alternative: 'A path' } as const
    expect(await decideOnPhoto(ctx, id, verdict)).toMatchObject({ refusal: 'photo-unknown' })
    must(await judgeDelivery(ctx, untold, { verdict: 'accept', quantity: null, note: '' }))
    must(await decideOnPhoto(ctx, id, verdict))
    expect((await fetchAs(`${HOME}/photos/${id}.png`)).statusCode).toBe(404)
    const table = must(
      await addEvidence(ctx, delivery, { name: 'x.csv', content: Buffer.from('a,b\n1,2\n') }),
    )
    expect(await decideOnPhoto(ctx, table, verdict)).toMatchObject({ refusal: 'photo-unknown' })
  })
})

describe('the feed', () => {
  test('gives each release once to whoever follows the cursor', async () => {
    const ids: string[] = []
    for (let after = '0', isEnd = false; !isEnd; ) {
      const answer = (await fetchAs(`/open-data/ocds/feed?after=${after}&limit=50`)).json()
      ids.push(...answer.releases.map(({ id }: { id: string }) => id))
      after = answer.cursor
      isEnd = answer.isEnd
    }
    expect(ids).toHaveLength(121)
    expect(new Set(ids).size).toBe(121)
    const same = (await fetchAs('/api/v1/open-data/releases?limit=500')).json()
    expect(same.releases.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('takes nonsense for the beginning', async () => {
    for (const after of ['-1', 'x', '1e9', '9'.repeat(30), "1';drop"])
      expect(
        (await fetchAs(`/open-data/ocds/feed?after=${encodeURIComponent(after)}&limit=1`)).json().cursor,
      ).toBe('1')
  })
})

describe('bulk files', () => {
  test('go on where a download broke off, and say when nothing is new', async () => {
    const url = '/open-data/ocds/releases.jsonl?publisher=northmere-city-council'
    const whole = await fetchAs(url)
    expect(whole.headers['content-length']).toBe(String(whole.rawPayload.length))
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 100],
      ['bytes=1000-', 1000, whole.rawPayload.length],
      ['bytes=-77', whole.rawPayload.length - 77, whole.rawPayload.length],
      [`bytes=5000-${10 ** 9}`, 5000, whole.rawPayload.length],
    ] as const) {
      const part = await fetchAs(url, { range })
      expect(part.statusCode).toBe(206)
      expect(part.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${whole.rawPayload.length}`)
      expect(part.rawPayload.equals(whole.rawPayload.subarray(from, to))).toBe(true)
    }
    expect((await fetchAs(url, { range: `bytes=${10 ** 9}-` })).statusCode).toBe(416)
    for (const range of ['bytes=5-1', 'bytes=a-b', 'bytes=0-1,5-6', 'lines=0-1'])
      expect((await fetchAs(url, { range })).statusCode).toBe(200)
    expect((await fetchAs(url, { range: 'bytes=0-9', 'if-range': '"another"' })).statusCode).toBe(200)
    expect((await fetchAs(url, { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304)
    const head = await anybody.request({ method: 'HEAD', url })
    expect([head.headers['content-length'], head.body]).toEqual([String(whole.rawPayload.length), ''])
  })

  test('are a package, records and a table of the same', async () => {
    expect((await fetchAs('/open-data/ocds/releases.json')).json().releases).toHaveLength(121)
    const records = (await fetchAs('/open-data/ocds/records.json')).json()
    expect(records.records).toHaveLength(60)
    expect(records.records[0].compiledRelease.tag).toEqual(['compiled'])
    const table = (await fetchAs('/open-data/ocds/processes.csv')).body.trimEnd().split('\r\n')
    expect(table).toHaveLength(61)
    const one = (await fetchAs(`/open-data/ocds/processes/ocds-nrthmr-${first.id}`)).json()
    expect(one.records[0].versionedRelease.contracts[0].title[0].value).toBe('Repair of footpaths, part 0')
  })

  test('name an extension that can be fetched', async () => {
    const { extensions } = (await fetchAs('/open-data/ocds/releases.json')).json()
    const answer = await fetchAs(new URL(extensions[1]).pathname)
    expect(answer.json().name.en).toBe('Social value')
    for (const path of ['../../package.json', 'codelists%2f..%2f..%2fapi.ts', ''])
      expect((await fetchAs(`/open-data/ocds/extension/${path}`)).statusCode).toBe(404)
  })
})

const PACKAGES = '../shared/data/ocds/schema-1.1.5'
test.skipIf(!existsSync(`${PACKAGES}/release-package-schema.json`))(
  'packages are what the standard asks for (skipped without ../shared)',
  async () => {
    const strip = (name: string): JsonObject => {
      const schema = JSON.parse(readFileSync(`${PACKAGES}/${name}`, 'utf8'))
      // The releases in it are held to their own schema elsewhere; here it is the package that counts.
      return JSON.parse(JSON.stringify(schema).replaceAll(/"\$ref":"http[^"]*"/g, '"type":"object"'))
    }
    const releases = compileSchema(strip('release-package-schema.json'))
    expect(releases((await fetchAs('/open-data/ocds/releases.json')).json())).toEqual([])
    const records = compileSchema(strip('record-package-schema.json'))
    expect(records((await fetchAs('/open-data/ocds/records.json')).json())).toEqual([])
  },
)
