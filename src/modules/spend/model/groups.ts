/** Several suppliers that a person says are one group of companies. */
export type SupplierGroup = {
  readonly id: string
  readonly name: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly members: readonly GroupMember[]
}
export type GroupMember = { readonly supplierKey: string; readonly name: string; readonly pence: number }

export type GroupRefusal =
  | 'group-name'
  | 'too-few-suppliers'
  | 'too-many-suppliers'
  | 'no-such-supplier'
  | 'person-in-group'
  | 'in-another-group'
  | 'no-such-group'

export const MOST_GROUPED = 500

/** A group stands where a supplier's key stands: `group:` and its id. */
const PREFIX = 'group:'
export const groupKeyOf = (groupId: string): string => `${PREFIX}${groupId}`
export const groupIdIn = (supplierKey: string): string | null =>
  supplierKey.startsWith(PREFIX) ? supplierKey.slice(PREFIX.length) : null
