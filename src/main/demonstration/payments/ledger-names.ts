import { seededRandom } from '../seeded-random.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'

/** The council's ledgers: an old one with narrow capitals, its successor, and the one in use. */
export type Ledger = 'old' | 'middle' | 'new'

/** The width of the old ledger's field. */
const OLD_WIDTH = 36

/** Two letters changed places under the typist's fingers. */
const slip = (name: string, at: number): string =>
  `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`

const shortForm = (name: string, limited: string): string => name.replace(/ Limited$/, ` ${limited}`)

const inOldLedger = (supplier: MadeUpSupplier, turn: number): string => {
  // Some are known to the counter clerks by their trading name only.
  if (supplier.tradingName !== null && turn < 0.4) return supplier.tradingName.toUpperCase()
  const name = shortForm(supplier.formerName ?? supplier.name, turn < 0.8 ? 'LTD' : 'LTD.')
  const joined = turn < 0.5 ? name.replace(' and ', ' & ') : name
  return joined.replaceAll("'", '').toUpperCase().slice(0, OLD_WIDTH).trimEnd()
}

const inMiddleLedger = (supplier: MadeUpSupplier, turn: number): string => {
  const name = shortForm(supplier.name, turn < 0.7 ? 'Ltd' : 'Limited').replace(
    / CIC$/,
    turn < 0.5 ? ' C.I.C.' : ' CIC',
  )
  return supplier.tradingName === null ? name : `${name} t/a ${supplier.tradingName}`
}

/** Only small suppliers are misspelt: somebody looks twice at a large payment. */
const isSmall = (supplier: MadeUpSupplier): boolean =>
  supplier.trade.invoice < 7000 && supplier.trade.rhythm !== 'many'

/** A supplier as one of the council's ledgers spells it; always the same in one ledger, as in life. */
export const ledgerName = (supplier: MadeUpSupplier, ledger: Ledger): string => {
  const random = seededRandom(supplier.number * 7919 + ledger.length)
  const turn = random.next()
  const isSlip = isSmall(supplier) && random.chance(0.06)
  const name =
    ledger === 'old'
      ? inOldLedger(supplier, turn)
      : ledger === 'middle'
        ? inMiddleLedger(supplier, turn)
        : supplier.name
  return isSlip ? slip(name, random.whole(2, 7)) : name
}

/** How withheld names are printed. */
export const WITHHELD_NAMES: Readonly<Record<Ledger, string>> = {
  old: 'REDACTED PERSONAL DATA',
  middle: 'Redacted - personal data',
  new: 'Name withheld',
}

/** Whether the ledger in use tells a supplier's postcode: it is asked for since 2025 and given by some. */
export const givesPostcode = (supplier: MadeUpSupplier): boolean =>
  supplier.isRegistered && supplier.number % 9 < 4

/** A few numbers were typed with two digits in the wrong order: they are another company's, or nobody's. */
const isMistyped = (supplier: MadeUpSupplier): boolean => supplier.number % 29 === 5

/** Where the number is mistyped, an account was closed in autumn and a new one opened, with the same slip. */
export const middleLedgerName = (supplier: MadeUpSupplier, paidOn: string): string => {
  const name = ledgerName(supplier, 'middle')
  return isMistyped(supplier) && paidOn < '2024-10-01' ? `${name} (closed)` : name
}

/** The company number as the middle ledger holds it; empty where it has none. */
export const ledgerCompanyNumber = ({ companyNumber, ...supplier }: MadeUpSupplier): string => {
  if (companyNumber === null || supplier.number % 5 >= 3) return ''
  const at = companyNumber.length - 2
  return isMistyped({ companyNumber, ...supplier }) ? slip(companyNumber, at) : companyNumber
}
