import { TURNOVER_CEILINGS } from '../model/turnover-ceilings.ts'

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
  const ceiling = TURNOVER_CEILINGS.pence[supplier.kind]
  if (ceiling === undefined) return { pence: byGrowth, heldBy: 'growth' }
  const room = Math.max(0, Math.floor((ceiling * months) / 12) - supplier.allPence)
  return room < byGrowth ? { pence: room, heldBy: 'size' } : { pence: byGrowth, heldBy: 'growth' }
}

/** What all of them can supply on top, in pence. */
export const sumCapacity = (suppliers: readonly PaidSupplier[], growth: number, months: number): number =>
  suppliers.reduce((sum, supplier) => sum + capacityOf(supplier, growth, months).pence, 0)
