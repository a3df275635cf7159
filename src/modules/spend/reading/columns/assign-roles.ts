import type { Role, RoleColumns } from '../model.ts'
import { monthColumns } from './amount-plan.ts'
import type { ColumnFacts } from './column-facts.ts'
import { share } from './column-facts.ts'
import { guessAmount, guessDate, guessMinor, guessPayee } from './guess-roles.ts'
import { type HeaderRole, rolesOfHeader } from './header-rules.ts'
import { headerTokens } from './header-tokens.ts'
import { fitOf } from './role-fit.ts'

/** The roles found, and which of the main ones had to be guessed from content. */
export type Assignment = {
  readonly columns: RoleColumns
  readonly guessed: readonly ('payee' | 'amount' | 'date')[]
}

type Claim = { readonly role: HeaderRole; readonly column: number; readonly score: number }

const LEAST_SCORE = 28
/** The three roles without which a file is of no use choose first. */
const FIRST_CHOICE: Readonly<Partial<Record<HeaderRole, number>>> = {
  amount: 40,
  payee: 40,
  date: 40,
  debit: 20,
  credit: 20,
}

/**
 * Gives each role its column: headers propose, content confirms, the strongest claims win. What no header names is
 * looked for in the content alone, so that files without any header are understood too.
 */
export const assignRoles = (headers: readonly string[], facts: readonly ColumnFacts[]): Assignment => {
  const columns: Partial<Record<HeaderRole, number>> = {}
  const taken = new Set<number>()
  for (const claim of claimsOf(headers, facts)) {
    if (columns[claim.role] !== undefined && claim.role !== 'ignored') continue
    if (taken.has(claim.column)) continue
    columns[claim.role] = claim.column
    taken.add(claim.column)
  }
  const guessed: ('payee' | 'amount' | 'date')[] = []
  const guess = (role: 'payee' | 'amount' | 'date', column: number | undefined): void => {
    if (columns[role] !== undefined || column === undefined) return
    release(columns, column)
    columns[role] = column
    taken.add(column)
    guessed.push(role)
  }
  const hasHeaders = headers.some((header) => header !== '')
  const isPair = columns.debit !== undefined && columns.credit !== undefined
  const areMonths = columns.amount === undefined && monthColumns(headers, facts).length >= 2
  if (!isPair && !areMonths) guess('amount', guessAmount(facts, taken, hasHeaders))
  if (columns.month === undefined) guess('date', guessDate(facts, taken))
  guess('payee', guessPayee(headers, facts, columns))
  if (!hasHeaders) guessMinor(facts, columns, taken)
  settleTimeColumns(columns, facts)
  settleMoneyColumns(columns)
  if (columns.department === undefined && columns.service !== undefined) {
    columns.department = columns.service
    delete columns.service
  }
  pairCodeWithLabel(headers, columns)
  describeByCategory(headers, facts, columns)
  delete columns.ignored
  return { columns, guessed }
}

const release = (columns: Partial<Record<HeaderRole, number>>, column: number): void => {
  for (const role of Object.keys(columns) as Role[]) if (columns[role] === column) delete columns[role]
}

const claimsOf = (headers: readonly string[], facts: readonly ColumnFacts[]): Claim[] => {
  const claims: Claim[] = []
  for (const [column, fact] of facts.entries()) {
    const tokens = headerTokens(headers[column] ?? '')
    // `Supplier ID(T)` above names: an identifier by its header, the payee by its content
    if (tokens.includes('payee') && fitOf('supplierId', fact) === 0 && fitOf('payee', fact) === 1) {
      claims.push({ role: 'payee', column, score: 70 + (FIRST_CHOICE.payee ?? 0) })
    }
    // `Vendor` above numbers: the number of the vendor
    if (tokens.includes('payee') && fitOf('payee', fact) === 0 && share(fact, 'integers') > 0.6) {
      claims.push({ role: 'supplierId', column, score: 60 })
    }
    const roles = rolesOfHeader(tokens)
    claims.push(...bodyCodeClaim(roles, column, fact))
    for (const [role, score] of roles) {
      const fit = fitOf(role, fact)
      const points = score * fit + (fit > 0 ? (FIRST_CHOICE[role] ?? 0) : 0)
      if (score * fit >= LEAST_SCORE) claims.push({ role, column, score: points })
    }
  }
  return claims.sort((a, b) => b.score - a.score || a.column - b.column)
}

/**
 * `Body` and `Body Name` hold each other's content in some months: whichever header stands above web addresses or
 * codes names the code, and the other the body.
 */
const bodyCodeClaim = (
  roles: ReadonlyMap<HeaderRole, number>,
  column: number,
  fact: ColumnFacts,
): Claim[] => {
  const score = Math.max(roles.get('body') ?? 0, roles.get('bodyCode') ?? 0)
  const isCode = fact.filled > 0 && (share(fact, 'addresses') > 0.5 || share(fact, 'texts') < 0.3)
  return score > 0 && isCode ? [{ role: 'bodyCode', column, score }] : []
}

/** A column of full dates needs neither year nor month beside it; a bare month serves where there is no date. */
const settleTimeColumns = (
  columns: Partial<Record<HeaderRole, number>>,
  facts: readonly ColumnFacts[],
): void => {
  if (columns.date === undefined && columns.month !== undefined) {
    columns.date = columns.month
    delete columns.month
  }
  const dates = columns.date === undefined ? undefined : facts[columns.date]
  if (dates !== undefined && share(dates, 'days') > 0.5) {
    delete columns.month
    delete columns.year
  }
}

/** Debits and credits only count as a pair, and only where there is no amount; a pair then stands for it. */
const settleMoneyColumns = (columns: Partial<Record<HeaderRole, number>>): void => {
  const isPair = columns.debit !== undefined && columns.credit !== undefined
  if (columns.amount === undefined && !isPair) {
    const single = columns.debit ?? columns.credit
    if (single !== undefined) columns.amount = single
  }
  if (columns.amount !== undefined || !isPair) {
    delete columns.debit
    delete columns.credit
  }
}

const CODE_WORDS = new Set(['code', 'number', 'id', 'name', 'label', 'description', 'type'])
const subjectOf = (header: string | undefined): string[] =>
  headerTokens(header ?? '').filter((word) => !CODE_WORDS.has(word))

/** A code that belongs to another label than the category chosen (`Detailed Expenditure Code`) is no code of it. */
const pairCodeWithLabel = (
  headers: readonly string[],
  columns: Partial<Record<HeaderRole, number>>,
): void => {
  const { category, categoryCode } = columns
  if (category === undefined || categoryCode === undefined) return
  const code = subjectOf(headers[categoryCode]).join(' ')
  const others = headers.filter(
    (header, column) => column !== category && !headerTokens(header).includes('code'),
  )
  const hasOwnLabel = others.some((header) => subjectOf(header).join(' ') === code)
  if (code !== '' && hasOwnLabel && subjectOf(headers[category]).join(' ') !== code)
    delete columns.categoryCode
}

/** A second, finer category serves as description where the file has none. */
const describeByCategory = (
  headers: readonly string[],
  facts: readonly ColumnFacts[],
  columns: Partial<Record<HeaderRole, number>>,
): void => {
  if (columns.description !== undefined) return
  const taken = new Set(Object.values(columns))
  let bestScore = 49
  for (const [column, fact] of facts.entries()) {
    const score = rolesOfHeader(headerTokens(headers[column] ?? '')).get('category') ?? 0
    if (taken.has(column) || score <= bestScore || share(fact, 'texts') < 0.5 || fact.distinct < 2) continue
    bestScore = score
    columns.description = column
  }
}
