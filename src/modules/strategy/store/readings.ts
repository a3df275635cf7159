import type { Reader, Writer } from '../../../platform/database.ts'
import type { Reading } from '../model.ts'
import { readingKey } from '../rules/read-readings-file.ts'
import type { StrategyTables } from '../tables.ts'

const CHUNK = 500

const readingOf = (row: StrategyTables['strategy.reading']): Reading => ({
  id: row.id,
  priorityId: row.priority_id,
  place: row.place_code === '' ? null : { code: row.place_code, name: row.place_name },
  measuredOn: row.measured_on,
  value: row.value,
  source: row.source,
  note: row.note,
  personName: row.person_name,
  recordedAt: row.recorded_at,
  supersededBy: row.superseded_by,
})

/** The readings of these priorities, oldest first, superseded ones among them. */
export const listReadings = async (
  db: Reader<StrategyTables>,
  priorityIds: readonly string[],
): Promise<Reading[]> => {
  if (priorityIds.length === 0) return []
  const rows = await db
    .selectFrom('strategy.reading')
    .selectAll()
    .where('priority_id', 'in', [...priorityIds])
    .orderBy('measured_on')
    .orderBy('place_name')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(readingOf)
}

export const findReading = async (db: Reader<StrategyTables>, id: string): Promise<Reading | undefined> => {
  const row = await db.selectFrom('strategy.reading').selectAll().where('id', '=', id).executeTakeFirst()
  return row && readingOf(row)
}

/** The value of each reading that stands, by priority, place and day. */
export const standingReadings = async (db: Reader<StrategyTables>): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('strategy.reading')
    .select(['priority_id', 'place_code', 'measured_on', 'value'])
    .where('superseded_by', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [readingKey(row.priority_id, row.place_code, row.measured_on), row.value]))
}

/** Makes writers of readings of an authority wait for each other, so that a day has one reading. */
export const lockReadings = async (tx: Writer<StrategyTables>): Promise<void> => {
  await tx.selectFrom('strategy.priority').select('id').orderBy('id').forUpdate().execute()
}

export const insertReadings = async (
  tx: Writer<StrategyTables>,
  authorityId: string,
  readings: readonly Reading[],
): Promise<void> => {
  for (let at = 0; at < readings.length; at += CHUNK) {
    await tx
      .insertInto('strategy.reading')
      .values(
        readings.slice(at, at + CHUNK).map((reading) => ({
          authority_id: authorityId,
          id: reading.id,
          priority_id: reading.priorityId,
          place_code: reading.place?.code ?? '',
          place_name: reading.place?.name ?? '',
          measured_on: reading.measuredOn,
          value: reading.value,
          source: reading.source,
          note: reading.note,
          person_name: reading.personName,
          recorded_at: reading.recordedAt,
          superseded_by: null,
        })),
      )
      .execute()
  }
}

export const supersedeReading = async (tx: Writer<StrategyTables>, id: string, by: string): Promise<void> => {
  await tx.updateTable('strategy.reading').set({ superseded_by: by }).where('id', '=', id).execute()
}
