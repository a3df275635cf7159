import { describe, expect, test } from 'vitest'
import { createOrganisation } from '#identity'
import { installShippedFrameworks } from '#measures'
import { accept } from '../../kernel/decision.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { changeDraft } from './actions/drafts.ts'
import { publishTender, publishWith } from './actions/publish.ts'
import { givePublishedTender, giveTenderDraft } from './builders.ts'
import { findPublicTender, findTender } from './store/tenders.ts'
import { contentOf, noteBidReceived } from './store/versions.ts'
import type { TendersTables } from './tables.ts'

const db = await openTestDatabase()
await installShippedFrameworks(db.services)
const anAuthority = async (name: string) => {
  const made = await createOrganisation(db.context({ kind: 'command' }, null), {
    name,
    kind: 'council',
    isAuthority: true,
    homePlaceId: null,
  })
  if (!made.ok) throw new Error(made.refusal)
  return db.context({ kind: 'command' }, made.value.id)
}
const council = await anAuthority('Northmere City Council')
const other = await anAuthority('Ashby Borough Council')
const publish = (ctx: Context, id: string, seen: number) =>
  publishWith(ctx, id, seen, async () => accept({ keyId: null, publicKey: 'age1example' }))
const nobody = db.context({ kind: 'nobody' }, null)

describe('a tender', () => {
  test('is made from a ready ask and published as version 1', async () => {
    const tender = await givePublishedTender(council)
    expect(tender).toMatchObject({ status: 'published', version: 1, title: 'Cleaning of libraries' })
    expect(tender.reference).toMatch(/^northmere-2026-\d{3}$/)
    const content = await inReading(nobody, (reader: Reader<TendersTables>) =>
      contentOf(reader, tender.id, 1),
    )
    expect(content.questions.map(({ code, kind, criterion }) => [code, kind, criterion])).toEqual([
      ['Q1', 'yes-no', null],
      ['Q2', 'price', 'Price'],
      ['Q3', 'words', 'Quality'],
      ['Q4', 'offers', 'Offer'],
      ['Q5', 'words', 'How'],
    ])
    expect(content.lots).toMatchObject([{ code: 'A' }])
    expect(content.criteriaFingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is its authority’s own while it is a draft, and everybody’s afterwards', async () => {
    const draft = await giveTenderDraft(council)
    const seenBy = (who: typeof nobody) =>
      inReading(who, (reader: Reader<TendersTables>) => findTender(reader, draft.id))
    expect(await seenBy(other)).toBeUndefined()
    expect(await seenBy(nobody)).toBeUndefined()
    const published = await publish(council, draft.id, 2)
    expect(published.ok).toBe(true)
    expect(await seenBy(other)).toMatchObject({ id: draft.id })
    expect(
      await inReading(nobody, (reader: Reader<TendersTables>) => findPublicTender(reader, draft.reference)),
    ).toMatchObject({ id: draft.id })
    await expect(publish(other, draft.id, 2)).rejects.toThrow('no such tender')
  })

  test('cannot be published with what is missing, nor as somebody else left it', async () => {
    const draft = await giveTenderDraft(council, { text: { category: '' } })
    expect(await publish(council, draft.id, 2)).toMatchObject({ refusal: 'checks-stop' })
    expect(await publish(council, draft.id, 1)).toMatchObject({
      refusal: 'draft-changed-meanwhile',
    })
    expect(await changeDraft(council, draft.id, { seen: 1 })).toMatchObject({
      refusal: 'draft-changed-meanwhile',
    })
  })

  test('is not published without officers who hold opening keys', async () => {
    const draft = await giveTenderDraft(council)
    const holders = [newId(), newId(), newId()] as const
    expect(await publishTender(council, draft.id, { seen: 2, holders })).toMatchObject({
      refusal: 'holders-missing',
    })
  })

  test('is not published with other criteria than those of the ready ask', async () => {
    const draft = await giveTenderDraft(council, {
      change: (content) => ({
        ...content,
        criteria: content.criteria.map((one, at) => ({
          ...one,
          weight: ['45', '35', '10', '10'][at] ?? '0',
        })),
      }),
    })
    expect(await publish(council, draft.id, 2)).toMatchObject({ refusal: 'checks-stop' })
  })

  test('of a public contract is published by somebody else, not before the law allows', async () => {
    const purchase = { valuePence: 90_000_000 }
    const soon = new Date(council.clock.now().getTime() + 20 * 86_400_000)
    const hasty = await giveTenderDraft(council, { purchase, deadline: soon })
    expect(await publish(council, hasty.id, 2)).toMatchObject({ refusal: 'checks-stop' })
    const draft = await giveTenderDraft(council, { purchase })
    expect(await publish(council, draft.id, 2)).toMatchObject({ refusal: 'own-draft' })
    const worker = db.context({ kind: 'worker' }, council.authorityId)
    expect((await publish(worker, draft.id, 2)).ok).toBe(true)
  })
})

describe('what was published', () => {
  test('criteria cannot be changed after bids', async () => {
    const { id } = await givePublishedTender(council)
    const next = (version: number, content: string) =>
      db.query(
        `insert into tenders.version select authority_id, tender_id, $2, ${content}, title, summary, deadline,
           question_deadline, 'a reason', changes, published_at from tenders.version where tender_id = $1 and version = 1`,
        [id, version],
      )
    const other = `jsonb_set(content, '{criteria,0,weight}', '"41"')`
    await next(2, other)
    await next(3, 'content')
    // A supplier hands in a bid: it acts for itself and sees nothing of the mark.
    await inTransaction(nobody, (tx) => noteBidReceived(tx, id))
    await expect(next(4, other)).rejects.toThrow('criteria cannot be changed after bids')
    await next(4, 'content')
    await expect(
      db.query('update tenders.version set reason = $2 where tender_id = $1', [id, 'x']),
    ).rejects.toThrow('never edited')
  })

  test('keeps its deadline, key and reference from anybody', async () => {
    const { id } = await givePublishedTender(council)
    for (const change of [
      `deadline = deadline - interval '1 minute', question_deadline = deadline - interval '1 day'`,
      `reference = 'northmere-2026-999'`,
      `public_key = 'age1x'`,
      `status = 'draft'`,
      `version = 0`,
    ])
      await expect(
        db.query(`update tenders.tender set ${change} where id = $1`, [id]),
        change,
      ).rejects.toThrow()
    await expect(db.query('delete from tenders.tender where id = $1', [id])).rejects.toThrow()
  })

  test('shows nobody whether a bid came in', async () => {
    const { id } = await givePublishedTender(council)
    await inTransaction(nobody, (tx) => noteBidReceived(tx, id))
    const marks = (who: typeof nobody) =>
      inReading(who, (reader: Reader<TendersTables>) =>
        reader.selectFrom('tenders.bid_mark').selectAll().execute(),
      )
    expect(await marks(nobody)).toEqual([])
    expect(await marks(other)).toEqual([])
    expect((await marks(council)).length).toBeGreaterThan(0)
  })
})
