import type { DuckDBConnection } from '@duckdb/node-api'
import type { Payee } from './evidence.ts'
import { readCharityNumber, readCompanyNumber } from './identifiers.ts'
import { personReason } from './individuals.ts'
import type { OwnNumbers } from './judge-payee.ts'
import { type NameForm, readPayeeName } from './name-forms.ts'
import { bareSquash, squash } from './name-tokens.ts'
import { presentColumns } from './steps.ts'

export type ReadPayee = Payee & {
  readonly forms: readonly NameForm[]
  readonly individual: boolean
  readonly own: OwnNumbers
}

const COLUMNS = ['postcode', 'place', 'company_number', 'charity_number'] as const

const NO_NUMBERS: OwnNumbers = { company: null, charity: null }

const ownNumbers = (company: string | null, charity: string | null): OwnNumbers => ({
  company: readCompanyNumber(company)?.number ?? null,
  charity: readCharityNumber(charity)?.number ?? null,
})

const readPayee = (row: readonly (string | null)[]): ReadPayee => {
  const [key, name, postcode, place, company, charity] = row
  const text = name ?? ''
  const individual = personReason(text) !== null
  return {
    key: key ?? '',
    name: text,
    postcode: postcode ?? null,
    place: place ?? null,
    companyNumber: company ?? null,
    charityNumber: charity ?? null,
    forms: individual ? [] : readPayeeName(text),
    individual,
    own: individual ? NO_NUMBERS : ownNumbers(company ?? null, charity ?? null),
  }
}

/** Reads the table of payees (payee_key, name and, where known, postcode, place, company_number, charity_number). */
export const loadPayees = async (connection: DuckDBConnection, table: string): Promise<ReadPayee[]> => {
  const present = await presentColumns(connection, table)
  const columns = COLUMNS.map((name) =>
    present.has(name) ? `nullif(trim(${name}::varchar), '')` : 'null::varchar',
  )
  const rows = await connection.runAndReadAll(
    `select payee_key::varchar, name::varchar, ${columns.join(', ')} from ${table} where name is not null order by payee_key`,
  )
  return (rows.getRows() as (string | null)[][]).map(readPayee)
}

/** Lays the readings of all payees before the blocking queries. */
export const storeForms = async (
  connection: DuckDBConnection,
  payees: readonly ReadPayee[],
): Promise<void> => {
  await connection.run(`create or replace temp table matching_payee_form
    (payee_id integer, form_no integer, core varchar, key varchar, bare varchar)`)
  await connection.run(
    'create or replace temp table matching_payee_number (payee_id integer, number varchar)',
  )
  const forms = await connection.createAppender('matching_payee_form')
  const numbers = await connection.createAppender('matching_payee_number')
  for (const [id, payee] of payees.entries()) {
    for (const [no, { tokens }] of payee.forms.entries()) {
      forms.appendInteger(id)
      forms.appendInteger(no)
      for (const text of [tokens.join(' '), squash(tokens), bareSquash(tokens)]) forms.appendVarchar(text)
      forms.endRow()
    }
    for (const number of Object.values(payee.own)) {
      if (number === null) continue
      numbers.appendInteger(id)
      numbers.appendVarchar(number)
      numbers.endRow()
    }
  }
  forms.closeSync()
  numbers.closeSync()
}
