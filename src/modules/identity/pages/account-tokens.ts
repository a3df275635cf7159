import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { createApiToken, revokeApiToken } from '../actions/api-tokens.ts'
import { NAME_LENGTH } from '../model.ts'
import { showAccount } from './account.ts'
import { refusedBecause, textField, ticked } from './fields.ts'

const TokenForm = z.object({ tokenName: textField('what the token is for', NAME_LENGTH.token) })

/** Shows the secret in the answer itself: it is stored nowhere, so there is no page to go on to. */
export const postToken = async (request: PageRequest): Promise<Answer> => {
  const chosen = ticked(request.form, 'permissions')
  const form = readForm(TokenForm, request.form)
  if (!form.ok) return showAccount(request, { errors: form.errors, ticked: chosen })
  const made = await createApiToken(request.ctx, request.visitor.permissions, form.value.tokenName, chosen)
  return made.ok
    ? showAccount(request, { secret: made.value.secret })
    : showAccount(request, { errors: refusedBecause(made, 'permissions'), ticked: chosen })
}

export const postRevoke = async ({ ctx, params: { tokenId = '' } }: PageRequest): Promise<Answer> => {
  if (!isId(tokenId)) throw new NotFound()
  await revokeApiToken(ctx, tokenId)
  return redirect('/account?done=revoked')
}
