import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { CommitmentText } from '../model.ts'

/** An award as a contract takes it over: who won a lot, at what price, and what was promised in numbers and in words. */
export type Award = {
  readonly id: string
  readonly tenderId: string
  readonly purchaseId: string | null
  /** Empty where the tender was not divided. */
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

/** One promise of the winning bid, with what a unit is worth on the day the contract is made of it. */
export type AwardOffer = Pick<
  CommitmentText,
  'framework' | 'measure' | 'unit' | 'quantity' | 'unitValue' | 'priceYear' | 'basis'
> &
  Partial<Pick<CommitmentText, 'evidenceRule' | 'priorityId' | 'scalesWithSpend'>> & { readonly name: string }
