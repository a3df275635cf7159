import type { PageRoute } from '../../platform/http/route.ts'
import * as approve from './pages/approve.ts'
import * as award from './pages/award.ts'
import * as checkBid from './pages/check-bid.ts'
import * as declare from './pages/declare-interests.ts'
import * as desk from './pages/desk.ts'
import * as limits from './pages/edit-limits.ts'
import * as panel from './pages/edit-panel.ts'
import * as list from './pages/list-evaluations.ts'
import * as moderate from './pages/moderate.ts'
import * as pack from './pages/pack.ts'
import * as home from './pages/show-evaluation.ts'
import * as result from './pages/show-result.ts'
import * as summaries from './pages/summaries.ts'

type Row = (path: string, page: string, audit: string, handle: PageRoute['handle']) => PageRoute
const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `evaluation/pages/${page}`, handle })

const read = rowsFor('GET', 'evaluation.read')
const lead = rowsFor('POST', 'evaluation.manage')
const leads = rowsFor('GET', 'evaluation.manage')
const score = rowsFor('POST', 'evaluation.score')
const scores = rowsFor('GET', 'evaluation.score')
const approves = rowsFor('POST', 'evaluation.approve')
const rules = (method: PageRoute['method']) => rowsFor(method, 'procurement.rules')
const supplier = rowsFor('GET', 'bids.prepare')

const ONE = '/evaluations/:evaluationId'

// biome-ignore format: a table reads better in rows
export const pages: readonly PageRoute[] = [
  read('/evaluations', 'list-evaluations', 'EVALUATIONS_READ', list.get),
  read('/evaluations.:format', 'list-evaluations', 'EVALUATIONS_EXPORTED', list.getExport),
  rules('GET')('/evaluations/limits', 'edit-limits', 'APPROVAL_LIMITS_READ', limits.get),
  rules('POST')('/evaluations/limits', 'edit-limits', 'APPROVAL_LIMITS_SET', limits.post),
  lead('/evaluations/begin/:tenderId', 'list-evaluations', 'EVALUATION_STARTED', list.postBegin),
  read(ONE, 'show-evaluation', 'EVALUATION_READ', home.get),
  leads(`${ONE}/panel`, 'edit-panel', 'PANEL_READ', panel.get),
  lead(`${ONE}/panel`, 'edit-panel', 'PANELLIST_NAMED', panel.post),
  lead(`${ONE}/panel/remove`, 'edit-panel', 'PANELLIST_REMOVED', panel.postRemoval),
  lead(`${ONE}/begin`, 'edit-panel', 'SCORING_BEGUN', panel.postBegin),
  lead(`${ONE}/moderate`, 'edit-panel', 'MODERATION_BEGUN', panel.postModerate),
  scores(`${ONE}/interests`, 'declare-interests', 'INTERESTS_READ', declare.get),
  score(`${ONE}/interests`, 'declare-interests', 'INTERESTS_DECLARED', declare.post),
  read(`${ONE}/bids/:bidId`, 'check-bid', 'OPENED_BID_READ', checkBid.get),
  read(`${ONE}/bids/:bidId/files/:question/:number`, 'check-bid', 'BID_FILE_READ', checkBid.getFile),
  lead(`${ONE}/bids/:bidId`, 'check-bid', 'BID_CHECKED', checkBid.post),
  approves(`${ONE}/bids/:bidId/exclusion`, 'check-bid', 'EXCLUSION_DECIDED', checkBid.postDecision),
  scores(`${ONE}/desk`, 'desk', 'DESK_READ', desk.getDesk),
  scores(`${ONE}/desk/:criterion/:bidId`, 'desk', 'ANSWER_READ', desk.getAnswer),
  score(`${ONE}/desk/:criterion/:bidId`, 'desk', 'SCORES_GIVEN', desk.postScore),
  score(`${ONE}/hand-in`, 'desk', 'SCORES_HANDED_IN', desk.postHandIn),
  scores(`${ONE}/moderation`, 'moderate', 'MODERATION_READ', moderate.get),
  scores(`${ONE}/moderation/:criterion/:bidId`, 'moderate', 'MODERATION_READ', moderate.getAgree),
  lead(`${ONE}/moderation/:criterion/:bidId`, 'moderate', 'SCORE_AGREED', moderate.postAgree),
  read(`${ONE}/result`, 'show-result', 'RESULT_READ', result.get),
  read(`${ONE}/result.:format`, 'show-result', 'RESULT_EXPORTED', result.getExport),
  read(`${ONE}/result/:bidId`, 'show-result', 'RESULT_READ', result.getSteps),
  lead(`${ONE}/low-prices/:bidId`, 'show-result', 'LOW_PRICE_SETTLED', result.postLowPrice),
  lead(`${ONE}/put-up`, 'show-result', 'RESULT_PUT_UP', result.postUp),
  read(`${ONE}/robustness`, 'show-result', 'ROBUSTNESS_READ', result.getRobustness),
  approves(`${ONE}/robustness`, 'show-result', 'ROBUSTNESS_SEEN', result.postSeen),
  read(`${ONE}/approval`, 'approve', 'APPROVALS_READ', approve.get),
  approves(`${ONE}/approval`, 'approve', 'RESULT_JUDGED', approve.post),
  read(`${ONE}/award`, 'award', 'AWARD_READ', award.get),
  lead(`${ONE}/announce`, 'award', 'AWARD_ANNOUNCED', award.postAnnounce),
  lead(`${ONE}/finish`, 'award', 'TENDER_AWARDED', award.postFinish),
  leads(`${ONE}/cancel`, 'award', 'CANCELLATION_FORM_READ', award.getCancel),
  lead(`${ONE}/cancel`, 'award', 'EVALUATION_CANCELLED', award.postCancel),
  read(`${ONE}/summaries`, 'summaries', 'SUMMARIES_READ', summaries.list),
  read(`${ONE}/summaries/:bidId`, 'summaries', 'SUMMARY_READ', summaries.show),
  read(`${ONE}/pack.zip`, 'pack', 'EVIDENCE_PACK_READ', pack.get),
  supplier('/outcomes', 'summaries', 'OUTCOMES_READ', summaries.listOutcomes),
  supplier('/outcomes/:bidId', 'summaries', 'OUTCOME_READ', summaries.showOutcome),
]
