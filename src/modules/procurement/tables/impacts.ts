import type { Dimension, Impact } from '../model/impact.ts'
import type { PurchaseId } from '../model/purchase.ts'

export type ImpactTables = {
  'procurement.impact': {
    authority_id: string
    id: string
    purchase_id: PurchaseId
    direction: Impact['direction']
    dimension: Dimension
    effect: string
    groups: string[]
    place_ids: string[]
    likelihood: number
    scale: number
    answer: Impact['answer']
    answer_reason: string
    created_at: Date
    created_by: string
  }
  'procurement.impact_none': {
    authority_id: string
    purchase_id: PurchaseId
    dimension: Dimension
    reason: string
  }
}
