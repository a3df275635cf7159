import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DuckDBInstance } from '@duckdb/node-api'
import { importFile } from '#spend'
import { EVERYTHING } from '../src/modules/spend/model.ts'
import { readMoneyMap } from '../src/modules/spend/money-map.ts'
import { actingAs } from '../src/platform/context.ts'
import { newId } from '../src/platform/ids.ts'
import { openBenchSite } from './bench-site.ts'
import { writePaymentsFile } from './payments-file.ts'

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The yardstick: DuckDB merely reads the same clean file into a table. */
const duckSeconds = async (path: string): Promise<number> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const seconds = await secondsOf(() =>
    connection.run(
      `create table payments as select * from read_csv('${path}', header = true, all_varchar = true)`,
    ),
  )
  connection.closeSync()
  return seconds
}

/** Import against DuckDB's reading of the same file; aim: within 4 times. And how it grows. */
export const benchImport = async (sizes: readonly number[]): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-files-'))
  const site = await openBenchSite()
  console.log(
    'import: rows, seconds of DuckDB reading, seconds of the import with its map, ratio, growth per row',
  )
  let firstPerRow: number | undefined
  for (const rows of sizes) {
    const path = join(folder, `${rows}.csv`)
    await writePaymentsFile(path, rows)
    const duck = await duckSeconds(path)
    const authorityId = await site.anAuthority(`Council of ${rows}`)
    const ctx = actingAs(site.open.services, { kind: 'command' }, authorityId)
    const ours = await secondsOf(async () => {
      const stored = await site.open.services.files.put(createReadStream(path))
      const file = { ...stored, name: `${rows}.csv`, path: site.open.services.files.localPath(stored.hash) }
      const outcome = await importFile(
        ctx,
        { authorityId, importId: newId(), file, correction: null, choice: null },
        () => undefined,
      )
      if (outcome.kind !== 'read' || outcome.record.rows_payments !== rows)
        throw new Error('the file was not read whole')
      await readMoneyMap(ctx, EVERYTHING)
    })
    const perRow = ours / rows
    firstPerRow ??= perRow
    console.log(
      `  ${rows.toLocaleString('en-GB').padStart(11)}  ${duck.toFixed(2)} s  ${ours.toFixed(2)} s  ${(ours / duck).toFixed(1)} times  ${(perRow / firstPerRow).toFixed(2)} of the first, per row  (${Math.round(process.memoryUsage().rss / 1_048_576)} MB)`,
    )
  }
  await site.close()
  rmSync(folder, { recursive: true, force: true })
}
