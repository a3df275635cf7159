import type { Reader, Writer } from '../../../platform/database.ts'
import type { Side } from '../model/adaptation.ts'
import type { MeasuresTables } from '../tables.ts'

/** The sides chosen so far for the version that is to come in. */
export const listChoices = async (
  db: Reader<MeasuresTables>,
  frameworkCode: string,
  frameworkId: string,
): Promise<ReadonlyMap<string, Side>> => {
  const rows = await db
    .selectFrom('measures.merge_choice')
    .select(['key', 'side'])
    .where('framework_code', '=', frameworkCode)
    .where('framework_id', '=', frameworkId)
    .orderBy('key')
    .execute()
  return new Map(rows.map(({ key, side }) => [key, side]))
}

export const putChoices = async (
  tx: Writer<MeasuresTables>,
  about: { readonly authorityId: string; readonly frameworkCode: string; readonly frameworkId: string },
  choices: readonly (readonly [string, Side])[],
): Promise<void> => {
  await tx
    .insertInto('measures.merge_choice')
    .values(
      choices.map(([key, side]) => ({
        authority_id: about.authorityId,
        framework_code: about.frameworkCode,
        framework_id: about.frameworkId,
        key,
        side,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'framework_code', 'framework_id', 'key'])
        .doUpdateSet((eb) => ({ side: eb.ref('excluded.side') })),
    )
    .execute()
}

export const deleteChoices = async (tx: Writer<MeasuresTables>, frameworkCode: string): Promise<void> => {
  await tx.deleteFrom('measures.merge_choice').where('framework_code', '=', frameworkCode).execute()
}
