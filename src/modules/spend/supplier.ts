import { findRegisterEntriesByNumber, type RegisterEntry, SCHEMES } from '#suppliers'
import type { Context } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import type { Basis, GroupSum } from './model.ts'
import {
  listPayeesOfSupplier,
  listSisters,
  measureSupplierBasis,
  type SupplierPayee,
  sumSupplierBy,
} from './store/suppliers.ts'
import type { SpendTables } from './tables.ts'

export type SupplierReport = {
  readonly supplierKey: string
  readonly name: string
  /** What the registers say; undefined for suppliers that none knows. */
  readonly entry: RegisterEntry | undefined
  readonly payees: readonly SupplierPayee[]
  readonly payments: number
  readonly pence: number
  readonly basis: Basis
  readonly months: readonly GroupSum[]
  readonly categories: readonly GroupSum[]
  /** Suppliers of the authority whose names agree but for words of structure: perhaps one group of companies. */
  readonly sisters: readonly { readonly supplierKey: string; readonly name: string; readonly pence: number }[]
}

/** The scheme and number in a key such as `GB-COH-01234567`; null for `name:…`. */
export const splitSupplierKey = (key: string) => {
  const scheme = SCHEMES.find((known) => key.startsWith(`${known}-`))
  const number = key.slice((scheme?.length ?? 0) + 1)
  return scheme && /^[A-Z0-9]{1,12}$/.test(number) ? { scheme, number } : null
}

const sum = (payees: readonly SupplierPayee[], what: 'pence' | 'payments'): number =>
  payees.reduce((all, payee) => all + payee[what], 0)

/** All that is known of one supplier of an authority, over all payees that are it. */
export const readSupplier = (ctx: Context, supplierKey: string): Promise<SupplierReport> =>
  inReading<SpendTables, SupplierReport>(ctx, async (db) => {
    const payees = supplierKey.includes('\0') ? [] : await listPayeesOfSupplier(db, supplierKey)
    const [first] = payees
    if (!first) throw new NotFound('There is no such supplier here.')
    const register = splitSupplierKey(supplierKey)
    const [entry] = register
      ? await findRegisterEntriesByNumber(db as never, {
          scheme: register.scheme,
          numbers: [register.number],
        })
      : []
    const groupKeys = [...new Set(payees.map((payee) => payee.groupKey).filter((key) => key !== null))]
    return {
      supplierKey,
      name: entry?.name ?? first.supplierName ?? first.name,
      entry,
      payees,
      payments: sum(payees, 'payments'),
      pence: sum(payees, 'pence'),
      basis: await measureSupplierBasis(db, supplierKey),
      months: (await sumSupplierBy(db, supplierKey, 'month')).filter((month) => month.key !== null),
      categories: await sumSupplierBy(db, supplierKey, 'category'),
      sisters: groupKeys.length > 0 ? await listSisters(db, groupKeys, supplierKey) : [],
    }
  })
