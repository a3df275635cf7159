import type { MultiplierSheetKind, SheetRefusal } from '../model/multiplier.ts'
import type { SheetFault } from '../rules/multiplier/sheet-rows.ts'

export const SHEET_KIND_TEXT: Readonly<Record<MultiplierSheetKind, string>> = {
  supplier: 'Supplier',
  staff: 'Group of staff',
  'second-supplier': 'Supplier of a supplier',
}

const REFUSALS: Readonly<Record<SheetRefusal, string>> = {
  'income-missing': 'Enter the income of the year, more than nothing',
  'more-than-income': 'What goes to local staff and suppliers cannot be more than the income',
  'staff-employ-nobody': 'Staff have no staff of their own: enter only what they spend locally',
}
export const sheetRefusal = (refusal: SheetRefusal): string => REFUSALS[refusal]

const FAULTS: Readonly<Record<SheetFault['reason'], string>> = {
  kind: 'the kind is none of supplier, staff, second-supplier',
  name: 'the name is missing or too long',
  amount: 'an amount is not pounds, like 1,234.50',
}
export const sheetFault = ({ row, reason }: SheetFault): string => `row ${row}: ${FAULTS[reason]}`

/** The questions on a sheet, for staff and for others. */
export const SHEET_QUESTIONS = {
  supplier: {
    income: 'Income of the whole organisation in the year',
    staff: 'Of it, take-home pay to staff who live in the place',
    suppliers: 'Of it, paid to suppliers in the place, without VAT',
  },
  'second-supplier': {
    income: 'Income of the whole organisation in the year',
    staff: 'Of it, take-home pay to staff who live in the place',
    suppliers: 'Of it, paid to suppliers in the place, without VAT',
  },
  staff: {
    income: 'Take-home pay of the group in a month',
    staff: '',
    suppliers: 'Of it, spent in the place: shops, services, rent to local landlords',
  },
} as const satisfies Record<MultiplierSheetKind, Record<string, string>>

/** What a file brought in, where some of it was not taken. */
export const sheetsNotTaken = (filled: number, refused: readonly string[]): string =>
  `${filled === 1 ? '1 sheet' : `${filled} sheets`} taken. Not taken, because the study has no such supplier or more goes out than comes in: ${refused.slice(0, 5).join('; ')}`
