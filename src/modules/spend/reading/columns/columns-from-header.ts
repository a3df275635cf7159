import type { PartLayout, Role } from '../model.ts'
import { basisOfHeader, type HeaderRole, rolesOfHeader } from './header-rules.ts'
import { headerTokens } from './header-tokens.ts'

/**
 * A layout for the rest of a file, from a header that comes up in its middle with other columns. Only the words count:
 * the rows below have not been seen yet. Null where the header does not name amount and payee.
 */
export const layoutFromHeader = (cells: readonly string[], layout: PartLayout): PartLayout | null => {
  const claims = cells.flatMap((cell, column) =>
    [...rolesOfHeader(headerTokens(cell))].map(([role, score]) => ({ role, score, column })),
  )
  claims.sort((a, b) => b.score - a.score || a.column - b.column)
  const columns: Partial<Record<HeaderRole, number>> = {}
  const taken = new Set<number>()
  for (const { role, score, column } of claims) {
    if (score < 40 || taken.has(column) || columns[role] !== undefined) continue
    columns[role] = column
    taken.add(column)
  }
  delete columns.ignored
  const { amount } = columns
  if (amount === undefined || columns.payee === undefined) return null
  const headers = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  return {
    ...layout,
    headers,
    width: Math.max(headers.findLastIndex((header) => header !== '') + 1, 1),
    columns,
    columnKinds: '-'.repeat(headers.length),
    amount: {
      ...layout.amount,
      terms: [{ column: amount, sign: 1 }],
      basis: basisOfHeader(headerTokens(headers[amount] ?? '')),
    },
  }
}

/** Whether two layouts read the same roles from the same columns. */
export const readsSameColumns = (one: PartLayout, other: PartLayout): boolean =>
  (['date', 'payee', 'amount'] as readonly Role[]).every((role) => one.columns[role] === other.columns[role])
