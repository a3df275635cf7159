import { z } from 'zod'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { surveyIdOf } from '../pages/survey/survey-id.ts'
import { listSurveys, type SurveyLine } from '../store/survey.ts'
import { readSurveyResults, surveyResultsJson } from '../survey-report.ts'
import type { SpendTables } from '../tables.ts'

const stand = z.object({
  answered: z.number(),
  invited: z.number(),
  pence: z.number().describe('Paid to those who answered'),
  penceInvited: z.number(),
})
const maybe = z.number().nullable()

export const surveyApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/surveys',
    access: 'spend.read',
    audit: 'SURVEYS_READ',
    page: 'spend/api/survey#surveys',
    summary: 'Surveys of the largest suppliers',
    answer: z.object({
      surveys: z.array(
        z.looseObject({ id: z.string(), title: z.string(), invited: z.number(), answered: z.number() }),
      ),
    }),
    handle: async ({ ctx }) =>
      json({ surveys: await inReading<SpendTables, SurveyLine[]>(ctx, listSurveys) }),
  },
  {
    method: 'GET',
    path: '/api/v1/surveys/:surveyId/results',
    access: 'spend.read',
    audit: 'SURVEY_RESULTS_READ',
    page: 'spend/api/survey#results',
    summary:
      'What suppliers answered: of those who answered, weighted by spending, and the range for all invited',
    answer: z.object({
      title: z.string(),
      response: stand,
      questions: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          question: z.string(),
          figure: maybe,
          weighted: maybe,
          least: maybe,
          most: maybe,
          basis: stand,
        }),
      ),
    }),
    handle: async (request) =>
      json(surveyResultsJson(await readSurveyResults(request.ctx, surveyIdOf(request)))),
  },
]
