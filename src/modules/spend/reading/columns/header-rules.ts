import type { AmountBasis } from '../model.ts'
import type { HeaderRole } from './header-rule.ts'
import { MONEY_HEADERS } from './money-headers.ts'
import { PAYEE_AND_DATE_HEADERS } from './payee-headers.ts'
import { SUBJECT_HEADERS } from './subject-headers.ts'

export type { HeaderRole } from './header-rule.ts'

const RULES = [...PAYEE_AND_DATE_HEADERS, ...MONEY_HEADERS, ...SUBJECT_HEADERS]

/** Every role that a header may mean, with the best score for each. */
export const rolesOfHeader = (tokens: readonly string[]): Map<HeaderRole, number> => {
  const found = new Map<HeaderRole, number>()
  if (tokens.length === 0 || tokens.length > 14) return found
  const words = new Set(tokens)
  for (const { role, score, all, none, only } of RULES) {
    if (!all.every((word) => words.has(word))) continue
    if (only && words.size > all.length) continue
    if (none.some((word) => words.has(word))) continue
    const spare = Math.min((words.size - all.length) * 2, 12)
    const points = score - spare
    if (points > (found.get(role) ?? 0)) found.set(role, points)
  }
  return found
}

/**
 * Whether an amount is without or with VAT, by its header. VAT that cannot be recovered is part of the cost, so an
 * amount that includes only that still counts as net (Local Government Transparency Code 2015, on expenditure exceeding £500).
 */
export const basisOfHeader = (tokens: readonly string[]): AmountBasis => {
  const has = (word: string): boolean => tokens.includes(word)
  if (has('net') || has('excluding')) return 'net'
  if (has('irrecoverable') && has('including')) return 'net'
  if (has('gross') || (has('including') && has('vat'))) return 'gross'
  return 'unstated'
}
