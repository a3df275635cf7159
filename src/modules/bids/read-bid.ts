import { buffer } from 'node:stream/consumers'
import { actingAuthority } from '#identity'
import { contentOf, getTender, type Tender, type TenderContent, type TendersTables } from '#tenders'
import type { Mark } from '../../kernel/seen.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { markOf as markOfText } from '../../platform/seen.ts'
import type { BidId, DraftAnswer, DraftAnswers, DraftFile } from './model.ts'
import { type QuestionState, statesOf } from './rules/answers.ts'
import { answerText, type SavedAnswers } from './rules/saving.ts'
import { getBid, listFiles, type StoredBid } from './store/bids.ts'
import type { BidsTables } from './tables.ts'
import { hide, reveal } from './vault.ts'

/** A draft as its supplier sees it: the tender, its content now, and each question with its answer. */
export type ReadBid = {
  readonly bid: StoredBid
  readonly tender: Tender
  readonly content: TenderContent
  readonly answers: DraftAnswers
  readonly saved: SavedAnswers
  readonly files: readonly DraftFile[]
  readonly states: readonly QuestionState[]
}

export const answersPurpose = (bidId: BidId): string => `answers ${bidId}`
export const filePurpose = (fileId: string): string => `file ${fileId}`

/** What is kept of a draft beside its files: the answers, and who saved each of them last. */
export type DraftContent = { readonly answers: DraftAnswers; readonly saved: SavedAnswers }

/** The name of one state of an answer. It goes out in forms, so it says nothing of the answer. */
export const markOf = (answer: DraftAnswer): Mark => markOfText(answerText(answer))

export const hideDraft = (ctx: Context, bidId: BidId, content: DraftContent): Buffer =>
  hide(ctx, actingAuthority(ctx), answersPurpose(bidId), Buffer.from(JSON.stringify(content)))

/** Drafts of the first form hold their answers alone. */
export const revealDraft = (ctx: Context, bid: Pick<StoredBid, 'id' | 'answers'>): DraftContent => {
  const text = reveal(ctx, actingAuthority(ctx), answersPurpose(bid.id), bid.answers).toString()
  const content = JSON.parse(text) as DraftContent | DraftAnswers
  return 'saved' in content ? (content as DraftContent) : { answers: content as DraftAnswers, saved: {} }
}

/** The content of a kept file of the acting supplier: a draft's, or a document's. */
export const readKept = async (ctx: Context, fileId: string, storedAs: string): Promise<Buffer> =>
  reveal(ctx, actingAuthority(ctx), filePurpose(fileId), await buffer(ctx.files.open(storedAs)))

/** Throws NotFound where the acting supplier has no such bid. */
export const readBidFrom = async (
  db: Reader<BidsTables & TendersTables>,
  ctx: Context,
  bidId: BidId,
): Promise<ReadBid> => {
  const supplierId = actingAuthority(ctx)
  const bids = db as unknown as Reader<BidsTables>
  const tenders = db as unknown as Reader<TendersTables>
  const bid = await getBid(bids, supplierId, bidId)
  const tender = await getTender(tenders, bid.tenderId)
  const content = await contentOf(tenders, tender.id, tender.version)
  const files = await listFiles(bids, supplierId, bidId)
  const { answers, saved } = revealDraft(ctx, bid)
  return { bid, tender, content, answers, saved, files, states: statesOf(content, bid.lot, answers, files) }
}

export const readBid = (ctx: Context, bidId: BidId): Promise<ReadBid> =>
  inReading<BidsTables & TendersTables, ReadBid>(ctx, (db) => readBidFrom(db, ctx, bidId))
