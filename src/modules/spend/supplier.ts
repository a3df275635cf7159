import { findRegisterEntriesByNumber, type RegisterEntry, SCHEMES } from '#suppliers'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { groupIdIn, type SupplierGroup } from './model/groups.ts'
import type { Basis, GroupSum } from './model.ts'
import { findGroup, findGroupOfSupplier } from './store/groups.ts'
import {
  listPayeesOfSuppliers,
  listSisters,
  measureSuppliersBasis,
  type SupplierPayee,
  sumSuppliersBy,
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
  /** The group it is, or is a member of, as a person confirmed it. */
  readonly group: SupplierGroup | undefined
  /** Whether this is the group itself and not one of its members. */
  readonly isGroup: boolean
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

type Asked = { readonly keys: readonly string[]; readonly group: SupplierGroup | undefined }

/** The suppliers that a key stands for: itself, or the members of a group. */
const readAsked = async (db: Reader<SpendTables>, supplierKey: string): Promise<Asked> => {
  if (supplierKey.includes('\0')) return { keys: [], group: undefined }
  const groupId = groupIdIn(supplierKey)
  if (groupId === null) return { keys: [supplierKey], group: await findGroupOfSupplier(db, supplierKey) }
  const group = isId(groupId) ? await findGroup(db, groupId) : undefined
  return { keys: group?.members.map((member) => member.supplierKey) ?? [], group }
}

/** All that is known of one supplier of an authority, or of a group of them, over all payees that are it. */
export const readSupplier = (ctx: Context, supplierKey: string): Promise<SupplierReport> =>
  inReading<SpendTables, SupplierReport>(ctx, async (db) => {
    const { keys, group } = await readAsked(db, supplierKey)
    const isGroup = group !== undefined && groupIdIn(supplierKey) !== null
    const payees = keys.length === 0 ? [] : await listPayeesOfSuppliers(db, keys)
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
      name: (isGroup ? group.name : undefined) ?? entry?.name ?? first.supplierName ?? first.name,
      group,
      isGroup,
      entry,
      payees,
      payments: sum(payees, 'payments'),
      pence: sum(payees, 'pence'),
      basis: await measureSuppliersBasis(db, keys),
      months: (await sumSuppliersBy(db, keys, 'month')).filter((month) => month.key !== null),
      categories: await sumSuppliersBy(db, keys, 'category'),
      sisters: groupKeys.length > 0 ? await listSisters(db, groupKeys, keys) : [],
    }
  })
