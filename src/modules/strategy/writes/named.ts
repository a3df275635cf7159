import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Objective, OwnerRole, Tree, Version } from '../model.ts'
import { listRoles } from '../store/roles.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'

/** A draft with all beneath it. */
export const treeOfDraft = (ctx: Context, draft: Version): Promise<Tree> =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const [tree] = await treesOf(db, [draft])
    return tree ?? { version: draft, objectives: [], priorities: [] }
  })

export const rolesOf = (ctx: Context): Promise<OwnerRole[]> =>
  inReading(ctx, (db: Reader<StrategyTables>) => listRoles(db))

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The objective of a draft that a program names by its id or its title. */
export const objectiveNamed = (objectives: readonly Objective[], name: string): Objective | undefined =>
  objectives.find(({ id }) => sameWords(id, name)) ?? objectives.find(({ title }) => sameWords(title, name))

/** The role that a program names by its id or its name. */
export const roleNamed = (roles: readonly OwnerRole[], text: string): OwnerRole | undefined =>
  roles.find(({ id }) => sameWords(id, text)) ?? roles.find(({ name }) => sameWords(name, text))
