import type { Command, CommandInput, ExitCode } from '../command.ts'
import type { Services } from '../context.ts'

export type Said = {
  readonly exit: ExitCode
  /** Lines of standard output, as without --json. */
  readonly lines: readonly string[]
  /** The answer, as with --json. */
  readonly answer: Readonly<Record<string, unknown>> | undefined
  readonly warnings: readonly string[]
}

/** Runs a command by its words, as a terminal would; what it throws is thrown. */
export const runTestCommand = async (
  commands: readonly Command[],
  services: Services,
  name: string,
  given: Partial<Pick<CommandInput, 'args' | 'options'>> & { readonly input?: string } = {},
): Promise<Said> => {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`there is no command ${name}`)
  const lines: string[] = []
  const warnings: string[] = []
  let answer: Said['answer']
  const exit = await command.run({
    services,
    args: given.args ?? [],
    options: given.options ?? {},
    terminal: {
      isJson: false,
      print: (line) => void lines.push(line),
      answer: (value) => {
        answer = value as Said['answer']
      },
      warn: (line) => void warnings.push(line),
      progress: () => undefined,
      readInput: async () => given.input ?? '',
    },
  })
  return { exit, lines, answer, warnings }
}
