import type { PageRoute } from '../../platform/http/route.ts'
import * as contractReviews from './pages/contract-reviews.ts'
import * as deliverContract from './pages/deliver-contract.ts'
import * as deliverDelivery from './pages/deliver-delivery.ts'
import * as deliverHome from './pages/deliver-home.ts'
import * as deliverReport from './pages/deliver-report.ts'
import * as editChange from './pages/edit-change.ts'
import * as editCodeFacts from './pages/edit-code-facts.ts'
import * as editCommitment from './pages/edit-commitment.ts'
import * as editContract from './pages/edit-contract.ts'
import * as editIndicator from './pages/edit-indicator.ts'
import * as editLegal from './pages/edit-legal.ts'
import * as editNotice from './pages/edit-notice.ts'
import * as listCommitments from './pages/export-commitments.ts'
import * as importInvoices from './pages/import-invoices.ts'
import * as importRegister from './pages/import-register.ts'
import * as listAwards from './pages/list-awards.ts'
import * as listContracts from './pages/list-contracts.ts'
import * as listDeliveries from './pages/list-deliveries.ts'
import * as listIndicators from './pages/list-indicators.ts'
import * as listReviews from './pages/list-reviews.ts'
import * as reportDelivery from './pages/report-delivery.ts'
import * as showChange from './pages/show-change.ts'
import * as showContract from './pages/show-contract.ts'
import * as showDelivery from './pages/show-delivery.ts'
import * as showHandover from './pages/show-handover.ts'
import * as showHistory from './pages/show-history.ts'
import * as showIndicator from './pages/show-indicator.ts'
import * as showNotice from './pages/show-notice.ts'
import * as showReview from './pages/show-review.ts'
import * as showSupplier from './pages/show-supplier.ts'
import * as takeAward from './pages/take-award.ts'

type Row = (path: string, page: string, audit: string, handle: PageRoute['handle']) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `contracts/pages/${page}`, handle })

const read = rowsFor('GET', 'contracts.read')
const form = rowsFor('GET', 'contracts.manage')
const manage = rowsFor('POST', 'contracts.manage')
const verify = rowsFor('POST', 'contracts.verify')
const approve = rowsFor('POST', 'contracts.approve')
const takingFile = (row: PageRoute): PageRoute => ({ ...row, takesFile: true, limitPerMinute: 30 })

const supplierRead = rowsFor('GET', 'deliver.report')
const supplierDo = rowsFor('POST', 'deliver.report')
const CONTRACT = '/contracts/:contractId'
const DELIVERY = '/contracts/deliveries/:deliveryId'
const COMMITMENT = `${CONTRACT}/commitments/:commitmentId`

// biome-ignore format: a table reads better in rows
export const pages: readonly PageRoute[] = [
  read('/contracts', 'list-contracts', 'CONTRACTS_READ', listContracts.get),
  read('/contracts.:format', 'list-contracts', 'CONTRACTS_EXPORTED', listContracts.getExport),
  form('/contracts/new', 'edit-contract', 'CONTRACT_FORM_READ', editContract.getNew),
  manage('/contracts/new', 'edit-contract', 'CONTRACT_RECORDED', editContract.postNew),
  form('/contracts/import', 'import-register', 'REGISTER_FORM_READ', importRegister.get),
  takingFile(manage('/contracts/import', 'import-register', 'CONTRACTS_IMPORTED', importRegister.post)),
  read('/contracts/awards', 'list-awards', 'WAITING_AWARDS_READ', listAwards.get),
  read('/contracts/awards.:format', 'list-awards', 'WAITING_AWARDS_EXPORTED', listAwards.getExport),
  form('/contracts/awards/:awardId', 'take-award', 'AWARD_FORM_READ', takeAward.get),
  manage('/contracts/awards/:awardId', 'take-award', 'CONTRACT_MADE_OF_AWARD', takeAward.post),
  read('/contracts/deliveries', 'list-deliveries', 'DELIVERIES_READ', listDeliveries.get),
  read('/contracts/deliveries.:format', 'list-deliveries', 'DELIVERIES_EXPORTED', listDeliveries.getExport),
  read(DELIVERY, 'show-delivery', 'DELIVERY_READ', showDelivery.get),
  verify(`${DELIVERY}/decide`, 'show-delivery', 'DELIVERY_JUDGED', showDelivery.postJudgement),
  manage(`${DELIVERY}/answer`, 'show-delivery', 'DELIVERY_ANSWERED', showDelivery.postAnswer),
  takingFile(manage(`${DELIVERY}/evidence`, 'show-delivery', 'EVIDENCE_ADDED', showDelivery.postEvidence)),
  read(`${DELIVERY}/evidence/:evidenceId`, 'show-delivery', 'EVIDENCE_READ', showDelivery.getEvidence),
  read(CONTRACT, 'show-contract', 'CONTRACT_READ', showContract.get),
  form(`${CONTRACT}/edit`, 'edit-contract', 'CONTRACT_FORM_READ', editContract.get),
  manage(`${CONTRACT}/edit`, 'edit-contract', 'CONTRACT_CHANGED', editContract.post),
  manage(`${CONTRACT}/extensions`, 'show-contract', 'EXTENSION_AGREED', showContract.postOption),
  manage(`${CONTRACT}/extensions/take`, 'show-contract', 'EXTENSION_TAKEN', showContract.postTaken),
  read(`${CONTRACT}/commitments.:format`, 'export-commitments', 'COMMITMENTS_EXPORTED', listCommitments.get),
  form(`${CONTRACT}/commitments/new`, 'edit-commitment', 'COMMITMENT_FORM_READ', editCommitment.get),
  manage(`${CONTRACT}/commitments/new`, 'edit-commitment', 'COMMITMENT_RECORDED', editCommitment.post),
  form(COMMITMENT, 'edit-commitment', 'COMMITMENT_FORM_READ', editCommitment.get),
  manage(COMMITMENT, 'edit-commitment', 'COMMITMENT_CHANGED', editCommitment.post),
  read(`${CONTRACT}/supplier`, 'show-supplier', 'SUPPLIER_SIDE_READ', showSupplier.get),
  { ...manage(`${CONTRACT}/supplier/invite`, 'show-supplier', 'SUPPLIER_INVITED', showSupplier.postInvitation), limitPerMinute: 20 },
  manage(`${CONTRACT}/supplier/end`, 'show-supplier', 'SUPPLIER_LINK_ENDED', showSupplier.postEnd),
  manage(`${CONTRACT}/supplier/sub-contractors`, 'show-supplier', 'SUB_CONTRACTOR_RECORDED', showSupplier.postSubContractor),
  manage(`${CONTRACT}/supplier/left`, 'show-supplier', 'SUB_CONTRACTOR_LEFT', showSupplier.postLeft),
  read(`${CONTRACT}/indicators`, 'list-indicators', 'INDICATORS_READ', listIndicators.get),
  form(`${CONTRACT}/indicators/new`, 'edit-indicator', 'INDICATOR_FORM_READ', editIndicator.get),
  manage(`${CONTRACT}/indicators/new`, 'edit-indicator', 'INDICATOR_SET', editIndicator.post),
  read(`${CONTRACT}/indicators/:indicatorId`, 'show-indicator', 'INDICATOR_READ', showIndicator.get),
  manage(`${CONTRACT}/indicators/:indicatorId/assess`, 'show-indicator', 'INDICATOR_ASSESSED', showIndicator.postAssessment),
  manage(`${CONTRACT}/indicators/:indicatorId/close`, 'show-indicator', 'INDICATOR_CLOSED', showIndicator.postClose),
  form(`${CONTRACT}/transparency`, 'edit-code-facts', 'CODE_FACTS_READ', editCodeFacts.get),
  manage(`${CONTRACT}/transparency`, 'edit-code-facts', 'CODE_FACTS_RECORDED', editCodeFacts.post),
  form(`${CONTRACT}/legal`, 'edit-legal', 'LEGAL_FACTS_READ', editLegal.get),
  manage(`${CONTRACT}/legal`, 'edit-legal', 'LEGAL_FACTS_RECORDED', editLegal.post),
  form(`${CONTRACT}/notices/new`, 'edit-notice', 'NOTICE_FORM_READ', editNotice.get),
  manage(`${CONTRACT}/notices/new`, 'edit-notice', 'PERFORMANCE_NOTICE_BEGUN', editNotice.post),
  read(`${CONTRACT}/notices/:noticeId`, 'show-notice', 'PERFORMANCE_NOTICE_READ', showNotice.get),
  manage(`${CONTRACT}/notices/:noticeId/propose`, 'show-notice', 'PERFORMANCE_NOTICE_PROPOSED', showNotice.postProposal),
  approve(`${CONTRACT}/notices/:noticeId/approve`, 'show-notice', 'PERFORMANCE_NOTICE_APPROVED', showNotice.postApproval),
  manage(`${CONTRACT}/notices/:noticeId/withdraw`, 'show-notice', 'PERFORMANCE_NOTICE_WITHDRAWN', showNotice.postWithdrawal),
  read('/contracts/reviews', 'list-reviews', 'REVIEWS_READ', listReviews.get),
  read('/contracts/reviews.ics', 'list-reviews', 'REVIEW_CALENDAR_READ', listReviews.getCalendar),
  read(`${CONTRACT}/reviews`, 'contract-reviews', 'REVIEWS_READ', contractReviews.get),
  manage(`${CONTRACT}/reviews`, 'contract-reviews', 'REVIEW_PLANNED', contractReviews.post),
  read(`${CONTRACT}/reviews/:reviewId`, 'show-review', 'REVIEW_READ', showReview.get),
  manage(`${CONTRACT}/reviews/:reviewId/held`, 'show-review', 'REVIEW_HELD', showReview.postHeld),
  manage(`${CONTRACT}/reviews/:reviewId/actions`, 'show-review', 'REVIEW_ACTION_AGREED', showReview.postAction),
  manage(`${CONTRACT}/reviews/:reviewId/done`, 'show-review', 'REVIEW_ACTION_DONE', showReview.postDone),
  form(`${CONTRACT}/changes/new`, 'edit-change', 'CHANGE_FORM_READ', editChange.get),
  manage(`${CONTRACT}/changes/new`, 'edit-change', 'ADJUSTMENT_PROPOSED', editChange.post),
  read(`${CONTRACT}/changes/:adjustmentId`, 'show-change', 'ADJUSTMENT_READ', showChange.get),
  approve(`${CONTRACT}/changes/:adjustmentId/approve`, 'show-change', 'ADJUSTMENT_APPROVED', showChange.postApproval),
  manage(`${CONTRACT}/changes/:adjustmentId/make`, 'show-change', 'ADJUSTMENT_MADE', showChange.postMade),
  manage(`${CONTRACT}/changes/:adjustmentId/drop`, 'show-change', 'ADJUSTMENT_DROPPED', showChange.postDropped),
  read(`${CONTRACT}/history`, 'show-history', 'CONTRACT_HISTORY_READ', showHistory.get),
  read(`${CONTRACT}/handover`, 'show-handover', 'HANDOVER_READ', showHandover.get),
  manage(`${CONTRACT}/handover`, 'show-handover', 'HANDOVER_CONFIRMED', showHandover.post),
  form(`${CONTRACT}/invoices`, 'import-invoices', 'INVOICE_FORM_READ', importInvoices.get),
  read(`${CONTRACT}/invoices.:format`, 'import-invoices', 'INVOICES_EXPORTED', importInvoices.getExport),
  takingFile(manage(`${CONTRACT}/invoices`, 'import-invoices', 'INVOICES_RECORDED', importInvoices.post)),
  form(`${CONTRACT}/deliveries/new`, 'report-delivery', 'DELIVERY_FORM_READ', reportDelivery.get),
  manage(`${CONTRACT}/deliveries/new`, 'report-delivery', 'DELIVERY_REPORTED', reportDelivery.post),

  supplierRead('/deliver', 'deliver-home', 'LINKED_CONTRACTS_READ', deliverHome.get),
  supplierRead('/deliver/join', 'deliver-home', 'CODE_FORM_READ', deliverHome.getJoin),
  { ...supplierDo('/deliver/join', 'deliver-home', 'SUPPLIER_LINKED', deliverHome.postJoin), limitPerMinute: 10 },
  supplierRead('/deliver/:contractId', 'deliver-contract', 'LINKED_CONTRACT_READ', deliverContract.get),
  supplierDo('/deliver/:contractId/sub-contractors', 'deliver-contract', 'SUB_CONTRACTOR_RECORDED', deliverContract.postSubContractor),
  supplierDo('/deliver/:contractId/handover', 'deliver-contract', 'HANDOVER_CONFIRMED', deliverContract.postHandover),
  supplierRead('/deliver/:contractId/new', 'deliver-report', 'DELIVERY_FORM_READ', deliverReport.get),
  takingFile(supplierDo('/deliver/:contractId/new', 'deliver-report', 'DELIVERY_REPORTED', deliverReport.post)),
  supplierRead('/deliver/:contractId/deliveries/:deliveryId', 'deliver-delivery', 'DELIVERY_READ', deliverDelivery.get),
  supplierDo('/deliver/:contractId/deliveries/:deliveryId/answer', 'deliver-delivery', 'DELIVERY_ANSWERED', deliverDelivery.postAnswer),
  takingFile(supplierDo('/deliver/:contractId/deliveries/:deliveryId/evidence', 'deliver-delivery', 'EVIDENCE_ADDED', deliverDelivery.postEvidence)),
  supplierRead('/deliver/:contractId/deliveries/:deliveryId/evidence/:evidenceId', 'deliver-delivery', 'EVIDENCE_READ', deliverDelivery.getEvidence),
]
