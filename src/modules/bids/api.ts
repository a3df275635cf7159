import { z } from 'zod'
import { actingAuthority } from '#identity'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Answer, json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { readUpload } from '../../platform/http/upload-content.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { saveAnswers, startBid } from './actions/drafts.ts'
import { addFile } from './actions/files.ts'
import { beginOpening, openBids } from './actions/open.ts'
import { submitBid, withdrawBid } from './actions/submit.ts'
import { bidSentence, openingSentence } from './messages.ts'
import { BID_LIMITS, type DraftAnswers, type Receipt } from './model.ts'
import { readBid } from './read-bid.ts'
import { readLog } from './read-log.ts'
import { readWorkspace } from './read-workspace.ts'
import { findReceipt } from './store/sealed.ts'
import type { BidsTables } from './tables.ts'

const text = z.string()
const Draft = z.strictObject({
  words: text.max(BID_LIMITS.text).optional(),
  number: text.max(100).optional(),
  yes: z.boolean().optional(),
  pounds: text.max(100).optional(),
  offers: z
    .array(
      z.strictObject({
        framework: text.max(80),
        measure: text.max(120),
        quantity: text.max(100),
        inWords: text.max(BID_LIMITS.text),
      }),
    )
    .max(500)
    .optional(),
})
const Answers = z.record(z.string().regex(/^Q\d{1,3}$/), Draft)
const ReceiptSchema = z.object({
  id: text,
  tenderId: text,
  lot: text,
  submittedAt: text,
  fingerprint: text.describe('SHA-256 of the package before it was sealed'),
  logNumber: z.number(),
  isReplaced: z.boolean(),
  withdrawnAt: text.nullable(),
})
const Passphrase = z.object({ passphrase: text })

const refused = (title: string, code: string): Answer =>
  json({ type: 'about:blank', title, status: 422, code }, 422)
const idIn = (params: Readonly<Record<string, string>>, name: string): string => {
  const id = params[name] ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}
const describe = ({
  id,
  tenderId,
  lot,
  submittedAt,
  fingerprint,
  logNumber,
  isReplaced,
  withdrawnAt,
}: Receipt) => ({
  id,
  tenderId,
  lot,
  submittedAt,
  fingerprint,
  logNumber,
  isReplaced,
  withdrawnAt,
})

const own = (
  facts: Pick<ApiRoute, 'method' | 'path' | 'audit' | 'summary' | 'answer' | 'handle'>,
): ApiRoute => ({
  ...facts,
  access: 'bids.prepare',
  page: 'bids/api',
})

const drafts: readonly ApiRoute[] = [
  own({
    method: 'GET',
    path: '/api/v1/bids',
    audit: 'WORKSPACE_READ',
    summary: 'The bids of your organisation to all authorities, and the time of the server',
    answer: z.object({ now: text, bids: z.array(z.unknown()) }),
    handle: async ({ ctx }) => {
      const { now, bids } = await readWorkspace(ctx)
      return json({
        now,
        bids: bids.map(({ bid: { id, lot, sealedId }, tender, state }) => ({
          id,
          lot,
          tender: tender.reference,
          deadline: tender.deadline,
          state,
          receipt: sealedId,
        })),
      })
    },
  }),
  {
    ...own({
      method: 'POST',
      path: '/api/v1/bids',
      audit: 'BID_BEGUN',
      summary: 'Begin a bid for a lot of a tender',
      answer: z.object({ id: text }),
      handle: async ({ ctx, body }) => {
        const { tender, lot } = body as { tender: string; lot: string }
        const begun = await startBid(ctx, tender, lot)
        return begun.ok ? json({ id: begun.value }, 201) : refused(bidSentence(begun), begun.refusal)
      },
    }),
    body: z.object({ tender: text.describe('its reference'), lot: text }),
  },
  own({
    method: 'GET',
    path: '/api/v1/bids/:bidId',
    audit: 'BID_READ',
    summary: 'A draft: each question with its answer and how it stands',
    answer: z.object({ id: text, questions: z.array(z.unknown()) }),
    handle: async ({ ctx, params }) => {
      const { bid, tender, states } = await readBid(ctx, idIn(params, 'bidId'))
      return json({
        id: bid.id,
        tender: tender.reference,
        tenderVersion: tender.version,
        lot: bid.lot,
        revision: bid.revision,
        questions: states.map(({ question, answer, files, state }) => ({
          ...question,
          answer,
          state,
          files: files.map(({ id, name, bytes, refusedBecause }) => ({ id, name, bytes, refusedBecause })),
        })),
      })
    },
  }),
  {
    ...own({
      method: 'PUT',
      path: '/api/v1/bids/:bidId/answers',
      audit: 'BID_SAVED',
      summary: 'Save answers by the codes of their questions; the others stay',
      answer: z.object({ revision: z.number() }),
      handle: async ({ ctx, params, body }) =>
        json(await saveAnswers(ctx, idIn(params, 'bidId'), body as DraftAnswers)),
    }),
    body: Answers,
  },
  {
    ...own({
      method: 'POST',
      path: '/api/v1/bids/:bidId/files/:question',
      audit: 'BID_FILE_ADDED',
      summary:
        'Add a file to the answer of a question; one that is not taken says why and stops nothing else',
      answer: z.object({ id: text, name: text, refusedBecause: text }),
      handle: async ({ ctx, params, upload }) => {
        if (!upload) return refused('Send a file', 'no-file')
        const content = await readUpload(upload, BID_LIMITS.fileBytes)
        const added = await addFile(ctx, idIn(params, 'bidId'), params.question ?? '', {
          name: upload.name,
          content,
        })
        if (!added.ok) return refused(bidSentence(added), added.refusal)
        const { id, name, refusedBecause } = added.value
        return json({ id, name, refusedBecause }, refusedBecause === '' ? 201 : 422)
      },
    }),
    takesFile: true,
  },
]

const submissions: readonly ApiRoute[] = [
  {
    ...own({
      method: 'POST',
      path: '/api/v1/bids/:bidId/submission',
      audit: 'BID_SUBMITTED',
      summary: 'Submit the draft as it stands; the answer is the receipt',
      answer: ReceiptSchema.extend({ logHash: text }),
      handle: async ({ ctx, params }) => {
        const submitted = await submitBid(ctx, idIn(params, 'bidId'))
        return submitted.ok
          ? json({ ...describe(submitted.value), logHash: submitted.value.logHash }, 201)
          : refused(bidSentence(submitted), submitted.refusal)
      },
    }),
    access: 'bids.submit',
  },
  {
    ...own({
      method: 'DELETE',
      path: '/api/v1/bids/:bidId/submission',
      audit: 'BID_WITHDRAWN',
      summary: 'Take the submitted bid back, before the deadline',
      answer: z.object({ withdrawnAt: text }),
      handle: async ({ ctx, params }) => {
        const withdrawn = await withdrawBid(ctx, idIn(params, 'bidId'))
        return withdrawn.ok
          ? json({ withdrawnAt: withdrawn.value })
          : refused(bidSentence(withdrawn), withdrawn.refusal)
      },
    }),
    access: 'bids.submit',
  },
  own({
    method: 'GET',
    path: '/api/v1/bids/receipts/:receiptId',
    audit: 'BID_RECEIPT_READ',
    summary: 'A receipt',
    answer: ReceiptSchema,
    handle: async ({ ctx, params }) => {
      const receipt = await inReading(ctx, (db: Reader<BidsTables>) =>
        findReceipt(db, actingAuthority(ctx), idIn(params, 'receiptId')),
      )
      if (!receipt) throw new NotFound('There is no such receipt.')
      return json(describe(receipt))
    },
  }),
]

const openings: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/tenders/:reference/log',
    access: 'public',
    audit: 'BID_LOG_READ',
    page: 'bids/api',
    summary: 'The public log of bids: times, fingerprints and hashes, and what the opening said of each',
    answer: z.object({ tender: text, entries: z.array(z.unknown()) }),
    handle: async ({ ctx, params }) => {
      const { tender, entries, checks, faults } = await readLog(ctx, params.reference ?? '')
      return json({
        tender: tender.reference,
        deadline: tender.deadline,
        isWhole: faults.length === 0,
        entries: entries.map((entry) => ({
          ...entry,
          opened: checks.find(({ number }) => number === entry.number)?.outcome ?? null,
        })),
      })
    },
  },
  ...(['begin', 'complete'] as const).map(
    (step): ApiRoute => ({
      method: 'POST',
      path: `/api/v1/tenders/:tenderId/opening/${step}`,
      access: 'sealing.hold',
      audit: step === 'begin' ? 'OPENING_BEGUN' : 'BIDS_OPENED',
      page: 'bids/api',
      summary:
        step === 'begin' ? 'Begin to open bids, as the first officer' : 'Open bids, as the second officer',
      body: Passphrase,
      answer: z.object({ ok: z.boolean() }),
      limitPerMinute: 6,
      handle: async ({ ctx, params, body }) => {
        const { passphrase } = body as z.output<typeof Passphrase>
        const act = step === 'begin' ? beginOpening : openBids
        const done = await act(ctx, idIn(params, 'tenderId'), passphrase)
        return done.ok ? json({ ok: true, ...done.value }) : refused(openingSentence(done), done.refusal)
      },
    }),
  ),
]

export const api: readonly ApiRoute[] = [...drafts, ...submissions, ...openings]
