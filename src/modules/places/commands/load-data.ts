import { basename } from 'node:path'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs } from '../../../platform/context.ts'
import { loadFile } from '../actions/load-file.ts'
import { type LoadProgress } from '../actions/prepare-load.ts'
import { loadRefusalSentence } from '../messages.ts'
import type { LoadKind } from '../model.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const progressLine = ({ bytesRead, bytesTotal, rowsRead }: LoadProgress): string => {
  const percent = bytesTotal > 0 ? Math.floor((100 * bytesRead) / bytesTotal) : 0
  return `${percent}% read, ${rowsRead.toLocaleString('en-GB')} rows`
}

const load = async (kind: LoadKind, input: CommandInput): Promise<ExitCode> => {
  const { services, args, options, terminal } = input
  const ctx = actingAs(services, { kind: 'command' }, null)
  const path = args[0] ?? ''
  const request = {
    path,
    fileName: basename(path),
    edition: text(options.edition),
    source: text(options.source),
    licence: text(options.licence),
    isPartial: options.partial === true,
  }
  const began = performance.now()
  const decision = await loadFile(ctx, kind, request, (progress) => terminal.progress(progressLine(progress)))
  if (!decision.ok) {
    const message = loadRefusalSentence(decision.refusal, decision.facts)
    terminal.answer({ error: { code: decision.refusal, message } })
    terminal.warn(message)
    return 1
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const { rowsKept, rowsRefused, edition, source, licence } = decision.value
  terminal.answer({ ...decision.value, seconds })
  terminal.print(
    `${rowsKept.toLocaleString('en-GB')} loaded in ${seconds} s, edition ${edition || 'not known'}`,
  )
  if (rowsRefused > 0) terminal.print(`${rowsRefused.toLocaleString('en-GB')} rows could not be read`)
  if (source) terminal.print(`Source: ${source}`)
  if (licence) terminal.print(`Licence: ${licence}`)
  return 0
}

const OPTIONS = {
  edition: { type: 'string', description: 'which edition this is; else read from the name of the file' },
  source: { type: 'string', description: 'who published it, for the attribution' },
  licence: { type: 'string', description: 'the words its licence asks for' },
} as const

const loadCommand = (
  kind: LoadKind,
  name: string,
  summary: string,
  examples: readonly string[],
  options: Command['options'] = {},
): Command => ({
  name: `places ${name}`,
  summary,
  usage: 'FILE',
  minArgs: 1,
  maxArgs: 1,
  options: { ...OPTIONS, ...options },
  examples,
  run: (input) => load(kind, input),
})

export const loadCommands: readonly Command[] = [
  loadCommand(
    'postcodes',
    'load-postcodes',
    'Load a national postcode lookup (ONS Postcode Directory, NSPL, OS Code-Point Open; CSV, gzip or ZIP)',
    [
      'places load-postcodes ONSPD_NOV_2025.zip',
      'places load-postcodes codepo_gb.zip --edition 2025-11 --json',
    ],
    { partial: { type: 'boolean', description: 'the file holds a part of the country, and that is meant' } },
  ),
  loadCommand('areas', 'load-areas', 'Load official areas: codes, names, what lies in what, successors', [
    'places load-areas uk_local_authorities.csv',
    'places load-areas Ward_to_LAD_to_Region_December_2025.csv',
  ]),
  loadCommand('boundaries', 'load-boundaries', 'Load boundaries for maps (GeoJSON or TopoJSON in WGS84)', [
    'places load-boundaries Local_Authority_Districts_May_2024_BUC.geojson',
  ]),
  loadCommand('deprivation', 'load-deprivation', 'Load deprivation by area (Indices of Deprivation)', [
    'places load-deprivation File_7_IoD2025_All_Ranks_Scores_Deciles.csv --edition 2025',
  ]),
]
