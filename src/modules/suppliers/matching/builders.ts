import type { DuckDBConnection } from '@duckdb/node-api'

/** Invented registers and payees of any size, the same on every run, for tests and for measuring. */

const SYLLABLES =
  `ba be bri ca cle cro da del dru el fen fi ga gri hal hen in jar ka kel lan lo mar mel mor na nel nor o per
  pol qua ra ren ri sa sel sto ta tel tor u val ver wen wil yar zan`.split(/\s+/)
const TRADES =
  `services solutions construction care consulting property electrical engineering building plumbing transport
  training design media cleaning security catering roofing joinery homes health education systems developments
  landscaping logistics recruitment software flooring heating motors travel foods printing scaffolding`.split(
    /\s+/,
  )
const PLACES =
  'leeds wakefield sheffield york exeter devon preston salford bristol sunderland northern yorkshire'.split(
    ' ',
  )
const FORMS = ['LIMITED', 'LTD', 'LIMITED', 'LTD', 'LLP', 'C.I.C.', 'PLC', 'LTD.']
const AREAS = ['WF', 'LS', 'S', 'EX', 'M', 'PR', 'BS', 'SR', 'YO', 'DN']

const list = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`

/** A number from 0 up to, not including, `below`, drawn from the row number and a salt. */
const draw = (salt: number, below: number): string => `(hash(i * 64 + ${salt}) % ${below})::integer`
const pick = (words: readonly string[], salt: number): string =>
  `${list(words)}[${draw(salt, words.length)} + 1]`
const rareWord = (salt: number): string =>
  `(${pick(SYLLABLES, salt)} || ${pick(SYLLABLES, salt + 1)} || case when ${draw(salt + 2, 3)} > 0 then ${pick(SYLLABLES, salt + 3)} else '' end)`

/** A few words are in very many names and most are in few, as in a real register. */
const NAME = `upper(case ${draw(1, 8)}
  when 0 then ${rareWord(10)} || ' & ' || ${rareWord(20)} || ' ' || ${pick(TRADES, 2)}
  when 1 then chr(65 + ${draw(3, 26)}) || ' ' || chr(65 + ${draw(4, 26)}) || ' ' || ${rareWord(10)} || ' ' || ${pick(TRADES, 2)}
  when 2 then ${pick(PLACES, 5)} || ' ' || ${rareWord(10)} || ' ' || ${pick(TRADES, 2)}
  when 3 then ${rareWord(10)} || ' (' || ${pick(PLACES, 5)} || ')'
  when 4 then ${rareWord(10)} || ' ' || ${pick(TRADES, 2)} || ' GROUP'
  else ${rareWord(10)} || ' ' || ${rareWord(20)} || ' ' || ${pick(TRADES, 2)} end || ' ' || ${pick(FORMS, 6)})`

const POSTCODE = `${pick(AREAS, 30)} || (1 + ${draw(31, 20)}) || ' ' || ${draw(32, 10)} || chr(65 + ${draw(33, 24)}) || chr(65 + ${draw(34, 24)})`

/** Creates the table `register` with `rows` invented companies, numbered from 10000000. */
export const buildRegister = async (connection: DuckDBConnection, rows: number): Promise<void> => {
  await connection.run(`create or replace table register as
    select (10000000 + i)::varchar as number, ${NAME} as name, 'company' as kind, ${POSTCODE} as postcode,
      (${draw(40, 89999)} + 10000)::varchar as sic, case when ${draw(41, 20)} = 0 then 'Dissolved' else 'Active' end as status,
      case when ${draw(42, 25)} = 0 then upper(${rareWord(50)} || ' ' || ${pick(TRADES, 54)}) || ' LIMITED' end as other_names
    from range(${rows}) t(i)`)
}

/** What ledgers do to a name, by turns; the last three of ten payees are in no register. */
const NOISE = `case ${draw(60, 10)}
  when 0 then name
  when 1 then replace(replace(name, 'LIMITED', 'Ltd'), '&', 'and')
  when 2 then left(name, 30)
  when 3 then name || ' T/A ' || upper(${rareWord(61)} || ' ' || ${pick(TRADES, 65)})
  when 4 then left(name, 2) || substr(name, 4)
  when 5 then regexp_replace(name, ' (LIMITED|LTD\\.?|LLP|PLC|C\\.I\\.C\\.)$', '')
  when 6 then name || ' (DO NOT USE)'
  else upper(${rareWord(70)} || ' ' || ${rareWord(80)} || ' ' || ${pick(TRADES, 75)}) || ' LTD' end`

/** Creates the table `payee` with `payees` noisy names of companies in `register`; `expected` is the number, null for strangers. */
export const buildPayees = async (connection: DuckDBConnection, payees: number): Promise<void> => {
  await connection.run(`create or replace table payee as
    with drawn as (select i, (hash(i * 64 + 7) % (select count(*) from register))::bigint as row_no from range(${payees}) t(i))
    select i::varchar as payee_key, ${NOISE} as name, case when ${draw(90, 3)} = 0 then r.postcode end as postcode,
      case when ${draw(60, 10)} < 7 then r.number end as expected
    from drawn join register r on r.number = (10000000 + row_no)::varchar order by i`)
}
