import { z } from 'zod'
import { actingAuthority } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { download, json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { submitBid, withdrawBid } from '../actions/submit.ts'
import { bidSentence } from '../messages.ts'
import type { Receipt } from '../model.ts'
import { readOwnCopy } from '../own-copy.ts'
import { ownCopyZip } from '../own-copy-zip.ts'
import { findReceipt } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'
import { idIn, own, refused, text } from './own.ts'

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

export const submissionRoutes: readonly ApiRoute[] = [
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
  own({
    method: 'GET',
    path: '/api/v1/bids/receipts/:receiptId/copy',
    audit: 'BID_COPY_READ',
    summary:
      'What you handed in, as it was sealed: a ZIP with the answers, the files, the receipt, and the package whose SHA-256 is the fingerprint',
    answer: z.any().describe('application/zip'),
    handle: async ({ ctx, params }) => {
      const copy = await readOwnCopy(ctx, idIn(params, 'receiptId'))
      return download(`bid ${copy.tender.reference}.zip`, 'application/zip', ownCopyZip(copy, ctx.siteUrl))
    },
  }),
]
