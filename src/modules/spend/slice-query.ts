import { Unusable } from '../../platform/errors.ts'
import { EVERYTHING, type Slice } from './model.ts'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DIGITS = /^\d{1,9}$/
const MAX_TEXT = 300

type Query = Readonly<Record<string, string>>

const text = (query: Query, name: string): string | null => {
  const value = query[name]?.trim()
  return value && value.length <= MAX_TEXT && !value.includes('\0') ? value : null
}
const month = (query: Query, name: string): string | null => {
  const asked = query[name]?.trim() ?? ''
  return MONTH.test(asked) ? asked : null
}

export type MonthError = { readonly field: 'from' | 'to'; readonly message: string }

/** What is wrong with the months of an address. Months that were left out are all months. */
export const monthErrors = (query: Query): MonthError[] => {
  const wrong = (['from', 'to'] as const).flatMap((field): MonthError[] => {
    const asked = query[field]?.trim() ?? ''
    return asked === '' || MONTH.test(asked)
      ? []
      : [{ field, message: `“${asked.slice(0, 40)}” is no month. Write it as year and month: 2026-04.` }]
  })
  const [from, to] = [month(query, 'from'), month(query, 'to')]
  if (wrong.length > 0 || from === null || to === null || from <= to) return wrong
  return [{ field: 'to', message: `The last month, ${to}, is before the first, ${from}.` }]
}

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

/** The slice that a program asks for, which sees no form: months that make no sense are refused. Throws Unusable. */
export const readAskedSlice = (query: Query): Slice => {
  const [error] = monthErrors(query)
  if (error) throw new Unusable(error.message)
  return readSlice(query)
}

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
