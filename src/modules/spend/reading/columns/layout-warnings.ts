import { warning } from '../messages.ts'
import type { LayoutCorrection, PartLayout, Warning } from '../model.ts'
import type { Assignment } from './assign-roles.ts'
import { decideDateOrder, type OrderEvidence } from './date-order.ts'
import { periodText } from './part-period.ts'

/** What a person should know about how a table was understood. */
export const layoutWarnings = (
  layout: PartLayout,
  assignment: Assignment,
  isOpenQuarter: boolean,
  evidence: OrderEvidence,
  correction: LayoutCorrection | undefined,
): Warning[] => [
  ...headerWarnings(layout, assignment, correction),
  ...amountWarnings(layout),
  ...periodWarnings(layout, isOpenQuarter, evidence),
  ...(correction?.dateOrder ? [] : dateOrderWarnings(evidence)),
]

const nameOf = (layout: PartLayout, column: number | undefined): string => {
  const header = column === undefined ? '' : (layout.headers[column] ?? '')
  return header === '' ? `column ${(column ?? 0) + 1}` : `“${header}”`
}

const headerWarnings = (
  layout: PartLayout,
  assignment: Assignment,
  correction: LayoutCorrection | undefined,
): Warning[] => {
  const found: Warning[] = []
  const isGuess = (role: 'payee' | 'amount'): boolean =>
    assignment.guessed.includes(role) && correction?.columns?.[role] === undefined
  if (layout.headerRows === null) {
    if (correction?.headerRow !== null) found.push(warning('header-missing'))
  } else {
    if (isGuess('payee'))
      found.push(warning('payee-guessed', { header: nameOf(layout, layout.columns.payee) }))
    if (isGuess('amount'))
      found.push(warning('amount-guessed', { header: nameOf(layout, layout.columns.amount) }))
  }
  if (layout.columns.payee === undefined) found.push(warning('payee-missing'))
  if (layout.groupedByDate) found.push(warning('dates-grouped'))
  if (layout.groupedByPayee) found.push(warning('payees-grouped'))
  return found
}

const amountWarnings = (layout: PartLayout): Warning[] => {
  const { amount, columns } = layout
  const header = amount.terms.map((term) => nameOf(layout, term.column)).join(', ')
  if (columns.debit !== undefined && columns.credit !== undefined)
    return [warning('amount-debit-credit', { header })]
  if (amount.terms.length > 1) return [warning('amount-summed', { count: amount.terms.length, header })]
  const found: Warning[] = []
  if (amount.basis === 'gross') found.push(warning('amount-gross', { header }))
  if (amount.alternatives.length > 0) {
    const others = amount.alternatives.map((other) => `“${other.header}”`).join(' and ')
    found.push(warning('amount-alternatives', { header: layout.headers[columns.amount ?? -1] ?? '', others }))
  }
  return found
}

const periodWarnings = (layout: PartLayout, isOpenQuarter: boolean, evidence: OrderEvidence): Warning[] => {
  const found: Warning[] = []
  const hasDate = layout.columns.date !== undefined
  if (!hasDate) {
    found.push(warning('date-missing'))
    if (layout.period === null) found.push(warning('period-unknown'))
    else if (layout.period.source !== 'correction') {
      found.push(warning(`period-from-${layout.period.source}`, { period: periodText(layout.period) }))
    }
  }
  if (evidence.quartersWithoutFinancialYear > 0 || (!hasDate && isOpenQuarter))
    found.push(warning('quarter-assumed'))
  if (layout.periodsCountFromApril) found.push(warning('periods-from-april'))
  if (evidence.yearAndPeriods > 0 && !layout.periodsCountFromApril) {
    found.push(warning('ledger-period-assumed', { example: evidence.example }))
  }
  return found
}

const dateOrderWarnings = (evidence: OrderEvidence): Warning[] => {
  const verdict = decideDateOrder(evidence)
  const order = verdict.order === 'day-first' ? 'day first' : 'month first'
  if (verdict.isMixed) return [warning('date-order-mixed', { order })]
  if (verdict.evidence === 'likely') return [warning('date-order-likely', { order, reason: verdict.reason })]
  return verdict.evidence === 'assumed' ? [warning('date-order-assumed')] : []
}
