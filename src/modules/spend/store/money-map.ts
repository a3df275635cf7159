import type { Reader } from '../../../platform/database.ts'
import type { Basis, GroupSum, Slice } from '../model.ts'
import type { SpendTables } from '../tables.ts'
import { measureBasis, type PayeeSum, sumByGroup, sumByPayee } from './analysis.ts'

/** All sums of the money map's page. */
export type MoneyMapSums = {
  readonly basis: Basis
  readonly tiers: readonly GroupSum[]
  readonly months: readonly GroupSum[]
  readonly categories: readonly GroupSum[]
  readonly departments: readonly GroupSum[]
  readonly topPayees: readonly PayeeSum[]
}

const TOP_PAYEES = 10

export const measureMoneyMap = async (db: Reader<SpendTables>, slice: Slice): Promise<MoneyMapSums> => ({
  basis: await measureBasis(db, slice),
  tiers: await sumByGroup(db, 'tier', slice),
  months: await sumByGroup(db, 'month', slice),
  categories: await sumByGroup(db, 'category', slice),
  departments: await sumByGroup(db, 'department', slice),
  topPayees: await sumByPayee(db, slice, { search: null, order: 'pence', limit: TOP_PAYEES, offset: 0 }),
})
