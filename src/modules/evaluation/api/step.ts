import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, json } from '../../../platform/http/answer.ts'
import type { ApiRoute, PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { refusalSentence } from '../messages.ts'
import type { EvaluationRefusal } from '../model.ts'

export const text = z.string().max(4000)
export const uuid = z.string().describe('id')
const done = z.object({ done: z.boolean() })
type Request = Omit<PageRequest, 'query'> & { readonly query: never; readonly body: never }

export const idIn = (request: Pick<Request, 'params'>, name = 'evaluationId'): string => {
  const id = request.params[name] ?? ''
  if (!isId(id)) throw new NotFound('There is no such evaluation here.')
  return id
}

export const answer = (outcome: Decision<unknown, EvaluationRefusal>): Answer =>
  outcome.ok
    ? json({ done: true })
    : json(
        {
          type: 'about:blank',
          title: refusalSentence(outcome),
          status: 422,
          code: outcome.refusal,
          ...outcome.facts,
        },
        422,
      )

type Step<Body extends z.ZodType> = {
  readonly path: string
  readonly access: ApiRoute['access']
  readonly audit: string
  readonly summary: string
  readonly body: Body
  readonly run: (request: Request, body: z.output<Body>) => Promise<Decision<unknown, EvaluationRefusal>>
}

export const step = <Body extends z.ZodType>({
  path,
  access,
  audit,
  summary,
  body,
  run,
}: Step<Body>): ApiRoute => ({
  method: 'POST',
  path: `/api/v1/evaluations/:evaluationId/${path}`,
  access,
  audit,
  page: `evaluation/api#${path.split('/')[0]}`,
  summary,
  body,
  answer: done,
  handle: async (request) => answer(await run(request, request.body as z.output<Body>)),
})

export const nothing = z.object({}).optional()
