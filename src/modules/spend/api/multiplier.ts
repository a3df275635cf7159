import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import type { MultiplierStudy } from '../model/multiplier.ts'
import { readStudy, studyJson } from '../multiplier-report.ts'
import { listStudies } from '../store/multiplier.ts'
import type { SpendTables } from '../tables.ts'

const range = z.object({ low: z.number(), central: z.number().nullable(), high: z.number() })
export const multiplierApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/multiplier-studies',
    access: 'spend.read',
    audit: 'MULTIPLIER_STUDIES_READ',
    page: 'spend/api/multiplier#studies',
    summary: 'Studies of the local multiplier, the newest first',
    answer: z.object({
      studies: z.array(z.looseObject({ id: z.string(), title: z.string(), place: z.string() })),
    }),
    handle: async ({ ctx }) =>
      json({ studies: await inReading<SpendTables, MultiplierStudy[]>(ctx, listStudies) }),
  },
  {
    method: 'GET',
    path: '/api/v1/multiplier-studies/:studyId',
    access: 'spend.read',
    audit: 'MULTIPLIER_STUDY_READ',
    page: 'spend/api/multiplier',
    summary: 'A study of the local multiplier: three rounds in pence and LM3, each with its range',
    answer: z.object({
      title: z.string(),
      place: z.string(),
      firstRound: z.number(),
      answeredPence: z.number(),
      secondRound: range,
      thirdRound: range,
      lm3: range,
      beyondTheFirst: range,
    }),
    handle: async ({ ctx, params }) => {
      if (!isId(params.studyId ?? '')) throw new NotFound('There is no such study here.')
      const { study, result } = await readStudy(ctx, params.studyId ?? '')
      if (!result) throw new NotFound('This study has no payments in round one.')
      return json(studyJson(study, result))
    },
  },
]
