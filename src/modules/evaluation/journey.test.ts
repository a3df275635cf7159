import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { api as bidsApi, giveBidder, passDeadline } from '#bids'
import { permissionsOf } from '#identity'
import { installShippedFrameworks } from '#measures'
import { api as procurementApi } from '#procurement'
import { GOOD_PASSPHRASE, api as sealingApi } from '#sealing'
import {
  aSmallPurchase,
  cancelTender,
  changeTenderStatus,
  findPublicTender,
  getTender,
  givePublishedTender,
  someAsk,
  type TendersTables,
  api as tendersApi,
} from '#tenders'
import type { Terminal } from '../../platform/command.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { cancelEvaluation } from './actions/award.ts'
import { endWithTender } from './actions/end-with-tender.ts'
import { limitsOf, setLimits } from './actions/result.ts'
import { startEvaluation } from './actions/start.ts'
import { tellBidders } from './actions/tell-bidders.ts'
import { api } from './api.ts'
import { aCouncil, aTender, REASON, threeBids } from './builders.ts'
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
let now: Date | null = null
const app = await openTestApp(db, {
  pages,
  api: [...procurementApi, ...sealingApi, ...tendersApi, ...bidsApi, ...api],
  identify: async (_services, { bearerToken }) =>
    visitors.get(bearerToken ?? '') ?? aVisitor({ personId: null }),
  services: { clock: { now: () => now ?? new Date() } },
})
type Somebody = (typeof council)['lead']
const call = async (one: Somebody, method: 'GET' | 'POST' | 'PUT', path: string, payload: object = {}) => {
  const answer = await app.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${one.personId}` },
    ...(method === 'GET' ? {} : { payload }),
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

/** What the shipped framework says of the one measure of the ask. */
const WORTH = { unitValuePence: 1_461_000, basis: 'economic', priceYear: '2012/13' }
const PRICES = ['110,000.00', '118,000', '125000']

/** A supplier whose account calls the API as its bid lead. */
const aSupplier = async (name: string): Promise<Somebody> => {
  const { personId, organisationId, ctx } = await giveBidder(db, name)
  const permissions = [...permissionsOf(['supplier-lead'])]
  visitors.set(personId, aVisitor({ personId, authorityId: organisationId, permissions }))
  return { personId, role: 'procurement-officer', permissions, ctx }
}

const bidFor = async (reference: string, name: string, pounds: string): Promise<void> => {
  const supplier = await aSupplier(name)
  const { id } = await post(supplier, '/bids', { tender: reference, lot: 'A' })
  const { questions } = (await call(supplier, 'GET', `/bids/${id}`)).body
  const offers = [{ framework: 'open', measure: 'job-unemployed', quantity: '4', inWords: 'Four people.' }]
  const answers = Object.fromEntries(
    (questions as { code: string; kind: string }[]).map(({ code, kind }) => [
      code,
      {
        price: { pounds },
        'yes-no': { yes: true },
        offers: { offers },
        words: { words: 'We do it with six people and a plan.' },
      }[kind] ?? {},
    ]),
  )
  expect((await call(supplier, 'PUT', `/bids/${id}/answers`, answers)).status).toBe(200)
  const receipt = await post(supplier, `/bids/${id}/submission`)
  expect(receipt).toMatchObject({
    lot: 'A',
    isReplaced: false,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
}

/** A purchase with its ask, planned and found ready. */
const aReadyAsk = async (): Promise<string> => {
  const { commissioner, lead } = council
  const purchase = await post(commissioner, '/purchases', aSmallPurchase({}))
  const at = `/purchases/${purchase.id}`
  const facts = { route: 'open', electronicSubmission: true, allDocumentsAtOnce: true }
  const law = await call(commissioner, 'PUT', `${at}/law/facts`, { seen: purchase.version, facts })
  expect([law.status, law.body.facts]).toMatchObject([200, facts])
  const { lines, ...ask } = someAsk
  const asked = await call(commissioner, 'PUT', `${at}/ask`, {
    ...ask,
    seen: 0,
    because: 'First draft',
    lines: lines.map(({ measure, indexation, reason }) => ({ measure, indexation, reason })),
  })
  expect([asked.status, asked.body.revision]).toEqual([200, 1])
  await post(lead, `${at}/ask/ready`, { seen: 1 })
  return purchase.id
}

/** From the idea to bids that two officers have opened; PostgreSQL's clock decides, so the site's is the real one. */
const anOpenedTender = async () => {
  const { lead, owner, commissioner } = council
  const begun = await post(lead, '/tenders', { purchaseId: await aReadyAsk() })
  const at = `/tenders/${begun.id}`
  const text = { category: '90911200', placeName: 'Northmere' }
  const draft = await call(lead, 'PUT', `${at}/draft`, { seen: begun.revision, ...text })
  expect(draft.body.checks.filter(({ severity }: { severity: string }) => severity === 'stops')).toEqual([])
  const passphrase = { passphrase: GOOD_PASSPHRASE }
  const holders: string[] = []
  for (const one of [lead, owner, commissioner])
    holders.push((await post(one, '/sealing/keys', passphrase)).personId)
  const tender = await post(lead, `${at}/publish`, { seen: draft.body.revision, holders })
  await post(lead, `${at}/enquiries`, { name: 'Mill Lane Ltd', text: 'May Mill Lane clean at night?' })
  await post(lead, `${at}/answers`, { question: 'May one clean at night?', answer: 'Yes, until six.' })
  for (const [index, pounds] of PRICES.entries())
    await bidFor(tender.reference, `Supplier ${'ABC'[index]}`, pounds)
  expect((await call(lead, 'POST', `${at}/opening/begin`, passphrase)).status).toBe(422)
  const kept = await inReading(lead.ctx, (reader) => getTender(reader as never, begun.id))
  await passDeadline(db, kept)
  await post(lead, `${at}/opening/begin`, passphrase)
  await post(owner, `${at}/opening/complete`, passphrase)
  return kept
}

type Shown = {
  readonly criteria: readonly { readonly name: string; readonly kind: string }[]
  readonly bids: readonly { readonly id: string; readonly bidder: string }[]
  readonly bidders: readonly { readonly supplierId: string }[]
}

test('from an idea to a final award by the API alone', async () => {
  const { lead, ann, bob, owner, finance } = council
  const tender = await anOpenedTender()
  now = new Date('2026-11-23T09:00:00Z')
  const { id } = await post(lead, '/evaluations', { tenderId: tender.id })
  const one = `/evaluations/${id}`
  const { criteria, bidders, ...shown } = (await call(lead, 'GET', one)).body as Shown
  const bids = shown.bids.toSorted((a, b) => a.bidder.localeCompare(b.bidder))
  const judged = criteria
    .filter(({ kind }) => kind === 'quality' || kind === 'social-value-qualitative')
    .map(({ name }) => name)
  for (const { personId } of [ann, bob]) await post(lead, `${one}/panel`, { personId, criteria: judged })
  const declarations = bidders.map(({ supplierId }) => ({ supplierId, hasInterest: false }))
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
    { tenderId: tender.id, supplierName: 'Supplier A', pricePence: 11_000_000, signedOn: '2026-12-04' },
  ])
  expect((await call(lead, 'GET', `/awards/${awards[0].id}`)).body.offers).toMatchObject([
    { quantity: '4', unit: 'person-year', ...WORTH },
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
  // Questions are in the pack as everybody read them, and as they were asked; who asked is not.
  const [answered, asked] = await inReading(lead.ctx, async (reader: Reader<EvaluationTables>) => {
    const { parts } = await readPack(reader, await getEvaluation(reader, id))
    return ['questions-and-answers', 'enquiries'].map((part) => parts.find(({ name }) => name === part)?.rows)
  })
  expect(answered).toMatchObject([{ question: 'May one clean at night?', answer: 'Yes, until six.' }])
  expect(asked).toMatchObject([{ text: 'May Mill Lane clean at night?' }])
  expect(Object.keys(asked?.[0] ?? {}).join()).not.toMatch(/name|email/i)
  // The same records give the same bytes.
  const pack = async () =>
    inReading(lead.ctx, async (reader: Reader<EvaluationTables>) => {
      const evaluation = await getEvaluation(reader, id)
      return buffer(packZip(evaluation, await readPack(reader, evaluation), db.services.files))
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
  expect(shown.answer.awards).toMatchObject([{ supplierName: 'Supplier A' }])
  expect((await run('evaluation award', reference)).code).toBe(1)
  const file = `${db.dataFolder}/evidence.zip`
  expect((await run('evaluation pack', reference, file)).code).toBe(0)
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
})

test('an evaluation that is given up ends its tender, with the reason for all to read', async () => {
  const { lead } = council
  const tender = await givePublishedTender(lead.ctx)
  await inTransaction(lead.ctx, (tx) => changeTenderStatus(tx, tender.id, 'opened'))
  const id = must(await startEvaluation(lead.ctx, aTender({ tenderId: tender.id }), threeBids()))
  must(await cancelEvaluation(lead.ctx, id, 'The money was withdrawn.'))
  const nobody = db.context({ kind: 'nobody' }, null)
  expect(
    await inReading(nobody, (reader: Reader<TendersTables>) => findPublicTender(reader, tender.reference)),
  ).toMatchObject({ status: 'cancelled', cancelledBecause: 'The money was withdrawn.' })
})

test('a tender that is cancelled on its own page ends its evaluation, for the same reason', async () => {
  const { lead } = council
  const tender = await givePublishedTender(lead.ctx)
  await inTransaction(lead.ctx, (tx) => changeTenderStatus(tx, tender.id, 'opened'))
  const id = must(await startEvaluation(lead.ctx, aTender({ tenderId: tender.id }), threeBids()))
  const evaluation = () =>
    inReading(lead.ctx, (reader: Reader<EvaluationTables>) => getEvaluation(reader, id))
  const end = () => endWithTender(db.services, council.id, tender.id)
  await end()
  expect(await evaluation()).toMatchObject({ stage: 'preparing' })
  must(await cancelTender(lead.ctx, tender.id, 'The need has gone.'))
  await end()
  await end()
  expect(await evaluation()).toMatchObject({
    stage: 'cancelled',
    endedBecause: 'The need has gone.',
  })
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
