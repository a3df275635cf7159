import type { Command, CommandInput, ExitCode } from '../platform/command.ts'
import type { Config } from './config.ts'

/** A command that opens the database itself: as its owner, or while it is closed. */
export type OwnerCommand = Omit<Command, 'run'> & {
  readonly run: (input: Omit<CommandInput, 'services'> & { readonly config: Config }) => Promise<ExitCode>
}
