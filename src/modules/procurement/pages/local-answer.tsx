import { formatDate, RuleSource, Tag } from '../../../platform/views/views.ts'
import { dutySentence, localReason, weightSentence } from '../messages/local-rule-words.ts'
import type { LocalAnswer } from '../model/local-rule.ts'
import { RULES_PATH } from '../paths.ts'

const stateOf = ({ rule, applies, isMet, override }: LocalAnswer): readonly [string, string] => {
  if (applies === false) return ['grey', 'Does not apply']
  if (applies === 'depends') return ['yellow', 'Depends']
  if (rule.duty === 'single-local-source') return ['blue', 'You may']
  if (isMet) return ['green', 'Met']
  if (override?.decision === 'approved') return ['purple', 'Set aside']
  return isMet === false ? ['red', 'Not met'] : ['blue', 'To show']
}

/** One rule of the council's own, marked as local policy and never as law. */
export const LocalAnswerView = ({ answer }: { readonly answer: LocalAnswer }) => {
  const [colour, text] = stateOf(answer)
  const { rule } = answer
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {rule.title} <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>
      </h3>
      <p class="govuk-!-margin-bottom-1">
        {dutySentence(rule)} {localReason(answer)} {answer.applies === true && weightSentence(answer)}
      </p>
      <RuleSource
        kind="local policy"
        title={rule.source || 'Rule of the council'}
        provision={`version ${rule.version}`}
        inForceFrom={rule.inForceFrom}
        href={RULES_PATH}
      />
      {rule.inForceUntil && <p class="govuk-hint">It ends on {formatDate(rule.inForceUntil)}.</p>}
    </>
  )
}
