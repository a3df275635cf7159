import { h } from 'preact'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { claimEntry } from '../../actions/directory/claims.ts'
import { ClaimEntryView } from './claim-entry.view.tsx'
import { ClaimForm } from './fields.ts'
import { codePath, DIRECTORY_PATH } from './paths.ts'

const FIELDS = ['name', 'numberKind', 'number', 'email'] as const
export type TypedClaim = Readonly<Record<(typeof FIELDS)[number], string>>

const show = (form: PageRequest['form'], errors: readonly FieldError[]): Answer => {
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(form, field)])) as TypedClaim
  return page('List your organisation', h(ClaimEntryView, { typed: filled, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
  })
}

export const get = async (): Promise<Answer> => show({}, [])

/** Leads to the same page whether a code was sent, a moderator asks first, or somebody keeps this entry already. */
export const post = async ({ ctx, form }: PageRequest): Promise<Answer> => {
  const read = readForm(ClaimForm, form)
  if (!read.ok) return show(form, read.errors)
  return redirect(codePath(await claimEntry(ctx, read.value)))
}
