export { changeAppraisal, publishAppraisal, recordControlTest } from './actions/appraisals.ts'
export { changeAsk, readyAsk, setWeightPolicy } from './actions/asks.ts'
export { putContractEnding } from './actions/contract-endings.ts'
export { addEvent, addNote, addQuestion, answerQuestion, inviteSuppliers } from './actions/engagement.ts'
export { recordImpact } from './actions/impacts.ts'
export { adoptExample, askForOverride, decideOnOverride } from './actions/local-rules.ts'
export { createPurchase, followPurchase } from './actions/purchases.ts'
export { api } from './api.ts'
export { fingerprintOf, scoringText } from './ask-fingerprint.ts'
export { commands } from './commands.ts'
export { deadlines } from './deadlines.ts'
export { jobs } from './jobs.ts'
export type {
  Answer,
  Applies,
  Assumption,
  Confidence,
  DatedStep,
  Json,
  Kind,
  Question,
  Topic,
} from './law/answer.ts'
export { checkFacts } from './law/check-facts.ts'
export { DISCLAIMER, type Explanation, explainLaw, LAW_AS_OF } from './law/engine.ts'
export { explainInput } from './law/explain-input.ts'
export type { Amounts, Dates, Exemption, Facts, Modification, Payment } from './law/facts.ts'
export { type FactsRead, readFacts } from './law/input/read-facts.ts'
export { isWorkingDay, lastWorkingDay } from './law/working-days.ts'
export { explainPurchase, lawInputOf } from './law-of-purchase.ts'
export { benchmarkWords, METHOD_WORDS } from './messages/ask-words.ts'
export { type AppraisalContent, type DeliveryOption, FIRST_CRITERIA } from './model/appraisal.ts'
export type { AskContent, AskHead, AskLine, AskRevision, AwardCriterion } from './model/ask.ts'
export type { ContractEnding } from './model/contract-ending.ts'
export type { ImpactDraft } from './model/impact.ts'
export type { LocalRule } from './model/local-rule.ts'
export type { LawFacts, Purchase, PurchaseDraft, PurchaseId, PurchaseKind, Stage } from './model/purchase.ts'
export { pages } from './routes.ts'
export { countedOffer } from './rules/ask/credit.ts'
export { commitmentOwed } from './rules/ask/indexation.ts'
export { proposedCriteria } from './rules/ask/weights.ts'
export { wholeValue } from './rules/purchase-value.ts'
export { findAsk, latestRevision, listAsks } from './store/asks.ts'
export { listLocalRules } from './store/local-rules.ts'
export { getPurchase, listPurchases } from './store/purchases.ts'
export type { ProcurementTables } from './tables.ts'
