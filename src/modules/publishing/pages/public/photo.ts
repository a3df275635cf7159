import { createReadStream } from 'node:fs'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { findPublicPhoto } from '../../store/photos.ts'
import { publisherAt, readPublic } from '../open-data/request.ts'

/** An approved photo, as it was looked at; gone as soon as the approval is taken back. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { slug = '', file = '' } = request.params
  const id = /^([0-9a-f-]{36})\.(?:jpg|png)$/.exec(file)?.[1] ?? ''
  const photo = await readPublic(request, async (db) => {
    const { authorityId } = await publisherAt(db, slug)
    return isId(id) ? findPublicPhoto(db, authorityId, id) : undefined
  })
  if (!photo) throw new NotFound('No photo is published at this address.')
  const path = request.ctx.files.localPath(photo.fileHash)
  return content({
    contentType: photo.contentType,
    etag: photo.fileHash,
    bytes: photo.bytes,
    open: (from, to) => createReadStream(path, { start: from, end: to - 1 }),
  })
}
