import { z } from 'zod'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { changeVariant, leaveOutVariant, takeBackVariant } from '../actions/adapt-variant.ts'
import { answerRevised, fields, type Request, reason, revised, textsIn } from './adapt-parts.ts'
import { row } from './api-rows.ts'

const VARIANT = '/frameworks/:code/entries/measure/:entry/variants/:variant'

const namedIn = ({ params }: Request) => ({ measure: params.entry ?? '', code: params.variant ?? '' })

/** What a policy lead may change of the other figures of a measure. */
export const variantChanges: readonly ApiRoute[] = [
  {
    ...row(
      'PUT',
      VARIANT,
      'measures.manage',
      'VARIANT_CHANGED',
      'Change another figure of a measure for your organisation, or add one',
    ),
    body: z.object({ fields, because: reason }),
    answer: revised,
    handle: async (request) => {
      const { fields: given, because } = request.body as { fields: Record<string, string>; because: string }
      const named = { ...namedIn(request), because, texts: textsIn(given) }
      return answerRevised(await changeVariant(request.ctx, request.params.code ?? '', named))
    },
  },
  {
    ...row(
      'DELETE',
      VARIANT,
      'measures.manage',
      'VARIANT_LEFT_OUT',
      'Leave another figure of a measure out for your organisation',
    ),
    query: z.object({ because: reason }),
    answer: revised,
    handle: async (request) => {
      const { because } = request.query as { because: string }
      const named = { ...namedIn(request), because }
      return answerRevised(await leaveOutVariant(request.ctx, request.params.code ?? '', named))
    },
  },
  {
    ...row(
      'POST',
      `${VARIANT}/back`,
      'measures.manage',
      'VARIANT_PUT_BACK',
      'Put another figure of a measure back as published',
    ),
    answer: revised,
    handle: async (request) =>
      answerRevised(await takeBackVariant(request.ctx, request.params.code ?? '', namedIn(request))),
  },
]
