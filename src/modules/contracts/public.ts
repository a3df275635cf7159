export { approveAdjustment, makeAdjustment, proposeAdjustment } from './actions/adjustments.ts'
export { type AwardDraft, contractFromAward } from './actions/awards.ts'
export { setCodeFacts } from './actions/code-facts.ts'
export { addCommitment, changeCommitment } from './actions/commitments.ts'
export { judgeDelivery, reportDelivery } from './actions/deliveries.ts'
export { addEvidence } from './actions/evidence.ts'
export { addIndicator, assessIndicator, setLegalFacts } from './actions/indicators.ts'
export { recordInvoices } from './actions/invoices.ts'
export { beginNotice } from './actions/notices.ts'
export {
  addOption,
  changeContract,
  importContracts,
  type RegisterImport,
  type RegisterImported,
  recordContract,
  takeOption,
} from './actions/register.ts'
export { addReviewAction, holdReview, planReview } from './actions/reviews.ts'
export { addSubContractor } from './actions/sub-contractors.ts'
export { inviteSupplier, joinContract } from './actions/supplier-links.ts'
export { reportAsSupplier } from './actions/supplier-reports.ts'
export { api } from './api.ts'
export { aCommitmentText, aContractText, aReport } from './builders.ts'
export { commands } from './commands.ts'
export { deadlines } from './deadlines.ts'
export { type ContractRow, importContractRows, type RowOutcome, type RowsImported } from './import-rows.ts'
export { jobs } from './jobs.ts'
export type { Award, AwardOffer } from './model/award.ts'
export { type CodeFacts, NO_CODE_FACTS } from './model/code-facts.ts'
export type {
  Adjustment,
  Assessment,
  Indicator,
  IndicatorText,
  PerformanceNotice,
  Rating,
  Review,
} from './model/life.ts'
export type {
  Commitment,
  CommitmentText,
  Contract,
  ContractText,
  Delivery,
  DeliveryReport,
  Evidence,
  Extension,
} from './model.ts'
export { type ContractReport, readContract } from './read-contract.ts'
export { type ContractForNotices, readForNotices } from './read-for-notices.ts'
export { pages } from './routes.ts'
export { listCodeFacts } from './store/code-facts.ts'
export { listCommitments } from './store/commitments.ts'
export { listContracts } from './store/contracts.ts'
export { listDeliveries } from './store/deliveries.ts'
export {
  type ContractOfYear,
  contractsOfYear,
  type PromiseOfYear,
  promisesOfYear,
  unplannedOfYear,
} from './store/for-budget.ts'
export { listAssessments, listIndicators } from './store/indicators.ts'
export { listReviews } from './store/reviews.ts'
export { listSupplierLinks } from './store/supplier-links.ts'
export { findPicture, listPictures, listTold, type ToldDelivery } from './store/told.ts'
export type { ContractsTables } from './tables.ts'
