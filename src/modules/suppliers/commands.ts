import type { Command } from '../../platform/command.ts'
import { importRegisterCommand } from './commands/import-register.ts'
import { readRegisterCommands } from './commands/read-registers.ts'

/** `goldthread register …` */
export const commands: readonly Command[] = [importRegisterCommand, ...readRegisterCommands]
