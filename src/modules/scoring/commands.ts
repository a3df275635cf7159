import type { Command } from '../../platform/command.ts'
import { scoreCommand } from './commands/score.ts'
import { simulateCommand } from './commands/simulate.ts'

/** `goldthread score`, `goldthread score simulate` */
export const commands: readonly Command[] = [scoreCommand, simulateCommand]
