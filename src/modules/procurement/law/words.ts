import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { MONTH_NAMES } from '../../../kernel/plain-date.ts'

/** `29 April 2026`. */
export const dayWords = (day: PlainDate): string =>
  `${Number(day.slice(8))} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`

/** `£207,720`, with pence only where there are any. */
export const poundWords = (pence: Pence): string => {
  const [whole, rest] = [Math.trunc(pence / 100), pence % 100]
  return `£${String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** `a, b or c`. */
export const listWords = (parts: readonly string[], last: 'and' | 'or'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`
