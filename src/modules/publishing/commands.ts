import type { Command } from '../../platform/command.ts'
import { checkDraftCommand } from './commands/check-draft.ts'
import { compileCommand } from './commands/compile.ts'
import { flagsCommand } from './commands/flags.ts'
import { readCommand } from './commands/read.ts'
import { validateCommand } from './commands/validate.ts'

/** `goldthread ocds …` and the other open data commands. */
export const commands: readonly Command[] = [
  compileCommand,
  validateCommand,
  readCommand,
  flagsCommand,
  checkDraftCommand,
]
