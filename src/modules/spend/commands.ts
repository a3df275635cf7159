import { gapCommands } from './commands/gaps.ts'
import { importCommands } from './commands/import.ts'
import { mapCommands } from './commands/map.ts'
import { matchCommands } from './commands/match.ts'
import { whatIfCommands } from './commands/what-if.ts'

/** `goldthread spend …`, `goldthread suppliers …` */
export const commands = [
  ...importCommands,
  ...mapCommands,
  ...matchCommands,
  ...gapCommands,
  ...whatIfCommands,
]
