import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Purchase } from './purchase.ts'

/** A contract of the register, as much of it as the planning of what follows it needs. */
export type ContractEnding = {
  readonly contractId: string
  readonly reference: string
  readonly title: string
  readonly supplierName: string
  readonly department: string
  /** Without VAT, over the term without extensions; null where it was not said. */
  readonly valuePence: Pence | null
  /** The last day as agreed, with the extensions that were taken; null for a contract that rolls on. */
  readonly endsOn: PlainDate | null
  /** The last day with every option. */
  readonly furthestOn: PlainDate | null
  /** Where the contract is shown. */
  readonly href: string
}

/** A contract that ends, with the purchases that are to follow it; none where nobody has planned any. */
export type EndingSeen = {
  readonly ending: ContractEnding
  readonly endsOn: PlainDate
  readonly successors: readonly Purchase[]
}
