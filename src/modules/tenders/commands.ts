import type { Command } from '../../platform/command.ts'
import { changeCommands } from './commands/change-tender.ts'
import { fitsCommand } from './commands/list-fits.ts'
import { listCommand, questionsCommand, showCommand } from './commands/show-tender.ts'

export const commands: readonly Command[] = [
  listCommand,
  showCommand,
  questionsCommand,
  fitsCommand,
  ...changeCommands,
]
