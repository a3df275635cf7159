import { Unusable } from '../../../platform/errors.ts'
import { type Answer, download, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { formatList } from '../../../platform/views/views.ts'
import { saveAnswers } from '../actions/drafts.ts'
import { BID_LIMITS } from '../model.ts'
import { writePack } from '../offline-pack.ts'
import { type ReadBid, readBid } from '../read-bid.ts'
import { type ReadPack, readPack } from '../read-pack.ts'
import { showBid, showConflicts } from './edit-bid.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const get = async (request: PageRequest): Promise<Answer> => {
  const read = await readBid(request.ctx, idOf(request, 'bidId'))
  return download(`bid ${read.tender.reference} lot ${read.bid.lot}.xlsx`, XLSX, await writePack(read))
}

const wrong = (message: string): FieldError[] => [{ field: 'pack', message }]

const readIt = async (read: ReadBid, content: Buffer): Promise<ReadPack | string> => {
  try {
    return await readPack(read, content)
  } catch (error) {
    if (error instanceof Unusable) return error.message
    throw error
  }
}

const savedSentence = (codes: readonly string[]): string =>
  codes.length === 0
    ? 'Nothing was taken over from the file.'
    : `Saved from the file all the same: ${formatList(codes)}.`

/** Takes over every answer of the pack that can be used; says of the others in which cell they stand and what is wrong. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, upload } = request
  const bidId = idOf(request, 'bidId')
  const read = await readBid(ctx, bidId)
  const content = upload && upload.name !== '' ? await readUpload(upload, BID_LIMITS.packBytes) : null
  if (content === null) return showBid(request, wrong('Choose the Excel file'))
  if (content === undefined)
    return showBid(request, wrong('The file is larger than 5 MB. Use the one from this page'))
  const found = await readIt(read, content)
  if (typeof found === 'string') return showBid(request, wrong(found))
  const { conflicts } = await saveAnswers(ctx, bidId, found.answers, { marks: found.marks })
  const saved = Object.keys(found.answers).filter((code) => !conflicts.some((one) => one.code === code))
  const errors = found.problems.map(({ cell, problem }) => ({
    field: 'pack',
    message: `Cell ${cell}: ${problem}.`,
  }))
  if (errors.length > 0) errors.push({ field: 'pack', message: savedSentence(saved) })
  return errors.length === 0 && conflicts.length === 0
    ? redirect(`/workspace/bids/${bidId}?done=pack`)
    : showConflicts(request, conflicts, found.answers, errors)
}
