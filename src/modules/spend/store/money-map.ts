import type { Basis, GroupSum, PlainSum, Slice } from '../model.ts'
import { measureBasis, type PayeeSum, sumByGroup, sumByPayee, sumPlainly } from './analysis.ts'
import type { Calculator } from './calculator.ts'

/** All sums of the money map's page. */
export type MoneyMapSums = {
  readonly basis: Basis
  readonly tiers: readonly GroupSum[]
  readonly months: readonly PlainSum[]
  readonly categories: readonly PlainSum[]
  readonly departments: readonly PlainSum[]
  readonly topPayees: readonly PayeeSum[]
}

const TOP_PAYEES = 10

export const measureMoneyMap = async (calculator: Calculator, slice: Slice): Promise<MoneyMapSums> => ({
  basis: await measureBasis(calculator, slice),
  tiers: await sumByGroup(calculator, 'tier', slice),
  months: await sumPlainly(calculator, 'month', slice),
  categories: await sumPlainly(calculator, 'category', slice),
  departments: await sumPlainly(calculator, 'department', slice),
  topPayees: await sumByPayee(calculator, slice, {
    search: null,
    order: 'pence',
    limit: TOP_PAYEES,
    offset: 0,
  }),
})
