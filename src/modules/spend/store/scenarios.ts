import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { SpendTables } from '../tables.ts'
import { asJson } from './imports.ts'

/** A scenario as it was kept: the words of an address of the what-if page. */
export type Scenario = {
  readonly id: string
  readonly name: string
  readonly words: unknown
  readonly savedAt: Date
  readonly savedBy: string
}

/** All that the acting organisation has kept, by name. */
export const listScenarios = (db: Reader<SpendTables>): Promise<Scenario[]> =>
  db
    .selectFrom('spend.scenario')
    .select(['id', 'name', 'words', 'saved_at as savedAt', 'saved_by as savedBy'])
    .orderBy('name')
    .limit(500)
    .execute()

/** Throws NotFound where there is none of this id. */
export const getScenario = async (db: Reader<SpendTables>, id: string): Promise<Scenario> => {
  const found = (await listScenarios(db)).find((scenario) => scenario.id === id)
  if (!found) throw new NotFound('There is no such scenario.')
  return found
}

/** False where there is one of this name already. */
export const insertScenario = async (
  tx: Writer<SpendTables>,
  authorityId: string,
  scenario: Scenario,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('spend.scenario')
    .values({
      authority_id: authorityId,
      id: scenario.id,
      name: scenario.name,
      words: asJson(scenario.words),
      saved_at: scenario.savedAt,
      saved_by: scenario.savedBy,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'name']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const deleteScenario = (tx: Writer<SpendTables>, authorityId: string, id: string): Promise<unknown> =>
  tx.deleteFrom('spend.scenario').where('authority_id', '=', authorityId).where('id', '=', id).execute()
