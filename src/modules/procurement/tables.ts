import type { AppraisalTables, AskTables, EngagementTables } from './tables/asks.ts'
import type { CalendarFeedTables } from './tables/calendar-feeds.ts'
import type { ContractEndingTables } from './tables/contract-endings.ts'
import type { ImpactTables } from './tables/impacts.ts'
import type { LocalRuleTables } from './tables/local-rules.ts'
import type { PurchaseTables } from './tables/purchases.ts'

/** Every table of this module; each subject declares its own. */
export type ProcurementTables = PurchaseTables &
  LocalRuleTables &
  ImpactTables &
  CalendarFeedTables &
  AskTables &
  EngagementTables &
  AppraisalTables &
  ContractEndingTables
