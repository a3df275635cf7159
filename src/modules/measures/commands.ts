import type { Command } from '../../platform/command.ts'
import { adaptCommands } from './commands/adapt.ts'
import { frameworkCommands } from './commands/frameworks.ts'
import { measuresCommands } from './commands/measures.ts'
import { referenceCommands } from './commands/reference.ts'
import { suggestCommands } from './commands/suggest.ts'
import { valueCommands } from './commands/value.ts'

/** `goldthread value`, `goldthread measures …` */
export const commands: readonly Command[] = [
  ...valueCommands,
  ...measuresCommands,
  ...frameworkCommands,
  ...adaptCommands,
  ...suggestCommands,
  ...referenceCommands,
]
