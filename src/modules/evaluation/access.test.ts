import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { readZipMember } from '../../platform/zip-member.ts'
import { handIn } from './actions/scores.ts'
import { api } from './api.ts'
import { aBid, aCouncil, giveAll, inApproval, inScoring, inStandstill, REASON } from './builders.ts'
import { pages } from './routes.ts'
import type { EvaluationTables } from './tables.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, {
  pages,
  api,
  // On the API, a token stands for its person.
  identify: async (_services, { personId, authorityId, bearerToken }) =>
    visitors.get(bearerToken ?? personId ?? '') ?? aVisitor({ personId: null, authorityId, permissions: [] }),
})
const council = await aCouncil(db)
const other = await aCouncil(db)
type Somebody = (typeof council)['lead']
const visitorOf = (one: Somebody, authorityId: string, personName = 'Somebody') =>
  aVisitor({ personId: one.personId, personName, authorityId, permissions: one.permissions })
const everybody = Object.entries({ ...council }).flatMap(([name, one]) =>
  typeof one === 'object' ? [[name, one] as const] : [],
)
const visitors = new Map(
  [...everybody.map(([, one]) => visitorOf(one, council.id)), visitorOf(other.lead, other.id)].map(
    (visitor) => [visitor.personId ?? '', visitor],
  ),
)
const browserOf = (one: Somebody) => app.as(visitors.get(one.personId) ?? aVisitor({}))
const tokenOf = (one: Somebody): string => one.personId
const call = async (one: Somebody, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${tokenOf(one)}` },
    ...(payload ? { payload } : {}),
  })

const unzip = async (bytes: Buffer): Promise<ReadonlyMap<string, string>> => {
  const zip = await fromBufferPromise(bytes)
  const files = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of readZipMember(zip, entry)) chunks.push(chunk)
    files.set(entry.fileNameRaw.toString(), Buffer.concat(chunks).toString())
  }
  return files
}

type Table = keyof EvaluationTables
const rowsFor = (ctx: Somebody['ctx'], table: Table) =>
  inReading(ctx, (reader: Reader<EvaluationTables>) =>
    reader.selectFrom(table).selectAll().execute(),
  ) as Promise<Record<string, unknown>[]>

const made = await inScoring(council)
await giveAll(council.ann.ctx, made, [4, 3, 2])
must(await handIn(council.ann.ctx, made.id))
await giveAll(council.bob.ctx, made, [5, 3, 2])
const SECRET = ['Alder Parks Ltd', 'Birch Gardens CIC', 'Cedar Grounds Ltd']
const outsiders = everybody.filter(([name]) => !['lead', 'ann', 'bob'].includes(name))

describe('before all scores are in', () => {
  test('nobody reads another’s score by a query of their own', async () => {
    for (const [name, one] of everybody) {
      const scores = await rowsFor(one.ctx, 'evaluation.score')
      expect([name, new Set(scores.map((row) => row.person_id))]).toEqual([
        name,
        new Set(name === 'ann' || name === 'bob' ? [one.personId] : []),
      ])
      expect([name, (await rowsFor(one.ctx, 'evaluation.agreed')).length]).toEqual([name, 0])
    }
  })

  test('only the lead can tell by a query whose bid is whose, and outsiders not even who bid', async () => {
    for (const [name, one] of everybody) {
      expect([name, (await rowsFor(one.ctx, 'evaluation.bid_of_bidder')).length]).toEqual([
        name,
        name === 'lead' ? 3 : 0,
      ])
      const isInside = ['lead', 'ann', 'bob'].includes(name)
      expect([name, (await rowsFor(one.ctx, 'evaluation.bidder')).length]).toEqual([name, isInside ? 3 : 0])
    }
  })

  test('the panel reads the answers to its criteria and no price; outsiders read none', async () => {
    for (const [name, one] of everybody) {
      const questions = new Set((await rowsFor(one.ctx, 'evaluation.answer')).map((row) => row.question))
      const expected =
        name === 'lead' ? ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] : ['ann', 'bob'].includes(name) ? ['Q3', 'Q5'] : []
      expect([name, [...questions].sort()]).toEqual([name, expected])
    }
  })

  test('nor does the worker, the command line or another authority', async () => {
    for (const ctx of [
      db.context({ kind: 'worker' }, council.id),
      db.context({ kind: 'command' }, council.id),
      other.lead.ctx,
    ])
      for (const table of [
        'evaluation.score',
        'evaluation.answer',
        'evaluation.bid_of_bidder',
        'evaluation.bidder',
        'evaluation.declaration',
      ] as const)
        expect([table, (await rowsFor(ctx, table)).length]).toEqual([table, 0])
    expect(await rowsFor(other.lead.ctx, 'evaluation.evaluation')).toEqual([])
  })

  test('nobody gives, changes or hands in a score for another', async () => {
    const forAnn = (ctx: Somebody['ctx']) =>
      inTransaction<EvaluationTables, unknown>(ctx, (tx) =>
        tx
          .insertInto('evaluation.score')
          .values({
            authority_id: council.id,
            evaluation_id: made.id,
            person_id: council.bob.personId,
            bid_id: made.bids[0]!.id,
            criterion: 'Quality',
            score: 0,
            reason: REASON,
            saved_at: new Date(),
          })
          .execute(),
      )
    await expect(forAnn(council.ann.ctx)).rejects.toThrow(/row-level security/)
    await expect(forAnn(council.lead.ctx)).rejects.toThrow(/row-level security/)
    const changed = await inTransaction<EvaluationTables, { numUpdatedRows: bigint }[]>(
      council.lead.ctx,
      (tx) => tx.updateTable('evaluation.score').set({ score: 0 }).execute(),
    )
    expect(Number(changed[0]?.numUpdatedRows)).toBe(0)
    await expect(
      inTransaction<EvaluationTables, unknown>(council.lead.ctx, (tx) =>
        tx
          .insertInto('evaluation.handed_in')
          .values({
            authority_id: council.id,
            evaluation_id: made.id,
            person_id: council.bob.personId,
            handed_in_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('pages show outsiders no name, no answer and no score', async () => {
    const bid = made.bids[0]!.id
    const paths = [
      '',
      '/result',
      '/robustness',
      '/approval',
      '/award',
      '/summaries',
      `/bids/${bid}`,
      '/moderation',
      '/desk',
      '/interests',
      `/result/${bid}`,
      `/desk/1/${bid}`,
      `/moderation/1/${bid}`,
    ]
    for (const [name, one] of outsiders) {
      const browser = await browserOf(one)
      for (const path of paths) {
        const page = await browser.get(`/evaluations/${made.id}${path}`)
        expect([name, path, SECRET.filter((secret) => page.text.includes(secret))]).toEqual([name, path, []])
        expect([name, path, page.text.includes(REASON)]).toEqual([name, path, false])
      }
    }
  })

  test('the panel’s pages show letters, one’s own scores, and nothing of the others', async () => {
    const browser = await browserOf(council.ann)
    for (const path of ['', '/desk', '/moderation', '/result', `/desk/1/${made.bids[0]!.id}`]) {
      const page = await browser.get(`/evaluations/${made.id}${path}`)
      // Bidders name themselves in their answers; that is what the panel is told to leave out of account.
      const heads = path.startsWith('/desk/1') ? [] : SECRET.filter((secret) => page.text.includes(secret))
      expect([path, heads]).toEqual([path, []])
    }
    expect((await browser.get(`/evaluations/${made.id}/moderation`)).text).toContain(
      'Until then each sees only their own',
    )
    const desk = await browser.get(`/evaluations/${made.id}/desk`)
    expect(desk.text).toContain('your score is 4')
    expect(desk.text).not.toContain('your score is 5')
  })

  test('the API says no more than the pages', async () => {
    for (const [name, one] of outsiders) {
      const answer = await call(one, 'GET', `/api/v1/evaluations/${made.id}`)
      expect([name, answer.statusCode]).toEqual([name, 200])
      expect([name, SECRET.filter((secret) => answer.body.includes(secret))]).toEqual([name, []])
      expect([name, answer.json().scores, answer.json().agreed, answer.json().results]).toEqual([
        name,
        [],
        [],
        [],
      ])
    }
    const own = (await call(council.ann, 'GET', `/api/v1/evaluations/${made.id}`)).json()
    expect(new Set(own.scores.map(({ personId }: { personId: string }) => personId))).toEqual(
      new Set([council.ann.personId]),
    )
    expect((await call(other.lead, 'GET', `/api/v1/evaluations/${made.id}`)).statusCode).toBe(404)
  })

  test('the evidence pack holds nothing that whoever asks may not read', async () => {
    const browser = await browserOf(council.auditor)
    const zip = await browser.request({ method: 'GET', url: `/evaluations/${made.id}/pack.zip` })
    expect(zip.statusCode).toBe(200)
    const files = await unzip(zip.rawPayload)
    expect(files.get('scores.csv')).toBe('\uFEFF\r\n')
    expect(JSON.parse(files.get('declarations.json') ?? '[]')).toEqual([])
    expect(SECRET.filter((secret) => [...files.values()].some((text) => text.includes(secret)))).toEqual([])
  })
})

describe('a file of an answer', () => {
  test('is taken down by whoever reads the answer, and stands in the pack of the lead', async () => {
    const content = Buffer.from('%PDF-1.4 a plan')
    const { hash: key } = await db.services.files.put(Readable.from([content]))
    const file = { name: '../our plan.pdf', size: content.length, sha256: key, key }
    const plain = aBid({ name: 'Elder Works Ltd' })
    const answers = plain.answers.map((one) => (one.question === 'Q3' ? { ...one, files: [file] } : one))
    const { id } = await inScoring(council, [{ ...plain, answers }])
    const at = `/evaluations/${id}/bids/${plain.id}/files`
    const take = async (one: Somebody, path: string) =>
      (await browserOf(one)).request({ method: 'GET', url: `${at}/${path}` })
    for (const one of [council.lead, council.ann]) {
      const taken = await take(one, 'Q3/1')
      expect([taken.statusCode, taken.rawPayload.equals(content)]).toEqual([200, true])
      expect(taken.headers['content-disposition']).toContain('attachment')
    }
    for (const path of ['Q3/2', 'Q3/0', 'Q3/x', 'Q9/1'])
      expect((await take(council.lead, path)).statusCode).toBe(404)
    for (const [name, one] of outsiders)
      expect([name, (await take(one, 'Q3/1')).statusCode]).toEqual([name, 404])
    const zip = async (one: Somebody) =>
      unzip(
        (await (await browserOf(one)).request({ method: 'GET', url: `/evaluations/${id}/pack.zip` }))
          .rawPayload,
      )
    const packed = await zip(council.lead)
    expect(packed.get('files/bid-A-A/Q3-1-our-plan.pdf') ?? [...packed.keys()].join()).toBe(String(content))
    expect(packed.get('SHA256SUMS')).toContain(key)
    expect([...(await zip(council.auditor)).keys()].filter((name) => name.startsWith('files/'))).toEqual([])
  })
})

describe('once all are in', () => {
  test('the panel and the lead see them side by side; prices stay with the lead until it is decided', async () => {
    must(await handIn(council.bob.ctx, made.id))
    expect((await rowsFor(council.ann.ctx, 'evaluation.score')).length).toBe(12)
    const moderation = await (await browserOf(council.ann)).get(`/evaluations/${made.id}/moderation`)
    expect(moderation.tables[0]?.[1]?.join(' ')).toMatch(/Bidder A.*Ann Evaluator\d.*Bob Evaluator\d/)
    expect((await rowsFor(council.owner.ctx, 'evaluation.answer')).length).toBe(0)
  })

  test('approvers see the result that is put up, and everybody once it is decided', async () => {
    const up = await inApproval(council)
    const owner = await browserOf(council.owner)
    expect((await owner.get(`/evaluations/${up.id}/result`)).text).toContain('88.00')
    expect((await owner.get(`/evaluations/${up.id}/robustness`)).text).toContain('First is Bidder')
    const decided = await inStandstill(council)
    const councillor = await browserOf(council.councillor)
    const summaries = await councillor.get(`/evaluations/${decided.id}/summaries`)
    expect(summaries.text).toContain('Birch Gardens CIC')
  })

  test('a supplier reads its own summary and no other', async () => {
    const decided = await inStandstill(council)
    const supplierId = decided.bids[1]!.supplierId
    const visitor = aVisitor({ authorityId: supplierId, permissions: ['bids.prepare'] })
    visitors.set(visitor.personId ?? '', visitor)
    const browser = await app.as(visitor)
    const list = await browser.get('/outcomes')
    expect(list.text).toContain('Care of parks')
    const own = await browser.get(`/outcomes/${decided.bids[1]!.id}`)
    expect(own.h1).toBe('Assessment summary: Birch Gardens CIC')
    expect(own.text).toContain('Answer 1 on Quality says who does what.')
    expect((await browser.get(`/outcomes/${decided.bids[0]!.id}`)).status).toBe(404)
    expect((await browser.get('/evaluations')).status).toBe(403)
  })
})
