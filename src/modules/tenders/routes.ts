import type { PageRoute } from '../../platform/http/route.ts'
import * as amendTender from './pages/amend-tender.ts'
import * as answerEnquiry from './pages/answer-enquiry.ts'
import * as askQuestion from './pages/ask-question.ts'
import * as documents from './pages/documents.ts'
import * as editContent from './pages/edit-content.ts'
import * as editQuestion from './pages/edit-question.ts'
import * as editTender from './pages/edit-tender.ts'
import * as editWeights from './pages/edit-weights.ts'
import * as extendTender from './pages/extend-tender.ts'
import * as letters from './pages/letters.ts'
import * as listFits from './pages/list-fits.ts'
import * as listOpportunities from './pages/list-opportunities.ts'
import * as listTenders from './pages/list-tenders.ts'
import * as noteQuestion from './pages/note-question.ts'
import * as showOpportunity from './pages/show-opportunity.ts'
import * as showTender from './pages/show-tender.ts'

type Row = (path: string, page: string, audit: string, handle: PageRoute['handle']) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access'], more: Partial<PageRoute> = {}): Row =>
  (path, page, audit, handle) => ({
    method,
    path,
    access,
    audit,
    page: `tenders/pages/${page}`,
    handle,
    ...more,
  })

const read = rowsFor('GET', 'tenders.read')
const form = rowsFor('GET', 'tenders.manage')
const manage = rowsFor('POST', 'tenders.manage')
const publish = rowsFor('POST', 'tenders.publish')
const upload = rowsFor('POST', 'tenders.manage', { takesFile: true, limitPerMinute: 30 })
const open = rowsFor('GET', 'public', { limitPerMinute: 240 })
const send = rowsFor('POST', 'public', { limitPerMinute: 20 })

const ALL = '/opportunities'
const ONE = '/opportunities/:reference'
const TENDER = '/tenders/:tenderId'
const QUESTION = `${TENDER}/questions/:code`
const ENQUIRY = `${TENDER}/enquiries/:enquiryId`

// biome-ignore format: a table reads better in rows
const opportunities: readonly PageRoute[] = [
  open(ALL, 'list-opportunities', 'OPPORTUNITIES_READ', listOpportunities.get),
  open(`${ALL}.:format`, 'list-opportunities', 'OPPORTUNITIES_EXPORTED', listOpportunities.getExport),
  open(`${ALL}/letters`, 'letters', 'LETTERS_FORM_READ', letters.get),
  send(`${ALL}/letters`, 'letters', 'LETTERS_WISHED', letters.post),
  open(`${ALL}/letters/:token`, 'letters', 'LETTERS_FORM_READ', letters.getConfirm),
  send(`${ALL}/letters/:token`, 'letters', 'LETTERS_CONFIRMED', letters.postConfirm),
  open(`${ALL}/leave/:token`, 'letters', 'LETTERS_FORM_READ', letters.getLeave),
  send(`${ALL}/leave/:token`, 'letters', 'LETTERS_ENDED', letters.postLeave),
  open(`${ALL}/questions/:token`, 'letters', 'QUESTION_FORM_READ', letters.getQuestion),
  send(`${ALL}/questions/:token`, 'letters', 'QUESTION_CONFIRMED', letters.postQuestion),
  open(`${ALL}/for/:entryId`, 'list-fits', 'OPPORTUNITIES_READ', listFits.get),
  open(ONE, 'show-opportunity', 'OPPORTUNITY_READ', showOpportunity.get),
  open(`${ONE}/changes`, 'show-opportunity', 'OPPORTUNITY_READ', showOpportunity.getChanges),
  open(`${ONE}/documents/:documentId`, 'show-opportunity', 'TENDER_DOCUMENT_READ', showOpportunity.getDocument),
  open(`${ONE}/ask`, 'ask-question', 'QUESTION_FORM_READ', askQuestion.get),
  send(`${ONE}/ask`, 'ask-question', 'QUESTION_ASKED', askQuestion.post),
  open(`${ONE}/follow`, 'letters', 'LETTERS_FORM_READ', letters.getFollow),
  send(`${ONE}/follow`, 'letters', 'LETTERS_WISHED', letters.postFollow),
]

// biome-ignore format: a table reads better in rows
const tenders: readonly PageRoute[] = [
  read('/tenders', 'list-tenders', 'TENDERS_READ', listTenders.get),
  read('/tenders.:format', 'list-tenders', 'TENDERS_EXPORTED', listTenders.getExport),
  form('/tenders/new', 'list-tenders', 'TENDER_FORM_READ', listTenders.getNew),
  manage('/tenders/new', 'list-tenders', 'TENDER_BEGUN', listTenders.postNew),
  read(TENDER, 'show-tender', 'TENDER_READ', showTender.get),
  form(`${TENDER}/edit`, 'edit-tender', 'TENDER_FORM_READ', editTender.get),
  manage(`${TENDER}/edit`, 'edit-tender', 'TENDER_DRAFT_CHANGED', editTender.post),
  form(`${TENDER}/content`, 'edit-content', 'TENDER_FORM_READ', editContent.get),
  manage(`${TENDER}/content`, 'edit-content', 'TENDER_DRAFT_CHANGED', editContent.post),
  read(`${TENDER}/questions`, 'edit-question', 'TENDER_READ', editQuestion.getList),
  form(QUESTION, 'edit-question', 'TENDER_FORM_READ', editQuestion.get),
  manage(QUESTION, 'edit-question', 'TENDER_DRAFT_CHANGED', editQuestion.post),
  manage(`${QUESTION}/remove`, 'edit-question', 'TENDER_DRAFT_CHANGED', editQuestion.postRemove),
  form(`${TENDER}/criteria`, 'edit-weights', 'TENDER_FORM_READ', editWeights.get),
  manage(`${TENDER}/criteria`, 'edit-weights', 'TENDER_DRAFT_CHANGED', editWeights.post),
  upload(`${TENDER}/documents`, 'documents', 'TENDER_DOCUMENT_ADDED', documents.post),
  read(`${TENDER}/documents/:documentId`, 'documents', 'TENDER_DOCUMENT_READ', documents.get),
  manage(`${TENDER}/documents/:documentId/remove`, 'documents', 'TENDER_DOCUMENT_REMOVED', documents.postRemove),
  manage(`${TENDER}/drop`, 'show-tender', 'TENDER_DRAFT_DROPPED', showTender.postDrop),
  publish(`${TENDER}/publish`, 'show-tender', 'TENDER_PUBLISHED', showTender.postPublish),
  form(`${TENDER}/amend`, 'amend-tender', 'TENDER_FORM_READ', amendTender.get),
  manage(`${TENDER}/amend`, 'amend-tender', 'TENDER_AMENDED', amendTender.post),
  form(`${TENDER}/extend`, 'extend-tender', 'TENDER_FORM_READ', extendTender.get),
  manage(`${TENDER}/extend`, 'extend-tender', 'TENDER_EXTENDED', extendTender.post),
  manage(`${TENDER}/outages`, 'extend-tender', 'OUTAGE_RECORDED', extendTender.postOutage),
  publish(`${TENDER}/cancel`, 'show-tender', 'TENDER_CANCELLED', showTender.postCancel),
  form(`${TENDER}/answer`, 'answer-enquiry', 'ENQUIRY_READ', answerEnquiry.get),
  manage(`${TENDER}/answer`, 'answer-enquiry', 'QUESTION_ANSWERED', answerEnquiry.post),
  form(`${TENDER}/enquiries/new`, 'note-question', 'QUESTION_FORM_READ', noteQuestion.get),
  manage(`${TENDER}/enquiries/new`, 'note-question', 'QUESTION_NOTED', noteQuestion.post),
  form(ENQUIRY, 'answer-enquiry', 'ENQUIRY_READ', answerEnquiry.get),
  manage(ENQUIRY, 'answer-enquiry', 'QUESTION_ANSWERED', answerEnquiry.post),
  manage(`${ENQUIRY}/dismiss`, 'answer-enquiry', 'QUESTION_DISMISSED', answerEnquiry.postDismiss),
]

export const pages: readonly PageRoute[] = [...opportunities, ...tenders]
