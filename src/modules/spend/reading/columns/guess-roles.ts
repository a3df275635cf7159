import { type ColumnFacts, share } from './column-facts.ts'
import type { HeaderRole } from './header-rules.ts'

/** Finding columns by what they hold, for files whose headers are missing, empty or in words nobody knows. */

type Columns = Partial<Record<HeaderRole, number>>

const bestOf = (
  facts: readonly ColumnFacts[],
  score: (fact: ColumnFacts, column: number) => number,
): number | undefined => {
  let best: number | undefined
  let bestScore = 0
  for (const [column, fact] of facts.entries()) {
    const points = score(fact, column)
    if (points > bestScore) [best, bestScore] = [column, points]
  }
  return best
}

/** Amounts have pence, signs and no fixed length; numbers of one length that never repeat are references. */
export const guessAmount = (
  facts: readonly ColumnFacts[],
  taken: ReadonlySet<number>,
  hasHeaders: boolean,
): number | undefined =>
  bestOf(facts, (fact, column) => {
    if (taken.has(column) || fact.filled === 0 || fact.filled < fact.rows * 0.3) return 0
    if (share(fact, 'amounts') < 0.8 || share(fact, 'days', 'periods') > 0.3) return 0
    const decimals = share(fact, 'decimals')
    if (decimals < 0.15) {
      const looksLikeNumbers =
        fact.distinct > fact.filled * 0.95 || fact.distinct < 3 || share(fact, 'digitDates') > 0.5
      return hasHeaders || looksLikeNumbers ? 0 : 5
    }
    return 20 + decimals * 50 + (fact.negatives > 0 ? 10 : 0) + share(fact, 'amounts') * 10
  })

export const guessDate = (facts: readonly ColumnFacts[], taken: ReadonlySet<number>): number | undefined =>
  bestOf(facts, (fact, column) => {
    if (taken.has(column) || fact.filled < fact.rows * 0.5) return 0
    const days = share(fact, 'days')
    if (days >= 0.8) return 50 + days * 10
    return share(fact, 'periods') >= 0.9 && fact.distinct < 40 ? 20 : 0
  })

/** Names of organisations: many different texts of several words, with `Ltd`, `Council`, `Services` among them. */
export const guessPayee = (
  headers: readonly string[],
  facts: readonly ColumnFacts[],
  columns: Columns,
): number | undefined => {
  const fixed = new Set(
    (['amount', 'date', 'debit', 'credit', 'vat', 'postcode', 'ignored'] as const).map(
      (role) => columns[role],
    ),
  )
  const named = new Set(
    (['category', 'department', 'service', 'description'] as const)
      .map((role) => columns[role])
      .filter((column): column is number => column !== undefined && (headers[column] ?? '') !== ''),
  )
  return bestOf(facts, (fact, column) => {
    if (
      fixed.has(column) ||
      fact.filled === 0 ||
      share(fact, 'texts') < 0.6 ||
      share(fact, 'addresses') > 0.2
    )
      return 0
    const companies = share(fact, 'companyWords')
    const variety = fact.distinct / fact.filled
    const isSingleText = fact.distinct === 1 && fact.filled > 3
    if (isSingleText || (named.has(column) && companies < 0.2)) return 0
    const points = companies * 60 + variety * 25 + share(fact, 'severalWords') * 15
    return points >= 20 || facts.length <= 3 ? points : 0
  })
}

/** The other columns of a file without headers: bodies, postcodes, references, departments and categories. */
export const guessMinor = (facts: readonly ColumnFacts[], columns: Columns, taken: Set<number>): void => {
  const give = (role: HeaderRole, column: number): void => {
    if (columns[role] !== undefined || taken.has(column)) return
    columns[role] = column
    taken.add(column)
  }
  for (const [column, fact] of facts.entries()) {
    if (taken.has(column) || column === columns.payee || fact.filled < fact.rows * 0.2) continue
    if (share(fact, 'postcodes') > 0.7) give('postcode', column)
    else if (share(fact, 'addresses') > 0.7) give('bodyCode', column)
    else if (share(fact, 'expenseTypes') > 0.9 && fact.distinct > 1) give('expenseType', column)
    else if (share(fact, 'texts') > 0.6 && fact.distinct <= 2 && share(fact, 'companyWords') > 0.5)
      give('body', column)
    else if (
      share(fact, 'texts') < 0.3 &&
      share(fact, 'decimals') < 0.1 &&
      fact.distinct > fact.filled * 0.6
    ) {
      give('reference', column)
    } else if (share(fact, 'texts') > 0.6 && fact.distinct < fact.filled * 0.5) {
      give(columns.department === undefined ? 'department' : 'category', column)
    } else if (share(fact, 'texts') > 0.6) give('description', column)
  }
}
