import type { Decimal } from 'decimal.js'
import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { readStudy } from '../multiplier-report.ts'
import type { RoundRange } from '../rules/multiplier/rounds.ts'

const range = z.object({ low: z.number(), central: z.number().nullable(), high: z.number() })
const number = (value: Decimal, places: number): number => value.toDecimalPlaces(places).toNumber()
const rangeOf = ({ low, central, high }: RoundRange, places: number) => ({
  low: number(low, places),
  central: central && number(central, places),
  high: number(high, places),
})

export const multiplierApi: readonly ApiRoute[] = [
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
      const { low, central, high } = result
      return json({
        title: study.title,
        place: study.place,
        firstRound: number(result.firstRound, 0),
        answeredPence: result.answeredPence,
        secondRound: rangeOf(result.secondRound, 0),
        thirdRound: rangeOf(result.thirdRound, 0),
        lm3: rangeOf({ low: low.lm3, central: central?.lm3 ?? null, high: high.lm3 }, 4),
        beyondTheFirst: rangeOf(result.landed, 4),
      })
    },
  },
]
