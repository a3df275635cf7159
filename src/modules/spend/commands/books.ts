import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { BOOK_READS } from '../api/books.ts'
import { ORGANISATION } from './periods.ts'

/** The same reads on the command line, as JSON: they are what the commands that set take. */
export const bookCommands: readonly Command[] = BOOK_READS.map(({ path, command, summary, read }) => {
  const takesName = path.includes(':')
  return {
    name: command,
    summary,
    usage: `${takesName ? 'SCHEME ' : ''}--organisation NAME`,
    minArgs: takesName ? 1 : 0,
    maxArgs: takesName ? 1 : 0,
    options: ORGANISATION,
    examples: [`${command} ${takesName ? 'plain ' : ''}--organisation northmere-city-council --json`],
    run: async ({ services, args, options, terminal }) => {
      const ctx = await actingForNamed(services, options.organisation)
      const answer = await read(ctx, { scheme: args[0] ?? '' })
      terminal.answer(answer)
      terminal.print(JSON.stringify(answer, null, 2))
      return 0
    },
  }
})
