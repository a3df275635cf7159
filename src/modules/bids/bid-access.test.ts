import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf, ROLES, SUPPLIER_ROLES } from '#identity'
import { contentOf, type TendersTables } from '#tenders'
import type { Context } from '../../platform/context.ts'
import type { Reader, Writer } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { api } from './api.ts'
import {
  type Competition,
  type GivenBidder,
  GOOD_ANSWERS,
  giveBidder,
  giveCompetition,
  giveMember,
  giveSubmittedBid,
} from './builders.ts'
import { pages } from './routes.ts'

/** What each role may read of bids before they are opened: nothing, by pages, by the API, and by SQL without a `where`. */
const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages, api })
let sealed: Competition
let acme: GivenBidder
let byre: GivenBidder
let receiptId = ''
let bidId = ''
beforeAll(async () => {
  ;[acme, byre] = [await giveBidder(db, 'Acme'), await giveBidder(db, 'Byre')]
  sealed = await giveCompetition(db)
  const content = await inReading(acme.ctx, (reader: Reader<TendersTables>) =>
    contentOf(reader, sealed.tender.id, 1),
  )
  receiptId = (await giveSubmittedBid(acme, sealed.tender, GOOD_ANSWERS(content))).id
  const [row] = await db.query('select id from bids.bid where authority_id = $1', [acme.organisationId])
  bidId = String(row?.id)
})

const COUNCIL_ROLES = ROLES.filter((role) => !SUPPLIER_ROLES.some((theirs) => theirs === role))
const TABLES = [
  'bids.profile',
  'bids.bid',
  'bids.file',
  'bids.own_copy',
  'bids.document',
  'bids.reminder',
  'bids.sealed_bid (authority_id)',
  'bids.opening',
  'bids.opened_bid',
] as const

const count = (who: Context, table: string): Promise<number> =>
  inReading(who, async (reader: Reader<unknown>) => {
    const [name = '', column = '*'] = table.split(/ \(|\)/)
    const counted = column === '*' ? sql`count(*)` : sql`count(${sql.ref(column)})`
    const { rows } = await sql<{ n: number }>`select ${counted} as n from ${sql.table(name)}`.execute(reader)
    return rows[0]?.n ?? -1
  })
const act = (who: Context, text: string) =>
  inTransaction(who, (tx: Writer<unknown>) => sql.raw(text).execute(tx))

describe('before the opening, direct SQL', () => {
  test.each(TABLES)('shows an officer, another supplier and nobody nothing of %s', async (table) => {
    const outsiders = [sealed.officer, byre.ctx, db.context({ kind: 'nobody' }, null)]
    expect(await Promise.all(outsiders.map((who) => count(who, table)))).toEqual([0, 0, 0])
  })

  test('gives nobody the content, not even of their own sealed bid', async () => {
    for (const who of [acme.ctx, byre.ctx, sealed.officer])
      await expect(act(who, 'select content from bids.sealed_bid')).rejects.toThrow('permission denied')
  })

  test('lets nobody write a sealed bid, the log or an opening past the functions', async () => {
    for (const who of [acme.ctx, sealed.officer])
      for (const text of [
        `update bids.sealed_bid set withdrawn_at = now()`,
        `delete from bids.sealed_bid`,
        `insert into bids.log_entry values ('${sealed.tender.id}', 2, now(), 'submitted', 'x', 'x', 'x')`,
        `delete from bids.log_entry`,
        `update bids.log_head set number = 0`,
        `select bids.append_log('${sealed.tender.id}', 'submitted', 'x')`,
      ])
        await expect(act(who, text)).rejects.toThrow('permission denied')
  })

  test('takes nothing out before the deadline, for the council or anybody', async () => {
    for (const who of [sealed.officer, acme.ctx, byre.ctx])
      await expect(act(who, `select * from bids.take_sealed('${sealed.tender.id}')`)).rejects.toThrow(
        'stay sealed until the deadline',
      )
  })

  test('lets a supplier hand in or withdraw nobody’s bid but its own', async () => {
    const hash = 'a'.repeat(64)
    await expect(
      act(byre.ctx, `select bids.submit('${bidId}', 1, gen_random_uuid(), 1, '${hash}', 'x')`),
    ).rejects.toThrow('no such bid of the acting supplier')
    await expect(act(byre.ctx, `select bids.withdraw('${bidId}')`)).rejects.toThrow('no such bid')
  })

  test('shows the supplier its own receipt', async () =>
    expect(await count(acme.ctx, 'bids.sealed_bid (authority_id)')).toBe(1))
})

describe('before the opening, pages and API', () => {
  const reads = () => [
    '/workspace',
    '/workspace/profile',
    `/workspace/bids/${bidId}`,
    `/workspace/bids/${bidId}/pack.xlsx`,
    `/workspace/receipts/${receiptId}`,
    `/workspace/receipts/${receiptId}/copy.zip`,
    '/api/v1/bids',
    `/api/v1/bids/${bidId}`,
    `/api/v1/bids/receipts/${receiptId}`,
    `/api/v1/bids/receipts/${receiptId}/copy`,
  ]

  test.each(COUNCIL_ROLES)('show the %s of the council nothing', async (role) => {
    const person = await giveMember(db, sealed.council.id, role, 'Somebody')
    const visitor = { personId: person.id, authorityId: sealed.council.id }
    const browser = await app.as(aVisitor({ ...visitor, permissions: [...permissionsOf([role])] }))
    for (const url of reads()) expect((await browser.request({ method: 'GET', url })).statusCode).toBe(403)
    const opening = await browser.request({ method: 'GET', url: `/bids/openings/${sealed.tender.id}` })
    expect(opening.body).not.toContain('Acme')
    const log = await browser.request({ method: 'GET', url: `/opportunities/${sealed.tender.reference}/log` })
    expect(log.body).not.toContain('Acme')
  })

  test.each(SUPPLIER_ROLES)('show the %s of another supplier nothing of it', async (role) => {
    const visitor = { personId: byre.personId, authorityId: byre.organisationId }
    const browser = await app.as(aVisitor({ ...visitor, permissions: [...permissionsOf([role])] }))
    for (const url of reads()) {
      const answer = await browser.request({ method: 'GET', url })
      if (url.includes(bidId) || url.includes(receiptId)) expect(answer.statusCode).toBe(404)
      else expect(answer.body).not.toContain(bidId)
    }
    const opening = await browser.request({ method: 'GET', url: `/bids/openings/${sealed.tender.id}` })
    expect(opening.statusCode).toBe(403)
  })

  test('lead nobody to the sign-in page', async () => {
    const nobody = app.client()
    for (const url of reads())
      expect((await nobody.request({ method: 'GET', url })).statusCode).toBe(
        url.startsWith('/api') ? 401 : 303,
      )
  })
})
