import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { readDecimal } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { DecimalText } from '../model/ask.ts'
import {
  LOCAL_FACTS,
  type LocalAnswer,
  type LocalRule,
  type LocalRuleDraft,
  type LocalRuleRefusal,
  type OverrideRefusal,
  type RuleOverride,
} from '../model/local-rule.ts'
import type { Purchase } from '../model/purchase.ts'
import { wholeValue } from './purchase-value.ts'

/** The version of each rule that holds on a day: the newest that has begun, unless it has ended. */
export const rulesInForce = (versions: readonly LocalRule[], on: PlainDate): LocalRule[] =>
  [...Map.groupBy(versions, ({ id }) => id).values()].flatMap((group) => {
    const begun = group.filter(({ inForceFrom }) => inForceFrom <= on)
    const newest = begun.sort((a, b) => b.version - a.version)[0]
    return newest && (newest.inForceUntil === null || newest.inForceUntil >= on) ? [newest] : []
  })

/** Whether a rule reaches a purchase, and why. A purchase without value or kind might still be reached. */
const reachOf = (rule: LocalRule, purchase: Purchase): Pick<LocalAnswer, 'applies' | 'why'> => {
  const value = wholeValue(purchase)
  if (rule.kinds.length > 0) {
    if (purchase.kind === null) return { applies: 'depends', why: 'kind-unknown' }
    if (!rule.kinds.includes(purchase.kind)) return { applies: false, why: 'kind-outside' }
  }
  if (rule.fromPence === null && rule.belowPence === null) return { applies: true, why: 'applies' }
  if (value === null) return { applies: 'depends', why: 'value-unknown' }
  const isInside = value >= (rule.fromPence ?? 0) && (rule.belowPence === null || value < rule.belowPence)
  return isInside ? { applies: true, why: 'applies' } : { applies: false, why: 'value-outside' }
}

const numberFact = (purchase: Purchase, name: string): number | null => {
  const value = purchase.facts[name]
  return typeof value === 'number' ? value : null
}

/** Whether a purchase does what a rule asks; null while nothing is recorded, or where the rule only allows. */
const isMet = (rule: LocalRule, purchase: Purchase, weight: DecimalText | null): boolean | null => {
  switch (rule.duty) {
    case 'consider-social-value': {
      const considered =
        purchase.facts[LOCAL_FACTS.considered] ??
        (purchase.facts.socialValueConsideredOn === undefined ? null : true)
      return typeof considered === 'boolean' ? considered : null
    }
    case 'single-local-source':
      return null
    case 'quotes': {
      const all = numberFact(purchase, LOCAL_FACTS.quotes)
      const local = numberFact(purchase, LOCAL_FACTS.localQuotes)
      return all === null || local === null
        ? null
        : all >= (rule.quotes ?? 0) && local >= (rule.localQuotes ?? 0)
    }
    case 'minimum-weight': {
      const asked = weight === null ? undefined : readDecimal(weight)
      return asked === undefined ? null : asked.gte(rule.weightPercent ?? 0)
    }
  }
}

const newestFor = (overrides: readonly RuleOverride[], rule: LocalRule): RuleOverride | null =>
  overrides
    .filter(({ ruleId }) => ruleId === rule.id)
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())[0] ?? null

/**
 * What the council's own rules ask of a purchase: those in force on the day its procurement commences, or today.
 * `weight` is what its ask gives to social value.
 */
export const answerLocalRules = (
  purchase: Purchase,
  versions: readonly LocalRule[],
  overrides: readonly RuleOverride[],
  today: PlainDate,
  weight: DecimalText | null,
): LocalAnswer[] =>
  rulesInForce(versions, purchase.commencesOn ?? today).map((rule) => {
    const reach = reachOf(rule, purchase)
    return {
      rule,
      ...reach,
      isMet: reach.applies === true ? isMet(rule, purchase, weight) : null,
      weight: rule.duty === 'minimum-weight' ? weight : null,
      override: newestFor(overrides, rule),
    }
  })

/** A rule is settled when it does not apply, is met, only allows, or was set aside by a second person. */
export const isSettled = ({ rule, applies, isMet: met, override }: LocalAnswer): boolean =>
  applies === false ||
  (applies === true && (met === true || rule.duty === 'single-local-source')) ||
  override?.decision === 'approved'

/** Takes a rule as a council wrote it, and says what is missing. A new version begins after the one before it. */
export const decideLocalRule = (
  draft: LocalRuleDraft,
  previous: LocalRule | null,
): Decision<LocalRuleDraft, LocalRuleRefusal> => {
  const title = draft.title.trim()
  if (title === '' || title.length > 200) return refuse('rule-has-no-title')
  if (draft.belowPence !== null && draft.belowPence <= (draft.fromPence ?? 0))
    return refuse('rule-band-empty')
  if (draft.duty === 'quotes') {
    if (draft.quotes === null || draft.quotes < 1) return refuse('rule-quotes-missing')
    if ((draft.localQuotes ?? 0) > draft.quotes) return refuse('rule-quotes-beyond')
  }
  const weight = draft.weightPercent
  if (draft.duty === 'minimum-weight' && (weight === null || weight <= 0 || weight > 100))
    return refuse('rule-weight-missing')
  if (previous !== null && draft.inForceFrom <= previous.inForceFrom)
    return refuse('rule-starts-before-version', { from: previous.inForceFrom })
  return accept({ ...draft, title })
}

/** Whether a rule may be asked to be set aside: it must apply, not be met, and not be under discussion already. */
export const decideOverride = (
  answer: LocalAnswer | undefined,
  reason: string,
): Decision<string, OverrideRefusal> => {
  if (reason.trim().length < 10) return refuse('override-without-reason')
  if (answer === undefined || isSettled(answer)) return refuse('override-not-needed')
  if (answer.override !== null && answer.override.decision === null) return refuse('override-asked-already')
  return accept(reason.trim())
}

/** Four eyes: whoever asked does not decide. */
export const decideApproval = (
  override: Pick<RuleOverride, 'askedBy' | 'decision'>,
  personId: string,
): Decision<null, OverrideRefusal> => {
  if (override.decision !== null) return refuse('override-decided-already')
  if (override.askedBy === personId) return refuse('override-own')
  return accept(null)
}
