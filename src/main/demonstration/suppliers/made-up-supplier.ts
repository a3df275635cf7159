import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Trade } from './trades.ts'

/** Where a supplier is based, seen from the city. */
export const HOMES = ['city', 'county', 'region', 'far', 'abroad'] as const
export type Home = (typeof HOMES)[number]

export type LegalForm =
  | 'company'
  | 'public-company'
  | 'partnership'
  | 'community-interest-company'
  | 'charitable-organisation'
  | 'charity'
  | 'co-operative'
  | 'community-benefit-society'

/** A supplier that nobody will find outside this product. */
export type MadeUpSupplier = {
  /** From 1, in the order they were made. */
  readonly number: number
  /** As registered, with its legal form. */
  readonly name: string
  /** The name without its legal form. */
  readonly plainName: string
  readonly tradingName: string | null
  readonly formerName: string | null
  readonly home: Home
  readonly trade: Trade
  readonly form: LegalForm
  readonly postcode: string
  readonly companyNumber: string | null
  readonly charityNumber: string | null
  /** Small traders stand in no register: their place stays unknown. */
  readonly isRegistered: boolean
  readonly status: string
  /** The category of accounts, as Companies House names it. */
  readonly accounts: string
  readonly incorporatedOn: PlainDate
  /** How much of its kind of work it gets; 1 is usual. */
  readonly weight: number
}
