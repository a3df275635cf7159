import { z } from 'zod'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { beginOpening, openBids } from '../actions/open.ts'
import { openingSentence } from '../messages.ts'
import { readLog } from '../read-log.ts'
import { idIn, refused, text } from './own.ts'

const Passphrase = z.object({ passphrase: text })

export const openingRoutes: readonly ApiRoute[] = [
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
