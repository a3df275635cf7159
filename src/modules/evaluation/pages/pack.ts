import { type Answer, download } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { packZip, readPack } from '../evidence-pack.ts'
import { readIn } from './in-evaluation.ts'

/** Everything that is kept of the purchase, as far as whoever asks may read it at this moment. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { evaluation, pack } = await readIn(request, async (db, found) => ({
    evaluation: found,
    pack: await readPack(db, found),
  }))
  return download(
    `evidence-${evaluation.reference}.zip`,
    'application/zip',
    packZip(evaluation, pack, request.ctx.files),
  )
}
