import { h } from 'preact'
import { z } from 'zod'
import { type ContractsTables, listContracts, listDeliveries } from '#contracts'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { optionalText } from '../../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { decideOnName, decideOnStory } from '../../actions/review.ts'
import { reviewSentence } from '../../review-words.ts'
import { listNames, listStoryDecisions, NAMING_DECISIONS } from '../../store/review.ts'
import type { PublishingTables } from '../../tables.ts'
import { ReviewView, type StoryRow } from './review.view.tsx'

const STORIES = 20

const readStories = async (db: Reader<PublishingTables>): Promise<StoryRow[]> => {
  const register = db as unknown as Reader<ContractsTables>
  const titles = new Map((await listContracts(register)).map(({ id, title }) => [id, title]))
  const decisions = new Map((await listStoryDecisions(db)).map((each) => [each.deliveryId, each]))
  const told = (await listDeliveries(register)).filter(
    ({ story, verifiedQuantity }) => story !== '' && verifiedQuantity !== null,
  )
  return told.map((delivery) => {
    const decision = decisions.get(delivery.id)
    return {
      deliveryId: delivery.id,
      title: delivery.title,
      contractTitle: titles.get(delivery.contractId) ?? '',
      story: delivery.story,
      // A story that was changed since has not been decided on.
      decision: decision?.story === delivery.story ? decision : null,
    }
  })
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { names, stories } = await inReading(request.ctx, async (db: Reader<PublishingTables>) => ({
    names: await listNames(db),
    stories: await readStories(db),
  }))
  const waiting = stories.filter(({ decision }) => decision === null)
  const view = {
    names,
    waiting: waiting.slice(0, STORIES),
    waitingCount: waiting.length,
    decided: stories.filter(({ decision }) => decision !== null).slice(0, STORIES),
    errors,
    mayManage: request.visitor.permissions.has('publishing.manage'),
  }
  return page('Review before publication', h(ReviewView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/publishing', text: 'Publication' },
    notice:
      request.query.done && errors.length === 0
        ? { kind: 'success', text: 'Decided. It holds from the next release on.' }
        : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const NameForm = z.object({
  nameKey: z.string({ error: 'Choose a name' }).min(1, 'Choose a name').max(400),
  decision: z.enum(NAMING_DECISIONS, { error: 'Choose what the name is' }),
  note: optionalText('a reason', 500),
})

export const postName = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(NameForm, request.form)
  if (!form.ok)
    return show(
      request,
      form.errors.map(({ message }) => ({ field: 'names', message })),
    )
  const decided = await decideOnName(request.ctx, form.value.nameKey, form.value)
  return decided.ok
    ? redirect('/publishing/review?done=yes')
    : show(request, [{ field: 'names', message: reviewSentence(decided.refusal) }])
}

const StoryForm = z.object({
  deliveryId: z.uuid({ error: 'Choose a story' }),
  verdict: z.enum(['approve', 'refuse'], { error: 'Choose whether the public may read it' }),
})

export const postStory = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(StoryForm, request.form)
  if (!form.ok)
    return show(
      request,
      form.errors.map(({ message }) => ({ field: 'stories', message })),
    )
  const decided = await decideOnStory(request.ctx, form.value.deliveryId, form.value.verdict)
  return decided.ok
    ? redirect('/publishing/review?done=yes')
    : show(request, [{ field: 'stories', message: reviewSentence(decided.refusal) }])
}
