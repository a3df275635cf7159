import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { actingPerson } from './actions/acting.ts'
import { chooseLetters, markRead } from './actions/notes.ts'
import { LETTER_CHOICES, type LetterChoice, type Note } from './model/notes.ts'
import { countNotes, findLetterChoice, listNotes } from './store/notes.ts'
import type { IdentityTables } from './tables.ts'

const MOST = 100
const CHOICES = Object.keys(LETTER_CHOICES) as [LetterChoice, ...LetterChoice[]]
const whole = z.string().regex(/^\d{1,6}$/)
const readBody = z.object({
  note: z.union([z.uuid(), z.literal('all')]).describe('the id of a note, or all'),
})
const choiceBody = z.object({ choice: z.enum(CHOICES) })
const query = z.object({
  unread: z.enum(['true', 'false']).default('false').describe('"true" for unread notes only'),
  limit: whole.default('20').describe(`at most ${MOST}`),
  offset: whole.default('0'),
})

/** A note for machines. */
export const noteJson = ({ id, subject, lines, href, createdAt, readAt, authorityName }: Note) => ({
  id,
  subject,
  lines,
  href,
  from: authorityName,
  createdAt,
  readAt,
})

/** The inbox of whoever the token stands for; nobody reads another's. */
export const inboxRoutes: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/inbox',
    access: 'signed-in',
    audit: 'INBOX_READ',
    page: 'identity/api-inbox#list',
    summary: 'The notes of whom the token stands for, the newest first',
    query,
    answer: z.object({
      total: z.number(),
      unread: z.number(),
      letters: z.enum(CHOICES).describe('how often letters go out about them'),
      notes: z.array(z.unknown()),
    }),
    handle: async ({ ctx, query: asked }) => {
      const { unread, limit, offset } = asked as z.infer<typeof query>
      const personId = actingPerson(ctx)
      return json(
        await inReading(ctx, async (db: Reader<IdentityTables>) => ({
          ...(await countNotes(db, personId)),
          letters: await findLetterChoice(db, personId),
          notes: (
            await listNotes(db, personId, Math.min(MOST, Number(limit)), Number(offset), unread === 'true')
          ).map(noteJson),
        })),
      )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/inbox/read',
    access: 'signed-in',
    audit: 'NOTES_READ',
    page: 'identity/api-inbox#read',
    summary: 'Mark a note, or all of them, as read',
    body: readBody,
    answer: z.object({ read: z.number().describe('how many were unread') }),
    handle: async ({ ctx, body }) =>
      json({ read: await markRead(ctx, (body as z.infer<typeof readBody>).note) }),
  },
  {
    method: 'POST',
    path: '/api/v1/inbox/letters',
    access: 'signed-in',
    audit: 'LETTERS_CHOSEN',
    page: 'identity/api-inbox#letters',
    summary: 'Choose how often letters go out about notes',
    body: choiceBody,
    answer: z.object({ choice: z.enum(CHOICES) }),
    handle: async ({ ctx, body }) => {
      const { choice } = body as z.infer<typeof choiceBody>
      await chooseLetters(ctx, choice)
      return json({ choice })
    },
  },
]
