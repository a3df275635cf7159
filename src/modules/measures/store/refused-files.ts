import type { Reader, Writer } from '../../../platform/database.ts'
import type { Fault } from '../framework/fault.ts'
import type { ReferenceFault } from '../reference/read-reference-table.ts'
import type { MeasuresTables } from '../tables.ts'

export const REFUSED_KINDS = ['framework', 'reference'] as const
export type RefusedKind = (typeof REFUSED_KINDS)[number]

/** A file that was not taken in: what is wrong with it, and what was typed beside it. */
export type RefusedFile = {
  readonly id: string
  readonly kind: RefusedKind
  readonly fileName: string
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly (Fault | ReferenceFault)[]
  /** How many faults there are; more than are kept, where there are very many. */
  readonly found: number
  readonly refusedAt: Date
}

export const findRefusedFile = async (
  db: Reader<MeasuresTables>,
  kind: RefusedKind,
  id: string,
): Promise<RefusedFile | undefined> => {
  const row = await db
    .selectFrom('measures.refused_file')
    .selectAll()
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, fileName: row.file_name, refusedAt: row.refused_at }
}

export type RefusedLine = Pick<RefusedFile, 'id' | 'fileName' | 'found' | 'refusedAt'>

/** The files of a kind refused last, newest first, without their faults. */
export const listRefusedFiles = (
  db: Reader<MeasuresTables>,
  kind: RefusedKind,
): Promise<readonly RefusedLine[]> =>
  db
    .selectFrom('measures.refused_file')
    .select(['id', 'file_name as fileName', 'found', 'refused_at as refusedAt'])
    .where('kind', '=', kind)
    .orderBy('refused_at', 'desc')
    .orderBy('id', 'desc')
    .limit(5)
    .execute()

export const insertRefusedFile = async (
  tx: Writer<MeasuresTables>,
  authorityId: string,
  file: RefusedFile,
): Promise<void> => {
  await tx
    .insertInto('measures.refused_file')
    .values({
      authority_id: authorityId,
      id: file.id,
      kind: file.kind,
      file_name: file.fileName,
      typed: JSON.stringify(file.typed),
      faults: JSON.stringify(file.faults),
      found: file.found,
      refused_at: file.refusedAt,
    })
    .execute()
}

/** Forgets those refused before a moment: by then they are put right, or will not be. */
export const deleteRefusedFiles = async (tx: Writer<MeasuresTables>, before: Date): Promise<void> => {
  await tx.deleteFrom('measures.refused_file').where('refused_at', '<', before).execute()
}
