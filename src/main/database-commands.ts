import { resolve } from 'node:path'
import { Client } from 'pg'
import { systemClock } from '../platform/clock.ts'
import { backUp, restore } from '../platform/embedded-backup.ts'
import { Unusable } from '../platform/errors.ts'
import { migrate } from '../platform/migrations.ts'
import type { Config } from './config.ts'
import type { OwnerCommand } from './owner-command.ts'
import { openOwner } from './services.ts'

const embeddedOnly = (config: Config): void => {
  if (config.databaseUrl) {
    throw new Unusable(
      'This command is for the embedded database. Use pg_dump and pg_restore on the server that DATABASE_URL names.',
    )
  }
}

const backupCommand: OwnerCommand = {
  name: 'db backup',
  summary: 'Copy the embedded database and the stored files while they are in use',
  usage: 'FOLDER',
  minArgs: 1,
  maxArgs: 1,
  options: {},
  examples: ['db backup /backups/goldthread-2026-11-22'],
  run: async ({ config, args, terminal }) => {
    embeddedOnly(config)
    const { owner, stop } = await openOwner(config)
    try {
      const done = await backUp(owner, config.dataFolder, resolve(args[0] ?? ''), systemClock.now())
      terminal.answer({ ok: true, folder: resolve(args[0] ?? ''), ...done })
      terminal.print(`Copied ${done.files} files to ${resolve(args[0] ?? '')}.`)
      return 0
    } finally {
      await stop()
    }
  },
}

const restoreCommand: OwnerCommand = {
  name: 'db restore',
  summary: 'Put a backup in the place of an empty data folder',
  usage: 'FOLDER',
  minArgs: 1,
  maxArgs: 1,
  options: {},
  examples: [
    'db restore /backups/goldthread-2026-11-22',
    'GOLDTHREAD_DATA=/srv/goldthread goldthread db restore /backups/monday',
  ],
  run: async ({ config, args, terminal }) => {
    embeddedOnly(config)
    const done = await restore(resolve(args[0] ?? ''), config.dataFolder)
    // A start proves that the copy recovers, and sets the owner of the files right.
    const { stop } = await openOwner(config)
    await stop()
    terminal.answer({ ok: true, ...done })
    terminal.print(`Restored ${done.files} files of the backup of ${done.madeAt} to ${config.dataFolder}.`)
    return 0
  },
}

const statusCommand: OwnerCommand = {
  name: 'db status',
  summary: 'Bring the database up to date and say what it is',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {},
  examples: ['db status --json'],
  run: async ({ config, terminal }) => {
    const { owner, stop } = await openOwner(config)
    const client = new Client(owner)
    try {
      const applied = await migrate(owner)
      await client.connect()
      const { rows } = await client.query<{ version: string; bytes: number }>(
        `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
      )
      const { version, bytes } = rows[0] ?? { version: 'unknown', bytes: 0 }
      terminal.answer({
        kind: config.databaseUrl ? 'server' : 'embedded',
        version,
        bytes,
        migrationsApplied: applied,
      })
      terminal.print(
        `PostgreSQL ${version}, ${config.databaseUrl ? 'on a server' : `embedded in ${config.dataFolder}`}, ${Math.round(bytes / 1_048_576)} MB.`,
      )
      return 0
    } finally {
      await client.end()
      await stop()
    }
  },
}

export const databaseCommands: readonly OwnerCommand[] = [backupCommand, restoreCommand, statusCommand]
