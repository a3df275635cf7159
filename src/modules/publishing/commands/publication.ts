import { basename } from 'node:path'
import { actingForNamed, namedOrganisation } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { actingAs } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { publishEdition } from '../actions/editions.ts'
import { openPublication, publishAll } from '../actions/publish.ts'
import { importReleases } from '../import-releases.ts'
import { publisherSettings } from '../publisher-settings.ts'
import { editionSentence } from '../review-words.ts'
import { DATASETS } from '../store/editions.ts'
import { chunksOf } from './input.ts'

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

const datasetCommand: Command = {
  name: 'open-data dataset',
  summary: 'Publish a data set of a quarter: spend, contracts, grants, grants-360 or grants-360-csv',
  usage: 'DATASET QUARTER --organisation NAME [--withhold]',
  minArgs: 2,
  maxArgs: 2,
  options: {
    ...ORGANISATION,
    withhold: { type: 'boolean', description: 'publish with undecided names withheld' },
  },
  examples: ['open-data dataset spend 2026-Q3 --organisation "Northmere City Council" --withhold'],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const [name = '', period = ''] = args
    const dataset = DATASETS.find((each) => each === name)
    if (!dataset) throw new Unusable(`There is no data set "${name}". There are: ${DATASETS.join(', ')}.`)
    const made = await publishEdition(ctx, dataset, period, options.withhold === true)
    if (!made.ok) {
      terminal.answer({ published: false, refusal: made.refusal, facts: made.facts ?? {} })
      terminal.warn(`${editionSentence(made.refusal, made.facts)}.`)
      return 1
    }
    terminal.answer({ published: true, ...made.value })
    terminal.print(
      `Edition ${made.value.number} of ${dataset} for ${period}: ${made.value.rows} rows, ${made.value.redacted} redacted.`,
    )
    return 0
  },
}

const importCommand: Command = {
  name: 'contracts import-ocds',
  summary: "Bring contracts that were published as OCDS into an organisation's register",
  usage: 'FILE --organisation NAME [--any-buyer]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    'any-buyer': {
      type: 'boolean',
      description: 'take contracts of any buyer; else of the organisation only',
    },
  },
  examples: ['contracts import-ocds contracts-finder.json --organisation "Northmere City Council" --json'],
  run: async ({ services, args, options, terminal }) => {
    const { id, name } = await namedOrganisation(services, options.organisation)
    const ctx = actingAs(services, { kind: 'command' }, id)
    const path = args[0] ?? '-'
    const file = { name: basename(path), content: chunksOf(path, terminal) }
    const outcome = await importReleases(ctx, file, options['any-buyer'] === true ? '' : name)
    for (const sentence of outcome.leftOut) terminal.warn(sentence)
    terminal.answer(outcome)
    terminal.print(
      `${outcome.releases} releases read: ${outcome.added} new contracts, ${outcome.changed} brought up to date, ${outcome.same} as they were; ${outcome.leftOutCount} things left out or left empty.`,
    )
    return outcome.leftOutCount > 0 ? 1 : 0
  },
}

/** `goldthread open-data …`, and the import of others' releases into the register. */
export const publicationCommands: readonly Command[] = [
  openCommand,
  publishCommand,
  datasetCommand,
  importCommand,
]
