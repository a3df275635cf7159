import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { openPublication, publishAll } from '../actions/publish.ts'
import { publisherSettings } from '../publisher-settings.ts'
import { listHeld, listNames } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose data it is' } } as const

const openCommand: Command = {
  name: 'open-data open',
  summary: "Open an organisation's publication: from now on its contracts and plans are published",
  usage: '--organisation NAME --ocid-prefix ocds-abc123 --org-id GB-LAE-ABC',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...ORGANISATION,
    'ocid-prefix': { type: 'string', description: 'as registered with the Open Contracting Partnership' },
    'org-id': { type: 'string', description: "the organisation's identifier, as org-id.guide has it" },
    'grants-prefix': { type: 'string', description: 'as registered with 360Giving, 360G-abc' },
    contact: { type: 'string', description: 'whom readers can tell of mistakes' },
  },
  examples: [
    'open-data open --organisation "Northmere City Council" --ocid-prefix ocds-nrthmr --org-id GB-LAE-NMR --contact opendata@northmere.example',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const given = publisherSettings.safeParse({
      ocidPrefix: options['ocid-prefix'],
      orgId: options['org-id'],
      grantsPrefix: options['grants-prefix'] ?? '',
      contact: options.contact ?? '',
    })
    if (!given.success)
      throw new Unusable(`${given.error.issues[0]?.message ?? 'The settings cannot be used'}.`)
    await openPublication(ctx, given.data)
    terminal.answer({ opened: true, ...given.data })
    terminal.print('The publication is open. goldthread open-data publish publishes what there is.')
    return 0
  },
}

const publishCommand: Command = {
  name: 'open-data publish',
  summary: 'Publish as OCDS releases what is new of contracts and plans; the worker does so every hour',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['open-data publish --organisation "Northmere City Council" --json'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const published = await publishAll(ctx)
    if (!published)
      throw new Unusable('This organisation does not publish yet. goldthread open-data open begins it.')
    terminal.answer(published)
    terminal.print(
      `${published.releases} releases of ${published.changed} processes published; ${published.processes - published.changed} of ${published.processes} were as published before; ${published.held} held back.`,
    )
    return published.held > 0 ? 1 : 0
  },
}

const waitingCommand: Command = {
  name: 'open-data waiting',
  summary: 'Show what is withheld or held back, and waits for somebody',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['open-data waiting --organisation "Northmere City Council"'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const { names, held } = await inReading(ctx, async (db: Reader<PublishingTables>) => ({
      names: (await listNames(db)).filter(({ decision }) => decision === null),
      held: await listHeld(db),
    }))
    for (const { name, foundIn } of names)
      terminal.print(`withheld   ${name} (in ${foundIn.join(', ')}): decide whether it is an individual`)
    for (const { title, reasons } of held) terminal.print(`held back  ${title}: ${reasons.join(' ')}`)
    terminal.answer({ names, held })
    return names.length + held.length > 0 ? 1 : 0
  },
}

/** `goldthread open-data …`. */
export const publicationCommands: readonly Command[] = [openCommand, publishCommand, waitingCommand]
