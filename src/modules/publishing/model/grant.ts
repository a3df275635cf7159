import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** An individual who gets a grant is never named: 360Giving asks for "Individual Recipient". */
export type Recipient =
  | { readonly kind: 'individual'; readonly reference: string }
  | {
      readonly kind: 'organisation'
      readonly reference: string
      readonly name: string
      readonly companyNumber?: string
      readonly charityNumber?: string
      readonly postcode?: string
    }

export type GrantFacts = {
  readonly reference: string
  readonly title: string
  readonly description: string
  readonly amountPence: Pence
  readonly awardedOn: PlainDate
  readonly startsOn?: PlainDate
  readonly endsOn?: PlainDate
  readonly months?: number
  readonly recipient: Recipient
  readonly department?: string
  readonly programme?: { readonly code: string; readonly title: string }
  readonly place?: { readonly name: string; readonly code?: string; readonly codeType?: string }
  readonly isOpenCall?: boolean
  readonly modifiedAt?: string
}

export type GrantPublisher = {
  /** Registered with 360Giving: `360G-northmere`. */
  readonly prefix: string
  /** `GB-LAE-NMR`, from org-id.guide. */
  readonly id: string
  readonly name: string
  readonly dataSource?: string
}

export const GRANT_CODES = [
  'not-an-object',
  'missing',
  'no-recipient',
  'two-recipients',
  'duplicate-id',
  'id-without-prefix',
  'wrong-amount',
  'wrong-date',
  'ends-before-start',
  'wrong-currency',
  'recipient-without-register',
  'individual-named',
  'individual-placed',
] as const
export type GrantFinding = {
  readonly level: 'error' | 'warning'
  readonly code: (typeof GRANT_CODES)[number]
  readonly pointer: string
  readonly seen: string
}
