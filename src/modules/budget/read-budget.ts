import {
  type ContractOfYear,
  type ContractsTables,
  contractsOfYear,
  type PromiseOfYear,
  promisesOfYear,
  unplannedOfYear,
} from '#contracts'
import type { Basis } from '#measures'
import { paidByMonths, paidInAll, type SpendTables } from '#spend'
import { listTrees, type StrategyTables } from '#strategy'
import { exact, toPence } from '../../kernel/exact.ts'
import { type FinancialYear, financialYearDays } from '../../kernel/financial-year.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Budget, Other, Promised, Spending, YearDays } from './model.ts'
import { coverageOf } from './rules/coverage.ts'
import { cutBy, financialBy, linesOf, reckonYear, type YearReckoned } from './rules/sums.ts'
import { dayBefore } from './rules/year.ts'
import { listLines } from './store/lines.ts'
import { listOthers, verifiedOfOthers } from './store/others.ts'
import type { BudgetTables } from './tables.ts'

type Db = Reader<BudgetTables>
const spendOf = (db: Db): Reader<SpendTables> => db as unknown as Reader<SpendTables>
const contractsOf = (db: Db): Reader<ContractsTables> => db as unknown as Reader<ContractsTables>

/** The days of a year's budget as seen from a day: the day itself in a running year, the last one in a year that is over. */
export const yearDays = (year: FinancialYear, today: PlainDate): YearDays => {
  const { from, to } = financialYearDays(year)
  return { year, from, to, on: today < from ? from : today < to ? today : to }
}

/** `none` and its own unit for what has no price; pounds for the rest. */
const kindOf = (basis: string, unit: string, isPriced: boolean): Pick<Promised, 'basis' | 'unit'> =>
  !isPriced || basis === 'none' ? { basis: 'none', unit } : { basis: basis as Basis, unit: '£' }

const hundredthsOf = (quantity: string): number => Number(toPence(exact(quantity)))

const promisedOf = (row: PromiseOfYear, spending: Spending | null): Promised => ({
  id: row.id,
  source: 'contract',
  title: row.title,
  href: `/contracts/${row.contractId}`,
  by: row.supplierName,
  department: row.department,
  priorityId: row.priorityId,
  ...kindOf(row.basis, row.unit, row.isPriced),
  promised: row.promised ?? Number.NaN,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  shares: row.shares.map(({ year, due }) => ({ year, due: due ?? Number.NaN })),
  spending,
  verifiedBefore: row.verifiedBefore ?? Number.NaN,
  verified: row.verified ?? Number.NaN,
})

/**
 * What was paid under contracts whose promises grow with spending: all that their supplier got in the term, by whole
 * months, where it has no other contract; with another it cannot be told apart and is not guessed.
 */
const readSpending = async (
  db: Db,
  rows: readonly PromiseOfYear[],
  days: YearDays,
): Promise<Map<string, Spending>> => {
  const tied = [
    ...new Map(
      rows.filter(({ scalesWithSpend }) => scalesWithSpend).map((row) => [row.contractId, row]),
    ).values(),
  ]
  const contracts =
    tied.length > 0 ? await contractsOfYear(contractsOf(db), { from: '0001-01-01', on: '9999-12-31' }) : []
  const ofSupplier = Map.groupBy(contracts, ({ supplierKey }) => supplierKey)
  const asked = tied.flatMap(({ supplierKey, startsOn }) => [
    { supplierKey, from: startsOn, to: dayBefore(days.from) },
    { supplierKey, from: startsOn, to: days.on },
  ])
  const paid = await paidByMonths(spendOf(db), asked)
  return new Map(
    tied.map(({ contractId, supplierKey, valuePence }, at) => {
      const isOnly = (ofSupplier.get(supplierKey)?.length ?? 0) === 1
      const [paidBefore, paidNow] = [paid[at * 2] ?? null, paid[at * 2 + 1] ?? null]
      return [
        contractId,
        {
          valuePence: valuePence ?? 0,
          paidBefore: isOnly && paidNow !== null ? (paidBefore ?? 0) : null,
          paid: isOnly ? paidNow : null,
        },
      ] as const
    }),
  )
}

const otherPromised = (
  other: Other,
  verified: { readonly before: string; readonly byDay: string } | undefined,
): Promised => {
  const inHundredths = (quantity: string): number =>
    hundredthsOf(
      exact(quantity)
        .times(other.unitValue ?? '1')
        .toFixed(),
    )
  return {
    id: other.id,
    source: other.kind,
    title: other.title,
    href: `/budget/other/${other.id}`,
    by: other.recipient,
    department: other.department,
    priorityId: other.priorityId,
    ...kindOf(other.basis, other.unit, other.unitValue !== null),
    promised: inHundredths(other.quantity),
    startsOn: other.startsOn,
    endsOn: other.endsOn,
    shares: [],
    spending: null,
    verifiedBefore: inHundredths(verified?.before ?? '0'),
    verified: inHundredths(verified?.byDay ?? '0'),
  }
}

/** Everything promised that the year has to do with: by suppliers, and of grants, assets and the council itself. */
export const readPromised = async (db: Db, days: YearDays): Promise<Promised[]> => {
  const rows = await promisesOfYear(contractsOf(db), days)
  const spending = await readSpending(db, rows, days)
  const verified = await verifiedOfOthers(db, days.from, days.on)
  const others = (await listOthers(db)).filter(({ startsOn }) => startsOn <= days.to)
  return [
    ...rows.map((row) =>
      promisedOf(row, row.scalesWithSpend ? (spending.get(row.contractId) ?? null) : null),
    ),
    ...others.map((other) => otherPromised(other, verified.get(other.id))),
  ]
}

export type PriorityNames = ReadonlyMap<string, string>

/** The titles of the priorities there are, adopted or superseded: what was promised for one keeps its name. */
export const readPriorityNames = async (db: Db): Promise<PriorityNames> => {
  const trees = await listTrees(db as unknown as Reader<StrategyTables>, ['superseded', 'adopted'])
  return new Map(trees.flatMap(({ priorities }) => priorities.map(({ id, title }) => [id, title] as const)))
}

const readCoverage = async (db: Db, days: YearDays) => {
  const contracts: ContractOfYear[] = await contractsOfYear(contractsOf(db), days)
  const keys = [...new Set(contracts.map(({ supplierKey }) => supplierKey))]
  const paid = await paidByMonths(
    spendOf(db),
    keys.map((supplierKey) => ({ supplierKey, from: days.from, to: days.on })),
  )
  const { pence } = await paidInAll(spendOf(db), days.from, days.on)
  return coverageOf(contracts, {
    allPence: pence,
    bySupplier: new Map(keys.map((key, at) => [key, paid[at] ?? 0])),
  })
}

export const NO_DEPARTMENT = 'No department named'
export const NO_PRIORITY = 'No priority named'
const SOURCE_NAMES: Readonly<Record<string, string>> = {
  contract: 'Contracts',
  grant: 'Grants',
  'asset-transfer': 'Asset transfers',
  'in-house': 'What the council does itself',
}

export type BudgetRead = { readonly budget: Budget; readonly reckoned: YearReckoned }

/** The social value budget of a year, as it stands on a day of it. */
export const readBudget = async (db: Db, year: FinancialYear, today: PlainDate): Promise<BudgetRead> => {
  const days = yearDays(year, today)
  const reckoned = reckonYear(await readPromised(db, days), days)
  const names = await readPriorityNames(db)
  const { told, leftOut } = reckoned
  const budget: Budget = {
    days,
    isOver: today > days.to,
    totals: linesOf(told),
    departments: cutBy(
      told,
      ({ department }) => department || null,
      (key) => key ?? NO_DEPARTMENT,
    ),
    priorities: cutBy(
      told,
      ({ priorityId }) => (priorityId !== null && names.has(priorityId) ? priorityId : null),
      (key) => (key === null ? NO_PRIORITY : (names.get(key) ?? NO_PRIORITY)),
    ),
    sources: cutBy(
      told,
      ({ source }) => source,
      (key) => SOURCE_NAMES[key ?? ''] ?? '',
    ),
    financial: financialBy(await listLines(db, year)),
    coverage: await readCoverage(db, days),
    leftOut,
    unplanned: await unplannedOfYear(contractsOf(db), days),
  }
  return { budget, reckoned }
}
