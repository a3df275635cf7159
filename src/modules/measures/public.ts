export {
  addEntry,
  changeEntry,
  type Edit,
  switchOff,
  takeBack,
  weighMeasure,
} from './actions/adapt-framework.ts'
export { changeVariant, leaveOutVariant } from './actions/adapt-variant.ts'
export { importFramework } from './actions/import-framework.ts'
export { importReference } from './actions/import-reference.ts'
export { installShippedFrameworks } from './actions/install-shipped.ts'
export { keepRefusedFile } from './actions/keep-refused-file.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { checkFramework } from './framework/check-framework.ts'
export type { Fault } from './framework/fault.ts'
export { type FrameworkRow, frameworkRows } from './framework/framework-row.ts'
export { findShippedFramework, SHIPPED_FRAMEWORKS } from './framework/shipped.ts'
export { questionWords } from './messages/question-words.ts'
export { stepLabel } from './messages/step-words.ts'
export { unitWords } from './messages/unit-words.ts'
export { leftOutWords, proportionWords, refusalSentence, warningSentence } from './messages/warning-words.ts'
export type { Change, LocalFramework, Weight } from './model/adaptation.ts'
export type { Reference, Source } from './model/reference.ts'
export type {
  Assumptions,
  Notice,
  Range,
  Share,
  Step,
  Swing,
  Valuation,
  ValueOutcome,
  ValueRequest,
} from './model/valuation.ts'
export type { Basis, Confidence, ContractKind, Framework, Measure, Outcome, Rubric, Theme } from './model.ts'
export { NEVER_ADDED, showOutcome, showPounds, showTotals, showValuation } from './present-valuation.ts'
export { LONGEST_INPUT, parseExactJson } from './reading/exact-json.ts'
export { readValueInput } from './reading/read-value-input.ts'
export { CENTRAL_GOVERNMENT_RULES } from './reference/central-government.ts'
export { REFERENCE } from './reference/loaded.ts'
export { PROPORTION_BANDS } from './reference/proportion-bands.ts'
export { pages } from './routes.ts'
export { centralGovernmentRule } from './rules/central-government.ts'
export { discountFactors, scheduledRates } from './rules/discounting.ts'
export { Exact, exact, readDecimal, toPence, toPounds } from './rules/exact.ts'
export { localMultiplier } from './rules/lm3.ts'
export { nearestCodes } from './rules/nearest-codes.ts'
export { type Pricing, preparePricing } from './rules/pricing.ts'
export { type ContractFacts, proportionateAsk, whyUnsuitable } from './rules/proportionality.ts'
export { rangeOf } from './rules/ranges.ts'
export { ageOf, isOutOfDate } from './rules/reference-age.ts'
export { decideScore } from './rules/rubric.ts'
export { sensitivityOf } from './rules/sensitivity.ts'
export { suggestMeasures } from './rules/suggest.ts'
export { suggestFor } from './rules/suggest-for.ts'
export { type Totals, totalByBasis } from './rules/totals.ts'
export { type ItemRequest, valueItems } from './rules/value-items.ts'
export { valueMeasure } from './rules/value-measure.ts'
export {
  type FrameworkListed,
  getMeasure,
  listFrameworks,
  listMeasures,
  readFramework,
} from './store/local-frameworks.ts'
export type { MeasuresTables } from './tables.ts'
