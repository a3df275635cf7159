import type { Period, RoleColumns } from '../model.ts'
import type { PaymentRow } from '../row-model.ts'
import { readAmount } from '../values/amount.ts'
import { textOrNull } from '../values/blank-text.ts'
import { payeeFlag } from '../values/payee-flag.ts'
import type { DateReading } from '../values/resolve-date.ts'

/** Everything about a payment that the row itself does not say. */
export type RowFacts = {
  readonly part: number
  readonly rowNumber: number
  readonly pence: number
  readonly payee: string
  /** Null where the file has no dates; the period of the file then stands for it. */
  readonly reading: DateReading | null
  readonly period: Period | null
}

const expenseTypeOf = (text: string | null): 'capital' | 'revenue' | null => {
  if (text === null) return null
  const first = text.charCodeAt(0) | 32
  return first === 99 ? 'capital' : first === 114 ? 'revenue' : null
}

/** A function that makes payments out of rows of one layout. */
export const createPaymentBuilder = (columns: RoleColumns) => {
  const at = (cells: readonly string[], column: number | undefined): string | null =>
    column === undefined ? null : textOrNull(cells[column])
  const vatAt = (cells: readonly string[]): number | null => {
    const text = at(cells, columns.vat)
    return text === null ? null : (readAmount(text)?.pence ?? null)
  }
  return (cells: readonly string[], facts: RowFacts): PaymentRow => {
    const { reading, period } = facts
    const isDay = reading !== null && reading.paidOn !== null
    const flag = payeeFlag(facts.payee)
    return {
      part: facts.part,
      rowNumber: facts.rowNumber,
      paidOn: isDay ? reading.paidOn : null,
      periodFrom: isDay ? null : (reading?.from ?? period?.from ?? null),
      periodTo: isDay ? null : (reading?.to ?? period?.to ?? null),
      payeeName: flag === 'unnamed' ? '' : facts.payee,
      payeeFlag: flag,
      amountPence: facts.pence,
      vatPence: vatAt(cells),
      supplierId: at(cells, columns.supplierId),
      companyNumber: at(cells, columns.companyNumber),
      charityNumber: at(cells, columns.charityNumber),
      postcode: at(cells, columns.postcode),
      body: at(cells, columns.body),
      bodyCode: at(cells, columns.bodyCode),
      department: at(cells, columns.department),
      service: at(cells, columns.service),
      category: at(cells, columns.category),
      categoryCode: at(cells, columns.categoryCode),
      description: at(cells, columns.description),
      reference: at(cells, columns.reference),
      invoiceNumber: at(cells, columns.invoiceNumber),
      expenseType: expenseTypeOf(at(cells, columns.expenseType)),
      contractReference: at(cells, columns.contractReference),
      currency: at(cells, columns.currency),
      cells,
    }
  }
}
