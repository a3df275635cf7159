import { type Answer, download } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readOwnCopy } from '../own-copy.ts'
import { ownCopyZip } from '../own-copy-zip.ts'

/** What the acting supplier handed in, as it was sealed. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const copy = await readOwnCopy(request.ctx, idOf(request, 'receiptId'))
  const { tender, receipt } = copy
  return download(
    `bid ${tender.reference} lot ${receipt.lot} entry ${receipt.logNumber}.zip`,
    'application/zip',
    ownCopyZip(copy, request.ctx.siteUrl),
  )
}
