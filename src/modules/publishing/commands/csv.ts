import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../../../platform/command.ts'
import { flattenReleases } from '../rules/flatten.ts'
import { csvLines } from '../writing/csv.ts'
import { loadReleases } from './input.ts'

/** Exit 0: all releases are in the tables; 1: some could not be read. */
export const csvCommand: Command = {
  name: 'ocds csv',
  needsNoDatabase: true,
  summary: 'Lay releases out as CSV tables: one for releases, one for each list in them',
  usage: '[FILE…] [--out FOLDER]',
  minArgs: 0,
  maxArgs: 1000,
  options: {
    out: {
      type: 'string',
      description: 'write each table into this folder; without it the tables are named only',
    },
  },
  examples: [
    'ocds csv releases.json --out tables',
    `ocds csv <<< '{"ocid":"x","id":"1","awards":[{"id":"a"}]}'`,
  ],
  run: async ({ args, options, terminal }) => {
    const { releases, unreadable } = await loadReleases(args, terminal)
    const tables = flattenReleases(releases)
    if (typeof options.out === 'string') {
      mkdirSync(options.out, { recursive: true })
      // A list may be called anything, so a table's name is made fit for a file's.
      for (const { name, columns, rows } of tables)
        writeFileSync(
          join(options.out, `${name.replaceAll(/\W/g, '_').slice(0, 120)}.csv`),
          [...csvLines(columns, rows)].join(''),
        )
    }
    for (const { name, columns, rows } of tables)
      terminal.print(`${name}  ${rows.length} rows, ${columns.length} columns`)
    terminal.answer({
      tables: tables.map(({ name, columns, rows }) => ({ name, columns, rows: rows.length })),
      unreadable,
    })
    return unreadable.length > 0 ? 1 : 0
  },
}
