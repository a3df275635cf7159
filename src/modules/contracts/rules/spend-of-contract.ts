import type { Pence } from '../../../kernel/money.ts'

/** Payments to a contract's supplier within its term, as payment files tell them. */
export type PaidFacts = {
  /** Bearing the contract's reference. */
  readonly byReferencePence: Pence
  readonly byReferencePayments: number
  /** All to the supplier, with any reference or none. */
  readonly bySupplierPence: Pence
  readonly bySupplierPayments: number
}

export type SpendOfContract = {
  readonly paidPence: Pence | null
  readonly payments: number
  readonly how: 'by-reference' | 'only-contract' | 'several-contracts' | 'several-suppliers' | 'nothing-paid'
}

/**
 * What was paid under a contract. Payments that bear its reference are its own. Where none does, all that its supplier
 * got in the term is, if the supplier had no other contract then; with another, it cannot be told apart and is not guessed.
 * Of a contract with several suppliers only the first is looked at, so nothing is said of the whole.
 */
export const spendOfContract = (
  paid: PaidFacts,
  contractsOfSupplier: number,
  otherSuppliers = 0,
): SpendOfContract => {
  if (otherSuppliers > 0)
    return {
      paidPence: null,
      payments: paid.byReferencePayments || paid.bySupplierPayments,
      how: 'several-suppliers',
    }
  if (paid.byReferencePayments > 0)
    return { paidPence: paid.byReferencePence, payments: paid.byReferencePayments, how: 'by-reference' }
  if (paid.bySupplierPayments === 0) return { paidPence: null, payments: 0, how: 'nothing-paid' }
  return contractsOfSupplier > 1
    ? { paidPence: null, payments: paid.bySupplierPayments, how: 'several-contracts' }
    : { paidPence: paid.bySupplierPence, payments: paid.bySupplierPayments, how: 'only-contract' }
}
