import type { Command } from '../../platform/command.ts'
import { lawCommands } from './commands/law.ts'
import { pipelineCommands } from './commands/pipeline.ts'

/** `goldthread law …`, `goldthread pipeline …` */
export const commands: readonly Command[] = [...lawCommands, ...pipelineCommands]
