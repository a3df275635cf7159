import { formatList, formatNumber, formatPounds } from '../../../platform/views/formatters.ts'
import type {
  Duty,
  LocalAnswer,
  LocalRuleDraft,
  LocalRuleRefusal,
  OverrideRefusal,
} from '../model/local-rule.ts'
import { KIND_NAMES } from './purchase-words.ts'

export const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  'consider-social-value': 'Consider social value, and record that you did',
  'single-local-source': 'One local source will do',
  quotes: 'Get quotes, some of them local',
  'minimum-weight': 'Give social value a minimum weight',
}

/** What a rule asks, in one sentence. */
export const dutySentence = (rule: LocalRuleDraft): string => {
  switch (rule.duty) {
    case 'consider-social-value':
      return 'Social value must be considered before the purchase begins, and that be recorded.'
    case 'single-local-source':
      return 'It may be bought from a single local source without further quotes.'
    case 'quotes':
      return `At least ${formatNumber(rule.quotes ?? 0)} quotes are needed, at least ${formatNumber(rule.localQuotes ?? 0)} of them from local suppliers.`
    case 'minimum-weight':
      return `Social value must be at least ${formatNumber(rule.weightPercent ?? 0, Number.isInteger(rule.weightPercent) ? 0 : 2)} % of the whole score.`
  }
}

/** Pence-exact bounds read as people write them: from £5,000.01 is “over £5,000”. */
const lowerWords = (pence: number): string =>
  pence % 100 === 1 ? `over ${formatPounds(pence - 1)}` : `from ${formatPounds(pence)}`
const upperWords = (pence: number): string =>
  pence % 100 === 1 ? `up to ${formatPounds(pence - 1)}` : `under ${formatPounds(pence)}`

/** For which purchases a rule is meant. */
export const bandWords = ({ fromPence, belowPence, kinds }: LocalRuleDraft): string => {
  const value = [
    fromPence === null ? '' : lowerWords(fromPence),
    belowPence === null ? '' : upperWords(belowPence),
  ].filter(Boolean)
  const which =
    kinds.length > 0 ? formatList(kinds.map((kind) => KIND_NAMES[kind].toLowerCase())) : 'every kind'
  return `${value.length > 0 ? `${value.join(' and ')} without VAT` : 'any value'}, ${which}`
}

const WHY: Readonly<Record<LocalAnswer['why'], (rule: LocalRuleDraft) => string>> = {
  applies: (rule) => `It applies, because the purchase lies within: ${bandWords(rule)}.`,
  'value-outside': (rule) => `It does not apply: it is for purchases ${bandWords(rule)}.`,
  'kind-outside': (rule) => `It does not apply to this kind: it is for ${bandWords(rule)}.`,
  'value-unknown': (rule) => `It depends on the value, which is not known yet: it is for ${bandWords(rule)}.`,
  'kind-unknown': (rule) => `It depends on the kind, which is not known yet: it is for ${bandWords(rule)}.`,
}

/** The result of a rule for a purchase with its reason. */
export const localReason = ({ rule, why }: LocalAnswer): string => WHY[why](rule)

/** What the ask gives to social value, for a rule about it; empty for other rules. */
export const weightSentence = ({ rule, weight }: LocalAnswer): string => {
  if (rule.duty !== 'minimum-weight') return ''
  return weight === null
    ? 'The ask has no award criteria yet, so nothing can be said of its weight.'
    : `The ask gives it ${weight} %.`
}

type Facts = Readonly<Record<string, string | number>>

const RULE_SENTENCES: Readonly<Record<LocalRuleRefusal, (facts: Facts) => string>> = {
  'rule-has-no-title': () => 'Enter a title of at most 200 characters',
  'rule-band-empty': () => 'The upper value must be above the lower one',
  'rule-quotes-missing': () => 'Enter how many quotes are needed',
  'rule-quotes-beyond': () => 'There cannot be more local quotes than quotes',
  'rule-weight-missing': () => 'Enter a weight above 0 and up to 100 %',
  'rule-starts-before-version': ({ from }) =>
    `A new version begins after the one before it, which began on ${from}`,
  'rule-ends-before-start': ({ from }) => `The rule began on ${from}; it cannot end before that`,
  'example-unknown': () => 'Choose one of the examples in the list',
  'example-adopted': () => 'This example has been adopted already',
}

const OVERRIDE_SENTENCES: Readonly<Record<OverrideRefusal, string>> = {
  'override-without-reason': 'Enter a reason of at least ten characters; it stays on the record',
  'override-not-needed': 'The rule does not stand in the way, so there is nothing to set aside',
  'override-asked-already': 'Somebody has asked for this already; it waits for a decision',
  'override-decided-already': 'This has been decided already',
  'override-own': 'You asked for this yourself, so somebody else has to decide',
}

export const localRuleSentence = (refused: { refusal: LocalRuleRefusal; facts?: Facts }): string =>
  RULE_SENTENCES[refused.refusal](refused.facts ?? {})
export const overrideSentence = (refusal: OverrideRefusal): string => OVERRIDE_SENTENCES[refusal]

export const RULE_FIELD: Readonly<Record<LocalRuleRefusal, string>> = {
  'rule-has-no-title': 'title',
  'rule-band-empty': 'below',
  'rule-quotes-missing': 'quotes',
  'rule-quotes-beyond': 'localQuotes',
  'rule-weight-missing': 'weightPercent',
  'rule-starts-before-version': 'inForceFrom',
  'rule-ends-before-start': 'until',
  'example-unknown': 'code',
  'example-adopted': 'code',
}
