import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { actingForNamed } from '#identity'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { todayInLondon } from '../../../platform/clock.ts'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { importFramework } from '../actions/import-framework.ts'
import { importReference } from '../actions/import-reference.ts'
import { faultSentence } from '../messages/fault-words.ts'
import { refusalWords } from '../messages/refusal-words.ts'
import { REFERENCE_KINDS } from '../model/adaptation.ts'
import { UNITS } from '../model/units.ts'
import { readPriceYear } from '../rules/price-years.ts'
import { read } from '../seen.ts'
import { listFrameworks } from '../store/local-frameworks.ts'

export const ORGANISATION_OPTION = {
  type: 'string',
  description: 'whose measures; without it, those of all (the operator)',
} as const

/** Who a command acts for: the organisation that --organisation names, or the operator. */
export const contextOf = async ({ services, options }: CommandInput): Promise<Context> =>
  options.organisation === undefined
    ? actingAs(services, { kind: 'command' }, null)
    : actingForNamed(services, options.organisation)

export const textOption = ({ options }: CommandInput, name: string): string => {
  const value = options[name]
  return typeof value === 'string' ? value.trim() : ''
}

const needed = (input: CommandInput, name: string, example: string): string => {
  const text = textOption(input, name)
  if (text === '') throw new Unusable(`--${name} is missing; for example --${name} ${example}.`)
  return text
}

const dayOption = (input: CommandInput, name: string): string => {
  const day = textOption(input, name)
  if (day === '') return todayInLondon(input.services.clock)
  if (!parsePlainDate(day)) throw new Unusable(`--${name} is a day such as 2026-04-01.`)
  return day
}

const readBytes = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Unusable(`There is no file ${path}.`)
    throw new Unusable(`The file ${path} cannot be read (${error.code}).`)
  })

/** Answers a refusal in a sentence, on both channels. */
export const refuseWith = (
  { terminal }: CommandInput,
  refusal: string,
  facts: Parameters<typeof refusalWords>[1],
  more: object = {},
): ExitCode => {
  const message = refusalWords(refusal, facts)
  terminal.answer({ error: { code: refusal, message, ...more } })
  terminal.warn(`${message}.`)
  return 1
}

const importCommand: Command = {
  name: 'measures import',
  summary: 'Take a framework of measures in from CSV or XLSX, or list each fault by its row',
  usage: 'FILE --code NAME --version VERSION --licence LICENCE',
  minArgs: 1,
  maxArgs: 1,
  options: {
    code: { type: 'string', description: 'short name of the framework: letters, digits, hyphens' },
    version: { type: 'string', description: 'its version' },
    title: { type: 'string', description: 'its title (the short name if left out)' },
    licence: { type: 'string', description: 'the licence under which you hold it' },
    published: { type: 'string', description: 'the day it was published (today if left out)' },
    source: { type: 'string', description: 'the publisher, or the address of its page' },
    restricted: { type: 'boolean', description: 'keep it inside: not shown to the public, not exported' },
    organisation: ORGANISATION_OPTION,
  },
  examples: [
    'measures import county.csv --code county --version 2026 --licence "CC BY 4.0" --organisation northmere-city-council',
  ],
  run: async (input) => {
    const [path = ''] = input.args
    const code = needed(input, 'code', 'county-framework')
    const outcome = await importFramework(await contextOf(input), {
      bytes: await readBytes(path),
      fileName: basename(path),
      facts: {
        id: code,
        version: needed(input, 'version', '2026'),
        title: textOption(input, 'title') || code,
        licence: textOption(input, 'licence'),
        publishedOn: dayOption(input, 'published'),
        source: textOption(input, 'source') || null,
        terms: input.options.restricted === true ? 'restricted' : 'open',
      },
    })
    const { terminal } = input
    if (outcome.ok) {
      terminal.answer(outcome.value)
      terminal.print(`${code}: ${outcome.value.measures} measures (${outcome.value.readAs})`)
      if (outcome.value.ignored.length > 0)
        terminal.warn(`Columns that were not used: ${outcome.value.ignored.join(', ')}`)
      return 0
    }
    const faults = 'faults' in outcome ? outcome.faults : []
    const told = faults.map((fault) => ({
      row: fault.row,
      column: fault.column,
      message: faultSentence(fault),
    }))
    for (const { row, message } of told) terminal.warn(`  row ${row}: ${message}.`)
    return refuseWith(input, outcome.refusal, outcome.facts, { faults: told })
  },
}

const frameworksCommand: Command = {
  name: 'measures frameworks',
  summary: 'List the frameworks of measures, shared and of an organisation',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: { organisation: ORGANISATION_OPTION },
  examples: ['measures frameworks', 'measures frameworks --organisation northmere-city-council --json'],
  run: async (input) => {
    const listed = await read(await contextOf(input), listFrameworks)
    const { terminal } = input
    terminal.answer({
      frameworks: listed.map(({ framework, terms, revision, newer, versions }) => ({
        code: framework.id,
        version: framework.version,
        title: framework.title,
        licence: framework.licence,
        terms,
        revision,
        newerVersion: newer?.version ?? null,
        versions,
      })),
    })
    for (const { framework, revision, newer, terms } of listed)
      terminal.print(
        `${framework.id.padEnd(24)} ${framework.version.padEnd(12)} ${framework.title}${revision > 0 ? `, adapted (${revision})` : ''}${terms === 'restricted' ? ', not for the public' : ''}${newer ? `; newer: ${newer.version}` : ''}`,
      )
    return 0
  },
}

const unitsCommand: Command = {
  name: 'measures units',
  needsNoDatabase: true,
  summary: 'List the units that measures are counted in, and other names for them',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {},
  examples: ['measures units'],
  run: async ({ terminal }) => {
    terminal.answer({ units: UNITS.map(({ code, one, many, also }) => ({ code, one, many, also })) })
    for (const { code, many, also } of UNITS)
      terminal.print(`${code.padEnd(24)} ${many}${also.length > 0 ? ` (${also.join(', ')})` : ''}`)
    return 0
  },
}

const replaceCommand: Command = {
  name: 'measures replace-reference',
  summary: 'Put a newer deflator, carbon table, schedule of rates or list of wages in, from CSV or XLSX',
  usage: `KIND FILE --title TITLE --licence LICENCE (KIND: ${REFERENCE_KINDS.join(', ')})`,
  minArgs: 2,
  maxArgs: 2,
  options: {
    title: { type: 'string', description: 'title of the publication' },
    licence: { type: 'string', description: 'its licence' },
    url: { type: 'string', description: 'address of its page' },
    published: { type: 'string', description: 'the day it was published (today if left out)' },
    due: { type: 'string', description: 'the day the next one is due' },
    prices: { type: 'string', description: 'in whose prices carbon values stand' },
    organisation: ORGANISATION_OPTION,
  },
  examples: [
    'measures replace-reference deflators june.csv --title "GDP deflators, June 2026" --licence "OGL v3.0" --published 2026-06-30',
  ],
  run: async (input) => {
    const [kindGiven = '', path = ''] = input.args
    const kind = REFERENCE_KINDS.find((known) => known === kindGiven)
    if (!kind) throw new Unusable(`KIND is one of: ${REFERENCE_KINDS.join(', ')}.`)
    const priceYear = readPriceYear(textOption(input, 'prices'))
    if (kind === 'carbon-values' && !priceYear)
      throw new Unusable('--prices is missing; for example --prices 2022.')
    const url = textOption(input, 'url')
    if (url !== '' && !/^https?:\/\/\S+$/.test(url)) throw new Unusable('--url begins with https://.')
    const outcome = await importReference(await contextOf(input), {
      kind,
      bytes: await readBytes(path),
      fileName: basename(path),
      title: needed(input, 'title', '"GDP deflators, June 2026"'),
      licence: needed(input, 'licence', '"OGL v3.0"'),
      url: url === '' ? null : url,
      publishedOn: dayOption(input, 'published'),
      nextDue: textOption(input, 'due') === '' ? null : dayOption(input, 'due'),
      priceYear: priceYear ?? 'nominal',
    })
    if (!outcome.ok) {
      for (const { row, problem } of outcome.faults) input.terminal.warn(`  row ${row}: ${problem}.`)
      return refuseWith(input, outcome.refusal, outcome.facts, { faults: outcome.faults })
    }
    input.terminal.answer(outcome.value)
    input.terminal.print(`${kind}: ${outcome.value.rows} rows in use from now on`)
    return 0
  },
}

export const frameworkCommands: readonly Command[] = [
  frameworksCommand,
  importCommand,
  unitsCommand,
  replaceCommand,
]
