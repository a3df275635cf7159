/**
 * The turnover up to which a business counts as of its size, in pence a year. Companies Act 2006 ss. 384A, 382 and 465 as
 * amended by SI 2024/1303 for financial years from 6 April 2025: micro £1m, small £15m, medium £54m.
 */
export const TURNOVER_CEILINGS: Readonly<Record<string, number>> = {
  micro: 100_000_000,
  small: 1_500_000_000,
  medium: 5_400_000_000,
}

export type PaidSupplier = {
  readonly key: string
  readonly name: string
  readonly kind: string
  /** Paid for this category in the period. */
  readonly pence: number
  /** Paid for anything in the period: its turnover from the organisation. */
  readonly allPence: number
}

/** A part of an amount in pence, the share in hundredths of a per cent; rounded down. Exact: the product passes 2^53. */
export const partOf = (pence: number, share: number): number =>
  Number((BigInt(Math.max(0, pence)) * BigInt(share)) / 10_000n)

/** What one supplier is taken to be able to supply on top, in pence, and what holds it there. */
export type Capacity = { readonly pence: number; readonly heldBy: 'growth' | 'size' }

/**
 * A supplier can grow by a share of what it is paid for the category; a micro, small or medium one by no more than leaves its
 * turnover from us alone under the ceiling of its size. `growth` in hundredths of a per cent, `months` those of the period.
 */
export const capacityOf = (supplier: PaidSupplier, growth: number, months: number): Capacity => {
  const byGrowth = partOf(supplier.pence, growth)
  const ceiling = TURNOVER_CEILINGS[supplier.kind]
  if (ceiling === undefined) return { pence: byGrowth, heldBy: 'growth' }
  const room = Math.max(0, Math.floor((ceiling * months) / 12) - supplier.allPence)
  return room < byGrowth ? { pence: room, heldBy: 'size' } : { pence: byGrowth, heldBy: 'growth' }
}

/** What all of them can supply on top, in pence. */
export const sumCapacity = (suppliers: readonly PaidSupplier[], growth: number, months: number): number =>
  suppliers.reduce((sum, supplier) => sum + capacityOf(supplier, growth, months).pence, 0)
