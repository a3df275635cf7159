import { z } from 'zod'
import { actingAuthority } from '#identity'
import type { Reader } from '../../platform/database.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { createOpeningKey } from './actions/keys.ts'
import { sealingMessage } from './messages.ts'
import type { OfficerKey } from './model.ts'
import { listOfficerKeys } from './store/keys.ts'
import type { SealingTables } from './tables.ts'

const Key = z.object({ personId: z.string(), name: z.string(), recipient: z.string(), createdAt: z.string() })
const describe = ({ personId, personName, recipient, createdAt }: OfficerKey) => ({
  personId,
  name: personName,
  recipient,
  createdAt: createdAt.toISOString(),
})

const NewKey = z.object({ passphrase: z.string().describe('kept nowhere: nobody can tell it again') })

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/sealing/keys',
    access: 'sealing.hold',
    audit: 'OPENING_KEYS_READ',
    page: 'sealing/api/keys',
    summary: 'Officers who have an opening key',
    answer: z.object({ keys: z.array(Key) }),
    handle: async ({ ctx }) =>
      json({
        keys: (
          await inReading(ctx, (db: Reader<SealingTables>) => listOfficerKeys(db, actingAuthority(ctx)))
        ).map(describe),
      }),
  },
  {
    method: 'POST',
    path: '/api/v1/sealing/keys',
    access: 'sealing.hold',
    audit: 'OPENING_KEY_CREATED',
    page: 'sealing/api/keys',
    summary: 'Make your own opening key, under a passphrase',
    body: NewKey,
    answer: Key,
    limitPerMinute: 6,
    handle: async ({ ctx, body }) => {
      const made = await createOpeningKey(ctx, (body as z.output<typeof NewKey>).passphrase)
      return made.ok
        ? json(describe(made.value), 201)
        : json({ type: 'about:blank', title: sealingMessage(made), status: 422, code: made.refusal }, 422)
    },
  },
]
