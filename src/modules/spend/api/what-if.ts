import { Unusable } from '../../../platform/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { readWhatIf } from '../read-what-if.ts'
import { scenarioAnswer, scenarioBody, scenarioJson, wordsOfScenario } from '../scenario-json.ts'
import { readAskedSlice } from '../slice-query.ts'

/** A question about a scenario is too long for an address, so it is posted; nothing is kept of it. */
export const whatIfApi: readonly ApiRoute[] = [
  {
    method: 'POST',
    path: '/api/v1/spend/what-if',
    access: 'spend.read',
    audit: 'WHAT_IF_READ',
    page: 'spend/api#what-if',
    summary: 'Work out a scenario: pounds, jobs and re-spend, with every assumption; or find the best shift',
    body: scenarioBody,
    answer: scenarioAnswer,
    limitPerMinute: 60,
    handle: async ({ ctx, body, params }) => {
      const query = wordsOfScenario(body)
      const request = { ctx, query, slice: readAskedSlice(query), params }
      const whatIf = await readWhatIf(request)
      const [error] = whatIf.errors
      if (error) throw new Unusable(error.message)
      return json(scenarioJson(whatIf, request))
    },
  },
]
