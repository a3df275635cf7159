import type { Reader, Writer } from '../../../platform/database.ts'
import type { Change, Weight } from '../model/adaptation.ts'
import type { MeasuresTables } from '../tables.ts'

export type Adaptation = {
  readonly frameworkId: string
  readonly revision: number
  readonly changes: readonly Change[]
  readonly weights: readonly Weight[]
}

/** The frameworks that the acting authority has made its own, by code, with the version each rests on. */
export const listAdaptations = (
  db: Reader<MeasuresTables>,
): Promise<{ framework_code: string; framework_id: string; revision: number }[]> =>
  db
    .selectFrom('measures.adaptation')
    .select(['framework_code', 'framework_id', 'revision'])
    .orderBy('framework_code')
    .execute()

export const findAdaptation = async (
  db: Reader<MeasuresTables>,
  frameworkCode: string,
): Promise<Adaptation | undefined> => {
  const head = await db
    .selectFrom('measures.adaptation')
    .selectAll()
    .where('framework_code', '=', frameworkCode)
    .executeTakeFirst()
  if (!head) return undefined
  const changes = await db
    .selectFrom('measures.change')
    .select(['kind', 'code', 'act', 'fields', 'because'])
    .where('framework_code', '=', frameworkCode)
    .orderBy('changed_at')
    .orderBy('kind')
    .orderBy('code')
    .execute()
  const weights = await db
    .selectFrom('measures.weight')
    .selectAll()
    .where('framework_code', '=', frameworkCode)
    .orderBy('measure')
    .orderBy('target_kind')
    .orderBy('target')
    .execute()
  return {
    frameworkId: head.framework_id,
    revision: head.revision,
    changes,
    weights: weights.map(({ measure, target_kind, target, weight, because }) => ({
      measure,
      target: { kind: target_kind, id: target },
      weight,
      because,
    })),
  }
}

/** Who changed an entry last, as it stands beside the row, and when; undefined where it is as published. */
export const lastChange = (
  db: Reader<MeasuresTables>,
  frameworkCode: string,
  { kind, code }: Pick<Change, 'kind' | 'code'>,
): Promise<{ readonly by: string; readonly at: Date } | undefined> =>
  db
    .selectFrom('measures.change')
    .select(['changed_by as by', 'changed_at as at'])
    .where('framework_code', '=', frameworkCode)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst()

/** Begins an adaptation or counts it up by one, resting on `frameworkId`; gives its new revision. */
export const touchAdaptation = async (
  tx: Writer<MeasuresTables>,
  authorityId: string,
  frameworkCode: string,
  frameworkId: string,
): Promise<number> => {
  const row = await tx
    .insertInto('measures.adaptation')
    .values({
      authority_id: authorityId,
      framework_code: frameworkCode,
      framework_id: frameworkId,
      revision: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'framework_code']).doUpdateSet((eb) => ({
        framework_id: frameworkId,
        revision: eb('measures.adaptation.revision', '+', 1),
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

type By = { readonly authorityId: string; readonly at: Date; readonly by: string }

export const putChange = async (
  tx: Writer<MeasuresTables>,
  { authorityId, at, by }: By,
  frameworkCode: string,
  change: Change,
): Promise<void> => {
  await deleteChange(tx, frameworkCode, change)
  await tx
    .insertInto('measures.change')
    .values({
      authority_id: authorityId,
      framework_code: frameworkCode,
      kind: change.kind,
      code: change.code,
      act: change.act,
      fields: JSON.stringify(change.fields),
      because: change.because,
      changed_at: at,
      changed_by: by,
    })
    .execute()
}

export const deleteChange = async (
  tx: Writer<MeasuresTables>,
  frameworkCode: string,
  { kind, code }: Pick<Change, 'kind' | 'code'>,
): Promise<void> => {
  await tx
    .deleteFrom('measures.change')
    .where('framework_code', '=', frameworkCode)
    .where('kind', '=', kind)
    .where('code', '=', code)
    .execute()
}

/** Sets a weight; null takes it away. */
export const putWeight = async (
  tx: Writer<MeasuresTables>,
  authorityId: string,
  frameworkCode: string,
  { measure, target }: Pick<Weight, 'measure' | 'target'>,
  given: Pick<Weight, 'weight' | 'because'> | null,
): Promise<void> => {
  await tx
    .deleteFrom('measures.weight')
    .where('framework_code', '=', frameworkCode)
    .where('measure', '=', measure)
    .where('target_kind', '=', target.kind)
    .where('target', '=', target.id)
    .execute()
  if (given)
    await tx
      .insertInto('measures.weight')
      .values({
        authority_id: authorityId,
        framework_code: frameworkCode,
        measure,
        target_kind: target.kind,
        target: target.id,
        ...given,
      })
      .execute()
}
