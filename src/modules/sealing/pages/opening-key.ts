import { h } from 'preact'
import { actingAuthority } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { createOpeningKey } from '../actions/keys.ts'
import { sealingMessage } from '../messages.ts'
import { listDuties, listOfficerKeys } from '../store/keys.ts'
import type { SealingTables } from '../tables.ts'
import { OpeningKeyView } from './opening-key.view.tsx'

const show = async ({ ctx, visitor, query }: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const authorityId = actingAuthority(ctx)
  const personId = visitor.personId ?? ''
  const { keys, duties } = await inReading(ctx, async (db: Reader<SealingTables>) => ({
    keys: await listOfficerKeys(db, authorityId),
    duties: await listDuties(db, authorityId, personId),
  }))
  const own = keys.find((key) => key.personId === personId)
  const view = { own, colleagues: keys.filter((key) => key !== own), duties, errors }
  return page('Your opening key', h(OpeningKeyView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    notice:
      errors.length === 0 && query.done === 'made'
        ? { kind: 'success', text: 'Your opening key is made. Nobody can tell you the passphrase: keep it.' }
        : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { form, ctx } = request
  const made = await createOpeningKey(ctx, typed(form, 'passphrase'), typed(form, 'again'))
  if (made.ok) return redirect('/sealing/key?done=made')
  const field = made.refusal === 'passphrases-differ' ? 'again' : 'passphrase'
  return show(request, [{ field, message: sealingMessage(made) }])
}
