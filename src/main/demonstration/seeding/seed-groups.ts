import {
  type GroupSuggestion,
  groupSuppliers,
  listGroupSuggestions,
  readSupplier,
  type SpendTables,
} from '#spend'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { insist } from './insist.ts'
import type { SeededCouncil } from './seed-people.ts'

/** The analyst has confirmed the largest group of companies that was suggested; the others wait. */
export const seedGroups = async (services: Services, council: SeededCouncil): Promise<void> => {
  const ctx = actingAs(services, { kind: 'person', personId: council.analystId }, council.councilId)
  const [largest] = await inReading<SpendTables, GroupSuggestion[]>(ctx, (db) =>
    listGroupSuggestions(db, 1, 0),
  )
  if (!largest) return
  const { name, sisters, supplierKey } = await readSupplier(ctx, largest.supplierKey)
  const keys = [supplierKey, ...sisters.map((sister) => sister.supplierKey)]
  insist(
    await groupSuppliers(ctx, {
      name: `${name.replace(/ (?:limited|ltd|plc|llp)$/i, '')} group`,
      keys,
      groupId: null,
    }),
    name,
  )
}
