import { actingForNamed } from '#identity'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { ANALYSES } from '../analyses/all.ts'
import type { Analysis, AnalysisTable } from '../analyses/analysis.ts'
import { ANALYSIS_SUMMARIES, analysisJson, NETWORK_ANALYSES } from '../analysis-api.ts'
import { basisText } from '../basis-words.ts'
import { GAP_SETTINGS } from '../rules/gaps.ts'
import { settingErrors } from '../setting-words.ts'
import { readAskedSlice } from '../slice-query.ts'
import { ORGANISATION, PERIOD } from './periods.ts'

const WORDS = {
  scheme: 'a scheme of categories, such as plain; else the files’ words',
  leaving: 'the id of the place that counts as local',
  before: 'the first of two years, 2024/25',
  after: 'the second of two years, 2025/26',
  within: 'the id of a tier: its wards only',
  outcome: 'influenceable, not or unsure',
  in: 'the category of gap-suppliers and gap-leaks',
  tier: 'payments to one tier only',
  category: 'one category, in the words of the files',
  department: 'one department',
  kind: 'one kind of supplier',
  sector: 'one section of the Standard Industrial Classification',
} as const

const NAMES = Object.keys(ANALYSES)
const NETWORK_NAMES = new Map(NETWORK_ANALYSES.map((one) => [`network-${one.name}`, one]))
const WIDEST = 40

/** The table as columns of text; the widest cells are cut, for all of it is in --json. */
const tableLines = ({ columns, rows }: AnalysisTable, most: number): string[] => {
  const shown = [
    columns.map((column) => column.header),
    ...rows.slice(0, most).map((row) => row.map((cell) => cell.text)),
  ]
  const widths = columns.map((_, at) =>
    Math.min(WIDEST, Math.max(...shown.map((row) => row[at]?.length ?? 0))),
  )
  return shown.map((row) =>
    columns
      .map(({ kind }, at) => {
        const text = (row[at] ?? '').slice(0, WIDEST)
        return kind === 'text' ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)
      })
      .join('  ')
      .trimEnd(),
  )
}

const MOST_LINES = 50

const printAnalysis = ({ print }: CommandInput['terminal'], analysis: Analysis): void => {
  print(analysis.title)
  print(basisText(analysis.basis))
  if (analysis.empty) print(`${analysis.empty.title}. ${analysis.empty.purpose}`)
  for (const { label, value, meaning } of analysis.figures)
    print(`  ${label}: ${value}${meaning ? ` (${meaning})` : ''}`)
  for (const line of tableLines(analysis.table, MOST_LINES)) print(`  ${line}`)
  const more = analysis.table.rows.length - MOST_LINES
  if (more > 0) print(`  … and ${more} more; --json has them all`)
  for (const note of analysis.notes ?? []) print(`  ${note}`)
}

const readOf = (name: string) => ANALYSES[name]?.read ?? NETWORK_NAMES.get(name)?.read

const run = async ({ services, args, options, terminal }: CommandInput): Promise<ExitCode> => {
  const [name = ''] = args
  const read = Object.hasOwn(ANALYSES, name) || NETWORK_NAMES.has(name) ? readOf(name) : undefined
  if (!read)
    throw new Unusable(
      `There is no analysis “${name}”. It is one of: ${[...NAMES, ...NETWORK_NAMES.keys()].join(', ')}.`,
    )
  const ctx = await actingForNamed(services, options.organisation)
  const query = Object.fromEntries(
    Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  if (NETWORK_NAMES.has(name) && !query.network)
    throw new Unusable('Say which network: --network ID, as in its address.')
  const analysis = await read({
    ctx,
    slice: readAskedSlice(query),
    query,
    params: { networkId: query.network ?? '' },
  })
  const [error] = settingErrors(analysis.settings ?? [])
  if (error) throw new Unusable(error.message)
  terminal.answer(analysisJson(analysis))
  printAnalysis(terminal, analysis)
  return 0
}

const analyseCommand: Command = {
  name: 'spend analyse',
  summary: 'Show an analysis as its page does: tiers, kinds, years, leakage, concentration and so on',
  usage: 'NAME --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    ...PERIOD,
    ...Object.fromEntries(
      Object.entries(WORDS).map(([word, description]) => [word, { type: 'string' as const, description }]),
    ),
    ...Object.fromEntries(
      Object.values(GAP_SETTINGS).map(({ name, label }) => [
        name,
        { type: 'string' as const, description: `gaps: ${label}` },
      ]),
    ),
    network: { type: 'string', description: 'the id of a network, for its analyses' },
  },
  examples: [
    'spend analyse tiers --organisation northmere-city-council --from 2026-04',
    'spend analyse years --organisation northmere-city-council --before 2024/25 --after 2025/26 --json',
  ],
  details: [
    ...Object.entries(ANALYSIS_SUMMARIES).map(([name, summary]) => `${name.padEnd(18)} ${summary}`),
    ...[...NETWORK_NAMES].map(([name, { summary }]) => `${name.padEnd(18)} ${summary}`),
  ].join('\n'),
  run,
}

export const analyseCommands: readonly Command[] = [analyseCommand]
