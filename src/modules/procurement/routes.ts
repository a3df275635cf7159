import type { PageRoute } from '../../platform/http/route.ts'
import * as answerLawFacts from './pages/answer-law-facts.ts'
import * as calendar from './pages/calendar.ts'
import * as calendarFeed from './pages/calendar-feed.ts'
import * as editLocalRule from './pages/edit-local-rule.ts'
import * as editPurchase from './pages/edit-purchase.ts'
import * as endingContracts from './pages/ending-contracts.ts'
import * as listLocalRules from './pages/list-local-rules.ts'
import * as listPurchases from './pages/list-purchases.ts'
import * as newPurchase from './pages/new-purchase.ts'
import * as procurementHome from './pages/procurement-home.ts'
import * as publicPipeline from './pages/public-pipeline.ts'
import * as purchaseImpact from './pages/purchase-impact.ts'
import * as purchaseLaw from './pages/purchase-law.ts'
import * as purchaseRules from './pages/purchase-rules.ts'
import * as purchaseTimetable from './pages/purchase-timetable.ts'
import * as showPurchase from './pages/show-purchase.ts'
import { planningRows } from './routes/planning.ts'
import { manage, purchase, read } from './routes/rows.ts'

const purchases: readonly PageRoute[] = [
  read('/procurement', 'procurement-home', 'PURCHASES_HOME_READ', procurementHome.get),
  read(
    '/procurement/next-steps.:format',
    'procurement-home',
    'NEXT_STEPS_EXPORTED',
    procurementHome.getExport,
  ),
  read('/procurement/pipeline', 'list-purchases', 'PIPELINE_READ', listPurchases.get),
  read('/procurement/pipeline.:format', 'list-purchases', 'PIPELINE_EXPORTED', listPurchases.getExport),
  read('/procurement/ending-contracts', 'ending-contracts', 'ENDING_CONTRACTS_READ', endingContracts.get),
  read(
    '/procurement/ending-contracts.:format',
    'ending-contracts',
    'ENDING_CONTRACTS_EXPORTED',
    endingContracts.getExport,
  ),
  manage('GET', '/procurement/purchases/new', 'new-purchase', 'PURCHASE_FORM_READ', newPurchase.get),
  manage('POST', '/procurement/purchases/new', 'new-purchase', 'PURCHASE_CREATED', newPurchase.post),
  read(purchase, 'show-purchase', 'PURCHASE_READ', showPurchase.get),
  manage('POST', `${purchase}/stage`, 'show-purchase', 'PURCHASE_STAGE_MOVED', showPurchase.post),
  manage('GET', `${purchase}/edit`, 'edit-purchase', 'PURCHASE_FORM_READ', editPurchase.get),
  manage('POST', `${purchase}/edit`, 'edit-purchase', 'PURCHASE_CHANGED', editPurchase.post),
  {
    ...read('/opportunities/pipeline', 'public-pipeline', 'PUBLIC_PIPELINE_READ', publicPipeline.get),
    access: 'public',
    limitPerMinute: 120,
  },
]

const law: readonly PageRoute[] = [
  read(`${purchase}/law`, 'purchase-law', 'PURCHASE_LAW_READ', purchaseLaw.get),
  manage('GET', `${purchase}/law/facts`, 'answer-law-facts', 'LAW_FACTS_FORM_READ', answerLawFacts.get),
  manage('POST', `${purchase}/law/facts`, 'answer-law-facts', 'LAW_FACTS_ANSWERED', answerLawFacts.post),
]

const council = (
  method: PageRoute['method'],
  path: string,
  page: string,
  audit: string,
  handle: PageRoute['handle'],
): PageRoute => ({ ...read(path, page, audit, handle), method, access: 'procurement.rules' })

const RULES = '/procurement/rules'
const rules: readonly PageRoute[] = [
  read(RULES, 'list-local-rules', 'LOCAL_RULES_READ', listLocalRules.get),
  council('POST', `${RULES}/examples`, 'list-local-rules', 'LOCAL_RULE_ADOPTED', listLocalRules.postExample),
  council('GET', `${RULES}/new`, 'edit-local-rule', 'LOCAL_RULE_FORM_READ', editLocalRule.get),
  council('POST', `${RULES}/new`, 'edit-local-rule', 'LOCAL_RULE_ADOPTED', editLocalRule.post),
  council('GET', `${RULES}/:ruleId`, 'edit-local-rule', 'LOCAL_RULE_FORM_READ', editLocalRule.get),
  council('POST', `${RULES}/:ruleId`, 'edit-local-rule', 'LOCAL_RULE_ADOPTED', editLocalRule.post),
  council('POST', `${RULES}/:ruleId/end`, 'list-local-rules', 'LOCAL_RULE_ENDED', listLocalRules.postEnd),
  read(`${purchase}/rules`, 'purchase-rules', 'PURCHASE_RULES_READ', purchaseRules.get),
  manage('POST', `${purchase}/rules`, 'purchase-rules', 'LOCAL_FACTS_ANSWERED', purchaseRules.post),
  manage(
    'POST',
    `${purchase}/rules/override`,
    'purchase-rules',
    'RULE_OVERRIDE_ASKED',
    purchaseRules.postOverride,
  ),
  {
    ...read(
      `${purchase}/rules/verdict`,
      'purchase-rules',
      'RULE_OVERRIDE_DECIDED',
      purchaseRules.postVerdict,
    ),
    method: 'POST',
    access: 'procurement.approve',
  },
]

const impact: readonly PageRoute[] = [
  read(`${purchase}/impact`, 'purchase-impact', 'IMPACT_READ', purchaseImpact.get),
  manage('POST', `${purchase}/impact`, 'purchase-impact', 'IMPACT_RECORDED', purchaseImpact.post),
  manage('POST', `${purchase}/impact/none`, 'purchase-impact', 'NO_IMPACT_RECORDED', purchaseImpact.postNone),
  manage(
    'POST',
    `${purchase}/impact/remove`,
    'purchase-impact',
    'IMPACT_REMOVED',
    purchaseImpact.postRemoval,
  ),
]

const CALENDAR = '/procurement/calendar'
const timetable: readonly PageRoute[] = [
  read(`${purchase}/timetable`, 'purchase-timetable', 'TIMETABLE_READ', purchaseTimetable.get),
  read(CALENDAR, 'calendar', 'CALENDARS_READ', calendar.get),
  { ...read(CALENDAR, 'calendar', 'CALENDAR_OPENED', calendar.post), method: 'POST', limitPerMinute: 20 },
  { ...read(`${CALENDAR}/close`, 'calendar', 'CALENDAR_CLOSED', calendar.postClosing), method: 'POST' },
  {
    ...read('/calendars/:authorityId/:file', 'calendar-feed', 'CALENDAR_READ', calendarFeed.get),
    access: 'public',
    limitPerMinute: 30,
  },
]

export const pages: readonly PageRoute[] = [
  ...purchases,
  ...law,
  ...rules,
  ...impact,
  ...timetable,
  ...planningRows,
]
