import type { Reader, Writer } from '../../../platform/database.ts'
import type { Agreed, Panellist, Score } from '../model.ts'
import type { EvaluationTables } from '../tables.ts'

type Db = Reader<EvaluationTables>
type Of = { readonly authority_id: string; readonly evaluation_id: string }

export const listPanel = async (db: Db, evaluationId: string): Promise<Panellist[]> => {
  const rows = await db
    .selectFrom('evaluation.panellist as p')
    .leftJoin('evaluation.handed_in as h', (join) =>
      join
        .onRef('h.authority_id', '=', 'p.authority_id')
        .onRef('h.evaluation_id', '=', 'p.evaluation_id')
        .onRef('h.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.person_name',
      'p.criteria',
      'p.removed_at',
      'p.removed_because',
      'h.handed_in_at',
    ])
    .where('p.evaluation_id', '=', evaluationId)
    .orderBy('p.person_name')
    .orderBy('p.person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.person_name,
    criteria: row.criteria,
    removedAt: row.removed_at,
    removedBecause: row.removed_because,
    handedInAt: row.handed_in_at,
  }))
}

/** Names somebody for criteria, again after they had left, or for others than before. */
export const putPanellist = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  one: { readonly personId: string; readonly name: string; readonly criteria: readonly string[] },
  at: Date,
): Promise<void> => {
  const criteria = [...one.criteria]
  await tx
    .insertInto('evaluation.panellist')
    .values({
      ...of,
      person_id: one.personId,
      person_name: one.name,
      criteria,
      added_at: at,
      removed_at: null,
      removed_because: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'evaluation_id', 'person_id'])
        .doUpdateSet({ criteria, removed_at: null, removed_because: null }),
    )
    .execute()
}

export const setRemoved = async (
  tx: Writer<EvaluationTables>,
  evaluationId: string,
  personId: string,
  because: string,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('evaluation.panellist')
    .set({ removed_at: at, removed_because: because })
    .where('evaluation_id', '=', evaluationId)
    .where('person_id', '=', personId)
    .execute()
}

export const insertHandedIn = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  personId: string,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('evaluation.handed_in')
    .values({ ...of, person_id: personId, handed_in_at: at })
    .execute()
}

/** The scores that the person may read: their own until everybody has handed in. */
export const listScores = async (
  db: Db,
  evaluationId: string,
  only: { readonly personId?: string; readonly criterion?: string } = {},
): Promise<Score[]> => {
  const rows = await db
    .selectFrom('evaluation.score')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .$if(only.personId !== undefined, (query) => query.where('person_id', '=', only.personId ?? ''))
    .$if(only.criterion !== undefined, (query) => query.where('criterion', '=', only.criterion ?? ''))
    .orderBy('bid_id')
    .orderBy('criterion')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    bidId: row.bid_id,
    criterion: row.criterion,
    score: row.score,
    reason: row.reason,
  }))
}

export const putScores = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  scores: readonly Score[],
  at: Date,
): Promise<void> => {
  if (scores.length === 0) return
  await tx
    .insertInto('evaluation.score')
    .values(
      scores.map((score) => ({
        ...of,
        person_id: score.personId,
        bid_id: score.bidId,
        criterion: score.criterion,
        score: score.score,
        reason: score.reason,
        saved_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'evaluation_id', 'person_id', 'bid_id', 'criterion'])
        .doUpdateSet((given) => ({
          score: given.ref('excluded.score'),
          reason: given.ref('excluded.reason'),
          saved_at: given.ref('excluded.saved_at'),
        })),
    )
    .execute()
}

/** Every agreement, with those that a later one replaced. */
export const listAgreed = async (
  db: Db,
  evaluationId: string,
  criterion: string | null = null,
): Promise<Agreed[]> => {
  const rows = await db
    .selectFrom('evaluation.agreed')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .$if(criterion !== null, (query) => query.where('criterion', '=', criterion ?? ''))
    .orderBy('bid_id')
    .orderBy('criterion')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    bidId: row.bid_id,
    criterion: row.criterion,
    number: row.number,
    value: row.value,
    how: row.how,
    reason: row.reason,
    movedBecause: row.moved_because,
    personName: row.person_name,
    agreedAt: row.agreed_at,
  }))
}

export const insertAgreed = async (
  tx: Writer<EvaluationTables>,
  of: Of,
  agreed: Agreed & { readonly personId: string | null },
): Promise<void> => {
  await tx
    .insertInto('evaluation.agreed')
    .values({
      ...of,
      bid_id: agreed.bidId,
      criterion: agreed.criterion,
      number: agreed.number,
      value: agreed.value,
      how: agreed.how,
      reason: agreed.reason,
      moved_because: agreed.movedBecause,
      person_id: agreed.personId,
      person_name: agreed.personName,
      agreed_at: agreed.agreedAt,
    })
    .execute()
}
