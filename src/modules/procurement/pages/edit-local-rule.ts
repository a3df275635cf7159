import { h } from 'preact'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { adoptLocalRule } from '../actions/local-rules.ts'
import { localRuleSentence, RULE_FIELD } from '../messages/local-rule-words.ts'
import type { LocalRule } from '../model/local-rule.ts'
import { RULES_PATH } from '../paths.ts'
import { getLocalRule } from '../store/local-rules.ts'
import type { ProcurementTables } from '../tables.ts'
import { EditLocalRuleView } from './edit-local-rule.view.tsx'
import { fieldsOfRule, readRuleForm } from './local-rule-form.ts'

/** The rule that an address names; none for a new one. */
const ruleOf = ({ ctx, params: { ruleId } }: PageRequest): Promise<LocalRule> | null => {
  if (ruleId === undefined) return null
  if (!isId(ruleId)) throw new NotFound('There is no such rule.')
  return inReading<ProcurementTables, LocalRule>(ctx, (db) => getLocalRule(db, ruleId))
}

const show = (rule: LocalRule | null, fields: PageRequest['form'], errors: readonly FieldError[]): Answer => {
  const title = rule ? `New version of “${rule.title}”` : 'Add a rule of our own'
  const view = {
    title,
    action: rule ? `${RULES_PATH}/${rule.id}` : `${RULES_PATH}/new`,
    isNewVersion: rule !== null,
    errors,
    text: (name: string) => typed(fields, name),
    kinds: [fields.kinds ?? []].flat(),
  }
  return page(title, h(EditLocalRuleView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: RULES_PATH, text: 'Our own rules' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const rule = await ruleOf(request)
  return show(rule, rule ? fieldsOfRule(rule) : {}, [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const rule = await ruleOf(request)
  const read = readRuleForm(request.form)
  if (!read.ok) return show(rule, request.form, read.errors)
  const decision = await adoptLocalRule(request.ctx, read.value, rule?.id ?? null)
  if (decision.ok) return redirect(RULES_PATH)
  return show(rule, request.form, [
    { field: RULE_FIELD[decision.refusal], message: localRuleSentence(decision) },
  ])
}
