import { h } from 'preact'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { readKeptEntry, saveEntry, withdrawEntry } from '../../actions/directory/keep-entry.ts'
import { directoryRefusal } from '../../messages/directory.ts'
import type { DirectoryEntry, EntryContent, Listing } from '../../model/directory.ts'
import { suggestCategories } from '../../rules/directory/categories.ts'
import { DeadKeyView, EditEntryView, EntrySavedView } from './edit-entry.view.tsx'
import { DraftForm, emptyContent, ProposalForm } from './fields.ts'
import { DIRECTORY_PATH } from './paths.ts'

const keyOf = ({ params }: PageRequest): string => (params.token ?? '').slice(0, 100)

const dead = (): Answer =>
  page('Ask for a new code', h(DeadKeyView, { sentence: directoryRefusal('key-unknown') }), {
    status: 404,
    backLink: { href: DIRECTORY_PATH, text: 'Supplier directory' },
  })

/** The form as somebody left it, in the shape the view shows; nothing of it is believed. */
const asTyped = (form: PageRequest['form'], entry: DirectoryEntry): EntryContent => {
  const empty = emptyContent(entry.name)
  const texts = Object.fromEntries(
    Object.keys(empty).map((field) => [field, typed(form, field)]),
  ) as unknown as EntryContent
  return {
    ...texts,
    categories: [form.categories ?? []].flat(),
    showsContact: typed(form, 'showsContact') === 'yes',
  }
}

const show = (
  request: PageRequest,
  entry: DirectoryEntry,
  listing: Listing | undefined,
  content: EntryContent,
  errors: readonly FieldError[],
  hears = entry.hearsOfOpportunities,
): Answer =>
  page(
    entry.name,
    h(EditEntryView, {
      key: 'edit',
      entryKey: keyOf(request),
      entry,
      isListed: listing !== undefined,
      content,
      hears,
      suggested: content.categories.length === 0 ? suggestCategories(content.supplies) : [],
      errors,
      isSaved: request.query.saved === 'yes',
    }),
    { status: errors.length > 0 ? 400 : 200, hasErrors: errors.length > 0 },
  )

export const get = async (request: PageRequest): Promise<Answer> => {
  const kept = await readKeptEntry(request.ctx, keyOf(request))
  if (!kept.ok) return dead()
  const { entry, listing } = kept.value
  return show(request, entry, listing, entry.proposal ?? listing?.content ?? emptyContent(entry.name), [])
}

/** Two buttons: one keeps what is there, gaps and all; the other hands it to a moderator. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const kept = await readKeptEntry(request.ctx, keyOf(request))
  if (!kept.ok) return dead()
  const { entry, listing } = kept.value
  const isProposal = typed(request.form, 'do') === 'propose'
  const read = readForm(isProposal ? ProposalForm : DraftForm, request.form)
  const hears = typed(request.form, 'hears') === 'yes'
  if (!read.ok) return show(request, entry, listing, asTyped(request.form, entry), read.errors, hears)
  const state = isProposal ? 'waiting' : 'draft'
  const saved = await saveEntry(request.ctx, keyOf(request), read.value, state, hears)
  if (!saved.ok) return dead()
  if (!isProposal) return redirect(`${request.path.split('?')[0]}?saved=yes`)
  return page('A moderator reads it now', h(EntrySavedView, { name: read.value.name }))
}

export const postWithdraw = async (request: PageRequest): Promise<Answer> => {
  const withdrawn = await withdrawEntry(request.ctx, keyOf(request))
  return withdrawn.ok ? redirect(DIRECTORY_PATH) : dead()
}
