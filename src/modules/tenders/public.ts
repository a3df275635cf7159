export { amendTender } from './actions/amend.ts'
export { beginTender, changeDraft } from './actions/drafts.ts'
export { askQuestion, confirmQuestion, noteQuestion, publishAnswer } from './actions/enquiries.ts'
export { cancelTender, cancelWithin, extendDeadline, recordOutage } from './actions/extend.ts'
export { changeTenderStatus, publishTender } from './actions/publish.ts'
export { api } from './api.ts'
export {
  aSmallPurchase,
  type GivenTender,
  givePublishedTender,
  giveTenderDraft,
  someAsk,
} from './builders.ts'
export { commands } from './commands.ts'
export { deadlines } from './deadlines.ts'
export { jobs } from './jobs.ts'
export type { News } from './letters.ts'
export type {
  Change,
  QuestionKind,
  Tender,
  TenderContent,
  TenderDocument,
  TenderLot,
  TenderQuestion,
  TenderStatus,
  TenderVersion,
} from './model.ts'
export { pages } from './routes.ts'
export { isOpen, stateOf, type TenderState } from './rules/deadlines.ts'
export { listExtensions } from './store/changes.ts'
export { listDocuments } from './store/documents.ts'
export { listAnswers as listPublishedAnswers, listEnquiries } from './store/enquiries.ts'
export { findPublicTender, findTender, getTender, listTenders, lockTender } from './store/tenders.ts'
export { contentOf, listVersions, noteBidReceived } from './store/versions.ts'
export type { TendersTables } from './tables.ts'
