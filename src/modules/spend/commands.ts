import { exportCommands } from './commands/export.ts'
import { importCommands } from './commands/import.ts'

/** `goldthread spend …` */
export const commands = [...importCommands, ...exportCommands]
