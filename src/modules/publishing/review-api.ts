import { z } from 'zod'
import { actingAuthority } from '#identity'
import { type Answer, json } from '../../platform/http/answer.ts'
import { idOf } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import { decideOnPhoto } from './actions/photos.ts'
import { decideOnName, decideOnStory, type ReviewRefusal } from './actions/review.ts'
import { readReview } from './read-review.ts'
import { reviewSentence } from './review-words.ts'
import type { PhotoRefusal } from './rules/photos.ts'
import { NAMING_DECISIONS } from './store/review.ts'

const decided = (
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: ReviewRefusal | PhotoRefusal },
): Answer =>
  outcome.ok
    ? json({ decided: true })
    : json(
        {
          type: 'about:blank',
          title: reviewSentence(outcome.refusal),
          status: 422,
          code: outcome.refusal,
        },
        422,
      )

const answer = z.object({ decided: z.boolean() })
const verdict = z.enum(['approve', 'refuse'])
const nameBody = z.object({
  nameKey: z.string().min(1).max(400),
  decision: z.enum(NAMING_DECISIONS),
  note: z.string().trim().max(500).default('').describe('needed where a person is named'),
})
const photoBody = z.object({
  verdict,
  alternative: z.string().max(1000).default('').describe('what it shows, for people who do not see it'),
})

/** What is decided on before it goes out: names, stories, photos. */
export const reviewApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/publishing/review',
    access: 'publishing.read',
    audit: 'PUBLICATION_REVIEW_READ',
    page: 'publishing/review-api#list',
    summary: 'Names, stories and photos that wait to be published, and what was decided on each',
    answer: z.object({ names: z.array(z.unknown()), stories: z.array(z.unknown()) }),
    handle: async ({ ctx }) =>
      json(
        await inReading(ctx, (db: Parameters<typeof readReview>[0]) => readReview(db, actingAuthority(ctx))),
      ),
  },
  {
    method: 'POST',
    path: '/api/v1/publishing/review/names',
    access: 'publishing.manage',
    audit: 'NAME_DECIDED',
    page: 'publishing/review-api#name',
    summary: 'Decide how a name that may be an individual’s is published',
    body: nameBody,
    answer,
    handle: async ({ ctx, body }) => {
      const { nameKey, ...decision } = body as z.infer<typeof nameBody>
      return decided(await decideOnName(ctx, nameKey, decision))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/publishing/review/stories/:deliveryId',
    access: 'publishing.manage',
    audit: 'STORY_DECIDED',
    page: 'publishing/review-api#story',
    summary: 'Approve the story of a verified delivery as it stands, or refuse it',
    body: z.object({ verdict }),
    answer,
    handle: async ({ body, ...request }) =>
      decided(
        await decideOnStory(
          request.ctx,
          idOf(request, 'deliveryId'),
          (body as { verdict: z.infer<typeof verdict> }).verdict,
        ),
      ),
  },
  {
    method: 'POST',
    path: '/api/v1/publishing/review/photos/:photoId',
    access: 'publishing.manage',
    audit: 'PHOTO_DECIDED',
    page: 'publishing/review-api#photo',
    summary: 'Approve a photo of a verified delivery, with what it shows in words, or take it back',
    body: photoBody,
    answer,
    handle: async ({ body, ...request }) =>
      decided(await decideOnPhoto(request.ctx, idOf(request, 'photoId'), body as z.infer<typeof photoBody>)),
  },
]
