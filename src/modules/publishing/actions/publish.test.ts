import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  aCommitmentText,
  aContractText,
  addCommitment,
  aReport,
  judgeDelivery,
  listContracts,
  recordContract,
  reportDelivery,
} from '#contracts'
import { installShippedFrameworks } from '#measures'
import { createPurchase } from '#procurement'
import { changeTenderStatus, givePublishedTender } from '#tenders'
import type { Context } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { must } from '../../../platform/testing/must.ts'
import { openTestDatabase, testClock } from '../../../platform/testing/test-database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { anAuthority } from '../council-builders.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { mergeReleases } from '../rules/merge.ts'
import { saysTheSame } from '../rules/publication/same-json.ts'
import { listReleases, readFeed } from '../store/log.ts'
import { listHeld, listNames } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'
import { compileSchema } from '../validation/schema.ts'
import { openPublication, publishAll } from './publish.ts'
import { decideOnName, decideOnStory } from './review.ts'

const db = await openTestDatabase(['tell-tender-readers'])
await installShippedFrameworks(db.services)
const council = await anAuthority(db, 'Northmere City Council')
const ctx: Context = db.context({ kind: 'command' }, council.id)
const later = (minutes: number): Context => ({
  ...ctx,
  clock: { now: () => new Date(testClock.now().getTime() + minutes * 60_000) },
})

const read = <Result>(work: (reader: any) => Promise<Result>, who: Context = ctx): Promise<Result> =>
  inReading<PublishingTables, Result>(who, work)
const contracts = () => read((reader) => listContracts(reader))
const releasesOf = async (contractId: string) =>
  read((reader) => listReleases(reader, council.id, `ocds-nrthmr-${contractId}`))
const compiledOf = async (contractId: string): Promise<any> =>
  must(mergeReleases(await releasesOf(contractId))).compiled

const paths = must(await recordContract(ctx, aContractText()))
const painter = must(
  await recordContract(
    ctx,
    aContractText({
      reference: 'NC-0002',
      title: 'Painting by Mrs J Plumley',
      supplierName: 'Mrs J Plumley',
      supplierNumber: null,
      valuePence: 900_000,
    }),
  ),
)
const promise = must(await addCommitment(ctx, paths, aCommitmentText({ placeCode: 'E05990001' })))
const delivery = must(
  await reportDelivery(
    ctx,
    aReport({ contractId: paths, commitmentId: promise, title: 'Kim Plumley began', story: 'Kim liked it.' }),
  ),
)

test('says nothing before the authority has opened its publication', async () => {
  expect(await publishAll(ctx)).toBeUndefined()
  expect(await read((reader) => readFeed(reader, null, 0, 10))).toEqual([])
})

describe('an authority that publishes', () => {
  test('tells of each stage once, in order', async () => {
    await openPublication(ctx, {
      ocidPrefix: 'ocds-nrthmr',
      grantsPrefix: null,
      orgId: 'GB-LAE-NMR',
      contact: 'opendata@northmere.example',
    })
    expect(await publishAll(ctx)).toEqual({ processes: 2, changed: 2, releases: 5, held: 0 })
    const tags = (await releasesOf(paths)).map(({ tag }) => tag)
    expect(tags).toEqual([['award'], ['contract'], ['implementation']])
    expect(await publishAll(later(1))).toEqual({ processes: 2, changed: 0, releases: 0, held: 0 })
  })

  test('tells what changed, under the tag of its stage, and takes back what no longer holds', async () => {
    must(
      await judgeDelivery(ctx, delivery, {
        verdict: 'accept-in-part',
        quantity: '1',
        note: 'The other left',
      }),
    )
    expect(await publishAll(later(2))).toMatchObject({ changed: 1, releases: 1 })
    expect((await releasesOf(paths)).at(-1)).toMatchObject({ tag: ['implementationUpdate'] })
    const compiled = await compiledOf(paths)
    expect(compiled.contracts[0].implementation.socialValueDeliveries[0]).toMatchObject({
      title: 'Apprentice starts',
      quantityReported: 2,
      quantityVerified: 1,
      status: 'partlyVerified',
    })
  })

  test('names no individual before a person has decided', async () => {
    const said = JSON.stringify(await releasesOf(painter))
    expect(said).not.toContain('Plumley')
    expect(said).toContain('Redacted: personal data')
    const [name] = await read((reader) => listNames(reader))
    expect(name).toMatchObject({ name: 'Mrs J Plumley', reason: 'title', decision: null })
    must(await decideOnName(ctx, name?.nameKey ?? '', { decision: 'named', note: 'In trade' }))
    await publishAll(later(3))
    expect((await compiledOf(painter)).parties[1].name).toBe('Mrs J Plumley')
    must(
      await decideOnName(ctx, name?.nameKey ?? '', { decision: 'individual', note: 'Asked not to be named' }),
    )
    await publishAll(later(4))
    const compiled = await compiledOf(painter)
    expect(compiled.parties[1].name).toBe('Redacted: personal data')
    expect(compiled.contracts[0].title).toBe('Painting by Redacted: personal data')
  })

  test('lets a story out only as it was approved', async () => {
    const said = async () => JSON.stringify(await releasesOf(paths))
    expect(await said()).not.toMatch(/Kim/)
    must(await decideOnStory(ctx, delivery, 'approve'))
    await publishAll(later(5))
    expect(await said()).toContain('Kim liked it.')
    must(await decideOnStory(ctx, delivery, 'refuse'))
    await publishAll(later(6))
    expect(JSON.stringify(await compiledOf(paths))).not.toMatch(/Kim/)
  })

  test('tells of a purchase from the day it is public', async () => {
    const draft = {
      title: 'Care of parks',
      kind: 'services' as const,
      valuePence: 40_000_000,
      isPublic: true,
    }
    must((await createPurchase(ctx, { ...purchaseDraft, ...draft })) as never)
    must((await createPurchase(ctx, { ...purchaseDraft, title: 'Secret plan' })) as never)
    expect(await publishAll(later(7))).toMatchObject({ releases: 1 })
    const [last] = await read((reader) => readFeed(reader, null, 0, 100)).then((all) => all.slice(-1))
    expect(JSON.parse(last?.text ?? '')).toMatchObject({
      tag: ['planning'],
      tender: { title: 'Care of parks', status: 'planned' },
    })
  })

  test('tells of a tender when it is published, what it asks for, and that it was given up', async () => {
    const tender = await givePublishedTender(ctx)
    await publishAll(later(7.5))
    const ocid = `ocds-nrthmr-${tender.purchaseId}`
    const said = () => read((reader) => listReleases(reader, council.id, ocid))
    expect((await said()).map(({ tag }) => tag)).toEqual([['planning'], ['tender']])
    const [, open] = await said()
    expect(open).toMatchObject({
      tender: { status: 'active', tenderPeriod: { endDate: tender.deadline.toISOString() } },
    })
    expect(JSON.stringify(open)).toContain('open/job-unemployed')
    await inTransaction(ctx, (tx) => changeTenderStatus(tx, tender.id, 'cancelled'))
    await publishAll(later(7.6))
    expect((await said()).at(-1)).toMatchObject({
      tag: ['tenderCancellation'],
      tender: { status: 'cancelled' },
    })
  })

  test('keeps the reasons why something could not go out', async () => {
    await db.query(`update contracts.contract set starts_on = '2030-01-01', ends_on = null where id = $1`, [
      paths,
    ])
    await db.query(`delete from contracts.delivery_step; `)
    await db.query(`delete from contracts.delivery where id = $1`, [delivery])
    expect(await publishAll(later(8))).toMatchObject({ held: 1 })
    const [held] = await read((reader) => listHeld(reader))
    expect(held).toMatchObject({ title: 'Repair of footpaths' })
    expect(held?.reasons[0]).toContain('no longer there')
  })

  test('is seen by nobody else in what is not public', async () => {
    const other = await anAuthority(db, 'Southmere Council')
    const them = db.context({ kind: 'command' }, other.id)
    expect(await read((reader) => listNames(reader), them)).toEqual([])
    expect(await read((reader) => listHeld(reader), them)).toEqual([])
    expect(await read((reader) => listNames(reader), db.context({ kind: 'nobody' }, null))).toEqual([])
  })
})

const CORE = '../shared/data/ocds/schema-1.1.5/release-schema.json'
const UK = '../shared/acceptance/ocds-uk/release-schema-merged.json'

test.skipIf(!existsSync(CORE) || !existsSync(UK))(
  'writes releases that the core and the UK schema accept (skipped without ../shared)',
  async () => {
    const all = await read((reader) => readFeed(reader, null, 0, 1000))
    expect(all.length).toBeGreaterThan(8)
    for (const path of [CORE, UK]) {
      const check = compileSchema(JSON.parse(readFileSync(path, 'utf8')) as JsonObject)
      for (const { text } of all) expect(check(JSON.parse(text))).toEqual([])
    }
  },
)

test('compiles what it keeps to the same as its releases', async () => {
  for (const { id } of await contracts()) {
    const rows = await db.query('select compiled from publishing.process where contract_id = $1', [id])
    const kept = rows[0]?.compiled
    expect(isObject(kept) && saysTheSame(kept, await compiledOf(id))).toBe(true)
  }
})

const purchaseDraft = {
  title: 'A purchase',
  purpose: '',
  kind: null,
  category: '',
  department: '',
  placeIds: [],
  valuePence: null,
  optionsPence: 0,
  extensionsPence: 0,
  vatRate: null,
  commencesOn: null,
  tenderOn: null,
  tendersDueOn: null,
  awardOn: null,
  contractOn: null,
  startsOn: null,
  endsOn: null,
  extendedEndsOn: null,
  expiringContract: '',
  expiringOn: null,
  owner: '',
  isPublic: false,
}
