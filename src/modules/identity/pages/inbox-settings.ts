import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { makeCalendarAddress, revokeCalendarAddress } from '../actions/calendar-address.ts'
import { chooseLetters } from '../actions/notes.ts'
import { LETTER_CHOICES, type LetterChoice } from '../model/notes.ts'
import { findCalendarAddress } from '../store/calendar-addresses.ts'
import { findLetterChoice } from '../store/notes.ts'
import type { IdentityTables } from '../tables.ts'
import { InboxSettingsView } from './inbox-settings.view.tsx'

const DONE: Readonly<Record<string, string>> = {
  letters: 'Your choice is saved.',
  revoked: 'The address of your calendar has stopped working.',
}

type Shown = { readonly errors?: readonly FieldError[]; readonly secret?: string }

const show = async (request: PageRequest, { errors = [], secret }: Shown = {}): Promise<Answer> => {
  const { ctx, visitor, query } = request
  const personId = visitor.personId ?? ''
  const { authorityId } = visitor
  const read = await inReading(ctx, async (db: Reader<IdentityTables>) => ({
    choice: await findLetterChoice(db, personId),
    madeAt: authorityId === null ? undefined : await findCalendarAddress(db, { authorityId, personId }),
  }))
  const done = errors.length === 0 ? DONE[query.done ?? ''] : undefined
  const view = {
    ...read,
    authorityName: visitor.authorityName,
    address: secret === undefined ? null : `${ctx.siteUrl}/my-calendar/${secret}.ics`,
    errors,
  }
  return page('Letters and dates', h(InboxSettingsView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    notice: done ? { kind: 'success', text: done } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request)

const ChoiceForm = z.object({
  choice: z.enum(Object.keys(LETTER_CHOICES) as [LetterChoice, ...LetterChoice[]], {
    error: 'Choose how often you want letters',
  }),
})

export const postChoice = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(ChoiceForm, request.form)
  if (!form.ok) return show(request, { errors: form.errors })
  await chooseLetters(request.ctx, form.value.choice)
  return redirect('/inbox/settings?done=letters')
}

/** Shows the address in the answer itself: it is stored nowhere, so there is no page to go on to. */
export const postCalendar = async (request: PageRequest): Promise<Answer> =>
  show(request, { secret: await makeCalendarAddress(request.ctx) })

export const postRevoke = async ({ ctx }: PageRequest): Promise<Answer> => {
  await revokeCalendarAddress(ctx)
  return redirect('/inbox/settings?done=revoked')
}
