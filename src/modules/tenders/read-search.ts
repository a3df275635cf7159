import { readDecimal, toPence } from '../../kernel/exact.ts'
import type { OpportunitySearch } from './store/search.ts'

type Query = Readonly<Record<string, string | undefined>>

const trimmed = (text: string | undefined, most: number): string =>
  (text ?? '').replaceAll('\0', '').trim().slice(0, most)

const pounds = (text: string | undefined): number | null => {
  const value = readDecimal((text ?? '').trim())
  return value === undefined || value.lt(0) || value.gt(1e12) ? null : Number(toPence(value))
}

/** What an address asks for; what makes no sense is as if it were not there. */
export const readSearch = (query: Query): OpportunitySearch => ({
  words: trimmed(query.q, 200),
  category: /^\d{1,8}$/.exec(trimmed(query.category, 10).replace(/-\d$/, ''))?.[0] ?? '',
  place: trimmed(query.place, 100),
  leastPence: pounds(query.least),
  mostPence: pounds(query.most),
  state: query.state === 'all' || query.state === 'closed' ? query.state : 'open',
})
