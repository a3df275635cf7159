import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Objective, Priority, PriorityDraft, Status, Tree, Version } from '../model.ts'
import { byStanding } from '../rules/current.ts'
import type { PriorityVersionTable, StrategyTables } from '../tables.ts'
import { type Key, listVersions } from './documents.ts'

type Db = Reader<StrategyTables>
type Tx = Writer<StrategyTables>

type PriorityRow = PriorityVersionTable & { code: string }

const priorityOf = (row: PriorityRow): Priority => ({
  id: row.priority_id,
  code: row.code,
  documentId: row.document_id,
  version: row.version,
  objectiveId: row.objective_id,
  title: row.title,
  plainWords: row.plain_words,
  description: row.description,
  ownerRoleId: row.owner_role_id,
  places: row.places,
  indicator: row.indicator,
  unit: row.unit,
  direction: row.direction,
  baseline: row.baseline,
  baselineOn: row.baseline_on,
  targets: row.targets,
  outcomes: row.outcomes,
  measures: row.measures,
  origin:
    row.origin_authority_id && row.origin_share_id
      ? { authorityId: row.origin_authority_id, shareId: row.origin_share_id }
      : null,
})

const selectPriorities = (db: Db) =>
  db
    .selectFrom('strategy.priority_version as t')
    .innerJoin('strategy.priority as p', (join) =>
      join.onRef('p.authority_id', '=', 't.authority_id').onRef('p.id', '=', 't.priority_id'),
    )
    .selectAll('t')
    .select('p.code')

const under = (row: { document_id?: string; documentId?: string; version: number }): string =>
  `${row.document_id ?? row.documentId} ${row.version}`

/** Versions with all beneath them. Three queries, however many there are. */
export const treesOf = async (db: Db, versions: readonly Version[]): Promise<Tree[]> => {
  const ids = [...new Set(versions.map(({ documentId }) => documentId))]
  if (ids.length === 0) return []
  const objectives = await db
    .selectFrom('strategy.objective')
    .selectAll()
    .where('document_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const priorities = await selectPriorities(db)
    .where('t.document_id', 'in', ids)
    .orderBy('t.position')
    .orderBy('t.priority_id')
    .execute()
  const objectivesOf = Map.groupBy(objectives, under)
  const prioritiesOf = Map.groupBy(priorities, under)
  return versions.map((version) => ({
    version,
    objectives: (objectivesOf.get(under(version)) ?? []).map(({ id, title, description }) => ({
      id,
      title,
      description,
    })),
    priorities: (prioritiesOf.get(under(version)) ?? []).map(priorityOf),
  }))
}

/** The documents as they stand in one of these statuses. */
export const listTrees = async (db: Db, statuses: readonly Status[]): Promise<Tree[]> =>
  treesOf(db, (await listVersions(db)).filter(({ status }) => statuses.includes(status)).sort(byStanding))

/** Every text a priority ever had, newest version first. Throws NotFound where there is none. */
export const textsOfPriority = async (db: Db, priorityId: string): Promise<[Priority, ...Priority[]]> => {
  const rows = await selectPriorities(db)
    .where('t.priority_id', '=', priorityId)
    .orderBy('t.version', 'desc')
    .execute()
  const [first, ...rest] = rows.map(priorityOf)
  if (!first) throw new NotFound('There is no such priority.')
  return [first, ...rest]
}

export const listPriorityCodes = (db: Db): Promise<{ id: string; code: string }[]> =>
  db.selectFrom('strategy.priority').select(['id', 'code']).orderBy('code').execute()

export const insertObjective = async (
  tx: Tx,
  key: Key,
  objective: Objective & { readonly position: number },
): Promise<void> => {
  await tx
    .insertInto('strategy.objective')
    .values({
      authority_id: key.authorityId,
      document_id: key.documentId,
      version: key.version,
      ...objective,
    })
    .execute()
}

export const setObjective = async (
  tx: Tx,
  key: Key,
  { id, title, description }: Objective,
): Promise<void> => {
  await tx
    .updateTable('strategy.objective')
    .set({ title, description })
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .where('id', '=', id)
    .execute()
}

export const deleteObjective = async (tx: Tx, key: Key, id: string): Promise<void> => {
  await tx
    .deleteFrom('strategy.objective')
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .where('id', '=', id)
    .execute()
}

const contentOf = (draft: PriorityDraft) => ({
  objective_id: draft.objectiveId,
  title: draft.title,
  plain_words: draft.plainWords,
  description: draft.description,
  owner_role_id: draft.ownerRoleId,
  places: JSON.stringify(draft.places) as never,
  indicator: draft.indicator,
  unit: draft.unit,
  direction: draft.direction,
  baseline: draft.baseline,
  baseline_on: draft.baselineOn,
  targets: JSON.stringify(draft.targets) as never,
  outcomes: JSON.stringify(draft.outcomes) as never,
  measures: JSON.stringify(draft.measures) as never,
  origin_authority_id: draft.origin?.authorityId ?? null,
  origin_share_id: draft.origin?.shareId ?? null,
})

export const insertPriority = async (tx: Tx, key: Key, id: string, code: string): Promise<void> => {
  await tx
    .insertInto('strategy.priority')
    .values({ authority_id: key.authorityId, id, document_id: key.documentId, code })
    .execute()
}

export const insertPriorityText = async (
  tx: Tx,
  key: Key,
  priorityId: string,
  position: number,
  draft: PriorityDraft,
): Promise<void> => {
  await tx
    .insertInto('strategy.priority_version')
    .values({
      authority_id: key.authorityId,
      document_id: key.documentId,
      version: key.version,
      priority_id: priorityId,
      position,
      ...contentOf(draft),
    })
    .execute()
}

export const setPriorityText = async (
  tx: Tx,
  key: Key,
  priorityId: string,
  draft: PriorityDraft,
): Promise<void> => {
  await tx
    .updateTable('strategy.priority_version')
    .set(contentOf(draft))
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .where('priority_id', '=', priorityId)
    .execute()
}

export const deletePriorityText = async (tx: Tx, key: Key, priorityId: string): Promise<void> => {
  await tx
    .deleteFrom('strategy.priority_version')
    .where('document_id', '=', key.documentId)
    .where('version', '=', key.version)
    .where('priority_id', '=', priorityId)
    .execute()
}
