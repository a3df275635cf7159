import { TURNOVER_CEILINGS } from '../model/turnover-ceilings.ts'

export type PaidCompany = {
  readonly kind: string
  /** Paid for this category in the period. */
  readonly pence: number
  /** Paid for anything in the period: its turnover from the organisation. */
  readonly allPence: number
}

/** A local supplier that is paid: one company, or those of a group that are local and paid for this. Its sums are those of all. */
export type PaidSupplier = PaidCompany & {
  readonly key: string
  readonly name: string
  /** Local and paid for this; a supplier in no group is the only one. */
  readonly companies: readonly PaidCompany[]
  /** Of all its companies that are paid for anything anywhere. */
  readonly kinds: readonly string[]
}

/** A part of an amount in pence, the share in hundredths of a per cent; rounded down. Exact: the product passes 2^53. */
export const partOf = (pence: number, share: number): number =>
  Number((BigInt(Math.max(0, pence)) * BigInt(share)) / 10_000n)

/** What one supplier is taken to be able to supply on top, in pence, and what holds it there. */
export type Capacity = { readonly pence: number; readonly heldBy: 'growth' | 'size' }

/** What the largest of these sizes leaves over what is paid already; undefined where one of them has no ceiling. */
const roomOf = (kinds: readonly string[], allPence: number, months: number): number | undefined => {
  const ceilings = kinds.map((kind) => TURNOVER_CEILINGS.pence[kind])
  if (ceilings.includes(undefined)) return undefined
  const largest = Math.max(0, ...ceilings.map((ceiling) => ceiling ?? 0))
  return Math.max(0, Math.floor((largest * months) / 12) - allPence)
}

/** The part of its room that falls to one category: as much as the category has of what it is paid, so that no room counts twice. */
const roomForCategory = (
  room: number | undefined,
  { pence, allPence }: Omit<PaidCompany, 'kind'>,
): number | undefined =>
  room === undefined || pence >= allPence
    ? room
    : Number((BigInt(room) * BigInt(Math.max(0, pence))) / BigInt(allPence))

const within = (pence: number, room: number | undefined): Capacity =>
  room !== undefined && room < pence ? { pence: room, heldBy: 'size' } : { pence, heldBy: 'growth' }

/**
 * A supplier can grow by a share of what it is paid for the category; a micro, small or medium one by no more than leaves its
 * turnover from us alone under the ceiling of its size, shared among the categories it is paid for. A group counts once: each company within its own size, and all together
 * within the largest size that any of them has, so it never has more room than its companies had apart. `growth` in hundredths of
 * a per cent, `months` those of the period.
 */
export const capacityOf = (supplier: PaidSupplier, growth: number, months: number): Capacity => {
  const apart = supplier.companies.map((company) =>
    within(
      partOf(company.pence, growth),
      roomForCategory(roomOf([company.kind], company.allPence, months), company),
    ),
  )
  const sum = Math.min(
    partOf(supplier.pence, growth),
    apart.reduce((all, { pence }) => all + pence, 0),
  )
  const room = roomForCategory(roomOf(supplier.kinds, supplier.allPence, months), supplier)
  const together = within(sum, room)
  return apart.some(({ heldBy }) => heldBy === 'size') ? { ...together, heldBy: 'size' } : together
}

/** What all of them can supply on top, in pence. */
export const sumCapacity = (suppliers: readonly PaidSupplier[], growth: number, months: number): number =>
  suppliers.reduce((sum, supplier) => sum + capacityOf(supplier, growth, months).pence, 0)
