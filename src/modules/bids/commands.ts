import { findAccount, type IdentityTables, namedOrganisation, normaliseEmail } from '#identity'
import { findPublicTender, type TendersTables } from '#tenders'
import type { Command, CommandInput, ExitCode } from '../../platform/command.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { beginOpening, openBids } from './actions/open.ts'
import { openingSentence } from './messages.ts'
import { readLog } from './read-log.ts'

const anybody = ({ services }: CommandInput): Context => actingAs(services, { kind: 'command' }, null)

const verify = async (input: CommandInput): Promise<ExitCode> => {
  const { entries, faults, checks } = await readLog(anybody(input), input.args[0] ?? '')
  const differing = checks.filter(({ outcome }) => outcome !== 'matches')
  const isWhole = faults.length === 0 && differing.length === 0
  input.terminal.answer({ ok: isWhole, entries: entries.length, opened: checks.length, faults, differing })
  for (const { number, problem } of faults) input.terminal.print(`Entry ${number} ${problem}.`)
  for (const { number, outcome } of differing) input.terminal.print(`Entry ${number}: ${outcome}.`)
  input.terminal.print(
    isWhole
      ? `The log stands as it was written: ${entries.length} entries, ${checks.length} opened and all as handed in.`
      : `${faults.length} faults in ${entries.length} entries; ${differing.length} bids differ.`,
  )
  return isWhole ? 0 : 1
}

const receipt = async (input: CommandInput): Promise<ExitCode> => {
  const [reference = '', fingerprint = ''] = input.args
  const { entries, faults, checks } = await readLog(anybody(input), reference)
  const found = entries.find((entry) => entry.fingerprint === fingerprint && entry.kind === 'submitted')
  const ok = found !== undefined && faults.length === 0
  const opened = checks.find(({ number }) => number === found?.number)?.outcome ?? null
  input.terminal.answer({ ok, entry: found ?? null, opened })
  input.terminal.print(
    found
      ? `Entry ${found.number} of the log, received ${found.at.toISOString()}${opened ? `; at the opening: ${opened}` : ''}.`
      : 'No entry of the log has this fingerprint.',
  )
  return ok ? 0 : 1
}

/** The officer's passphrase is the first line of standard input: on the command line it would stay in the shell's history. */
const open = async (input: CommandInput): Promise<ExitCode> => {
  const { services, options, args, terminal } = input
  const organisation = await namedOrganisation(services, options.organisation)
  const email = normaliseEmail(typeof options.officer === 'string' ? options.officer : '')
  const operator = actingAs(services, { kind: 'command' }, organisation.id)
  const account =
    email &&
    (await inReading<IdentityTables, Awaited<ReturnType<typeof findAccount>>>(operator, (db) =>
      findAccount(db, email),
    ))
  if (!account) throw new Unusable('Name the officer by their address: --officer ada@northmere.example.')
  const tender = await inReading<TendersTables, Awaited<ReturnType<typeof findPublicTender>>>(
    operator,
    (db) => findPublicTender(db, args[0] ?? ''),
  )
  if (!tender) throw new Unusable(`There is no published tender "${args[0]}".`)
  const officer = actingAs(services, { kind: 'person', personId: account.personId }, organisation.id)
  const passphrase = (await terminal.readInput()).split(/\r?\n/)[0] ?? ''
  const done =
    options.complete === true
      ? await openBids(officer, tender.id, passphrase)
      : await beginOpening(officer, tender.id, passphrase)
  if (!done.ok) throw new Unusable(openingSentence(done))
  terminal.answer({ ok: true, ...done.value })
  terminal.print(
    'bids' in done.value
      ? `${done.value.bids} bids are opened and minuted.`
      : 'Begun. Another holder completes it within half an hour, with --complete.',
  )
  return 0
}

export const commands: readonly Command[] = [
  {
    name: 'bids log verify',
    summary: 'Recompute the public log of a tender, and check what was opened against it',
    usage: 'REFERENCE',
    minArgs: 1,
    maxArgs: 1,
    options: {},
    examples: ['bids log verify northmere-2026-001 --json'],
    run: verify,
  },
  {
    name: 'bids receipt',
    summary: 'Find a receipt on the public log by its fingerprint',
    usage: 'REFERENCE FINGERPRINT',
    minArgs: 2,
    maxArgs: 2,
    options: {},
    examples: [
      'bids receipt northmere-2026-001 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ],
    run: receipt,
  },
  {
    name: 'bids open',
    summary: 'Begin or complete the opening of bids as an officer; the passphrase comes from standard input',
    usage: 'REFERENCE --organisation NAME --officer EMAIL [--complete]',
    minArgs: 1,
    maxArgs: 1,
    options: {
      organisation: { type: 'string', description: 'the name of the authority' },
      officer: { type: 'string', description: 'the address of the officer' },
      complete: { type: 'boolean', description: 'complete what another officer has begun' },
    },
    examples: [
      'bids open northmere-2026-001 --organisation "Northmere City Council" --officer procurement-officer@northmere.example < passphrase.txt',
    ],
    run: open,
  },
]
