import type { Command, CommandInput } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { markRead } from '../actions/notes.ts'
import { noteJson } from '../api-inbox.ts'
import type { PersonId } from '../model.ts'
import { normaliseEmail } from '../rules/names.ts'
import { countNotes, listNotes } from '../store/notes.ts'
import { findAccount } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'

const MOST = 100

/** The person an address names; their notes are shown to nobody else, so the command acts for them. */
const actFor = async ({ services, args }: CommandInput): Promise<Context & { personId: PersonId }> => {
  const email = normaliseEmail(args[0] ?? '')
  if (!email) throw new Unusable(`"${args[0]}" is not an e-mail address like name@example.org.`)
  const anyone = actingAs(services, { kind: 'command' }, null)
  const found = await inReading(anyone, (db: Reader<IdentityTables>) => findAccount(db, email))
  if (!found) throw new Unusable(`There is no account for ${email}.`)
  const { personId } = found
  return { ...actingAs(services, { kind: 'person', personId }, null), personId }
}

export const inboxCommands: readonly Command[] = [
  {
    name: 'inbox list',
    summary: 'List what a person was told, the newest first',
    usage: 'EMAIL [--unread]',
    minArgs: 1,
    maxArgs: 1,
    options: { unread: { type: 'boolean', description: 'unread notes only' } },
    examples: ['inbox list analyst@northmere.example --unread --json'],
    run: async (input) => {
      const { personId, ...ctx } = await actFor(input)
      const { notes, counts } = await inReading(ctx, async (db: Reader<IdentityTables>) => ({
        notes: await listNotes(db, personId, MOST, 0, input.options.unread === true),
        counts: await countNotes(db, personId),
      }))
      const { terminal } = input
      terminal.answer({ ...counts, notes: notes.map(noteJson) })
      for (const { id, subject, createdAt, readAt, href } of notes)
        terminal.print(
          `${createdAt.toISOString().slice(0, 10)} ${readAt === null ? 'unread' : 'read  '} ${subject} (${href}) ${id}`,
        )
      terminal.warn(
        `${counts.total} ${counts.total === 1 ? 'note' : 'notes'}, ${counts.unread} unread${notes.length === MOST ? `; the newest ${MOST} are listed` : ''}.`,
      )
      return 0
    },
  },
  {
    name: 'inbox read',
    summary: 'Mark a note of a person, or all of them, as read',
    usage: 'EMAIL NOTE|all',
    minArgs: 2,
    maxArgs: 2,
    options: {},
    examples: ['inbox read analyst@northmere.example all'],
    run: async (input) => {
      const { personId: _, ...ctx } = await actFor(input)
      const note = input.args[1] ?? ''
      if (note !== 'all' && !isId(note))
        throw new Unusable(`"${note}" is no note. goldthread inbox list shows them, or say all.`)
      const read = await markRead(ctx, note, 'command line')
      input.terminal.answer({ read })
      input.terminal.print(read === 0 ? 'Nothing was unread.' : `${read} marked as read.`)
      return 0
    },
  },
]
