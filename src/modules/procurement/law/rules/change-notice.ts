import type { Case } from '../case.ts'
import { lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS } from '../tables/periods.ts'
import { TRIGGERS, triggers } from '../tables/thresholds.ts'
import { dayWords } from '../words.ts'
import { isTermChangeOver, isValueChangeOver, LIMITS, valueLimitOf } from './change-measures.ts'
import { isModifiable } from './modification.ts'

const barOf = (it: Case): string | undefined => {
  if (it.isLightTouch) return 'Changes of light touch contracts need no change notice (s.75(6)).'
  return it.isDefence
    ? 'Changes of defence and security contracts need no change notice (s.75(6)).'
    : undefined
}

type Need = { readonly isNeeded: boolean | null; readonly isUnsettled: boolean; readonly why: string }

/**
 * Section 75(2) joins its two exemptions, on value and on term, with "or". Read to the letter, a large change of price with
 * a small change of term would need no notice. The cautious reading is taken: a notice if either limit is passed.
 */
const needOf = (it: Case): Need => {
  const change = it.facts.modification
  if (change === undefined) return { isNeeded: null, isUnsettled: false, why: '' }
  if (change.isRestructuring === true)
    return { isNeeded: true, isUnsettled: false, why: 'a transfer on restructuring always needs one' }
  const limit = valueLimitOf(it)
  const [value, term] = [isValueChangeOver(change, limit), isTermChangeOver(change)]
  if (value === true && term === true)
    return {
      isNeeded: true,
      isUnsettled: false,
      why: `the value changes by more than ${limit} % and the term by more than ${LIMITS.term} %`,
    }
  if (value === true || term === true) {
    const passed =
      value === true
        ? `the value changes by more than ${limit} %`
        : `the term changes by more than ${LIMITS.term} %`
    return {
      isNeeded: true,
      isUnsettled: true,
      why: `${passed}. The Act joins its two exemptions with "or", so to the letter no notice might be needed; publishing one is the safe reading`,
    }
  }
  if (value === false && term === false)
    return {
      isNeeded: false,
      isUnsettled: false,
      why: `neither the value changes by more than ${limit} % nor the term by more than ${LIMITS.term} %`,
    }
  return { isNeeded: null, isUnsettled: false, why: '' }
}

const isReached = (it: Case): boolean | null => (barOf(it) === undefined ? isModifiable(it) : false)

const reachWords = (it: Case): string =>
  barOf(it) ?? 'The notice is for public contracts, and contracts that a change makes public.'
const baseOf = (it: Case) => ({
  code: 'UK10',
  when: 'before the change',
  valueLimitPercent: valueLimitOf(it),
  termLimitPercent: LIMITS.term,
})

const uk10: Rule = {
  reach: 'act',
  row: actRow('notice.UK10', 'notices', 'Contract change notice (UK10)', 's.75'),
  decide: (it): Outcome => {
    const base = baseOf(it)
    if (barOf(it) !== undefined) return no(reachWords(it), { value: { ...base, isMandatory: false } })
    if (it.isMarketItself) return no(reachWords(it), { value: { ...base, isMandatory: false } })
    const rule = `A contract change notice is published before a change of more than ${valueLimitOf(it)} % of value or ${LIMITS.term} % of the longest term, and always on a transfer by restructuring.`
    if (it.isPublic) return yes(rule, { value: { ...base, isMandatory: 'on such a change' } })
    const reached = isReached(it)
    if (reached === true)
      return yes(`The change makes this a public contract. ${rule}`, {
        value: { ...base, isMandatory: 'on such a change' },
      })
    if (reached === null)
      return depends(
        ['modification.valueAfter'],
        `Only if the change makes this a public contract. ${rule}`,
        { value: { ...base, isMandatory: 'if the change makes it a public contract' } },
      )
    return it.facts.modification === undefined
      ? depends(['modification'], `Only if a change makes this a public contract. ${rule}`, {
          value: { ...base, isMandatory: 'if a change makes it a public contract' },
        })
      : no('The contract stays below its threshold after the change.', {
          value: { ...base, isMandatory: false },
        })
  },
}

const forThisChange: Rule = {
  reach: 'act',
  row: actRow('modification.change-notice', 'modification', 'Change notice for this change', 's.75', {
    provision: 'Procurement Act 2023 s.75(1)–(2)',
  }),
  decide: (it): Outcome => {
    const need = needOf(it)
    const reached = isReached(it)
    const value = { ...baseOf(it), isNeeded: reached === false ? false : need.isNeeded }
    if (reached === false) return no(reachWords(it), { value })
    if (reached === null || need.isNeeded === null)
      return depends(['modification'], 'What the change does to value and term is not fully known.', {
        value,
      })
    const { madeOn, changeNoticeOn } = it.facts.modification ?? {}
    const steps: StepDraft[] =
      need.isNeeded && madeOn !== undefined
        ? [
            {
              id: 'change-notice',
              title: 'Contract change notice (UK10)',
              means: 'by',
              date: madeOn,
              given: changeNoticeOn,
            },
          ]
        : []
    if (!need.isNeeded) return no(`No change notice is needed: ${need.why}.`, { value })
    return yes(`Publish a change notice before the change: ${need.why}.`, {
      value,
      steps,
      ...(need.isUnsettled ? { confidence: 'unsure' as const } : {}),
    })
  },
}

const copy: Rule = {
  reach: 'act',
  row: actRow('modification.copy', 'modification', 'Copy of the change', 's.77'),
  decide: (it): Outcome => {
    const change = it.facts.modification
    const need = needOf(it)
    const reached = isReached(it)
    const by =
      change?.madeOn === undefined || need.isNeeded === false || reached === false
        ? null
        : lastDayOfPeriod(change.madeOn, DAYS.modificationCopy, true)
    const value = {
      days: DAYS.modificationCopy,
      countsFrom: 'the day the change is made',
      countsStartDay: true,
      by,
    }
    if (reached === false) return no(reachWords(it), { value: { ...value, by: null } })
    if (need.isNeeded === false)
      return no('No change notice is needed, so no copy has to be published.', {
        value: { ...value, by: null },
      })
    const worth = [change?.valueBeforePence ?? it.valuePence, change?.valueAfterPence].filter(
      (pence) => pence !== undefined && pence !== null,
    )
    const isLarge = worth.some((pence) => triggers(pence, TRIGGERS.modificationCopy))
    if (!isLarge && worth.length === 2)
      return no('The contract is not worth more than £5 million before or after the change.', {
        value: { ...value, by: null },
      })
    const sentence = `If the contract is worth more than £5 million before or after a change that needs a notice, publish the change or the changed contract within 90 days, the day of the change being day 1${by === null ? '' : `: by ${dayWords(by)}`}.`
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'modification-copy',
              title: 'Copy of the change',
              means: 'by',
              date: by,
              given: change?.copyPublishedOn,
            },
          ]
    if (need.isNeeded === null || !isLarge) return depends(['modification'], sentence, { value, steps })
    return yes(sentence, { value, steps, ...(need.isUnsettled ? { confidence: 'unsure' as const } : {}) })
  },
}

export const changeNoticeRules: readonly Rule[] = [uk10, forThisChange, copy]
