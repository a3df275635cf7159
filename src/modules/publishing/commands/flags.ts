import * as z from 'zod'
import type { Command, CommandInput, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { FLAG_NOTICE, FLAG_WORDS } from '../flag-words.ts'
import { mergeSentence } from '../messages.ts'
import {
  FLAG_CODES,
  FLAG_GROUPS,
  type FlagCode,
  type FlagResults,
  type FlagSettings,
} from '../model/flags.ts'
import type { JsonObject } from '../model/json.ts'
import { openSpool } from '../reading/spool.ts'
import { findFlags } from '../rules/flags/find-flags.ts'
import { mergeReleases } from '../rules/merge.ts'
import { findReleases, readJsonInput, type Unreadable, unreadableOf } from './input.ts'

const texts = z.array(z.string()).optional()
const number = z.number().optional()
const settingsShape = z.strictObject({
  currency: z.string().optional(),
  priceComparisonMethods: texts,
  noPriceComparisonMethods: texts,
  excludedMethods: texts,
  R003: z
    .strictObject({
      threshold: number,
      procurementMethods: texts,
      procurementMethodDetails: z.record(z.string(), z.number()).optional(),
    })
    .optional(),
  R018: z.strictObject({ procurementMethods: texts }).optional(),
  R024: z.strictObject({ threshold: number }).optional(),
  R025: z.strictObject({ threshold: number, percentile: number }).optional(),
  R035: z.strictObject({ threshold: number }).optional(),
  R038: z
    .strictObject({ threshold: number, minimumSubmittedBids: number, minimumBidsReceived: number })
    .optional(),
  R048: z.strictObject({ threshold: number, digits: number, minimumContractingProcesses: number }).optional(),
  R058: z.strictObject({ threshold: number }).optional(),
})

const readSettings = async ({ options, terminal }: CommandInput): Promise<FlagSettings> => {
  const only = typeof options.only === 'string' ? options.only.split(/[\s,]+/) : FLAG_CODES
  const unknown = only.find((code) => !FLAG_CODES.some((known) => known === code))
  if (unknown !== undefined)
    throw new Unusable(`There is no flag "${unknown}". There are: ${FLAG_CODES.join(', ')}.`)
  const given = typeof options.settings === 'string' ? await readJsonInput(options.settings, terminal) : {}
  const settings = settingsShape.safeParse(given)
  if (!settings.success) {
    const [issue] = settings.error.issues
    throw new Unusable(
      `The settings cannot be used: ${issue?.path.join('.') || 'at the top'}: ${issue?.message}.`,
    )
  }
  return JSON.parse(JSON.stringify({ ...settings.data, only: only as FlagCode[] })) as FlagSettings
}

/** A process with one release is taken as it is, so that compiled releases need no dates. */
const compiledIn = function* (
  spool: ReturnType<typeof openSpool>,
  terminal: Terminal,
): Generator<JsonObject> {
  for (const { ocid, releases } of spool.groups()) {
    const [only] = releases
    if (releases.length === 1) {
      yield only as JsonObject
      continue
    }
    const merged = mergeReleases(releases)
    if (merged.ok) yield merged.value.compiled
    else terminal.warn(`${ocid}: ${mergeSentence(merged.refusal, merged.facts)}`)
  }
}

const tell = (results: FlagResults, terminal: Terminal): void => {
  for (const group of FLAG_GROUPS)
    for (const [id, flags] of Object.entries(results[group] ?? {}))
      for (const code of FLAG_CODES) {
        const value = flags[code]
        if (value === undefined) continue
        const rounded = Math.round(value * 10_000) / 10_000
        terminal.print(
          `${code}  ${group} ${id}  ${rounded}\n      ${FLAG_WORDS[code].title}: ${FLAG_WORDS[code].meaning}`,
        )
      }
}

const run: Command['run'] = async (input) => {
  const { args, terminal } = input
  const settings = await readSettings(input)
  const spool = openSpool()
  const unreadable: Unreadable[] = []
  try {
    for await (const { file, found } of findReleases(args, terminal)) {
      if (found.ok) {
        spool.add(found.release)
        continue
      }
      unreadable.push(unreadableOf(file, found))
      terminal.warn(unreadable.at(-1)?.sentence ?? '')
    }
    const { results, processes, excluded } = findFlags(compiledIn(spool, terminal), settings)
    tell(results, terminal)
    terminal.answer({ ...results, Meta: { processes, excluded, notice: FLAG_NOTICE, unreadable } })
    terminal.warn(`${processes} processes looked at; ${excluded} left out. ${FLAG_NOTICE}`)
  } finally {
    spool.close()
  }
  return unreadable.length > 0 ? 1 : 0
}

/** Exit 0 whether flags were raised or not; 1 where something could not be read. */
export const flagsCommand: Command = {
  name: 'ocds flags',
  needsNoDatabase: true,
  summary: 'Raise red flags in OCDS releases, as Cardinal defines them',
  usage: '[FILE…] [--only R018,R036] [--settings SETTINGS.json]',
  minArgs: 0,
  maxArgs: 1000,
  options: {
    only: { type: 'string', description: `which flags: ${FLAG_CODES.join(', ')}` },
    settings: {
      type: 'string',
      description: 'thresholds and methods in JSON: {"currency": "GBP", "R003": {"threshold": 25}}',
    },
  },
  examples: [
    'ocds flags compiled.jsonl',
    'ocds flags releases.json --only R018,R036 --json',
    'ocds flags releases.json --settings settings.json',
    `ocds flags <<< '{"ocid":"x","tender":{"procurementMethod":"open","numberOfTenderers":1}}'`,
  ],
  run,
}
