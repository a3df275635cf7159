import { actingForNamed } from '#identity'
import type { Decision } from '../../../kernel/decision.ts'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { confirmClaim, refuseClaim } from '../actions/directory/claims.ts'
import { approveEntry, delistEntry, refuseEntry } from '../actions/directory/moderate.ts'
import { directoryRefusal, stateTag } from '../messages/directory.ts'
import {
  type Claim,
  type DirectoryEntry,
  type DirectoryRefusal,
  ENTRY_STATES,
  type EntryState,
} from '../model/directory.ts'
import { listOpenClaims } from '../store/directory/claims.ts'
import { EVERY_ENTRY, findEntry, listEntries } from '../store/directory/entries.ts'
import type { SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>
const MOST_CLAIMS = 1000

const ORGANISATION = {
  organisation: { type: 'string', description: 'for whom you moderate; the audit log says so' },
} as const
const REASON = { type: 'string', description: 'why; the supplier reads it' } as const

/** An entry with what its supplier proposes. */
const entryReport = (entry: DirectoryEntry) => ({
  id: entry.id,
  name: entry.name,
  state: entry.state,
  scheme: entry.scheme,
  number: entry.number,
  keptBy: entry.keeperEmail,
  proposedAt: entry.proposedAt?.toISOString() ?? null,
  proposal: entry.proposal,
  refusal: entry.refusal,
})
const claimReport = ({ id, scheme, number, name, postcode, email, claimedAt }: Claim) => ({
  id,
  name,
  scheme,
  number,
  postcode,
  claimedBy: email,
  claimedAt: claimedAt.toISOString(),
})

const stateOf = (asked: unknown): EntryState | null => {
  if (asked === 'all') return null
  const state = asked === undefined ? 'waiting' : ENTRY_STATES.find((one) => one === asked)
  if (!state) throw new Unusable(`--state is one of: ${ENTRY_STATES.join(', ')}, all.`)
  return state
}

const list: Command = {
  name: 'directory waiting',
  summary: 'List entries and claims that wait for a moderator',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...ORGANISATION,
    state: { type: 'string', description: `${ENTRY_STATES.join(', ')} or all; waiting, left out` },
  },
  examples: [
    'directory waiting --organisation "Northmere City Council"',
    'directory waiting --organisation "Northmere City Council" --state all --json',
  ],
  run: async ({ services, options, terminal }) => {
    const state = stateOf(options.state)
    const ctx = await actingForNamed(services, options.organisation)
    const { entries, claims } = await inReading(ctx, async (db: Db) => ({
      entries: await listEntries(db, { state, words: null }, EVERY_ENTRY),
      claims: await listOpenClaims(db, MOST_CLAIMS, 0),
    }))
    terminal.answer({ entries: entries.map(entryReport), claims: claims.map(claimReport) })
    for (const entry of entries)
      terminal.print(
        `${entry.id}  ${stateTag(entry.state).text.padEnd(8)} ${entry.proposal?.name ?? entry.name}`,
      )
    for (const { id, name, email } of claims) terminal.print(`${id}  Claim    ${name}, by ${email}`)
    if (entries.length + claims.length === 0) terminal.print('Nothing waits.')
    return 0
  },
}

const idOf = ({ args }: CommandInput, what: string): string => {
  const [id = ''] = args
  if (isId(id)) return id
  throw new Unusable(`"${id}" is no id of ${what}. goldthread directory waiting shows them.`)
}

const entryOf = async (input: CommandInput, ctx: Context): Promise<DirectoryEntry> => {
  const id = idOf(input, 'an entry')
  const entry = await inReading(ctx, (db: Db) => findEntry(db, id))
  if (!entry)
    throw new Unusable(`There is no entry ${id}. goldthread directory waiting shows those there are.`)
  return entry
}

const reasonOf = ({ options }: CommandInput): string =>
  (typeof options.reason === 'string' ? options.reason : '').trim().slice(0, 1000).replaceAll('\0', '')

const tell = (
  { terminal }: CommandInput,
  done: string,
  decision: Decision<string, DirectoryRefusal>,
): ExitCode => {
  if (!decision.ok) throw new Unusable(directoryRefusal(decision.refusal))
  terminal.answer({ done, id: decision.value })
  terminal.print(`${decision.value}: ${done}`)
  return 0
}

const proposal: Command = {
  name: 'directory proposal',
  summary: 'Show what a supplier proposes for its entry, and when it was written',
  usage: 'ENTRY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [
    'directory proposal 019a0c3e-7d41-7000-8000-5f2f6a1b2c3d --organisation northmere-city-council --json',
  ],
  run: async (input) => {
    const entry = await entryOf(input, await actingForNamed(input.services, input.options.organisation))
    input.terminal.answer(entryReport(entry))
    input.terminal.print(`${entry.name}: ${stateTag(entry.state).text}, kept by ${entry.keeperEmail}`)
    input.terminal.print(`  written at ${entry.proposedAt?.toISOString() ?? 'no time yet'}`)
    for (const [name, value] of Object.entries(entry.proposal ?? {}))
      if (value !== '') input.terminal.print(`  ${name.padEnd(15)} ${String(value)}`)
    return 0
  },
}

type Decide = (
  ctx: Context,
  entry: DirectoryEntry,
  input: CommandInput,
) => Promise<Decision<string, DirectoryRefusal>>

const decide = (
  facts: Pick<Command, 'name' | 'summary' | 'options' | 'usage' | 'examples'>,
  done: string,
  action: Decide,
): Command => ({
  ...facts,
  minArgs: 1,
  maxArgs: 1,
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    return tell(input, done, await action(ctx, await entryOf(input, ctx), input))
  },
})

const READ_AT = {
  'read-at': {
    type: 'string',
    description: 'when the words that you read were written, from directory proposal',
  },
} as const
const ENTRY = '019a0c3e-7d41-7000-8000-5f2f6a1b2c3d --organisation northmere-city-council'

const decisions: readonly Command[] = [
  decide(
    {
      name: 'directory approve',
      summary: 'List an entry as you have read it',
      usage: 'ENTRY --organisation NAME --read-at MOMENT',
      options: { ...ORGANISATION, ...READ_AT },
      examples: [`directory approve ${ENTRY} --read-at 2026-11-20T09:30:00.000Z`],
    },
    'listed',
    (ctx, { id }, { options }) => approveEntry(ctx, id, String(options['read-at'] ?? '')),
  ),
  decide(
    {
      name: 'directory refuse',
      summary: 'Send an entry back to its supplier with a reason',
      usage: 'ENTRY --organisation NAME --read-at MOMENT --reason TEXT',
      options: { ...ORGANISATION, ...READ_AT, reason: REASON },
      examples: [
        `directory refuse ${ENTRY} --read-at 2026-11-20T09:30:00.000Z --reason "Say where you work"`,
      ],
    },
    'sent back',
    (ctx, { id }, input) => refuseEntry(ctx, id, String(input.options['read-at'] ?? ''), reasonOf(input)),
  ),
  decide(
    {
      name: 'directory delist',
      summary: 'Take a listed entry off the directory, with a reason',
      usage: 'ENTRY --organisation NAME --reason TEXT',
      options: { ...ORGANISATION, reason: REASON },
      examples: [`directory delist ${ENTRY} --reason "The business has closed"`],
    },
    'taken off the directory',
    (ctx, { id }, input) => delistEntry(ctx, id, reasonOf(input)),
  ),
]

const confirm: Command = {
  name: 'directory confirm-claim',
  summary: 'Say that a claimer speaks for the supplier, and send them a code',
  usage: 'CLAIM --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`directory confirm-claim ${ENTRY}`],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    return tell(input, 'confirmed; a code is on its way', await confirmClaim(ctx, idOf(input, 'a claim')))
  },
}

const refuse: Command = {
  name: 'directory refuse-claim',
  summary: 'Refuse a claim, with a reason',
  usage: 'CLAIM --organisation NAME --reason TEXT',
  minArgs: 1,
  maxArgs: 1,
  options: { ...ORGANISATION, reason: REASON },
  examples: [`directory refuse-claim ${ENTRY} --reason "They do not know this address"`],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    return tell(input, 'refused', await refuseClaim(ctx, idOf(input, 'a claim'), reasonOf(input)))
  },
}

export const moderationCommands: readonly Command[] = [list, proposal, ...decisions, confirm, refuse]
