import { mapCommands } from './commands/map.ts'
import { importCommands } from './commands/import.ts'

/** `goldthread spend …` */
export const commands = [...importCommands, ...mapCommands]
