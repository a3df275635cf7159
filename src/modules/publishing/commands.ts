import type { Command } from '../../platform/command.ts'
import { checkDraftCommand } from './commands/check-draft.ts'
import { compileCommand } from './commands/compile.ts'
import { csvCommand } from './commands/csv.ts'
import { flagsCommand } from './commands/flags.ts'
import { grantCommands } from './commands/grants.ts'
import { noticeCommands } from './commands/notices.ts'
import { publicationCommands } from './commands/publication.ts'
import { readCommand } from './commands/read.ts'
import { reviewCommands } from './commands/review.ts'
import { transparencyCommand } from './commands/transparency.ts'
import { validateCommand } from './commands/validate.ts'

/** `goldthread ocds …`, `grants …` and `transparency …` need no database; `open-data …` does. */
export const commands: readonly Command[] = [
  compileCommand,
  validateCommand,
  readCommand,
  flagsCommand,
  checkDraftCommand,
  csvCommand,
  ...grantCommands,
  transparencyCommand,
  ...publicationCommands,
  ...reviewCommands,
  ...noticeCommands,
]
