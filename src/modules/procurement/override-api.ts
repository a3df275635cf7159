import { z } from 'zod'
import type { Decision } from '../../kernel/decision.ts'
import { NotFound } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import { optionalText, textField } from '../../platform/http/fields.ts'
import type { ApiRoute } from '../../platform/http/route.ts'
import { isId } from '../../platform/ids.ts'
import { askForOverride, decideOnOverride } from './actions/local-rules.ts'
import { overrideSentence } from './messages/local-rule-words.ts'
import type { OverrideRefusal } from './model/local-rule.ts'

const asked = z.object({ ruleId: z.uuid(), reason: textField('the reason', 2000) })
const verdict = z.object({ decision: z.enum(['approved', 'refused']), note: optionalText('the note', 2000) })
const answer = z.object({ id: z.string().describe('the request to set the rule aside') })

const told = (made: Decision<string, OverrideRefusal>, status: number) =>
  made.ok
    ? json({ id: made.value }, status)
    : json({ refusal: made.refusal, detail: overrideSentence(made.refusal) }, 422)

const known = (id = '', what: string): string => {
  if (!isId(id)) throw new NotFound(`There is no such ${what}.`)
  return id
}

/** Setting a local rule aside takes two persons, so it is asked for and decided with tokens of persons, and by no command. */
export const overrideApi: readonly ApiRoute[] = [
  {
    method: 'POST',
    path: '/api/v1/purchases/:purchaseId/rules/overrides',
    access: 'procurement.manage',
    audit: 'RULE_OVERRIDE_ASKED',
    page: 'procurement/override-api#ask',
    summary: 'Ask to set a local rule aside for a purchase, with a reason that stays on the record',
    body: asked,
    answer,
    handle: async ({ ctx, params, body }) => {
      const { ruleId, reason } = body as z.output<typeof asked>
      return told(await askForOverride(ctx, known(params.purchaseId, 'purchase'), ruleId, reason), 201)
    },
  },
  {
    method: 'POST',
    path: '/api/v1/rule-overrides/:overrideId/verdict',
    access: 'procurement.approve',
    audit: 'RULE_OVERRIDE_DECIDED',
    page: 'procurement/override-api#verdict',
    summary: 'Approve or refuse that a local rule is set aside; whoever asked does not decide',
    body: verdict,
    answer,
    handle: async ({ ctx, params, body }) => {
      const given = body as z.output<typeof verdict>
      return told(await decideOnOverride(ctx, known(params.overrideId, 'request'), given), 200)
    },
  },
]
