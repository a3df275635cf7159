import type { Basis, GroupSum, PlainSum, Slice } from '../model.ts'
import { measureBasis, sumByGroup, sumPlainly } from './analysis.ts'
import type { Calculator } from './calculator.ts'
import { type LargestSupplier, listLargestSuppliers } from './columns.ts'

/** All sums of the money map's page. */
export type MoneyMapSums = {
  readonly basis: Basis
  readonly tiers: readonly GroupSum[]
  readonly months: readonly PlainSum[]
  readonly categories: readonly PlainSum[]
  readonly departments: readonly PlainSum[]
  readonly topSuppliers: readonly LargestSupplier[]
}

const TOP_SUPPLIERS = 10

export const measureMoneyMap = async (calculator: Calculator, slice: Slice): Promise<MoneyMapSums> => ({
  basis: await measureBasis(calculator, slice),
  tiers: await sumByGroup(calculator, 'tier', slice),
  months: await sumPlainly(calculator, 'month', slice),
  categories: await sumPlainly(calculator, 'category', slice),
  departments: await sumPlainly(calculator, 'department', slice),
  topSuppliers: await listLargestSuppliers(calculator, slice, TOP_SUPPLIERS),
})
