import { Unusable } from '../../platform/errors.ts'
import type { Upload } from '../../platform/http/route.ts'
import { MOST_BYTES } from './framework/read-table.ts'

/** All bytes of an upload of a table; stops with a sentence where it is larger than any table. */
export const bytesOf = async (upload: Upload): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of upload.content) {
    length += (chunk as Buffer).length
    if (length > MOST_BYTES) throw new Unusable('The file is larger than 10 MB. Check what it holds.')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
