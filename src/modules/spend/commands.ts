import { importCommands } from './commands/import.ts'
import { mapCommands } from './commands/map.ts'

/** `goldthread spend …` */
export const commands = [...importCommands, ...mapCommands]
