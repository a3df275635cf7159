import { systemClock } from '../platform/clock.ts'
import { type Command, type ExitCode, needsDatabase } from '../platform/command.ts'
import type { Services } from '../platform/context.ts'
import { Unusable } from '../platform/errors.ts'
import { runListeners } from '../platform/jobs/queue.ts'
import { auditCommands } from './audit-commands.ts'
import { readConfig } from './config.ts'
import { databaseCommands } from './database-commands.ts'
import { allJobs, moduleCommands } from './modules.ts'
import type { OwnerCommand } from './owner-command.ts'
import { findCommand, helpOf, helpOfAll, makeTerminal, parseCommandLine, runCommand } from './run-command.ts'
import { openServices } from './services.ts'

const OWNER_COMMANDS: readonly OwnerCommand[] = [...auditCommands, ...databaseCommands]
const ALL: readonly Command[] = [...moduleCommands, ...(OWNER_COMMANDS as unknown as Command[])].sort(
  (a, b) => (a.name < b.name ? -1 : 1),
)

const streams = { out: process.stdout, err: process.stderr, in: process.stdin }

const runIt = async (command: Command, words: readonly string[]): Promise<ExitCode> => {
  const parsed = parseCommandLine(command, words)
  if (parsed.isHelp) {
    process.stdout.write(`${helpOf(command)}\n`)
    return 0
  }
  if (parsed.args.length < command.minArgs || parsed.args.length > command.maxArgs) {
    process.stderr.write(`Usage: goldthread ${command.name} ${command.usage}\n`)
    return 2
  }
  const terminal = makeTerminal(parsed.isJson, streams)
  const config = readConfig(process.env)
  const own = OWNER_COMMANDS.find((candidate) => candidate.name === command.name)
  if (own) return own.run({ config, args: parsed.args, options: parsed.options, terminal })
  if (!needsDatabase(command, parsed.options))
    return runCommand(command, parsed, { clock: systemClock } as Services, terminal)
  const open = await openServices(config, allJobs)
  try {
    const code = await runCommand(command, parsed, open.services, terminal)
    await runListeners(open.services.database, allJobs(open.services))
    return code
  } finally {
    await open.close()
  }
}

const main = async (words: readonly string[]): Promise<ExitCode> => {
  const command = findCommand(ALL, words)
  if (command) return runIt(command, words.slice(command.name.split(' ').length))
  const groups = words.filter((word) => !word.startsWith('-'))
  const isKnownGroup = ALL.some((candidate) => candidate.name.startsWith(`${groups.join(' ')} `))
  const wantsHelp =
    words.length === 0 ||
    words.includes('--help') ||
    words.includes('-h') ||
    words[0] === 'help' ||
    isKnownGroup
  if (wantsHelp) {
    process.stdout.write(`${helpOfAll(ALL, isKnownGroup ? groups : [])}\n`)
    return 0
  }
  process.stderr.write(
    `There is no command "${words.slice(0, 2).join(' ')}". goldthread --help lists them.\n`,
  )
  return 2
}

// A reader that closes early (| head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof Unusable ? error.message : `Something went wrong that is our fault.\n${(error as Error).stack}`}\n`,
    )
    process.exitCode = error instanceof Unusable ? 1 : 70
  })
