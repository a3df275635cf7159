import { h } from 'preact'
import { actingAuthority } from '#identity'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest, Upload } from '../../../platform/http/route.ts'
import { handInFile } from '../actions/hand-in-file.ts'
import type { PaymentFile } from '../actions/import-file.ts'
import { NewImportView } from './new-import.view.tsx'

const show = (error: string | null): Answer =>
  page('Hand in a payment file', h(NewImportView, { error }), {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    backLink: { href: '/spend/imports', text: 'Payment files' },
  })

export const get = async (): Promise<Answer> => show(null)

const NO_FILE = 'Choose a payment file'

/** Stores what is uploaded, or says why it cannot be. */
export const storeUpload = async (ctx: PageRequest['ctx'], upload: Upload): Promise<PaymentFile> => {
  const stored = await ctx.files.put(upload.content)
  if (upload.wasCut()) {
    await ctx.files.remove(stored.hash)
    throw new Unusable('The file is larger than 2 GB. Split it by month or by year and hand in the parts.')
  }
  if (stored.bytes === 0)
    throw new Unusable('The file is empty. Check that it was saved, and choose it again.')
  return { ...stored, path: ctx.files.localPath(stored.hash), name: upload.name || 'payments' }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const authorityId = actingAuthority(request.ctx)
  if (!request.upload || request.upload.name === '') return show(NO_FILE)
  try {
    const file = await storeUpload(request.ctx, request.upload)
    const { importId } = await handInFile({ ...request.ctx, authorityId }, file)
    return redirect(`/spend/imports/${importId}`)
  } catch (error) {
    if (error instanceof Unusable) return show(error.message)
    throw error
  }
}
