import { z } from 'zod'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { saveAnswers, startBid } from '../actions/drafts.ts'
import { addFile } from '../actions/files.ts'
import { bidSentence } from '../messages.ts'
import { BID_LIMITS, type DraftAnswers } from '../model.ts'
import { readBid } from '../read-bid.ts'
import { readWorkspace } from '../read-workspace.ts'
import { idIn, own, refused, text } from './own.ts'

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
export const draftRoutes: readonly ApiRoute[] = [
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
      summary:
        'Save answers by the codes of their questions; the others stay. With the revision that you read, an answer that was changed meanwhile is not overwritten',
      query: z.object({ revision: z.coerce.number().int().min(0).optional() }),
      answer: z.object({ revision: z.number(), conflicts: z.array(z.unknown()) }),
      handle: async ({ ctx, params, query, body }) => {
        const { revision } = query as { revision?: number }
        const seen = revision === undefined ? {} : { revision }
        const saved = await saveAnswers(ctx, idIn(params, 'bidId'), body as DraftAnswers, seen)
        return json(saved, saved.conflicts.length === 0 ? 200 : 409)
      },
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
