import { EVERYTHING, type Slice } from './model.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DIGITS = /^\d{1,9}$/
const MAX_TEXT = 300

type Query = Readonly<Record<string, string>>

const text = (query: Query, name: string): string | null => {
  const value = query[name]?.trim()
  return value && value.length <= MAX_TEXT && !value.includes('\0') ? value : null
}
const month = (query: Query, name: string): string | null =>
  MONTH.test(query[name] ?? '') ? (query[name] ?? null) : null

/** The slice that an address asks for. What makes no sense is as if it were not there. */
export const readSlice = (query: Query): Slice => ({
  ...EVERYTHING,
  fromMonth: month(query, 'from'),
  toMonth: month(query, 'to'),
  tier: text(query, 'tier'),
  category: text(query, 'category'),
  department: text(query, 'department'),
  payeeId: DIGITS.test(query.payee ?? '') ? Number(query.payee) : null,
  importId: text(query, 'file'),
  kind: text(query, 'kind'),
  sector: text(query, 'sector'),
  supplier: text(query, 'supplier'),
})

/** The same slice as the words of an address, so that it can be shared. */
export const sliceWords = (slice: Slice): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      from: slice.fromMonth,
      to: slice.toMonth,
      tier: slice.tier,
      category: slice.category,
      department: slice.department,
      payee: slice.payeeId === null ? null : String(slice.payeeId),
      file: slice.importId,
      kind: slice.kind,
      sector: slice.sector,
      supplier: slice.supplier,
    }).filter((entry): entry is [string, string] => entry[1] !== null),
  )

/** An address of a page of this slice, narrowed by `changes`. */
export const sliceHref = (path: string, slice: Slice, changes: Partial<Slice> = {}): string => {
  const words = new URLSearchParams(sliceWords({ ...slice, ...changes })).toString()
  return words === '' ? path : `${path}?${words}`
}
