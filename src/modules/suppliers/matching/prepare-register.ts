import { type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import { bareSquash, squash, tokeniseName } from './name-tokens.ts'
import { presentColumns, type Steps } from './steps.ts'

/** Columns of a register that matching can use; all but `number` and `name` may be absent. */
const REGISTER_COLUMNS = ['kind', 'postcode', 'place', 'sic', 'status', 'other_names'] as const
const BATCH = 100_000

/** What `prepareRegister` makes and matching reads. */
export const PREPARED_TABLES = ['matching_register', 'matching_register_form', 'matching_word'] as const

type FormColumns = {
  ids: number[]
  others: number[]
  cores: string[]
  bares: (string | null)[]
  legals: (string | null)[]
}

const emptyColumns = (): FormColumns => ({ ids: [], others: [], cores: [], bares: [], legals: [] })

const addForm = (into: FormColumns, id: number, other: number, name: string): void => {
  const { tokens, legalForm } = tokeniseName(name)
  if (tokens.length === 0) return
  into.ids.push(id)
  into.others.push(other)
  into.cores.push(tokens.join(' '))
  const bare = bareSquash(tokens)
  into.bares.push(bare === squash(tokens) ? null : bare)
  into.legals.push(legalForm)
}

const FORM_TYPES = [INTEGER, INTEGER, VARCHAR, VARCHAR, VARCHAR]
const CHUNK = 2048

const appendForms = async (connection: DuckDBConnection, forms: FormColumns): Promise<void> => {
  const appender = await connection.createAppender('matching_register_form')
  const columns = [forms.ids, forms.others, forms.cores, forms.bares, forms.legals]
  for (let at = 0; at < forms.ids.length; at += CHUNK) {
    const chunk = DuckDBDataChunk.create(FORM_TYPES)
    chunk.setColumns(columns.map((column) => column.slice(at, at + CHUNK)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

const readBatch = async (connection: DuckDBConnection, from: number): Promise<FormColumns> => {
  const rows = await connection.runAndReadAll(
    `select reg_id, name, other_names from matching_register where reg_id >= ${from} and reg_id < ${from + BATCH}`,
  )
  const forms = emptyColumns()
  const [ids, names, others] = rows.getColumns() as [number[], string[], (string | null)[]]
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number
    addForm(forms, id, 0, names[at] as string)
    const other = others[at]
    if (other) for (const name of other.split('|')) addForm(forms, id, 1, name)
  }
  return forms
}

/** How many rows the prepared register has. */
export const countRegister = async (connection: DuckDBConnection): Promise<number> =>
  Number((await connection.runAndReadAll('select count(*) from matching_register')).getRows()[0]?.[0] ?? 0)

/**
 * Makes the tables that matching reads from a register table with the columns number, name and, where known,
 * kind, postcode, place, sic, status, other_names (names parted by `|`). Done once for a register, used by many runs.
 */
export const prepareRegister = async (
  connection: DuckDBConnection,
  steps: Steps,
  table = 'register',
): Promise<number> => {
  const present = await presentColumns(connection, table)
  const columns = REGISTER_COLUMNS.map((name) =>
    present.has(name) ? `${name}::varchar as ${name}` : `null::varchar as ${name}`,
  )
  await connection.run(`create or replace table matching_register as
    select (row_number() over () - 1)::integer as reg_id, number::varchar as number, name::varchar as name, ${columns.join(', ')}
    from ${table} where number is not null and name is not null`)
  await connection.run(`create or replace table matching_register_form
    (reg_id integer, other integer, core varchar, bare varchar, legal varchar)`)
  const count = await countRegister(connection)
  for (let from = 0; from < count; from += BATCH) {
    await steps.step('register names', from / count)
    await appendForms(connection, await readBatch(connection, from))
  }
  await steps.step('register words', 1)
  await connection.run(`create or replace table matching_word as
    select word, count(*)::integer as rows from (select unnest(string_split(core, ' ')) as word from matching_register_form where other = 0)
    group by word`)
  return count
}
