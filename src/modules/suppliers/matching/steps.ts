import type { DuckDBConnection } from '@duckdb/node-api'

/** How a long run tells where it is, and learns that it should stop. `share` runs from 0 to 1 within the named part. */
export type Progress = (part: string, share: number) => void

export type Steps = { readonly step: (part: string, share: number) => Promise<void> }

/** Between two steps the event loop runs, progress is told, and an aborted signal ends the run with its reason. */
export const stepsOf = (progress?: Progress, signal?: AbortSignal): Steps => ({
  step: async (part, share) => {
    progress?.(part, share)
    await new Promise<void>((resume) => setImmediate(resume))
    signal?.throwIfAborted()
  },
})

/** The column names of a table or view of the connection's default schema. */
export const presentColumns = async (
  connection: DuckDBConnection,
  table: string,
): Promise<ReadonlySet<string>> => {
  const described = await connection.runAndReadAll(`describe select * from ${table}`)
  return new Set(described.getRows().map((row) => String(row[0])))
}
