import { readDecimal, toPence } from '../../../kernel/exact.ts'
import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** What people write where there is no day or amount. A contract that rolls on has no last day. */
const NONE =
  /^(?:|-+|–|n\/?a|none|nil|tbc|tbd|tba|unknown|rolling|ongoing|on-going|open.?ended|evergreen|various)$/i

export type Cell<Value> =
  | { readonly ok: true; readonly value: Value | null; readonly isLeftOpen: boolean }
  | { readonly ok: false }

const found = <Value>(value: Value | undefined): Cell<Value> =>
  value === undefined ? { ok: false } : { ok: true, value, isLeftOpen: false }
const leftOpen = (text: string): Cell<never> => ({ ok: true, value: null, isLeftOpen: text !== '' })

const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

/** Reads a day as British registers write it: `31/03/2028`, `31.3.28`, `2028-03-31`, `31 March 2028`, with a time behind or not. */
export const readDay = (cell: string): Cell<PlainDate> => {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/, '')
  if (NONE.test(text)) return leftOpen(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return found(plainDate(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text)
  if (british) return found(plainDate(century(british[3] ?? ''), Number(british[2]), Number(british[1])))
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ -](\d{2}|\d{4})$/i.exec(text)
  if (!words) return { ok: false }
  const month = MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1
  return found(plainDate(century(words[3] ?? ''), month, Number(words[1])))
}

/**
 * Reads pounds as registers write them. A pound sign lost to a wrong encoding stands as a replacement character before
 * the digits; it is read as what it was.
 */
export const readPounds = (cell: string): Cell<number> => {
  const text = cell.replaceAll(/[\s£\uFFFD]|Â/g, '').replace(/^GBP|GBP$/i, '')
  if (NONE.test(text)) return leftOpen(text)
  const value = readDecimal(text)
  if (value === undefined || value.isNegative()) return { ok: false }
  const pence = toPence(value)
  return pence <= BigInt(Number.MAX_SAFE_INTEGER) ? found(Number(pence)) : { ok: false }
}

/** Pounds of VAT; registers write words there too, and a contract is not refused for them. */
export const readVat = (cell: string): Cell<number> => {
  const read = readPounds(cell)
  return read.ok ? read : leftOpen(cell.trim())
}

const VCSE = /\b(?:vcse|vsce|vcs|charity|voluntary|social enterprise)\b/i

/** Registers say `Yes`, `SME` or `Micro` of a small firm, and `Large` or `No` of another; anything else is left open. */
export const readSme = (cell: string): Cell<boolean> => {
  const text = cell.trim()
  if (/^(?:y|yes|true|sme|micro|small|medium)\b/i.test(text)) return found(true)
  return /^(?:n|no|false|large)$/i.test(text) ? found(false) : leftOpen(VCSE.test(text) ? '' : text)
}

/** `Yes`, `No`, or a word for such a body, `VCSE 1121596`; anything else is left open. */
export const readVcse = (cell: string): Cell<boolean> => {
  const text = cell.trim()
  if (/^(?:y|yes|true)$/i.test(text) || VCSE.test(text)) return found(true)
  return /^(?:n|no|false)$/i.test(text) ? found(false) : leftOpen(text)
}

/** How a contract was bought, in the Code's words or as registers shorten them; anything else is left open. */
export const readInvitation = (cell: string): Cell<'quote' | 'tender' | 'none'> => {
  const text = cell.trim()
  if (/\b(?:quotes?|quotations?|rfq|itq)\b/i.test(text)) return found('quote' as const)
  if (/\b(?:tender|itt)\b/i.test(text)) return found('tender' as const)
  return /^(?:neither|none|no|direct award|exemption|waiver)$/i.test(text)
    ? found('none' as const)
    : leftOpen(text)
}

/** The CPV codes in a cell: eight digits, with or without the check digit. */
export const readCpv = (cell: string): string[] => [
  ...new Set([...cell.matchAll(/(?<!\d)(\d{8})(?:-\d)?(?!\d)/g)].map(([, code]) => code ?? '')),
]
