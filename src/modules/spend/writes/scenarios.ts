import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { removeScenario, saveScenario } from '../actions/scenarios.ts'
import { scenariosJson } from '../books-json.ts'
import { scenarioBody, wordsOfScenario } from '../scenario-json.ts'
import { scenarioRefusalSentence } from '../scenario-words.ts'
import { acting } from './acting.ts'

const PATH = '/api/v1/spend/scenarios'
const row = {
  access: 'spend.manage',
  answer: z.looseObject({ scenarios: z.array(z.looseObject({ id: z.string(), name: z.string() })) }),
} as const

const told = async (ctx: Context, made?: string): Promise<Written> => ({
  ok: true,
  isNew: made !== undefined,
  value: { ...(await scenariosJson(ctx)), ...(made === undefined ? {} : { made }) },
})

/** Scenarios of what-if that are kept under a name. */
export const scenarioWrites: readonly Write[] = [
  asWrite({
    ...row,
    method: 'POST',
    command: 'spend scenarios save',
    path: PATH,
    audit: 'SCENARIO_SAVED',
    page: 'spend/writes#scenarios-save',
    summary: 'Keep a scenario of what-if under a name; gives its id as “made”',
    body: z.object({ name: z.string().max(200), scenario: scenarioBody }),
    example: '{"name":"Three quarters stay","scenario":{"all":75,"growth":50}}',
    write: async (ctx, _params, { name, scenario }) => {
      const saved = await saveScenario(acting(ctx), name, wordsOfScenario(scenario))
      return saved.ok
        ? told(ctx, saved.value)
        : refused(saved.refusal, scenarioRefusalSentence(saved.refusal))
    },
  }),
  asWrite({
    ...row,
    method: 'DELETE',
    command: 'spend scenarios remove',
    path: `${PATH}/:scenario`,
    args: { scenario: { name: 'SCENARIO', example: '019a0c3e-7d41-7000-8000-5f2f6a1b2c3d' } },
    audit: 'SCENARIO_REMOVED',
    page: 'spend/writes#scenarios-remove',
    summary: 'Take a scenario away',
    body: z.object({}),
    example: '{}',
    write: async (ctx, { scenario = '' }) => {
      await removeScenario(acting(ctx), scenario)
      return told(ctx)
    },
  }),
]
