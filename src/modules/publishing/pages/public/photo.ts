import { createReadStream } from 'node:fs'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { findPublicPhoto } from '../../store/photos.ts'
import { publisherAt, readPublic } from '../open-data/request.ts'

/** An approved photo, whole as it was looked at or small (`.webp`); gone as soon as the approval is taken back. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { slug = '', file = '' } = request.params
  const [, id = '', ending] = /^([0-9a-f-]{36})\.(jpg|png|webp)$/.exec(file) ?? []
  const photo = await readPublic(request, async (db) => {
    const { authorityId } = await publisherAt(db, slug)
    return isId(id) ? findPublicPhoto(db, authorityId, id) : undefined
  })
  const sent = ending === 'webp' ? photo?.small : photo
  if (!photo || !sent) throw new NotFound('No photo is published at this address.')
  const path = request.ctx.files.localPath(sent.fileHash)
  return content({
    contentType: ending === 'webp' ? 'image/webp' : photo.contentType,
    etag: sent.fileHash,
    bytes: sent.bytes,
    open: (from, to) => createReadStream(path, { start: from, end: to - 1 }),
  })
}
