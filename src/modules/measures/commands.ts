import type { Command } from '../../platform/command.ts'
import { measuresCommands } from './commands/measures.ts'
import { referenceCommands } from './commands/reference.ts'
import { valueCommands } from './commands/value.ts'

/** `goldthread value`, `goldthread measures …` */
export const commands: readonly Command[] = [...valueCommands, ...measuresCommands, ...referenceCommands]
