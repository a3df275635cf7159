import type { Command } from '../../platform/command.ts'
import { inboxCommands } from './commands/inbox.ts'
import { organisationCommands } from './commands/organisation.ts'
import { peopleCommands } from './commands/people.ts'

export const commands: readonly Command[] = [...organisationCommands, ...peopleCommands, ...inboxCommands]
