import {
  type GroupSuggestion,
  groupSuppliers,
  listGroupSuggestions,
  readSupplier,
  type SpendTables,
} from '#spend'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Home, MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

const groupName = (name: string): string => `${name.replace(/ (?:limited|ltd|plc|llp)$/i, '')} group`

const groupSuggested = async (ctx: Context): Promise<void> => {
  const [largest] = await inReading<SpendTables, GroupSuggestion[]>(ctx, (db) =>
    listGroupSuggestions(db, 1, 0),
  )
  if (!largest) return
  const { name, sisters, supplierKey } = await readSupplier(ctx, largest.supplierKey)
  const keys = [supplierKey, ...sisters.map((sister) => sister.supplierKey)]
  insist(await groupSuppliers(ctx, { name: groupName(name), keys, groupId: null }), name)
}

/** Suppliers of one line of business in a register, by where they are; large ones only where asked. */
const firmsOf = (suppliers: readonly MadeUpSupplier[], category: string, home: Home, isLarge = false) =>
  suppliers.filter(
    (one) =>
      one.companyNumber !== null &&
      one.isRegistered &&
      one.trade.category === category &&
      one.home === home &&
      (!isLarge || one.accounts === 'GROUP'),
  )

/** Says that these are one group, once, under the name of the first. */
const groupFirms = async (ctx: Context, firms: readonly MadeUpSupplier[]): Promise<void> => {
  const keys = firms.map(({ companyNumber }) => `GB-COH-${companyNumber}`)
  const [first] = firms
  if (!first || (await readSupplier(ctx, keys[0] ?? '')).group) return
  insist(await groupSuppliers(ctx, { name: groupName(first.name), keys, groupId: null }), first.name)
}

/**
 * The analyst has confirmed the largest group of companies that was suggested, and one whose names do not tell: a small printer of
 * the county that belongs to the large one that printing leaks to. The hospitals have confirmed a group that the council knows
 * nothing of, and that counts for their network. Other suggestions wait.
 */
export const seedGroups = async (
  services: Services,
  council: SeededCouncil,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  const ctx = actingAs(services, { kind: 'person', personId: council.analystId }, council.councilId)
  const printers = [
    ...firmsOf(suppliers, 'Printing and stationery', 'far', true).slice(0, 1),
    ...firmsOf(suppliers, 'Printing and stationery', 'county').slice(0, 1),
  ]
  const [printer] = printers
  const isDone = printer && (await readSupplier(ctx, `GB-COH-${printer.companyNumber}`)).group
  if (!isDone) await groupSuggested(ctx)
  await groupFirms(ctx, printers)
  const hospitals = council.anchors.find(({ slug }) => slug === 'northmere-hospitals')
  if (!hospitals) return
  const theirs = actingAs(services, { kind: 'person', personId: hospitals.analystId }, hospitals.anchorId)
  await groupFirms(theirs, firmsOf(suppliers, 'ICT', 'far', true).slice(0, 2))
}
