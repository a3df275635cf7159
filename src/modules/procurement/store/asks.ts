import { exact } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { AskHead, AskRevision, WeightPolicy } from '../model/ask.ts'
import type { ProcurementTables } from '../tables.ts'

type Db = Reader<ProcurementTables>
type Tx = Writer<ProcurementTables>

const heads = (db: Db) =>
  db
    .selectFrom('procurement.ask')
    .select([
      'purchase_id as purchaseId',
      'revision',
      'status',
      'fingerprint',
      'ready_on as readyOn',
      'ready_by as readyBy',
    ])

export const findAsk = (db: Db, purchaseId: string): Promise<AskHead | undefined> =>
  heads(db).where('purchase_id', '=', purchaseId).executeTakeFirst()

export const listAsks = (db: Db): Promise<AskHead[]> => heads(db).orderBy('purchase_id').execute()

const revisions = (db: Db, purchaseId: string) =>
  db
    .selectFrom('procurement.ask_revision')
    .select([
      'purchase_id as purchaseId',
      'revision',
      'content',
      'because',
      'note_id as noteId',
      'person_name as personName',
      'saved_at as savedAt',
    ])
    .where('purchase_id', '=', purchaseId)
    .orderBy('revision', 'desc')

/** All that an ask has said, newest first. */
export const listRevisions = (db: Db, purchaseId: string): Promise<AskRevision[]> =>
  revisions(db, purchaseId).execute()

export const latestRevision = (db: Db, purchaseId: string): Promise<AskRevision | undefined> =>
  revisions(db, purchaseId).limit(1).executeTakeFirst()

/** Makes this revision the one that counts; a new ask begins as a draft. */
export const saveRevision = async (tx: Tx, authorityId: string, revision: AskRevision): Promise<void> => {
  const { purchaseId } = revision
  await tx
    .insertInto('procurement.ask')
    .values({
      authority_id: authorityId,
      purchase_id: purchaseId,
      revision: revision.revision,
      status: 'draft',
      fingerprint: null,
      ready_on: null,
      ready_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'purchase_id']).doUpdateSet({ revision: revision.revision }),
    )
    .execute()
  await tx
    .insertInto('procurement.ask_revision')
    .values({
      authority_id: authorityId,
      purchase_id: purchaseId,
      revision: revision.revision,
      content: JSON.stringify(revision.content),
      because: revision.because,
      note_id: revision.noteId,
      person_name: revision.personName,
      saved_at: revision.savedAt,
    })
    .execute()
}

type Readiness = Pick<AskHead, 'status' | 'fingerprint' | 'readyOn' | 'readyBy'>

export const setReadiness = async (tx: Tx, purchaseId: string, to: Readiness): Promise<void> => {
  await tx
    .updateTable('procurement.ask')
    .set({ status: to.status, fingerprint: to.fingerprint, ready_on: to.readyOn, ready_by: to.readyBy })
    .where('purchase_id', '=', purchaseId)
    .execute()
}

export type WeightPolicyRow = WeightPolicy & { readonly fromOn: PlainDate }

/** The weights of the policy, newest first; written as short as they are: 20, not 20.00. */
export const listWeightPolicies = async (db: Db): Promise<WeightPolicyRow[]> => {
  const rows = await db
    .selectFrom('procurement.weight_policy')
    .select(['from_on as fromOn', 'weight', 'source'])
    .orderBy('from_on', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, weight: exact(row.weight).toFixed() }))
}

/** What the policy says on a day; undefined where it says nothing. */
export const findWeightPolicy = async (db: Db, day: PlainDate): Promise<WeightPolicy | undefined> =>
  (await listWeightPolicies(db)).find(({ fromOn }) => fromOn <= day)

export const putWeightPolicy = async (
  tx: Tx,
  authorityId: string,
  policy: WeightPolicyRow,
): Promise<void> => {
  const { fromOn, weight, source } = policy
  await tx
    .insertInto('procurement.weight_policy')
    .values({ authority_id: authorityId, from_on: fromOn, weight, source })
    .onConflict((conflict) => conflict.columns(['authority_id', 'from_on']).doUpdateSet({ weight, source }))
    .execute()
}
