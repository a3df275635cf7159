import type { Command } from '../../platform/command.ts'
export const commands: readonly Command[] = []
