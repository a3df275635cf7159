import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { listOfficerKeys } from './store/keys.ts'
import type { SealingTables } from './tables.ts'

export const commands: readonly Command[] = [
  {
    name: 'sealing keys',
    summary: 'List the officers who have an opening key',
    usage: '--organisation NAME',
    minArgs: 0,
    maxArgs: 0,
    options: { organisation: { type: 'string', description: 'the name of the organisation' } },
    examples: ['sealing keys --organisation "Northmere City Council" --json'],
    run: async ({ services, options, terminal }) => {
      const ctx = await actingForNamed(services, options.organisation)
      const keys = await inReading(ctx, (db: Reader<SealingTables>) =>
        listOfficerKeys(db, ctx.authorityId ?? ''),
      )
      terminal.answer({ keys })
      for (const key of keys) terminal.print(`${key.personName.padEnd(32)} ${key.recipient}`)
      if (keys.length === 0)
        terminal.warn('Nobody has an opening key yet. Each makes their own at /sealing/key.')
      return 0
    },
  },
]
