import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import { idOf } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { prepareNotice } from './actions/notices.ts'
import type { Notice } from './model/notice.ts'
import { noticeSentence } from './notice-words.ts'
import { getNotice, listNotices } from './store/notices.ts'
import type { PublishingTables } from './tables.ts'

/** A notice whole, for machines. */
export const noticeWhole = (notice: Notice) => {
  const { sendingSince: _sendingSince, ...whole } = notice
  return whole
}

/** A notice as lists tell of it, without its text and release. */
export const noticeHead = (notice: Notice) => {
  const { text: _text, release: _release, filled: _filled, ...head } = noticeWhole(notice)
  return head
}

export const noticesApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/notices',
    access: 'publishing.read',
    audit: 'NOTICES_READ',
    page: 'publishing/notices-api#list',
    summary: 'Notices the Procurement Act asks for: state, due day, provision and how sure',
    answer: z.object({ notices: z.array(z.unknown()) }),
    handle: async ({ ctx }) => {
      const notices = await inReading(ctx, (db: Reader<PublishingTables>) => listNotices(db))
      return json({ notices: notices.map(noticeHead) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/notices/:noticeId',
    access: 'publishing.read',
    audit: 'NOTICE_READ',
    page: 'publishing/notices-api#one',
    summary: 'One notice with its text, what is still to be filled in, and its OCDS release',
    answer: z.looseObject({ id: z.string() }),
    handle: async ({ ctx, ...request }) => {
      const id = idOf({ ctx, ...request }, 'noticeId')
      return json(noticeWhole(await inReading(ctx, (db: Reader<PublishingTables>) => getNotice(db, id))))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/notices/:noticeId/prepare',
    access: 'publishing.manage',
    audit: 'NOTICE_PREPARED',
    page: 'publishing/notices-api#prepare',
    summary:
      'Write a notice from the records as they stand now; what they do not hold can be filled in by label',
    body: z.object({ filled: z.record(z.string().max(200), z.string().max(4000)).default({}) }),
    answer: z.object({ gaps: z.number() }),
    handle: async ({ ctx, body, ...request }) => {
      const id = idOf({ ctx, ...request }, 'noticeId')
      const prepared = await prepareNotice(ctx, id, (body as { filled: Record<string, string> }).filled)
      return prepared.ok ? json({ gaps: prepared.value }) : json({ error: noticeSentence(prepared) }, 409)
    },
  },
]
