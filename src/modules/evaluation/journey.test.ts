import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { installShippedFrameworks } from '#measures'
import { changeTenderStatus, contentOf, givePublishedTender } from '#tenders'
import type { Terminal } from '../../platform/command.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { limitsOf, setLimits } from './actions/result.ts'
import { tellBidders } from './actions/tell-bidders.ts'
import { api } from './api.ts'
import { aBid, aCouncil, anAnswer, REASON } from './builders.ts'
import { commands } from './commands.ts'
import { packZip, readPack } from './evidence-pack.ts'
import { pages } from './routes.ts'
import { getEvaluation } from './store/evaluations.ts'
import type { EvaluationTables } from './tables.ts'

const db = await openTestDatabase(['send-mail'])
await installShippedFrameworks(db.services)
const council = await aCouncil(db)
const people = Object.values(council).filter((one) => typeof one === 'object')
const visitors = new Map(
  people.map((one) => [
    one.personId as string,
    aVisitor({ personId: one.personId, authorityId: council.id, permissions: one.permissions }),
  ]),
)
// The site's clock can be set on, so that a standstill passes.
let now = new Date('2026-11-23T09:00:00Z')
const app = await openTestApp(db, {
  pages,
  api,
  identify: async (_services, { bearerToken }) =>
    visitors.get(bearerToken ?? '') ?? aVisitor({ personId: null }),
  services: { clock: { now: () => now } },
})
type Somebody = (typeof council)['lead']
const call = async (one: Somebody, method: 'GET' | 'POST', path: string, payload: object = {}) => {
  const answer = await app.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${one.personId}` },
    ...(method === 'POST' ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const post = async (one: Somebody, path: string, payload: object = {}) => {
  const answer = await call(one, 'POST', path, payload)
  expect([path, answer.status, answer.body]).toMatchObject([
    path,
    answer.status < 300 ? answer.status : 200,
    {},
  ])
  return answer.body
}

/** A tender that is published and closed, with three bids that two officers have opened. */
const anOpenedTender = async () => {
  const tender = await givePublishedTender(council.lead.ctx, { deadline: new Date('2026-11-20T12:00:00Z') })
  await inTransaction(council.lead.ctx, (tx) => changeTenderStatus(tx as never, tender.id, 'opened'))
  const content = await inReading(council.lead.ctx, (reader) => contentOf(reader as never, tender.id))
  const bids = [110_000, 118_000, 125_000].map((pounds, at) =>
    aBid({
      name: `Supplier ${at + 1}`,
      answers: content.questions.map(({ code, kind }) => {
        if (kind === 'price') return anAnswer(code, { pence: pounds * 100 })
        if (kind === 'yes-no') return anAnswer(code, { yes: true })
        if (kind === 'offers')
          return anAnswer(code, {
            offers: [{ framework: 'open', measure: 'work-local-jobs', quantity: '4', inWords: '' }],
          })
        return anAnswer(code, { words: 'We do it with six people and a plan.' })
      }),
    }),
  )
  for (const bid of bids)
    await db.query(
      `insert into bids.opened_bid (authority_id, id, tender_id, lot, supplier_id, supplier_name, supplier_key, submitted_at,
         fingerprint, tender_version, answers, profile, opened_at) values ($1,$2,$3,'A',$4,$5,null,$6,$7,1,$8,'null',now())`,
      [
        council.id,
        bid.id,
        tender.id,
        bid.supplierId,
        bid.supplierName,
        bid.submittedAt,
        bid.fingerprint,
        JSON.stringify(bid.answers),
      ],
    )
  return { tender, bids }
}

test('from opened bids to a final award by the API alone', async () => {
  const { lead, ann, bob, owner, finance } = council
  const { tender, bids } = await anOpenedTender()
  const { id } = await post(lead, '/evaluations', { tenderId: tender.id })
  const one = `/evaluations/${id}`
  const { criteria } = (await call(lead, 'GET', one)).body
  const judged = criteria
    .filter(({ kind }: { kind: string }) => kind === 'quality' || kind === 'social-value-qualitative')
    .map(({ name }: { name: string }) => name)
  for (const { personId } of [ann, bob]) await post(lead, `${one}/panel`, { personId, criteria: judged })
  const declarations = bids.map(({ supplierId }) => ({ supplierId, hasInterest: false }))
  for (const person of [lead, ann, bob]) await post(person, `${one}/interests`, { declarations })
  await post(lead, `${one}/checks`, {
    findings: bids.map(({ id: bidId }) => ({ bidId, question: 'Q1', kind: 'met' })),
  })
  const opened = (ctx: Somebody['ctx']) =>
    inReading(ctx, (reader) =>
      reader
        .selectFrom('bids.opened_bid' as never)
        .select('id' as never)
        .execute(),
    )
  // Once an evaluation has taken them, opened bids are its lead's alone to query, and everybody's when it is decided.
  expect([
    (await opened(lead.ctx)).length,
    (await opened(ann.ctx)).length,
    (await opened(owner.ctx)).length,
  ]).toEqual([3, 0, 0])
  await post(lead, `${one}/begin`)
  for (const [person, marks] of [
    [ann, [4, 3, 2]],
    [bob, [4, 3, 2]],
  ] as const) {
    const scores = bids.flatMap(({ id: bidId }, at) =>
      judged.map((criterion: string) => ({ bidId, criterion, score: marks[at], reason: REASON })),
    )
    await post(person, `${one}/scores`, { scores })
    await post(person, `${one}/hand-in`)
  }
  const agreed = bids.flatMap(({ id: bidId }, at) =>
    judged.map((criterion: string) => ({ bidId, criterion, value: String([4, 3, 2][at]), reason: REASON })),
  )
  await post(lead, `${one}/agreed`, { agreed })
  await post(lead, `${one}/put-up`)
  expect(await call(owner, 'POST', `${one}/approval`, { isApproved: true })).toMatchObject({
    status: 422,
    body: { code: 'robustness-not-seen' },
  })
  for (const person of [owner, finance]) {
    await post(person, `${one}/robustness-seen`)
    await post(person, `${one}/approval`, { isApproved: true })
  }
  await post(lead, `${one}/announce`, { noticeOn: '2026-11-23' })
  expect(await call(lead, 'POST', `${one}/finish`)).toMatchObject({
    status: 422,
    body: { code: 'standstill-runs' },
  })
  now = new Date('2026-12-04T09:00:00Z')
  await post(lead, `${one}/finish`)
  const { awards } = (await call(lead, 'GET', '/awards')).body
  expect(awards).toMatchObject([
    { tenderId: tender.id, supplierName: 'Supplier 1', pricePence: 11_000_000, signedOn: '2026-12-04' },
  ])
  expect((await call(lead, 'GET', `/awards/${awards[0].id}`)).body.offers).toMatchObject([
    { quantity: '4', unit: 'person' },
  ])
  const [{ status }] = (await db.query('select status from tenders.tender where id = $1', [tender.id])) as [
    { status: string },
  ]
  expect(status).toBe('awarded')
  // Bidders here have no account, so nobody is written to; a second run does nothing.
  await tellBidders(db.services, council.id, id)
  await tellBidders(db.services, council.id, id)
  const told = await db.query(
    `select name from platform.audit_entry where name = 'BIDDERS_TOLD' and subject = $1`,
    [id],
  )
  expect(told).toHaveLength(1)
  expect(await opened(ann.ctx)).toHaveLength(3)
  // The same records give the same bytes.
  const pack = async () =>
    inReading(lead.ctx, async (reader: Reader<EvaluationTables>) => {
      const evaluation = await getEvaluation(reader, id)
      return buffer(packZip(evaluation, await readPack(reader, evaluation)))
    })
  expect((await pack()).equals(await pack())).toBe(true)
})

const run = async (name: string, ...args: string[]) => {
  let answer: Record<string, Record<string, string>[]> = {}
  const terminal: Terminal = {
    isJson: true,
    print: () => undefined,
    answer: (value) => void (answer = value as typeof answer),
    warn: () => undefined,
    progress: () => undefined,
    readInput: async () => '',
  }
  const command = commands.find((one) => one.name === name)
  const code = await command?.run({
    services: db.services,
    args,
    options: { organisation: council.name },
    terminal,
  })
  return { code, answer }
}

test('the command line shows, awards and packs', async () => {
  const known = (await run('evaluation list')).answer.evaluations?.[0]
  expect(known).toMatchObject({ stage: 'awarded' })
  const reference = known?.reference ?? ''
  const shown = await run('evaluation show', reference)
  expect(shown.answer.awards).toMatchObject([{ supplierName: 'Supplier 1' }])
  expect((await run('evaluation award', reference)).code).toBe(1)
  const file = `${db.dataFolder}/evidence.zip`
  expect((await run('evaluation pack', reference, file)).code).toBe(0)
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
})

test('the table of limits is the council’s own', async () => {
  const limits = [{ upToPence: null, roles: ['finance'], people: 3 }]
  expect(await setLimits(council.lead.ctx, [{ ...limits[0]!, people: 1 }])).toMatchObject({
    refusal: 'limits-incomplete',
  })
  expect(await setLimits(council.lead.ctx, limits)).toMatchObject({ ok: true })
  expect(await inReading(council.lead.ctx, (reader: Reader<EvaluationTables>) => limitsOf(reader))).toEqual(
    limits,
  )
})
