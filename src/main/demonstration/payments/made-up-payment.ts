import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'

export type MadeUpPayment = {
  /** Null: paid to a person, whose name is withheld. */
  readonly supplier: MadeUpSupplier | null
  readonly paidOn: PlainDate
  /** Without VAT; a credit note is negative. */
  readonly pence: Pence
  readonly department: string
  readonly service: string
  readonly category: string
  readonly description: string
  readonly isCapital: boolean
  /** The ledger's number of the transaction, rising with the days. */
  readonly reference: string
}
