import type { Case } from '../case.ts'
import type { Reservation } from '../facts.ts'

const isRequested = (it: Case, kind: Reservation): boolean => it.facts.reservations?.includes(kind) === true

/** Whether a reservation is open to the contract, was asked for, and so is barred. */
export const requested = (it: Case, kind: Reservation, isOpen: boolean) => ({
  isOpen,
  isRequested: isRequested(it, kind),
  isBarred: isRequested(it, kind) && !isOpen,
})
