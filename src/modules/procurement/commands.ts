import type { Command } from '../../platform/command.ts'
import { lawCommands } from './commands/law.ts'

/** `goldthread law …` */
export const commands: readonly Command[] = [...lawCommands]
