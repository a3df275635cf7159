import type { Command } from '../../../platform/command.ts'
import { actingAs } from '../../../platform/context.ts'
import { NotFound, Unusable } from '../../../platform/errors.ts'
import { formatInstantExact, formatPounds } from '../../../platform/views/formatters.ts'
import { fitsJson } from '../describe-tender.ts'
import { NEARNESS_WORDS } from '../messages/words.ts'
import { readFits } from '../read-fits.ts'

export const fitsCommand: Command = {
  name: 'tenders for-supplier',
  summary: 'List open opportunities that fit a supplier of the directory, by category and place',
  usage: 'ENTRY',
  minArgs: 1,
  maxArgs: 1,
  options: {},
  examples: ['tenders for-supplier 019a0c3e-7d41-7000-8000-5f2f6a1b2c3d --json'],
  run: async ({ services, args, terminal }) => {
    const [entryId = ''] = args
    const ctx = actingAs(services, { kind: 'command' }, null)
    const found = await readFits(ctx, entryId).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
      throw new Unusable(
        `No supplier is listed as "${entryId}". goldthread directory search shows their ids.`,
      )
    })
    terminal.answer(fitsJson(found, services.clock.now()))
    for (const fit of found.fits) {
      terminal.print(`${fit.reference.padEnd(20)} ${fit.title}`)
      terminal.print(
        `${''.padEnd(20)} ${fit.buyer}; ${NEARNESS_WORDS[fit.nearness]}; due ${formatInstantExact(fit.deadline)}, ${formatPounds(fit.valuePence)}`,
      )
    }
    terminal.warn(`${found.fits.length} open opportunities fit ${found.listing.content.name}.`)
    return found.fits.length > 0 ? 0 : 1
  },
}
