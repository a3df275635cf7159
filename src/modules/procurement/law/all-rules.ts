import type { Rule } from './row.ts'
import { awardCriteriaRules } from './rules/award-criteria.ts'
import { changeNoticeRules } from './rules/change-notice.ts'
import { conflictRules } from './rules/conflicts.ts'
import { directAwardRules } from './rules/direct-award.ts'
import { endingRules } from './rules/ending.ts'
import { exclusionRules } from './rules/exclusions.ts'
import { exemptionRules } from './rules/exemption.ts'
import { frameworkRules } from './rules/frameworks.ts'
import { kpiRules } from './rules/kpis.ts'
import { lotRules } from './rules/lots.ts'
import { modificationRules } from './rules/modification.ts'
import { noticesAward } from './rules/notices-award.ts'
import { marketNotices } from './rules/notices-dynamic-market.ts'
import { paymentNotices } from './rules/notices-payment.ts'
import { performanceNotices } from './rules/notices-performance.ts'
import { planningNotices } from './rules/notices-planning.ts'
import { tenderNotices } from './rules/notices-tender.ts'
import { paymentRules } from './rules/payment.ts'
import { periodRules } from './rules/periods.ts'
import { preparationRules } from './rules/preparation.ts'
import { recordRules } from './rules/records.ts'
import { regimeRules } from './rules/regime.ts'
import { belowThresholdReservations } from './rules/reservations-below-threshold.ts'
import { publicContractReservations } from './rules/reservations-of-public-contracts.ts'
import { routeRules } from './rules/route.ts'
import { smeBarrierRules } from './rules/sme-barriers.ts'
import { socialValueActRules } from './rules/social-value-act.ts'
import { socialValuePolicyRules } from './rules/social-value-policy.ts'
import { standstillRules } from './rules/standstill.ts'
import { thresholdRules } from './rules/thresholds.ts'
import { transparencyRules } from './rules/transparency.ts'
import { valuationRules } from './rules/valuation.ts'
import { workforceRules } from './rules/workforce.ts'

/** Every rule, in the order in which a purchase meets them. The order and the ids of the answers do not change with the facts. */
export const ALL_RULES: readonly Rule[] = [
  ...regimeRules,
  ...valuationRules,
  ...thresholdRules,
  ...exemptionRules,
  ...routeRules,
  ...frameworkRules,
  ...directAwardRules,
  ...socialValueActRules,
  ...socialValuePolicyRules,
  ...preparationRules,
  ...lotRules,
  ...conflictRules,
  ...smeBarrierRules,
  ...belowThresholdReservations,
  ...publicContractReservations,
  ...planningNotices,
  ...tenderNotices,
  ...marketNotices,
  ...periodRules,
  ...awardCriteriaRules,
  ...exclusionRules,
  ...noticesAward,
  ...standstillRules,
  ...kpiRules,
  ...paymentNotices,
  ...performanceNotices,
  ...paymentRules,
  ...modificationRules,
  ...changeNoticeRules,
  ...endingRules,
  ...recordRules,
  ...transparencyRules,
  ...workforceRules,
]
