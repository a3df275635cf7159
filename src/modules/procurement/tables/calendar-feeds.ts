import type { PurchaseId } from '../model/purchase.ts'

export type CalendarFeedTables = {
  'procurement.calendar_feed': {
    authority_id: string
    id: string
    person_id: string
    purchase_id: PurchaseId | null
    secret_hash: string
    created_at: Date
  }
}
