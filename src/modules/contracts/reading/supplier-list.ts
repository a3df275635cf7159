import { readCharityNumber, readCompanyNumber } from '#suppliers'
import type { NamedSupplier } from '../model.ts'
import { readSme, readVcse } from './values.ts'

export type ListedSupplier = NamedSupplier & {
  readonly isSme: boolean | null
  readonly isVcse: boolean | null
}
/** How many rows of a file name their suppliers in a list, how many those are, and how many rows name several. */
export type SupplierLists = { readonly rows: number; readonly suppliers: number; readonly several: number }
export type SupplierList =
  | {
      readonly ok: true
      /** Each once, in the order of the list. */
      readonly suppliers: readonly ListedSupplier[]
      /** How many entries there were; a supplier of several lots stands there once for each. */
      readonly entries: number
    }
  | { readonly ok: false; readonly unread: string }

/**
 * An entry as Contracts Finder's CSV writes it, `[Name|Address|Ref type|Ref Number|Is SME|Is VCSE]`. An address may hold
 * brackets and bars; a name may not begin the next entry.
 */
const ENTRY = /\s*\[((?:(?!\]\s*\[)[^|])*)\|([\s\S]*?)\|([A-Z_ ]*)\|([^|\]]*)\|(yes|no|)\|(yes|no|)\]\s*,?/iy

/** Whether a cell is such a list and no plain name. */
export const isSupplierList = (cell: string): boolean => /^\s*\[[^|]*\|/.test(cell)

const plainName = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const numberOf = (scheme: string, text: string): NamedSupplier['number'] => {
  if (/charity/i.test(scheme)) {
    const charity = readCharityNumber(text)
    return charity && { scheme: 'GB-CHC', number: charity.number }
  }
  const company = /companies.?house/i.test(scheme) ? readCompanyNumber(text) : null
  return company && { scheme: 'GB-COH', number: company.number }
}

const flag = (read: ReturnType<typeof readSme>): boolean | null => (read.ok ? read.value : null)

const keyOf = ({ name, number }: NamedSupplier): string =>
  number ? `${number.scheme}-${number.number}` : name.toLowerCase()

/** Every supplier of a list in brackets; not ok where a part of it is no entry, for nothing is left out in silence. */
export const readSupplierList = (cell: string): SupplierList => {
  const suppliers = new Map<string, ListedSupplier>()
  let [entries, at] = [0, 0]
  while (at < cell.length) {
    ENTRY.lastIndex = at
    const [whole, name = '', , scheme = '', number = '', sme = '', vcse = ''] = ENTRY.exec(cell) ?? []
    if (whole === undefined || plainName(name) === '') break
    const supplier: ListedSupplier = {
      name: plainName(name),
      number: numberOf(scheme, number),
      isSme: flag(readSme(sme)),
      isVcse: flag(readVcse(vcse)),
    }
    if (!suppliers.has(keyOf(supplier))) suppliers.set(keyOf(supplier), supplier)
    entries++
    at += whole.length
  }
  const unread = cell.slice(at).trim()
  return unread === '' && entries > 0
    ? { ok: true, suppliers: [...suppliers.values()], entries }
    : { ok: false, unread }
}

/** What all suppliers of a list have in common; null where they differ or it is not said. */
export const commonly = (said: readonly (boolean | null)[]): boolean | null => {
  const [first = null] = said
  return said.every((one) => one === first) ? first : null
}
