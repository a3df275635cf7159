import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatShortDate } from '../../../platform/views/formatters.ts'
import { STATUS_NAMES } from '../messages.ts'
import { reportNamed } from '../report-version.ts'
import { listShared } from '../store/sharing.ts'
import type { StrategyTables } from '../tables.ts'
import { rolesOf } from '../writes/named.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose strategy it is' } } as const
const AT_NORTHMERE = '--organisation "Northmere City Council"'

const readNumber = (text: unknown): number | undefined => {
  if (text === undefined) return undefined
  if (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Unusable('Give --version as a number, such as 2.')
}

const showCommand: Command = {
  name: 'strategy documents show',
  summary: 'Show one version of a document: its steps, objectives and priorities',
  usage: 'DOCUMENT --organisation NAME [--version NUMBER]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    version: { type: 'string', description: 'its number; the one that counts today if left out' },
  },
  examples: [
    `strategy documents show corporate-plan ${AT_NORTHMERE}`,
    `strategy documents show corporate-plan --version 2 ${AT_NORTHMERE} --json`,
  ],
  run: async ({ services, options, args: [name = ''], terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const document = await reportNamed(ctx, name, readNumber(options.version))
    terminal.answer(document)
    const status = STATUS_NAMES[document.status].toLowerCase()
    terminal.print(`${document.title} (${document.code}), version ${document.version}, ${status}`)
    terminal.print(`  ${formatShortDate(document.startsOn)} to ${formatShortDate(document.endsOn)}`)
    for (const { status: taken, decidedOn, personName, note } of document.steps)
      terminal.print(
        `  ${formatShortDate(decidedOn)}  ${STATUS_NAMES[taken]}, ${personName}${note ? `: ${note}` : ''}`,
      )
    for (const objective of document.objectives) {
      terminal.print(`  ${objective.title}`)
      for (const { code, title } of objective.priorities) terminal.print(`    ${code.padEnd(36)} ${title}`)
    }
    const others = document.versions.filter(({ version }) => version !== document.version)
    if (others.length > 0)
      terminal.print(
        `  other versions: ${others.map(({ version, status: its }) => `${version} (${STATUS_NAMES[its].toLowerCase()})`).join(', ')}`,
      )
    return 0
  },
}

const rolesCommand: Command = {
  name: 'strategy roles list',
  summary: 'List the roles that answer for priorities, and who held them when',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [`strategy roles list ${AT_NORTHMERE}`],
  run: async ({ services, options, terminal }) => {
    const roles = await rolesOf(await actingForNamed(services, options.organisation))
    terminal.answer({ roles })
    for (const { name, holders } of roles) {
      terminal.print(name)
      for (const { personName, fromOn, untilOn } of holders)
        terminal.print(
          `  ${personName}, from ${formatShortDate(fromOn)}${untilOn ? ` to ${formatShortDate(untilOn)}` : ''}`,
        )
    }
    if (roles.length === 0) terminal.warn('There are no roles yet. goldthread strategy roles add makes one.')
    return 0
  },
}

const sharedCommand: Command = {
  name: 'strategy shared list',
  summary: 'List the priorities that organisations here share, which may be taken into a draft',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [`strategy shared list ${AT_NORTHMERE}`],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const shared = await inReading(ctx, (db: Reader<StrategyTables>) => listShared(db))
    terminal.answer({ shared })
    for (const { id, content, organisationName, documentTitle } of shared)
      terminal.print(`${id}  ${content.title} (${organisationName}, ${documentTitle})`)
    if (shared.length === 0) terminal.warn('Nobody shares a priority yet.')
    return 0
  },
}

export const documentCommands: readonly Command[] = [showCommand, rolesCommand, sharedCommand]
