import { chooseCategories, type KnownContract, listBooks, type SpendTables, saveContracts } from '#spend'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

/** What the rules of the plain scheme do not know, mapped by hand. */
const CHOICES: ReadonlyMap<string, string> = new Map([
  ['Prevention and advice', 'care-adults'],
  ['Recreation', 'culture'],
  ['Book stores', 'culture'],
  ['Hardware stores', 'supplies'],
  ['Garden supplies', 'grounds'],
  ['Passenger railways', 'transport'],
])

const LAST_DAYS = ['2027-03-31', '2027-09-30', '2028-03-31', '2029-03-31', '2031-03-31'] as const
const FRAMEWORKS = ['', '', 'National', '', 'Regional'] as const

/** A contract for every second of the largest suppliers: some end soon, some bind for years, some hang on a framework. */
const contractsOf = (suppliers: readonly MadeUpSupplier[]): KnownContract[] =>
  suppliers
    .filter(
      (supplier) => supplier.isRegistered && supplier.trade.category !== 'Grants to community organisations',
    )
    .toSorted((a, b) => b.weight * b.trade.invoice - a.weight * a.trade.invoice || a.number - b.number)
    .slice(0, 60)
    .filter((_, at) => at % 2 === 0)
    .map((supplier, at) => {
      const whose = FRAMEWORKS[at % FRAMEWORKS.length] ?? ''
      return {
        supplier: supplier.name,
        category: '',
        title: `${supplier.trade.category}, contract ${2021 + (at % 5)}`,
        endsOn: LAST_DAYS[at % LAST_DAYS.length] ?? '',
        framework: whose && `${whose} framework: ${supplier.trade.category.toLowerCase()}`,
      }
    })

/** Contracts that are known, and categories that the analyst has mapped by hand. */
export const seedRules = async (
  services: Services,
  { councilId, analystId }: SeededCouncil,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  const ctx = {
    ...actingAs(services, { kind: 'person', personId: analystId }, councilId),
    authorityId: councilId,
  }
  const books = await inReading<SpendTables, Awaited<ReturnType<typeof listBooks>>>(ctx, listBooks)
  const isThere = (name: string): boolean => books.some((book) => book.name === name)
  if (!isThere('contracts')) insist(await saveContracts(ctx, contractsOf(suppliers)), 'the contracts')
  if (!isThere('categories:plain')) insist(await chooseCategories(ctx, 'plain', CHOICES), 'the categories')
}
