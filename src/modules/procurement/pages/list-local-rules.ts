import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { adoptExample, endRule } from '../actions/local-rules.ts'
import { localRuleSentence, RULE_FIELD } from '../messages/local-rule-words.ts'
import { EXAMPLE_RULES } from '../model/example-rules.ts'
import type { LocalRule } from '../model/local-rule.ts'
import { HOME_PATH, RULES_PATH } from '../paths.ts'
import { rulesInForce } from '../rules/local-rules.ts'
import { listLocalRules } from '../store/local-rules.ts'
import type { ProcurementTables } from '../tables.ts'
import { readTypedDay } from '../typed-day.ts'
import { ListLocalRulesView } from './list-local-rules.view.tsx'

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { ctx, visitor } = request
  const rules = await inReading<ProcurementTables, LocalRule[]>(ctx, listLocalRules)
  const holding = new Set(rulesInForce(rules, today(ctx)))
  const adopted = new Set(
    rules.filter(({ inForceUntil }) => inForceUntil === null).map(({ example }) => example),
  )
  const view = {
    holding: rules.filter((rule) => holding.has(rule)),
    others: rules.filter((rule) => !holding.has(rule)),
    examples: EXAMPLE_RULES.filter(({ code }) => !adopted.has(code)),
    mayChange: visitor.permissions.has('procurement.rules'),
    today: today(ctx),
    errors,
  }
  return page('Our own rules', h(ListLocalRulesView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: HOME_PATH, text: 'Purchases' },
    width: 'wide',
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const postExample = async (request: PageRequest): Promise<Answer> => {
  const code = typed(request.form, 'code')
  const day = readTypedDay(typed(request.form, 'inForceFrom'))
  if (day === undefined)
    return show(request, [{ field: code, message: 'Enter the day from which it holds, such as 1/4/2027' }])
  const decision = await adoptExample(request.ctx, code, day)
  if (decision.ok) return redirect(RULES_PATH)
  return show(request, [{ field: '', message: localRuleSentence(decision) }])
}

export const postEnd = async (request: PageRequest): Promise<Answer> => {
  const { ruleId = '' } = request.params
  if (!isId(ruleId)) throw new NotFound('There is no such rule.')
  const day = readTypedDay(typed(request.form, 'until'))
  if (day === undefined)
    return show(request, [{ field: `until-${ruleId}`, message: 'Enter the last day on which it holds' }])
  const decision = await endRule(request.ctx, ruleId, day)
  if (decision.ok) return redirect(RULES_PATH)
  return show(request, [{ field: RULE_FIELD[decision.refusal], message: localRuleSentence(decision) }])
}
