import { Unusable } from '../../platform/errors.ts'
import type { Upload } from '../../platform/http/route.ts'
import { readUpload } from '../../platform/http/upload-content.ts'
import { MOST_BYTES } from '../../platform/tables/read-table.ts'

/** All bytes of an upload of a table. Throws a sentence where it is larger than any table. */
export const bytesOf = async (upload: Upload): Promise<Buffer> => {
  const content = await readUpload(upload, MOST_BYTES)
  if (!content) throw new Unusable('The file is larger than 10 MB. Check what it holds.')
  return content
}
