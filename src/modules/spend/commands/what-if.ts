import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import { bestNotes } from '../analyses/what-if.ts'
import { basisLine } from '../basis-words.ts'
import { readWhatIf, type WhatIf } from '../read-what-if.ts'
import { scenarioBody, scenarioJson, wordsOfScenario } from '../scenario-json.ts'
import { heldWords } from '../scenario-words.ts'
import { originWords, settingText } from '../setting-words.ts'
import { readAskedSlice } from '../slice-query.ts'

/** The words of a scenario written as JSON; a clear sentence where it is none. */
const readScenario = (text: string): Record<string, string> => {
  let value: unknown
  try {
    value = JSON.parse(text.trim() === '' ? '{}' : text)
  } catch {
    throw new Unusable('Standard input is not JSON. See goldthread spend what-if --help.')
  }
  const read = scenarioBody.safeParse(value)
  if (read.success) return wordsOfScenario(read.data)
  const [issue] = read.error.issues
  throw new Unusable(`This scenario cannot be used: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`)
}

const lines = (whatIf: WhatIf): string[] => {
  const { effects, words, gaps } = whatIf
  return [
    `More for ${gaps.place?.name ?? 'the home place'}: ${formatPoundsCompact(effects.shiftedPence)}; ${formatPoundsCompact(effects.yearPence)} a year`,
    basisLine(gaps.basis),
    `Jobs: ${formatNumber(Math.round(effects.jobs.from / 100))} to ${formatNumber(Math.round(effects.jobs.to / 100))}; spent again locally: ${formatPoundsCompact(effects.respend.from)} to ${formatPoundsCompact(effects.respend.to)} a year`,
    ...whatIf.lines
      .filter((line) => line.askedPence > 0 || line.pence > 0)
      .map(
        (line) =>
          `  ${line.name.slice(0, 36).padEnd(36)} ${formatPoundsCompact(line.pence).padStart(8)}  ${heldWords(line.heldBy)}`,
      ),
    ...bestNotes(whatIf),
    ...words.assumptions.map(
      (one) => `${one.setting.label}: ${settingText(one.setting, one.value)}. ${originWords(one)}`,
    ),
  ]
}

const whatIfCommand: Command = {
  name: 'spend what-if',
  summary: 'Work out a scenario from standard input, or find the best shift within its limits',
  usage: '--organisation NAME < SCENARIO.json',
  minArgs: 0,
  maxArgs: 0,
  options: { organisation: { type: 'string', description: 'whose payments' } },
  examples: [
    `spend what-if --organisation northmere-city-council --json <<< '{"scheme":"plain","all":40}'`,
    `spend what-if --organisation northmere-city-council <<< '{"find":"best","effort":6}'`,
  ],
  details:
    'The scenario is a JSON object, such as {"from":"2025-04","to":"2026-03","reach":"influenceable","all":40,"wanted":{"Home care":60},"growth":50}. Its names are those of the address of the page; GET /api/openapi.json describes them at POST /api/v1/spend/what-if.',
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const query = readScenario(await terminal.readInput())
    const request = { ctx, query, slice: readAskedSlice(query), params: {} }
    const whatIf = await readWhatIf(request)
    const [error] = whatIf.errors
    if (error) throw new Unusable(error.message)
    terminal.answer(scenarioJson(whatIf, request))
    for (const line of lines(whatIf)) terminal.print(line)
    return whatIf.best && !whatIf.best.isFeasible ? 1 : 0
  },
}

export const whatIfCommands: readonly Command[] = [whatIfCommand]
