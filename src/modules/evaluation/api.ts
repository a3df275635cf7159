import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { takeOver } from './actions/take-over.ts'
import { answer, idIn, uuid } from './api/step.ts'
import { steps } from './api/steps.ts'
import { describeEvaluation, evaluationJson } from './describe-evaluation.ts'
import { findAward, listAwards } from './store/awards.ts'
import { listEvaluations } from './store/evaluations.ts'
import type { EvaluationTables } from './tables.ts'

const anything = z.record(z.string(), z.unknown())

export const api: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/evaluations',
    access: 'evaluation.read',
    audit: 'EVALUATIONS_READ',
    page: 'evaluation/api#list',
    summary: 'Evaluations and how far they are',
    answer: z.object({ evaluations: z.array(anything) }),
    handle: async ({ ctx }) => {
      const found = await inReading(ctx, (db: Reader<EvaluationTables>) => listEvaluations(db))
      return json({ evaluations: found.map(evaluationJson) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/evaluations/:evaluationId',
    access: 'evaluation.read',
    audit: 'EVALUATION_READ',
    page: 'evaluation/api#show',
    summary: 'One evaluation, with what you may read of it at this moment',
    answer: anything,
    handle: async (request) => {
      const id = idIn(request)
      return json(
        await inReading(request.ctx, (db: Reader<EvaluationTables>) =>
          describeEvaluation(db, id, request.ctx),
        ),
      )
    },
  },
  {
    method: 'POST',
    path: '/api/v1/evaluations',
    access: 'evaluation.manage',
    audit: 'EVALUATION_STARTED',
    page: 'evaluation/api#begin',
    summary: 'Take over the opened bids of a tender; whoever does leads the evaluation',
    body: z.object({ tenderId: uuid }),
    answer: z.object({ id: uuid }),
    handle: async ({ ctx, body }) => {
      const { tenderId } = body as { tenderId: string }
      if (!isId(tenderId)) throw new NotFound('There is no such tender here.')
      const outcome = await takeOver(ctx, tenderId)
      return outcome.ok ? json({ id: outcome.value }, 201) : answer(outcome)
    },
  },
  ...steps,
  {
    method: 'GET',
    path: '/api/v1/awards',
    access: 'evaluation.read',
    audit: 'AWARDS_READ',
    page: 'evaluation/api#awards',
    summary: 'Awards; signedOn is null until the standstill has passed',
    answer: z.object({ awards: z.array(anything) }),
    handle: async ({ ctx }) =>
      json({ awards: await inReading(ctx, (db: Reader<EvaluationTables>) => listAwards(db)) }),
  },
  {
    method: 'GET',
    path: '/api/v1/awards/:awardId',
    access: 'evaluation.read',
    audit: 'AWARD_READ',
    page: 'evaluation/api#award',
    summary: 'One award, with all that a contract is made of',
    answer: anything,
    handle: async (request) => {
      const id = idIn(request, 'awardId')
      const award = await inReading(request.ctx, (db: Reader<EvaluationTables>) => findAward(db, id))
      if (!award) throw new NotFound('There is no such award here.')
      return json(award)
    },
  },
]
