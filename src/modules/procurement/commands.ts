import type { Command } from '../../platform/command.ts'
import { askCommands } from './commands/asks.ts'
import { lawCommands } from './commands/law.ts'
import { pipelineCommands } from './commands/pipeline.ts'

/** `goldthread law …`, `goldthread pipeline …`, `goldthread asks …` */
export const commands: readonly Command[] = [...lawCommands, ...pipelineCommands, ...askCommands]
