import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import type { SupplierTables } from '../tables.ts'

/** The editions in use, those first that know most of a body, and one name for them all together. */
export type RegisterEditions = {
  readonly version: string
  readonly parts: readonly number[]
  readonly entries: number
}

/** Raised when the prepared tables change shape, so that files made before are made again. */
const FORM = 1

/** Null where no register is loaded. */
export const findRegisterEditions = async (db: Reader<SupplierTables>): Promise<RegisterEditions | null> => {
  const { rows } = await sql<{ part: number; rows_loaded: number }>`
    select part, rows_loaded from suppliers.register join suppliers.register_load using (load_id)
    order by array_position(array['companies-house', 'charity-commission', 'mutuals', 'plain'], kind), as_of desc, part`.execute(
    db,
  )
  if (rows.length === 0) return null
  const parts = rows.map((row) => row.part)
  const version = createHash('sha256')
    .update(JSON.stringify([FORM, parts]))
    .digest('hex')
    .slice(0, 16)
  return { version, parts, entries: rows.reduce((sum, row) => sum + row.rows_loaded, 0) }
}

/** The columns of `matchingRows`, in order. The scheme serves as the kind: equal numbers of two lists are two bodies. */
export const MATCHING_COLUMNS = [
  'number',
  'kind',
  'name',
  'postcode',
  'sic',
  'status',
  'other_names',
] as const

/**
 * Bodies of one edition, as matching wants them. A body that a better edition lists is left out, and so is a charity
 * or society whose company stands in the registers: otherwise one body would be its own namesake.
 */
export const matchingRows = ({ parts }: RegisterEditions, part: number): string => {
  const better = parts.slice(0, parts.indexOf(part))
  const known =
    better.length > 0
      ? `and not exists (select from suppliers.register_entry other where other.number = entry.number
        and other.scheme = entry.scheme and other.part in (${better.join(', ')}))`
      : ''
  return `select number, scheme, name, postcode, array_to_string(sic_codes, ','), nullif(status, 'unknown'),
      array_to_string(former_names, '|')
    from suppliers.register_entry entry where part = ${Math.trunc(part)} ${known}
      and (scheme = 'GB-COH' or company_number is null or not exists (
        select from suppliers.register_entry company where company.number = entry.company_number
          and company.scheme = 'GB-COH' and company.part in (${parts.join(', ')})))`
}
