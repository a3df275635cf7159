import { readFile } from 'node:fs/promises'
import type { Command, CommandInput, ExitCode, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { keptInside } from '../messages/warning-words.ts'
import { NEVER_ADDED } from '../present-valuation.ts'
import { readingWarnings, showOffers, valueOffers } from '../value-offers.ts'
import { PRICING_OPTIONS, pricingOf } from './pricing.ts'
import { printOutcome, printTotals } from './print-valuation.ts'

const readText = async ({ options, terminal }: CommandInput): Promise<string> => {
  const { file } = options
  if (typeof file !== 'string') return terminal.readInput()
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Unusable(`There is no file ${file}.`)
    if (error.code === 'EISDIR') throw new Unusable(`${file} is a folder, not a file.`)
    throw new Unusable(`The file ${file} cannot be read (${error.code}).`)
  })
}

const refuse = (terminal: Terminal, faults: readonly string[]): ExitCode => {
  terminal.answer({ error: { code: 'not-usable-input', message: faults[0], faults } })
  for (const fault of faults) terminal.warn(fault)
  return 2
}

const valueCommand: Command = {
  name: 'value',
  needsNoDatabase: 'without-organisation',
  summary: 'Work out what a measure is worth, step by step (JSON on standard input)',
  usage: '[--file FILE] [--framework CODE] [--organisation NAME]',
  minArgs: 0,
  maxArgs: 0,
  options: {
    file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
    ...PRICING_OPTIONS,
  },
  examples: [
    `value --json <<< '{"measure":"com-volunteer","quantity":40,"assumptions":{"deadweight":{"share":0.25,"reason":"one day a year anyway"},"displacement":{"share":0,"reason":"no group lost helpers"},"attribution":{"share":0,"reason":"nobody else paid"}}}'`,
    'value --file offer.json',
    'value --file offer.json --framework county --organisation northmere-city-council',
  ],
  run: async (input) => {
    const { terminal } = input
    const { pricing, terms, revision } = await pricingOf(input)
    const outcome = valueOffers(await readText(input), pricing)
    if (!outcome.ok) return refuse(terminal, outcome.faults)
    const { valued } = outcome
    const shown = showOffers(valued, pricing)
    terminal.answer({ ...shown, framework: { ...shown.framework, terms, revision } })
    if (terms === 'restricted') terminal.warn(keptInside(pricing.framework.licence))
    if (!terminal.isJson) {
      for (const { outcome: each, read } of valued.offers) {
        printOutcome(each, terminal)
        for (const warning of readingWarnings(read)) terminal.print(`  ! ${warning}`)
      }
      if (!valued.isSingle) printTotals(valued.totals, terminal)
      if (valued.offers.some(({ outcome: { kind } }) => kind === 'valued')) terminal.print(NEVER_ADDED)
    }
    return valued.offers.every(({ outcome: { kind } }) => kind === 'valued' || kind === 'scored') ? 0 : 1
  },
}

export const valueCommands: readonly Command[] = [valueCommand]
