import { type ContractsTables, findPicture } from '#contracts'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import { idOf } from '../../../../platform/http/fields.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'

/** A picture of a verified delivery, for whoever decides whether the public sees it. Cleaned pictures only, never a page. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const id = idOf(request, 'photoId')
  const picture = await inReading(request.ctx, (db: Reader<ContractsTables>) => findPicture(db, id))
  if (!picture?.isVerified) throw new NotFound('There is no such photo here.')
  return content({
    contentType: picture.contentType,
    etag: picture.fileHash,
    bytes: null,
    open: () => request.ctx.files.open(picture.fileHash),
  })
}
