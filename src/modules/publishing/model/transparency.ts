import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/**
 * Who is named in a row. individual: a person, not in trade. maybe: a rule thinks so and nobody has looked.
 * named: a person looked and decided to publish (an organisation, or a person in trade).
 */
export type Naming = 'organisation' | 'individual' | 'maybe' | 'named'

export type SpendRow = {
  readonly incurredOn: PlainDate
  readonly department: string
  readonly beneficiary: string
  readonly naming: Naming
  readonly purpose: string
  readonly amountPence: Pence
  readonly irrecoverableVatPence: Pence | null
  readonly merchantCategory: string
  readonly isSalary?: boolean
}
export type ContractRow = {
  readonly reference: string
  readonly title: string
  readonly department: string
  readonly description: string
  readonly supplier: string
  readonly supplierDetails: string
  readonly naming: Naming
  readonly sumPence: Pence
  readonly irrecoverableVatPence: Pence | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly reviewOn: PlainDate | null
  /** Null where the register does not say. */
  readonly invitation: 'quote' | 'tender' | 'none' | null
  readonly isSme: boolean | null
  readonly isVcse: boolean | null
  readonly registrationNumber: string
}
export type GrantRow = {
  readonly awardedOn: PlainDate
  readonly period: string
  readonly department: string
  readonly beneficiary: string
  readonly naming: Naming
  readonly registrationNumber: string
  readonly purpose: string
  readonly amountPence: Pence
}
