import type { Services } from './context.ts'

export type CommandOption = {
  readonly type: 'string' | 'boolean'
  readonly description: string
  /** May be given more than once. */
  readonly multiple?: true
}

/** Where a command speaks: `answer` on standard output, all else on standard error. */
export type Terminal = {
  readonly isJson: boolean
  /** Standard output: a line of the answer for a person. Silent with --json. */
  readonly print: (text: string) => void
  /** Standard output: the answer as one JSON object. Silent without --json. */
  readonly answer: (value: unknown) => void
  /** Standard error: something a person should know. */
  readonly warn: (text: string) => void
  /** Standard error, on a terminal only: how far a long job is. */
  readonly progress: (text: string) => void
  /** All of standard input, as text. */
  readonly readInput: () => Promise<string>
}

export type CommandInput = {
  readonly services: Services
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | string[] | undefined>>
  readonly terminal: Terminal
}

/** 0 done, 1 refused or nothing found, 2 wrong use; a thrown Unusable is 1 with its sentence. */
export type ExitCode = 0 | 1 | 2

export type Command = {
  /** `spend import`: the words after `goldthread`. */
  readonly name: string
  readonly summary: string
  /** What follows the name in the usage line: `FILE…`. */
  readonly usage: string
  readonly minArgs: number
  readonly maxArgs: number
  readonly options: Readonly<Record<string, CommandOption>>
  readonly examples: readonly string[]
  /** What the usage line cannot say, such as the shape of standard input; shown at the end of --help. */
  readonly details?: string
  /**
   * A pure question: no database is opened for it, and of `services` only the clock is there. Or such a question as
   * long as it is not put for an organisation.
   */
  readonly needsNoDatabase?: true | 'without-organisation'
  readonly run: (input: CommandInput) => Promise<ExitCode>
}

/** Whether a database has to be open before the command runs. */
export const needsDatabase = (
  { needsNoDatabase }: Pick<Command, 'needsNoDatabase'>,
  options: CommandInput['options'],
): boolean => !needsNoDatabase || (needsNoDatabase !== true && options.organisation !== undefined)
