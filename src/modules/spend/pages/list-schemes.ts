import { h } from 'preact'
import { actingAuthority } from '#identity'
import { accept } from '../../../kernel/decision.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeBook } from '../actions/change-rule-book.ts'
import { bookRefusalSentence } from '../messages.ts'
import { listSchemes, type SchemeInUse } from '../read-rule-books.ts'
import { schemeBookName } from '../rule-books.ts'
import { readNewScheme } from '../rules/new-scheme.ts'
import type { SpendTables } from '../tables.ts'
import { ListSchemesView } from './list-schemes.view.tsx'

const show = async (
  request: PageRequest,
  error: { field: string; message: string } | null,
): Promise<Answer> => {
  const schemes = await inReading<SpendTables, SchemeInUse[]>(request.ctx, listSchemes)
  const body = h(ListSchemesView, {
    schemes,
    error,
    form: request.form,
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page('Schemes of categories', body, {
    status: error === null ? 200 : 400,
    hasErrors: error !== null,
    width: 'wide',
    backLink: { href: '/spend/categories', text: 'Categories' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

/** A scheme of one's own: its name, and its categories one a line. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  const read = readNewScheme(typed(request.form, 'name'), typed(request.form, 'entries'))
  if (!read.ok) return show(request, read)
  const schemes = await inReading<SpendTables, SchemeInUse[]>(request.ctx, listSchemes)
  if (schemes.some((scheme) => scheme.slug === read.slug))
    return show(request, { field: 'name', message: 'There is a scheme of this name already.' })
  const done = await changeBook(
    ctx,
    { name: schemeBookName(read.slug), change: 'Scheme added', seen: 0 },
    () => accept(read.scheme),
  )
  return done.ok
    ? redirect(`/spend/schemes/${read.slug}`)
    : show(request, { field: 'name', message: bookRefusalSentence(done.refusal) })
}
