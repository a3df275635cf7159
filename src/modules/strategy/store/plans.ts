import type { Reader, Writer } from '../../../platform/database.ts'
import type { Plan } from '../model.ts'
import type { StrategyTables } from '../tables.ts'

const selectPlans = (db: Reader<StrategyTables>) =>
  db
    .selectFrom('strategy.plan')
    .select(['edition', 'slug', 'published_at as publishedAt', 'person_name as personName', 'content'])

/** The published plans at a public address, newest first. Everybody reads them. */
export const listPlansAt = (db: Reader<StrategyTables>, slug: string): Promise<Plan[]> =>
  selectPlans(db).where('slug', '=', slug).orderBy('edition', 'desc').execute()

export const listPlansOf = (db: Reader<StrategyTables>, authorityId: string): Promise<Plan[]> =>
  selectPlans(db).where('authority_id', '=', authorityId).orderBy('edition', 'desc').execute()

export const insertPlan = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  plan: Plan,
): Promise<void> => {
  await tx
    .insertInto('strategy.plan')
    .values({
      authority_id: authorityId,
      edition: plan.edition,
      slug: plan.slug,
      published_at: plan.publishedAt,
      person_name: plan.personName,
      content: JSON.stringify(plan.content) as never,
    })
    .execute()
}
