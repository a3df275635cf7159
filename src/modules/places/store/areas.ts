import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Area, Deprivation } from '../model.ts'
import { type AreaBook, areaBook } from '../rules/area-book.ts'
import type { DeprivationRow } from '../rules/deprivation-columns.ts'
import type { PlacesTables } from '../tables.ts'

const areaOf = (row: PlacesTables['places.area']): Area => ({
  code: row.code,
  name: row.name,
  parentCodes: row.parent_codes,
  successorCode: row.successor_code,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  registerCode: row.register_code,
})

/** The areas that were loaded from files, by code. */
export const listLoadedAreas = async (db: Reader<PlacesTables>): Promise<Area[]> => {
  const rows = await db.selectFrom('places.area').selectAll().orderBy('code').execute()
  return rows.map(areaOf)
}

/** All official areas that are known: those shipped with the product and those loaded. */
export const readAreaBook = async (db: Reader<PlacesTables>): Promise<AreaBook> =>
  areaBook(await listLoadedAreas(db))

/** Stores areas, replacing those of the same code. One statement: a table of wards has 16,000 rows. */
export const saveAreas = async (
  tx: Writer<PlacesTables>,
  loadId: string,
  areas: readonly Area[],
): Promise<void> => {
  await sql`
    insert into places.area (code, name, parent_codes, successor_code, valid_from, valid_until, register_code, load_id)
    select a."code", a."name", array(select jsonb_array_elements_text(a."parentCodes")), a."successorCode",
           a."validFrom", a."validUntil", a."registerCode", ${loadId}
    from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as a("code" text, "name" text, "parentCodes" jsonb,
         "successorCode" text, "validFrom" date, "validUntil" date, "registerCode" text)
    on conflict (code) do update set name = excluded.name, parent_codes = excluded.parent_codes,
      successor_code = excluded.successor_code, valid_from = excluded.valid_from,
      valid_until = excluded.valid_until, register_code = excluded.register_code, load_id = excluded.load_id`.execute(
    tx,
  )
}

/** Official codes by the three-letter codes of the local authority register, for files that use those. */
export const readRegisterCodes = async (db: Reader<PlacesTables>): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('places.area')
    .select(['register_code', 'code'])
    .where('register_code', 'is not', null)
    .orderBy('code')
    .execute()
  return new Map(rows.map((row) => [(row.register_code ?? '').toUpperCase(), row.code]))
}

/** Stores deprivation of one edition, replacing what that edition said of the same areas. */
export const saveDeprivation = async (
  tx: Writer<PlacesTables>,
  loadId: string,
  edition: string,
  rows: readonly DeprivationRow[],
): Promise<void> => {
  await sql`
    insert into places.deprivation (area_code, edition, index_name, score, rank, decile, load_id)
    select d."areaCode", ${edition}, d."indexName", d."score", d."rank", d."decile", ${loadId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d("areaCode" text, "indexName" text,
         "score" numeric, "rank" integer, "decile" integer)
    on conflict (area_code, edition, index_name) do update set score = excluded.score, rank = excluded.rank,
      decile = excluded.decile, load_id = excluded.load_id`.execute(tx)
}

/** What is known of the deprivation of these areas, newest edition first. */
export const listDeprivation = async (
  db: Reader<PlacesTables>,
  areaCodes: readonly string[],
): Promise<Deprivation[]> => {
  if (areaCodes.length === 0) return []
  const rows = await db
    .selectFrom('places.deprivation')
    .selectAll()
    .where('area_code', 'in', [...areaCodes])
    .orderBy('edition', 'desc')
    .orderBy('area_code')
    .orderBy('index_name')
    .execute()
  return rows.map((row) => ({
    areaCode: row.area_code,
    edition: row.edition,
    indexName: row.index_name,
    score: row.score,
    rank: row.rank,
    decile: row.decile,
  }))
}
