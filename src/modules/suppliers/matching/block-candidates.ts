import type { DuckDBConnection } from '@duckdb/node-api'
import { LINK_WORDS } from './name-vocabulary.ts'
import type { Steps } from './steps.ts'

/**
 * Which register rows are looked at for which payee. Each way in is cheap because it joins on equality:
 * the name run together; the same without weak words; the rarest words; two common words at once; the rarest words
 * as they would read with one slip mended; the beginning of the name; its initials. Rows come with a rough rank; the model sees only the best of each payee.
 */

/** A word in more names than this is no way in on its own; two such words together may be. */
const RARE_ROWS = 200
const COMMON_ROWS = 20_000
const KEPT = 12
const KEPT_BESIDE_EQUAL = 6

/** The name run together. Worked out where it is needed: a column of its own would be the largest of the register. */
const key = (form: string): string => `replace(${form}.core, ' ', '')`
const bare = (form: string): string => `coalesce(${form}.bare, ${key(form)})`

const EXACT = `
  create or replace temp table matching_candidate as
  select distinct f.payee_id, r.reg_id, 3 as tier from matching_payee_form f join matching_register_form r on ${key('r')} = f.key
  union all
  select payee_id, reg_id, 2 from (
    select distinct f.payee_id, r.reg_id from matching_payee_form f join matching_register_form r on ${bare('r')} = f.bare where ${key('r')} <> f.key)
  qualify count(*) over (partition by payee_id) <= 60
  union all
  select n.payee_id, r.reg_id, 3 from matching_payee_number n join matching_register r using (number)`

/** Words of each reading, rarest first. Words the register does not hold are kept: they may be misspelt. */
const PAYEE_WORDS = `
  create or replace temp table matching_payee_word as
  with word as (select distinct payee_id, form_no, unnest(string_split(core, ' ')) as word from matching_payee_form)
  select payee_id, form_no, w.word, coalesce(m.rows, 0) as rows,
    row_number() over (partition by payee_id, form_no order by coalesce(m.rows, 0) = 0, m.rows, w.word) as nth
  from word w left join matching_word m using (word)`

/**
 * One slip leaves either the first or the second half of a word whole, so equal halves find all pairs a slip apart.
 * `size` is the length of the payee's word; the register's may be one shorter or longer.
 */
const halves = (delta: number, half: string): string => `
  select d.word, k.word as mended, k.rows from doubtful d join known k
    on k.len = d.len + ${delta} and ${half.replaceAll('WORD', 'k.word').replaceAll('SIZE', `(k.len - (${delta}))`)} = ${half.replaceAll('WORD', 'd.word').replaceAll('SIZE', 'd.len')}`

const FIRST_HALF = 'left(WORD, SIZE // 2)'
const SECOND_HALF = 'right(WORD, SIZE - SIZE // 2)'

const MENDED = `
  create or replace temp table matching_mended as
  with doubtful as (
    select distinct word, length(word) as len from matching_payee_word
    where length(word) >= 5 and rows <= greatest(1, (select count(*) from matching_register) / 500000) and not regexp_matches(word, '[0-9]')
      and payee_id not in (select payee_id from matching_candidate where tier = 3)),
  known as (select word, rows, length(word) as len from matching_word where length(word) >= 4 and rows <= ${RARE_ROWS}),
  pair as (${[-1, 0, 1].flatMap((delta) => [halves(delta, FIRST_HALF), halves(delta, SECOND_HALF)]).join(' union ')})
  select word, mended, rows from pair where word <> mended and damerau_levenshtein(word, mended) = 1`

/** Where the words that matter for this run stand in the register; the rest of the register's words is never stored. */
const POSTINGS = `
  create or replace temp table matching_posting as
  with wanted as (
    select distinct word from matching_payee_word where rows between 1 and ${COMMON_ROWS}
    union select mended from matching_mended
    union select word from matching_joined),
  place as (select reg_id, unnest(string_split(core, ' ')) as word from matching_register_form)
  select distinct word, reg_id from place semi join wanted using (word) order by word`

/** Two neighbouring words of a payee written as one in the register. */
const JOINED = `
  create or replace temp table matching_joined as
  with pair as (
    select distinct payee_id, unnest(list_transform(list_zip(list_slice(words, 1, -2), list_slice(words, 2, -1)), p -> p[1] || p[2])) as word
    from (select payee_id, string_split(core, ' ') as words from matching_payee_form) where len(words) > 1)
  select payee_id, p.word, m.rows from pair p join matching_word m using (word) where m.rows <= ${RARE_ROWS} and length(p.word) >= 6`

const byWords = (from: number, to: number): string => `
  insert into matching_candidate
  with mine as (select * from matching_payee_word where payee_id >= ${from} and payee_id < ${to}),
  equal as (select distinct payee_id from matching_candidate where tier = 3 and payee_id >= ${from} and payee_id < ${to}),
  way as (
    select payee_id, word from mine where nth <= case when payee_id in (from equal) then 1 else 3 end and rows between 1 and ${RARE_ROWS}
    union select m.payee_id, d.mended from mine m join matching_mended d using (word)
    union select payee_id, word from matching_joined where payee_id >= ${from} and payee_id < ${to}),
  two as (
    select a.payee_id, a.word as one, b.word as other from mine a join mine b using (payee_id, form_no)
    where a.nth = 1 and b.nth = 2 and a.payee_id not in (from equal) and a.rows > ${RARE_ROWS} and a.rows <= ${COMMON_ROWS} and b.rows <= ${COMMON_ROWS})
  select distinct payee_id, reg_id, 1 from way join matching_posting using (word)
  union
  select payee_id, x.reg_id, 1 from (select distinct payee_id, one, other from two) t
    join matching_posting x on x.word = t.one join matching_posting y on y.word = t.other and y.reg_id = x.reg_id`

/** "horizoncare" for "Horizon Care and Education": a first word the register does not hold, as the start of a name. */
const BY_START = `
  insert into matching_candidate
  with start as (select distinct payee_id, key, left(key, 7) as head from matching_payee_form f
    where length(key) between 7 and 24 and not exists (select 1 from matching_word m where m.word = split_part(f.core, ' ', 1) and m.rows > 3))
  select payee_id, reg_id, 1 from (
    select distinct s.payee_id, r.reg_id from start s join matching_register_form r on left(${key('r')}, 7) = s.head and starts_with(${key('r')}, s.key))
  qualify count(*) over (partition by payee_id) <= 30`

/** "UCAS" for "Universities and Colleges Admissions Service"; where more than a few rows answer, none is worth a look. */
const initialsOf = (words: string): string => `array_to_string(list_transform(${words}, w -> w[1]), '')`
const LINKS = `(${[...LINK_WORDS].map((word) => `'${word}'`).join(', ')})`

const BY_INITIALS = `
  insert into matching_candidate
  with acronym as (select distinct payee_id, key from matching_payee_form where regexp_matches(core, '^[a-z]{4,6}$')),
  long as (select reg_id, string_split(core, ' ') as words from matching_register_form where core like '% % %'),
  short as (
    select reg_id, ${initialsOf('words')} as initials from long
    union select reg_id, ${initialsOf(`list_filter(words, w -> w not in ${LINKS})`)} from long)
  select a.payee_id, s.reg_id, 2 from acronym a join short s on s.initials = a.key
  qualify count(*) over (partition by a.payee_id) <= 8`

/** Best rows of each payee by shared rare words and Jaro–Winkler likeness of the texts run together. */
const ranked = (from: number, to: number): string => `
  create or replace temp table matching_kept as
  with mine as (select payee_id, reg_id, max(tier) as tier from matching_candidate
      where payee_id >= ${from} and payee_id < ${to} group by all),
  own as (select distinct payee_id, word, rows from matching_payee_word where payee_id >= ${from} and payee_id < ${to}),
  word as (
    select * from own where rows > 0
    union select payee_id, d.mended, d.rows from own join matching_mended d using (word)
    union select payee_id, word, rows from matching_joined where payee_id >= ${from} and payee_id < ${to}),
  shared as (
    select m.payee_id, m.reg_id, sum(-log2(w.rows / (select count(*) from matching_register))) as bits
    from mine m join word w using (payee_id) join matching_posting p on p.word = w.word and p.reg_id = m.reg_id group by all),
  alike as (
    select m.payee_id, m.reg_id, max(m.tier) as tier, max(jaro_winkler_similarity(f.key, ${key('r')})) as alike
    from mine m join matching_payee_form f using (payee_id) join matching_register_form r using (reg_id) group by all)
  select a.payee_id, a.reg_id
  from alike a left join shared s using (payee_id, reg_id)
  qualify row_number() over (partition by a.payee_id order by a.tier desc, coalesce(s.bits, 0) + 15 * a.alike desc, a.reg_id) <= case when max(a.tier) over (partition by a.payee_id) = 3 then ${KEPT_BESIDE_EQUAL} else ${KEPT} end or a.tier = 3`

const runAll = async (
  connection: DuckDBConnection,
  steps: Steps,
  statements: readonly (readonly [string, string])[],
): Promise<void> => {
  for (const [at, [part, sql]] of statements.entries()) {
    await steps.step(part, at / statements.length)
    await connection.run(sql)
  }
}

/** Finds the ways in for all payees of `matching_payee_form`. */
export const findWaysIn = async (connection: DuckDBConnection, steps: Steps): Promise<void> =>
  runAll(connection, steps, [
    ['equal names', EXACT],
    ['payee words', PAYEE_WORDS],
    ['misspelt words', MENDED],
    ['joined words', JOINED],
    ['where words stand', POSTINGS],
    ['beginnings of names', BY_START],
    ['initials', BY_INITIALS],
  ])

/** Fills `matching_kept` for the payees numbered from `from` up to, not including, `to`. */
export const keepCandidates = async (
  connection: DuckDBConnection,
  from: number,
  to: number,
): Promise<void> => {
  await connection.run(byWords(from, to))
  await connection.run(ranked(from, to))
}

const WORK_TABLES = [
  'candidate',
  'payee_word',
  'mended',
  'posting',
  'joined',
  'kept',
  'payee_form',
  'payee_number',
]

/** Removes what a run leaves behind; the prepared register stays. */
export const dropWorkTables = async (connection: DuckDBConnection): Promise<void> => {
  for (const table of WORK_TABLES) await connection.run(`drop table if exists temp.matching_${table}`)
}
