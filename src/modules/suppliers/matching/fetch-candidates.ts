import type { DuckDBConnection } from '@duckdb/node-api'
import type { Candidate, Rarities, RegisterName } from './evidence.ts'
import type { LegalForm } from './name-vocabulary.ts'

/** The candidates of a batch, by payee number, and how rare the words in them and in the payees are. */
export type Batch = {
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>
  readonly rarities: Rarities
}

const ROWS = `
  select k.payee_id, k.reg_id, r.number, nullif(trim(r.kind), ''), r.name, nullif(trim(r.postcode), ''), nullif(trim(r.place), ''),
    nullif(trim(r.sic), ''), nullif(trim(r.status), ''), f.core, f.other, f.legal
  from matching_kept k join matching_register r using (reg_id) join matching_register_form f using (reg_id)
  order by k.payee_id, k.reg_id`

const WORDS = `
  with seen as (
    select unnest(string_split(f.core, ' ')) as word from matching_kept k join matching_register_form f using (reg_id)
    union select word from matching_payee_word where payee_id in (select payee_id from matching_kept))
  select word, rows from matching_word semi join seen using (word)`

type Row = [
  number,
  number,
  string,
  string | null,
  string,
  string | null,
  string | null,
  string | null,
  string | null,
  string,
  number,
  LegalForm | null,
]

const rarityOf = async (connection: DuckDBConnection, registerRows: number): Promise<Rarities> => {
  const rows = new Map((await connection.runAndReadAll(WORDS)).getRows() as [string, number][])
  const log = Math.log2(registerRows + 1)
  return { rarity: (word) => log - Math.log2((rows.get(word) ?? 0) + 1), logRows: log }
}

/** Reads what `keepCandidates` kept. */
export const fetchCandidates = async (connection: DuckDBConnection, registerRows: number): Promise<Batch> => {
  const rows = (await connection.runAndReadAll(ROWS)).getRows() as unknown as Row[]
  const candidates = new Map<number, Candidate[]>()
  let names: RegisterName[] = []
  for (const [at, row] of rows.entries()) {
    const [id, reg, number, kind, name, postcode, place, sic, status, core, other, legalForm] = row
    const before = rows[at - 1]
    if (before?.[0] !== id || before[1] !== reg) {
      names = []
      const list = candidates.get(id)
      const candidate = { number, kind, name, postcode, place, sic, status, names }
      if (list) list.push(candidate)
      else candidates.set(id, [candidate])
    }
    names.push({ words: core.split(' '), other: other === 1, legalForm })
  }
  return { candidates, rarities: await rarityOf(connection, registerRows) }
}
