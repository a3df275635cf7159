import type { Reader, Writer } from '../../../platform/database.ts'
import type { NodeRef, ThreadGraph, ThreadLink, ThreadNode } from '../rules/thread.ts'
import type { StrategyTables } from '../tables.ts'

/** What was registered on the thread: nodes of other modules and of people, and every link. */
export const readRegistered = async (db: Reader<StrategyTables>): Promise<ThreadGraph> => {
  const nodes = await db
    .selectFrom('strategy.thread_node')
    .select(['kind', 'id', 'title', 'href', 'note'])
    .orderBy('kind')
    .orderBy('id')
    .execute()
  const links = await db
    .selectFrom('strategy.thread_link')
    .selectAll()
    .orderBy('upper_kind')
    .orderBy('upper_id')
    .orderBy('lower_kind')
    .orderBy('lower_id')
    .execute()
  return {
    nodes,
    links: links.map((link) => ({
      upper: { kind: link.upper_kind, id: link.upper_id },
      lower: { kind: link.lower_kind, id: link.lower_id },
    })),
  }
}

/** Puts a node on the thread, or tells its new title. */
export const saveNode = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  node: ThreadNode,
): Promise<void> => {
  const { kind, id, title, href, note } = node
  await tx
    .insertInto('strategy.thread_node')
    .values({ authority_id: authorityId, kind, id, title, href, note })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'kind', 'id']).doUpdateSet({ title, href, note }),
    )
    .execute()
}

export const deleteNode = async (tx: Writer<StrategyTables>, { kind, id }: NodeRef): Promise<void> => {
  await tx
    .deleteFrom('strategy.thread_link')
    .where((eb) =>
      eb.or([
        eb.and([eb('upper_kind', '=', kind), eb('upper_id', '=', id)]),
        eb.and([eb('lower_kind', '=', kind), eb('lower_id', '=', id)]),
      ]),
    )
    .execute()
  await tx.deleteFrom('strategy.thread_node').where('kind', '=', kind).where('id', '=', id).execute()
}

export const saveLink = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  { upper, lower }: ThreadLink,
): Promise<void> => {
  await tx
    .insertInto('strategy.thread_link')
    .values({
      authority_id: authorityId,
      upper_kind: upper.kind,
      upper_id: upper.id,
      lower_kind: lower.kind,
      lower_id: lower.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteLink = async (tx: Writer<StrategyTables>, { upper, lower }: ThreadLink): Promise<void> => {
  await tx
    .deleteFrom('strategy.thread_link')
    .where('upper_kind', '=', upper.kind)
    .where('upper_id', '=', upper.id)
    .where('lower_kind', '=', lower.kind)
    .where('lower_id', '=', lower.id)
    .execute()
}
