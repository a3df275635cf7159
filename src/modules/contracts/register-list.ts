import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Contract, TermState } from './model.ts'
import { TERM_STATES } from './model.ts'
import { endOn, furthestEnd, stateOn } from './rules/term.ts'
import { listContracts, listExtensions } from './store/contracts.ts'
import { listOtherSuppliers } from './store/other-suppliers.ts'
import type { ContractsTables } from './tables.ts'

export type RegisterRow = Contract & {
  readonly state: TermState
  readonly currentEnd: PlainDate | null
  readonly furthestEnd: PlainDate | null
  /** The names of the suppliers beside the first. */
  readonly others: readonly string[]
}
export type RegisterFilter = {
  readonly search: string
  readonly state: TermState | null
  readonly department: string | null
}

/** The register as it stood on a day, by reference. Some hundreds of rows, so they are narrowed here and not in SQL. */
export const readRegisterOn = async (db: Reader<ContractsTables>, on: PlainDate): Promise<RegisterRow[]> => {
  const extensions = await listExtensions(db)
  const others = await listOtherSuppliers(db)
  return (await listContracts(db)).map((contract) => {
    const own = extensions.get(contract.id) ?? []
    return {
      ...contract,
      state: stateOn(contract, own, on),
      currentEnd: endOn(contract, own, on),
      furthestEnd: furthestEnd(contract, own),
      others: (others.get(contract.id) ?? []).map(({ name }) => name),
    }
  })
}

export const narrowRegister = (rows: readonly RegisterRow[], filter: RegisterFilter): RegisterRow[] => {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const number = row.supplierNumber?.number ?? ''
    const names = [row.supplierName, ...row.others].join(' ')
    const text = `${row.reference} ${row.title} ${names} ${number} ${row.lot}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (filter.state === null || row.state === filter.state) &&
      (filter.department === null || row.department === filter.department)
    )
  })
}

export const REGISTER_ORDERS = ['reference', 'title', 'supplier', 'value', 'end'] as const
export type RegisterOrder = (typeof REGISTER_ORDERS)[number]

const orderKey = (row: RegisterRow, order: RegisterOrder): string =>
  order === 'supplier'
    ? row.supplierName
    : order === 'end'
      ? (row.currentEnd ?? '9999')
      : row[order === 'value' ? 'reference' : order]

export const sortRegister = (
  rows: readonly RegisterRow[],
  order: RegisterOrder,
  isDown: boolean,
): RegisterRow[] => {
  const turn = isDown ? -1 : 1
  return [...rows].sort((a, b) => {
    const by =
      order === 'value'
        ? (a.valuePence ?? -1) - (b.valuePence ?? -1)
        : orderKey(a, order).localeCompare(orderKey(b, order), 'en-GB', { numeric: true })
    return turn * by || a.reference.localeCompare(b.reference, 'en-GB')
  })
}

export const isTermState = (text: string): text is TermState =>
  (TERM_STATES as readonly string[]).includes(text)
