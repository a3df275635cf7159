import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { Command, ExitCode, Terminal } from '../platform/command.ts'
import type { Services } from '../platform/context.ts'
import { Conflict, Forbidden, NotFound, Unusable } from '../platform/errors.ts'

type Streams = {
  readonly out: NodeJS.WritableStream
  readonly err: NodeJS.WriteStream
  readonly in: NodeJS.ReadableStream
}

const CLEAR_LINE = '\r\u001b[K'

export const makeTerminal = (isJson: boolean, streams: Streams): Terminal => ({
  isJson,
  print: (line) => void (isJson || streams.out.write(`${line}\n`)),
  answer: (value) => void (isJson && streams.out.write(`${JSON.stringify(value, null, 2)}\n`)),
  warn: (line) => void streams.err.write(`${streams.err.isTTY ? CLEAR_LINE : ''}${line}\n`),
  progress: (line) => void (streams.err.isTTY && streams.err.write(`${CLEAR_LINE}${line}`)),
  readInput: () => text(streams.in),
})

/** The command whose words begin the line: `spend import` before `spend`. */
export const findCommand = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find((command) => command.name.split(' ').every((word, i) => words[i] === word))

const optionLine = (name: string, type: 'string' | 'boolean', description: string): string =>
  `  ${`--${name}${type === 'string' ? ' …' : ''}`.padEnd(26)} ${description}`

export const helpOf = (command: Command): string =>
  [
    command.summary,
    '',
    `Usage: goldthread ${command.name} ${command.usage}`.trimEnd(),
    '',
    'Options:',
    ...Object.entries(command.options).map(([name, option]) =>
      optionLine(name, option.type, option.description),
    ),
    optionLine('json', 'boolean', 'print the answer as one JSON object'),
    optionLine('help', 'boolean', 'show this page'),
    '',
    'Examples:',
    ...command.examples.map((example) => `  goldthread ${example}`),
    ...(command.details === undefined ? [] : ['', command.details]),
  ].join('\n')

export const helpOfAll = (commands: readonly Command[], groups: readonly string[] = []): string =>
  [
    'Goldthread: from payment files to verified social value.',
    '',
    'Usage: goldthread COMMAND [OPTIONS]',
    '',
    ...commands
      .filter((command) => groups.length === 0 || command.name.startsWith(groups.join(' ')))
      .map((command) => `  ${command.name.padEnd(28)} ${command.summary}`),
    '',
    'goldthread COMMAND --help shows options and examples. Settings: PORT, GOLDTHREAD_DATA, DATABASE_URL (see README).',
  ].join('\n')

/** Reads the words after the command's name, or throws Unusable with the sentence that puts it right. */
export const parseCommandLine = (command: Command, words: readonly string[]) => {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.type, multiple: option.multiple ?? false },
    ]),
  )
  try {
    const parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    const { json = false, help = false, ...values } = parsed.values
    return {
      isJson: json,
      isHelp: help,
      args: parsed.positionals,
      options: values as CommandOptions,
    }
  } catch (error) {
    throw new Unusable(`${(error as Error).message}. goldthread ${command.name} --help shows what it takes.`)
  }
}
type CommandOptions = Record<string, string | boolean | string[] | undefined>

/** What is thrown with a sentence for a person; anything else is our own fault. */
const SAID = [Unusable, NotFound, Forbidden, Conflict]

/** Runs one command over open services and returns its exit code; what is thrown for a person becomes its sentence. */
export const runCommand = async (
  command: Command,
  parsed: ReturnType<typeof parseCommandLine>,
  services: Services,
  terminal: Terminal,
): Promise<ExitCode> => {
  try {
    return await command.run({ services, args: parsed.args, options: parsed.options, terminal })
  } catch (error) {
    if (!SAID.some((kind) => error instanceof kind)) throw error
    terminal.warn((error as Error).message)
    return 1
  }
}
