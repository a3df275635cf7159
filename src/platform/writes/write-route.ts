import { json } from '../http/answer.ts'
import type { ApiRoute } from '../http/route.ts'
import type { Write } from './write.ts'

/** The route of the API for a write: 201 for what is new, 422 with a code and a sentence for what is refused. */
export const routeOfWrite = ({
  command: _command,
  example: _example,
  args: _args,
  write,
  ...row
}: Write): ApiRoute => ({
  ...row,
  handle: async ({ ctx, params, body }) => {
    const written = await write(ctx, params, body)
    return written.ok
      ? json(written.value, written.isNew ? 201 : 200)
      : json({ refusal: written.refusal, detail: written.detail }, 422)
  },
})
