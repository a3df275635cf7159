import type { Command } from '../../platform/command.ts'
import { defineCommands } from './commands/define-place.ts'
import { loadCommands } from './commands/load-data.ts'
import { showCommands } from './commands/show-places.ts'

/** `goldthread places …` */
export const commands: readonly Command[] = [...showCommands, ...defineCommands, ...loadCommands]
