import { createReadStream } from 'node:fs'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listEditions } from '../../store/editions.ts'
import { editionPath } from '../paths.ts'
import { publisherAt, readPublic } from './request.ts'

/** A data set as it was published once, at an address that never changes. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { slug = '' } = request.params
  const path = request.path.split('?')[0]
  const edition = await readPublic(request, async (db) => {
    const { authorityId } = await publisherAt(db, slug)
    return (await listEditions(db, authorityId)).find((each) => editionPath(slug, each) === path)
  })
  if (!edition) throw new NotFound('No data set is published at this address.')
  const { fileHash, fileBytes, contentType, dataset, period } = edition
  const local = request.ctx.files.localPath(fileHash)
  return content({
    contentType,
    etag: fileHash,
    bytes: fileBytes,
    name: `${slug}-${dataset}-${period}${path?.endsWith('.json') ? '.json' : '.csv'}`,
    open: (from, to) => createReadStream(local, { start: from, end: Math.max(from, to - 1) }),
  })
}
