import type { DuckDBInstance, DuckDBPreparedStatement, DuckDBValue } from '@duckdb/node-api'

/** Asks DuckDB; parameters are texts, numbers, nothing, or lists of texts. Counts and sums come back as numbers. */
export type Ask = <Row>(text: string, parameters?: readonly unknown[]) => Promise<Row[]>

/** Loaded at first use: it takes a tenth of a second that most commands can spare. */
export const duckdb = () => import('@duckdb/node-api')

const numberOf = (value: unknown): unknown => {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${value} is beyond what a whole number can hold exactly`)
  return number
}

const bind = async (prepared: DuckDBPreparedStatement, parameters: readonly unknown[]): Promise<void> => {
  const { LIST, listValue, VARCHAR } = await duckdb()
  for (const [at, value] of parameters.entries()) {
    if (Array.isArray(value)) prepared.bindList(at + 1, listValue(value), LIST(VARCHAR))
    else prepared.bindValue(at + 1, value as DuckDBValue)
  }
}

export const askOf =
  (instance: DuckDBInstance): Ask =>
  async <Row>(text: string, parameters: readonly unknown[] = []) => {
    const connection = await instance.connect()
    try {
      const prepared = await connection.prepare(text)
      await bind(prepared, parameters)
      const read = await prepared.runAndReadAll()
      const names = read.columnNames()
      return read
        .getRowsJS()
        .map((row) => Object.fromEntries(row.map((value, at) => [names[at], numberOf(value)]))) as Row[]
    } finally {
      connection.closeSync()
    }
  }
