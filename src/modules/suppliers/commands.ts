import type { Command } from '../../platform/command.ts'
import { directoryCommands } from './commands/directory.ts'
import { importRegisterCommand } from './commands/import-register.ts'
import { moderationCommands } from './commands/moderate-directory.ts'
import { readRegisterCommands } from './commands/read-registers.ts'

/** `goldthread register …`, `goldthread directory …` */
export const commands: readonly Command[] = [
  importRegisterCommand,
  ...readRegisterCommands,
  ...directoryCommands,
  ...moderationCommands,
]
