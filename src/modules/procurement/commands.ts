import type { Command } from '../../platform/command.ts'
import { askCommands } from './commands/asks.ts'
import { lawCommands } from './commands/law.ts'
import { pipelineCommands } from './commands/pipeline.ts'
import { planningCommands } from './commands/planning.ts'
import { writeCommands } from './planning-writes.ts'

/** `goldthread law …`, `goldthread pipeline …`, `goldthread asks …` */
export const commands: readonly Command[] = [
  ...lawCommands,
  ...pipelineCommands,
  ...planningCommands,
  ...askCommands,
  ...writeCommands,
]
