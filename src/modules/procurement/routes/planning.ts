import type { PageRoute } from '../../../platform/http/route.ts'
import * as appraisalSummary from '../pages/appraisal-summary.ts'
import * as askChanges from '../pages/ask-changes.ts'
import * as chooseMeasures from '../pages/choose-measures.ts'
import * as chooseSuppliers from '../pages/choose-suppliers.ts'
import * as controlTest from '../pages/control-test.ts'
import * as editAppraisal from '../pages/edit-appraisal.ts'
import * as editAskLine from '../pages/edit-ask-line.ts'
import * as editCriteria from '../pages/edit-criteria.ts'
import * as editLots from '../pages/edit-lots.ts'
import * as editOption from '../pages/edit-option.ts'
import * as previewAsk from '../pages/preview-ask.ts'
import * as showAppraisal from '../pages/show-appraisal.ts'
import * as showAsk from '../pages/show-ask.ts'
import * as showEngagement from '../pages/show-engagement.ts'
import * as tryAsk from '../pages/try-ask.ts'
import * as weightPolicy from '../pages/weight-policy.ts'
import { manage, purchase, read } from './rows.ts'

const approve: typeof manage = (...row) => ({ ...manage(...row), access: 'procurement.approve' })
const ask = `${purchase}/ask`

// biome-ignore format: a table reads better in rows
const asks: readonly PageRoute[] = [
  read(ask, 'show-ask', 'ASK_READ', showAsk.get),
  approve('POST', `${ask}/ready`, 'show-ask', 'ASK_READIED', showAsk.postReady),
  approve('POST', `${ask}/reopen`, 'show-ask', 'ASK_REOPENED', showAsk.postReopen),
  manage('GET', `${ask}/measures`, 'choose-measures', 'ASK_FORM_READ', chooseMeasures.get),
  manage('POST', `${ask}/measures`, 'choose-measures', 'ASK_CHANGED', chooseMeasures.post),
  manage('POST', `${ask}/priorities`, 'choose-measures', 'ASK_MEASURES_OFFERED', chooseMeasures.postPriorities),
  manage('GET', `${ask}/measures/:measure`, 'edit-ask-line', 'ASK_FORM_READ', editAskLine.get),
  manage('POST', `${ask}/measures/:measure`, 'edit-ask-line', 'ASK_CHANGED', editAskLine.post),
  manage('GET', `${ask}/criteria`, 'edit-criteria', 'ASK_FORM_READ', editCriteria.get),
  manage('POST', `${ask}/criteria`, 'edit-criteria', 'ASK_CHANGED', editCriteria.post),
  read(`${ask}/criteria.json`, 'edit-criteria', 'ASK_CRITERIA_EXPORTED', editCriteria.getJson),
  manage('GET', `${ask}/lots`, 'edit-lots', 'ASK_FORM_READ', editLots.get),
  manage('POST', `${ask}/lots`, 'edit-lots', 'ASK_CHANGED', editLots.post),
  read(`${ask}/preview`, 'preview-ask', 'ASK_READ', previewAsk.get),
  read(`${ask}/try`, 'try-ask', 'ASK_TRIED', tryAsk.get),
  read(`${ask}/changes`, 'ask-changes', 'ASK_CHANGES_READ', askChanges.get),
  read('/procurement/weight-policy', 'weight-policy', 'WEIGHT_POLICY_READ', weightPolicy.get),
  { ...manage('POST', '/procurement/weight-policy', 'weight-policy', 'WEIGHT_POLICY_SET', weightPolicy.post), access: 'procurement.rules' },
]

const model = `${purchase}/delivery-model`

// biome-ignore format: a table reads better in rows
const appraisals: readonly PageRoute[] = [
  read(model, 'show-appraisal', 'APPRAISAL_READ', showAppraisal.get),
  approve('POST', `${model}/publish`, 'show-appraisal', 'APPRAISAL_PUBLISHED', showAppraisal.postPublish),
  manage('GET', `${model}/edit`, 'edit-appraisal', 'APPRAISAL_FORM_READ', editAppraisal.get),
  manage('POST', `${model}/edit`, 'edit-appraisal', 'APPRAISAL_CHANGED', editAppraisal.post),
  manage('GET', `${model}/options/new`, 'edit-option', 'APPRAISAL_FORM_READ', editOption.get),
  manage('POST', `${model}/options/new`, 'edit-option', 'APPRAISAL_CHANGED', editOption.post),
  manage('GET', `${model}/options/:optionId`, 'edit-option', 'APPRAISAL_FORM_READ', editOption.get),
  manage('POST', `${model}/options/:optionId`, 'edit-option', 'APPRAISAL_CHANGED', editOption.post),
  manage('POST', `${model}/options/:optionId/remove`, 'edit-option', 'APPRAISAL_CHANGED', editOption.postRemove),
  manage('GET', `${model}/tests/:kind`, 'control-test', 'CONTROL_TEST_FORM_READ', controlTest.get),
  manage('POST', `${model}/tests/:kind`, 'control-test', 'CONTROL_TEST_RECORDED', controlTest.post),
  { ...read('/delivery-models/:purchaseId', 'appraisal-summary', 'APPRAISAL_SUMMARY_READ', appraisalSummary.get), access: 'public' },
]

const market = `${purchase}/engagement`

// biome-ignore format: a table reads better in rows
const engagement: readonly PageRoute[] = [
  read(market, 'show-engagement', 'ENGAGEMENT_READ', showEngagement.get),
  manage('POST', `${market}/events`, 'show-engagement', 'ENGAGEMENT_EVENT_ADDED', showEngagement.postEvent),
  { ...manage('POST', `${market}/invitations`, 'show-engagement', 'SUPPLIERS_INVITED', showEngagement.postInvite), limitPerMinute: 20 },
  manage('GET', `${market}/suppliers`, 'choose-suppliers', 'DIRECTORY_SEARCHED', chooseSuppliers.get),
  { ...manage('POST', `${market}/suppliers`, 'choose-suppliers', 'SUPPLIERS_INVITED', chooseSuppliers.post), limitPerMinute: 20 },
  manage('POST', `${market}/invitations/:invitationId/reply`, 'show-engagement', 'INVITATION_ANSWERED', showEngagement.postReply),
  manage('POST', `${market}/questions`, 'show-engagement', 'ENGAGEMENT_QUESTION_ADDED', showEngagement.postQuestion),
  manage('POST', `${market}/questions/:questionId/answer`, 'show-engagement', 'ENGAGEMENT_QUESTION_ANSWERED', showEngagement.postAnswer),
  manage('POST', `${market}/notes`, 'show-engagement', 'ENGAGEMENT_NOTED', showEngagement.postNote),
]

/** How a purchase is delivered, what the market says of it, and what is asked for. */
export const planningRows: readonly PageRoute[] = [...asks, ...appraisals, ...engagement]
