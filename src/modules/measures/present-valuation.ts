import { questionWords } from './messages/question-words.ts'
import { stepLabel } from './messages/step-words.ts'
import { leftOutWords, refusalSentence, warningSentence } from './messages/warning-words.ts'
import type { Source } from './model/reference.ts'
import type { Notice, Range, ReturnOnInputs, Step, Swing, Valuation } from './model/valuation.ts'
import type { Framework, Measure } from './model.ts'
import { findUnit } from './rules/conversions.ts'
import { type Exact, showExact, toPounds } from './rules/exact.ts'
import type { Pricing } from './rules/pricing.ts'
import { isPoint } from './rules/ranges.ts'
import { sensitivityOf } from './rules/sensitivity.ts'
import type { BasisTotal, Totals } from './rules/totals.ts'
import type { ItemOutcome } from './rules/value-items.ts'

export type ShownRange = { readonly low: string; readonly central: string; readonly high: string }

const mapShown = ({ low, central, high }: Range, show: (value: Exact) => string): ShownRange => ({
  low: show(low),
  central: show(central),
  high: show(high),
})
const shown = (value: Exact | Range | string): string | ShownRange => {
  if (typeof value === 'string') return value
  if (!('central' in value)) return showExact(value)
  return isPoint(value) ? showExact(value.central) : mapShown(value, (each) => showExact(each))
}

/** Pounds and pence as text, so that no reader turns them into binary fractions unasked. */
export const showPounds = (value: Range): ShownRange => mapShown(value, toPounds)

const showSource = (id: string | null, { reference }: Pricing) => {
  const source: Source | undefined = id === null ? undefined : reference.sources.get(id)
  return source
    ? { title: source.title, url: source.url, licence: source.licence, publishedOn: source.publishedOn }
    : null
}

const roundedResult = (step: Step): string | ShownRange => {
  if (step.code !== 'rounding') return shown(step.result)
  return 'central' in step.result ? mapShown(step.result, toPounds) : toPounds(step.result)
}

const showStep = (step: Step, pricing: Pricing) => ({
  step: step.code,
  label: stepLabel(step),
  formula: step.formula,
  inputs: Object.fromEntries(Object.entries(step.inputs).map(([name, value]) => [name, shown(value)])),
  result: roundedResult(step),
  unit: step.unit === 'pounds' ? '£' : step.unit,
  ...(step.reason === null ? {} : { reason: step.reason }),
  source: showSource(step.source, pricing),
})

export const showNotices = (notices: readonly Notice[]) =>
  notices.map((notice) => ({ code: notice.code, message: warningSentence(notice) }))

const showMeasure = (measure: Measure, pricing: Pricing) => ({
  code: measure.code,
  name: measure.name,
  unit: measure.unit,
  basis: measure.basis,
  status: measure.status,
  confidence: measure.confidence,
  group: measure.group,
  licence: measure.licence,
  source: showSource(measure.source, pricing),
})

const showSwing = (swing: Swing) => ({
  input: swing.input,
  range: swing.range,
  from: showExact(swing.inputLow),
  to: showExact(swing.inputHigh),
  resultFrom: toPounds(swing.resultAtLow),
  resultTo: toPounds(swing.resultAtHigh),
  swing: toPounds(swing.swing),
})

const showReturn = (returned: ReturnOnInputs) => ({
  inputs: toPounds(returned.inputs),
  ratio: mapShown(returned.ratio, (value) => showExact(value, 4)),
  netPresentValue: showPounds(returned.netPresentValue),
  note: 'Ratios of different reports do not compare.',
})

const showCount = (valuation: Valuation) => {
  const unit = findUnit(valuation.measure.unit)
  return { quantity: shown(valuation.quantity), unit: unit?.many ?? valuation.measure.unit }
}

/** One valuation as it is printed: the sum step by step, the result under its basis, and what to know before using it. */
export const showValuation = (valuation: Valuation, pricing: Pricing) => {
  const { value, basis, returned, worked } = valuation
  return {
    label: valuation.key,
    measure: showMeasure(valuation.measure, pricing),
    settings: {
      priceYear: valuation.priceYear,
      startYear: valuation.startYear,
      valuationYear: valuation.valuationYear,
      years: valuation.years,
      deflator: valuation.deflatorVintage,
    },
    ...showCount(valuation),
    steps: valuation.steps().map((step) => showStep(step, pricing)),
    result: value
      ? {
          [basis]: { ...showPounds(value), priceYear: valuation.priceYear, isTransfer: valuation.isTransfer },
        }
      : { none: showCount(valuation) },
    ...(returned ? { return: showReturn(returned) } : {}),
    ...(worked ? { sensitivity: sensitivityOf(worked).map(showSwing) } : {}),
    warnings: showNotices(valuation.warnings),
  }
}

/** An item as it is printed, whether it was valued, scored in words, waits for an answer or was refused. */
export const showOutcome = (outcome: ItemOutcome, pricing: Pricing) => {
  if (outcome.kind === 'valued') return showValuation(outcome.valuation, pricing)
  if (outcome.kind === 'refused') {
    return {
      label: outcome.key,
      refused: outcome.refusals.map((refusal) => ({ code: refusal.code, message: refusalSentence(refusal) })),
    }
  }
  if (outcome.kind === 'questions') {
    const questions = outcome.questions.map((question) => questionWords(question, outcome.measure))
    return { label: outcome.key, measure: showMeasure(outcome.measure, pricing), questions }
  }
  const { scored } = outcome
  return {
    label: outcome.key,
    measure: showMeasure(outcome.measure, pricing),
    score: scored.score,
    level: { name: scored.level.name, described: scored.level.described },
    reason: scored.reason,
    evidence: scored.evidence,
    result: { words: { score: scored.score, outOf: 5 } },
    warnings: [],
  }
}

const showTotal = (total: BasisTotal) => ({
  ...(total.range ? showPounds(total.range) : { low: null, central: null, high: null }),
  counted: total.counted,
  leftOut: total.leftOut.map((left) => ({
    label: left.key,
    because: left.why ?? leftOutWords(left.because),
    group: left.group,
    countedInstead: left.countedInstead,
  })),
  notices: showNotices(total.notices),
})

export const NEVER_ADDED =
  'Money paid, public money saved, earnings, wellbeing and carbon are different things. They are shown side by side and never added into one figure.'

/** Totals by basis. There is no grand total, on purpose. */
export const showTotals = (totals: Totals) =>
  Object.fromEntries(totals.byBasis.map((total) => [total.basis, showTotal(total)]))

export const showFramework = ({ id, version, title, notice }: Framework) => ({ id, version, title, notice })
