import { h } from 'preact'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { isId } from '../../../../platform/ids.ts'
import { useCode } from '../../actions/directory/codes.ts'
import { directoryRefusal } from '../../messages/directory.ts'
import { EnterCodeView } from './enter-code.view.tsx'
import { DIRECTORY_PATH, editPath } from './paths.ts'

const idOf = ({ params }: PageRequest): string => {
  if (!isId(params.codeId ?? '')) throw new NotFound()
  return params.codeId ?? ''
}

const show = (request: PageRequest, errors: readonly FieldError[]): Answer =>
  page(
    'Enter your code',
    h(EnterCodeView, {
      codeId: idOf(request),
      typed: typed(request.form, 'code').slice(0, 40),
      isDemonstration: request.ctx.mailer.isDemonstration,
      errors,
    }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
    },
  )

/** The page is the same for a code that was never sent: it tells nobody who is listed or how to be reached. */
export const get = async (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const code = typed(request.form, 'code')
  if (code.trim() === '') return show(request, [{ field: 'code', message: 'Enter the code from the letter' }])
  const key = await useCode(request.ctx, idOf(request), code)
  if (key.ok) return redirect(editPath(key.value))
  return show(request, [{ field: 'code', message: directoryRefusal(key.refusal) }])
}
