import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority } from '#identity'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { optionalText } from '../../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { listHref, readTableState } from '../../../../platform/views/views.ts'
import { decideOnPhoto } from '../../actions/photos.ts'
import { decideOnName, decideOnStory } from '../../actions/review.ts'
import { DECIDED_ORDERS, type Decided, decidedOf, sortDecided } from '../../decided.ts'
import { isWaiting, type Review, readReview } from '../../read-review.ts'
import { reviewSentence } from '../../review-words.ts'
import { NAMING_DECISIONS } from '../../store/review.ts'
import { ReviewView } from './review.view.tsx'

const PATH = '/publishing/review'
export const PARTS = ['names', 'stories', 'decided'] as const
export type ReviewPart = (typeof PARTS)[number]
const PAGE_SIZE = 20

const stateOf = (query: PageRequest['query']) =>
  readTableState(query, {
    sortable: DECIDED_ORDERS,
    defaultSort: 'when',
    defaultDirection: 'descending',
    pageSize: PAGE_SIZE,
  })

const read = ({ ctx }: PageRequest): Promise<Review> =>
  inReading(ctx, (db) => readReview(db, actingAuthority(ctx)))

const decidedRows = (review: Review, query: PageRequest['query']): readonly Decided[] => {
  const { sort, direction } = stateOf(query)
  return sortDecided(decidedOf(review, query.words ?? ''), sort ?? 'when', direction === 'descending')
}

/** Names first: they hold back data sets and contracts; stories where no name waits. */
const partOf = ({ query }: PageRequest, { names }: Review): ReviewPart =>
  PARTS.find((part) => part === query.of) ??
  (names.some(({ decision }) => decision === null) ? 'names' : 'stories')

const show = async (
  request: PageRequest,
  errors: readonly FieldError[],
  of?: ReviewPart,
): Promise<Answer> => {
  const { query, form } = request
  const review = await read(request)
  const part = of ?? partOf(request, review)
  const names = review.names.filter(({ decision }) => decision === null)
  const stories = review.stories.filter(isWaiting)
  const decided = decidedRows(review, query)
  const state = stateOf(query)
  const rows = { names, stories, decided }
  const cut = <Row>(all: readonly Row[]): readonly Row[] =>
    all.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE)
  const { done: _done, ...rest } = query
  const view = {
    part,
    counts: { names: names.length, stories: stories.length, decided: decided.length },
    names: cut(names),
    stories: cut(stories),
    decided: cut(decided),
    paging: { path: PATH, query: { ...rest, of: part }, state, total: rows[part].length },
    words: query.words ?? '',
    typed: { photoId: typed(form, 'photoId'), alternative: typed(form, 'alternative') },
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: listHref(`${PATH}.${format.toLowerCase()}`, { words: query.words, sort: query.sort }, {}),
    })),
    errors,
    mayManage: request.visitor.permissions.has('publishing.manage'),
  }
  return page('Review before publication', h(ReviewView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/publishing', text: 'Publication' },
    notice:
      query.done && errors.length === 0
        ? { kind: 'success', text: 'Decided. Texts follow with the next release, photos at once.' }
        : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** What was decided, as a file. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound()
  return exportTable(format, {
    name: 'decisions-before-publication',
    basis: 'What was decided of names, stories and photos before publication; the last decision of each',
    columns: [
      { header: 'Kind', value: (row: Decided) => row.kind },
      { header: 'What', value: (row: Decided) => row.what },
      { header: 'Belongs to', value: (row: Decided) => row.of },
      { header: 'Decision', value: (row: Decided) => row.decision },
      { header: 'Reason or description', value: (row: Decided) => row.note },
      { header: 'Who', value: (row: Decided) => row.by },
      { header: 'When', value: (row: Decided) => row.at.toISOString() },
    ],
    rows: decidedRows(await read(request), request.query),
  })
}

const decidedOn = (part: ReviewPart): Answer => redirect(`${PATH}?of=${part}&done=yes`)

const NameForm = z.object({
  nameKey: z.string({ error: 'Choose a name' }).min(1, 'Choose a name').max(400),
  decision: z.enum(NAMING_DECISIONS, { error: 'Choose what the name is' }),
  note: optionalText('a reason', 500),
})

export const postName = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(NameForm, request.form)
  const refused = (message: string) => show(request, [{ field: 'names', message }], 'names')
  if (!form.ok) return refused(form.errors[0]?.message ?? '')
  const decided = await decideOnName(request.ctx, form.value.nameKey, form.value)
  return decided.ok ? decidedOn('names') : refused(reviewSentence(decided.refusal))
}

const VERDICT = z.enum(['approve', 'refuse'], { error: 'Choose whether the public may see it' })

const StoryForm = z.object({ deliveryId: z.uuid({ error: 'Choose a story' }), verdict: VERDICT })

export const postStory = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(StoryForm, request.form)
  const refused = (message: string) => show(request, [{ field: 'stories', message }], 'stories')
  if (!form.ok) return refused(form.errors[0]?.message ?? '')
  const decided = await decideOnStory(request.ctx, form.value.deliveryId, form.value.verdict)
  return decided.ok ? decidedOn('stories') : refused(reviewSentence(decided.refusal))
}

const PhotoForm = z.object({
  photoId: z.uuid({ error: 'Choose a photo' }),
  verdict: VERDICT,
  alternative: optionalText('what the photo shows', 1000),
})

export const postPhoto = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(PhotoForm, request.form)
  const id = typed(request.form, 'photoId')
  const refused = (message: string) => show(request, [{ field: `shows-${id}`, message }], 'stories')
  if (!form.ok) return refused(form.errors[0]?.message ?? '')
  const decided = await decideOnPhoto(request.ctx, form.value.photoId, form.value)
  return decided.ok ? decidedOn('stories') : refused(reviewSentence(decided.refusal))
}
