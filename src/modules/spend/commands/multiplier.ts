import { actingForNamed } from '#identity'
import type { Command, CommandInput } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { csvText } from '../../../platform/export-table.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatCount } from '../../../platform/views/views.ts'
import { beginStudy, fillSheets } from '../actions/multiplier/studies.ts'
import { sheetsNotTaken } from '../messages/multiplier.ts'
import { MOST_SHEETS, type MultiplierStudy } from '../model/multiplier.ts'
import { readStudy, type StudyReport, studyBasis, studyJson } from '../multiplier-report.ts'
import { readSheetFile } from '../read-sheet-file.ts'
import { SHEET_COLUMNS, sheetRow } from '../rules/multiplier/sheet-rows.ts'
import { listStudies } from '../store/multiplier.ts'
import type { SpendTables } from '../tables.ts'
import { ORGANISATION, PERIOD, periodOf, titleOf, wholeOf } from './periods.ts'

const NAMED = '"Our pound" --organisation northmere-city-council'

type Named = { readonly ctx: Context; readonly report: StudyReport }

/** The study that a command names by its title or id. Throws Unusable where there is none, or more than one. */
const namedStudy = async ({ services, args, options }: CommandInput): Promise<Named> => {
  const ctx = await actingForNamed(services, options.organisation)
  const [asked = ''] = args
  const studies = await inReading<SpendTables, MultiplierStudy[]>(ctx, listStudies)
  const [study, another] = studies.filter(({ id, title }) => id === asked || title === asked)
  if (!study)
    throw new Unusable(`There is no study "${asked}". goldthread multiplier list shows those there are.`)
  if (another) throw new Unusable(`Two studies are called "${asked}". Name it by its id.`)
  return { ctx, report: await readStudy(ctx, study.id) }
}

const list: Command = {
  name: 'multiplier list',
  summary: 'List the studies of the local multiplier (LM3)',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [
    'multiplier list --organisation northmere-city-council',
    'multiplier list --organisation northmere-city-council --json',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const studies = await inReading<SpendTables, MultiplierStudy[]>(ctx, listStudies)
    terminal.answer({ studies })
    for (const { id, title, place } of studies) terminal.print(`${title}, local to ${place}; ${id}`)
    if (studies.length === 0)
      terminal.print('No study yet. goldthread multiplier begin --help shows how to begin one.')
    return 0
  },
}

const begin: Command = {
  name: 'multiplier begin',
  summary: 'Begin a study with a sheet for each of the suppliers that were paid most',
  usage: '--organisation NAME --title TEXT --place TEXT',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...ORGANISATION,
    ...PERIOD,
    title: { type: 'string', description: 'what the study is called' },
    place: { type: 'string', description: 'what counts as local, in words: a city, a county' },
    suppliers: { type: 'string', description: `how many suppliers, at most ${MOST_SHEETS} (30)` },
  },
  examples: [
    'multiplier begin --organisation northmere-city-council --title "Our pound" --place Ashshire --from 2025-04 --to 2026-03 --suppliers 30',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const title = titleOf(options.title)
    const place = (typeof options.place === 'string' ? options.place : '').trim().replaceAll('\0', '')
    if (place === '' || place.length > 200)
      throw new Unusable('Say what counts as local, for example a city or county: --place "…".')
    const suppliers = wholeOf(options.suppliers, 'suppliers', 30, MOST_SHEETS)
    const begun = await beginStudy(ctx, { title, place, suppliers, ...periodOf(options) })
    if (!begun.ok) throw new Unusable('No supplier was paid in this period.')
    terminal.answer({ id: begun.value, title })
    terminal.print(`${title} is begun: ${begun.value}`)
    return 0
  },
}

const pound = (value: { readonly toFixed: (places: number) => string } | null): string =>
  value ? `£${value.toFixed(2)}` : 'not known'

const show: Command = {
  name: 'multiplier show',
  summary: 'Show what a pound becomes, with the range of those who did not answer',
  usage: 'STUDY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`multiplier show ${NAMED}`, `multiplier show ${NAMED} --json`],
  run: async (input) => {
    const { report } = await namedStudy(input)
    const { study, result } = report
    if (!result) throw new Unusable('This study has no payments in round one.')
    const { period, coverage, unknown, verifiedBy } = studyBasis(report)
    input.terminal.answer({ ...studyJson(study, result), basis: { period, coverage, unknown, verifiedBy } })
    input.terminal.print(
      `${study.title}: a pound becomes ${pound(result.central?.lm3 ?? null)}, between ${pound(result.low.lm3)} and ${pound(result.high.lm3)}`,
    )
    input.terminal.print(`  ${period}; ${coverage}; ${unknown}; ${verifiedBy}`)
    return 0
  },
}

const sheets: Command = {
  name: 'multiplier sheets',
  summary: 'Write the sheets of a study as CSV, to fill in and hand in again',
  usage: 'STUDY --organisation NAME > SHEETS.csv',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`multiplier sheets ${NAMED} > sheets.csv`, `multiplier sheets ${NAMED} --json`],
  run: async (input) => {
    const { report } = await namedStudy(input)
    input.terminal.answer({ sheets: report.sheets })
    input.terminal.print(SHEET_COLUMNS.join(','))
    for (const sheet of report.sheets) input.terminal.print(sheetRow(sheet).map(csvText).join(','))
    return 0
  },
}

const fill: Command = {
  name: 'multiplier fill',
  summary: 'Fill sheets in from the CSV on standard input',
  usage: 'STUDY --organisation NAME < SHEETS.csv',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`multiplier fill ${NAMED} < sheets.csv`],
  details: 'The file is that of multiplier sheets, filled in. Rows without figures are left as they are.',
  run: async (input) => {
    const { ctx, report } = await namedStudy(input)
    const read = readSheetFile(await input.terminal.readInput())
    const { filled, refused } = await fillSheets(ctx, report.study.id, read)
    input.terminal.answer({ filled, refused })
    if (refused.length > 0) input.terminal.warn(sheetsNotTaken(filled, refused))
    else input.terminal.print(`${formatCount(filled, 'sheet')} taken.`)
    return refused.length > 0 ? 1 : 0
  },
}

export const multiplierCommands: readonly Command[] = [list, begin, show, sheets, fill]
