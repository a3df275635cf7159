import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** An award as evaluation tells it: who won a lot, at what price, and what was promised in numbers and in words. */
export type Award = {
  readonly id: string
  readonly tenderId: string
  readonly purchaseId: string | null
  readonly lot: string
  readonly supplierId: string | null
  readonly supplierName: string
  /** As org-id.guide writes it, `GB-COH-01234567`. */
  readonly supplierKey: string | null
  readonly pricePence: Pence | null
  readonly signedOn: PlainDate | null
  readonly offers: readonly AwardOffer[]
  readonly words: readonly { readonly criterion: string; readonly text: string }[]
}
export type AwardOffer = {
  readonly framework: string | null
  readonly measure: string | null
  readonly name: string
  readonly unit: string
  readonly quantity: string
  /** Pence for one unit at award; null where it is counted and not priced. */
  readonly unitValuePence: Pence | null
  readonly basis?: string
  readonly priceYear?: string | null
}
