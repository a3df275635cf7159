import type { PlainDate } from '../../../kernel/plain-date.ts'

/** Suppliers that are paid; their staff, group by group; and the local suppliers that they pay. */
export const SHEET_KINDS = ['supplier', 'staff', 'second-supplier'] as const
export type MultiplierSheetKind = (typeof SHEET_KINDS)[number]

export type MultiplierStudy = {
  readonly id: string
  readonly title: string
  /** What `local` means here, in words: the city, the county. */
  readonly place: string
  readonly fromMonth: PlainDate | null
  readonly toMonth: PlainDate | null
}

/** One survey sheet. Pence of a year; for staff, `income` is take-home pay and `localSuppliers` what they spend locally. */
export type MultiplierSheet = {
  readonly id: string
  readonly kind: MultiplierSheetKind
  readonly name: string
  readonly paidPence: number
  readonly incomePence: number | null
  readonly localStaffPence: number | null
  readonly localSuppliersPence: number | null
  readonly answeredAt: Date | null
}

export type SheetAnswer = {
  readonly incomePence: number
  readonly localStaffPence: number
  readonly localSuppliersPence: number
}

export type SheetRefusal = 'income-missing' | 'more-than-income' | 'staff-employ-nobody'
export const MOST_SHEETS = 500
