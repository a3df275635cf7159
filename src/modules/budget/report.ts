import { lineName } from './amounts.ts'
import type { BasisLine, Budget, Cut, Statement } from './model.ts'

/** A line as the API and the command line give it: whole pence, or hundredths of the unit that is counted. */
const lineJson = (line: BasisLine) => ({ ...line, name: lineName(line) })
const cutJson = ({ key, name, lines }: Cut) => ({ key, name, lines: lines.map(lineJson) })

export const budgetJson = (budget: Budget) => ({
  ...budget.days,
  isOver: budget.isOver,
  totals: budget.totals.map(lineJson),
  departments: budget.departments.map(cutJson),
  priorities: budget.priorities.map(cutJson),
  sources: budget.sources.map(cutJson),
  financial: budget.financial,
  coverage: budget.coverage,
  leftOut: budget.leftOut,
  unplanned: budget.unplanned,
})

export const statementJson = (statement: Statement) => ({
  reference: statement.reference,
  organisation: statement.organisation,
  year: statement.year,
  edition: statement.edition,
  status: statement.status,
  fingerprint: statement.fingerprint,
  preparedBy: statement.preparedName,
  preparedAt: statement.preparedAt.toISOString(),
  signedBy: statement.signedName,
  signedAt: statement.signedAt?.toISOString() ?? null,
  note: statement.content.note,
  budget: budgetJson(statement.content.budget),
})
