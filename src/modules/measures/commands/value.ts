import { readFile } from 'node:fs/promises'
import { todayInLondon } from '../../../platform/clock.ts'
import type { Command, CommandInput, ExitCode, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { findShippedFramework, SHIPPED_FRAMEWORKS } from '../framework/shipped.ts'
import { NEVER_ADDED } from '../present-valuation.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { type Pricing, preparePricing } from '../rules/pricing.ts'
import { readingWarnings, showOffers, valueOffers } from '../value-offers.ts'
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

/** The pricing of a shipped framework as of today; throws the sentence where there is no such framework. */
export const pricingOf = ({ services, options }: CommandInput): Pricing => {
  const id = typeof options.framework === 'string' ? options.framework : 'open'
  const framework = findShippedFramework(id)
  if (!framework)
    throw new Unusable(
      `There is no framework "${id}". There are: ${SHIPPED_FRAMEWORKS.map((known) => known.id).join(', ')}.`,
    )
  return preparePricing(framework, REFERENCE, todayInLondon(services.clock))
}

const refuse = (terminal: Terminal, faults: readonly string[]): ExitCode => {
  terminal.answer({ error: { code: 'not-usable-input', message: faults[0], faults } })
  for (const fault of faults) terminal.warn(fault)
  return 2
}

const valueCommand: Command = {
  name: 'value',
  needsNoDatabase: true,
  summary: 'Work out what a measure is worth, step by step (JSON on standard input)',
  usage: '[--file FILE]',
  minArgs: 0,
  maxArgs: 0,
  options: {
    file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
    framework: { type: 'string', description: 'which framework of measures: open (default) or ppn-026' },
  },
  examples: [
    `value --json <<< '{"measure":"com-volunteer","quantity":40,"assumptions":{"deadweight":{"share":0.25,"reason":"one day a year anyway"},"displacement":{"share":0,"reason":"no group lost helpers"},"attribution":{"share":0,"reason":"nobody else paid"}}}'`,
    'value --file offer.json',
  ],
  run: async (input) => {
    const { terminal } = input
    const pricing = pricingOf(input)
    const outcome = valueOffers(await readText(input), pricing)
    if (!outcome.ok) return refuse(terminal, outcome.faults)
    const { valued } = outcome
    terminal.answer(showOffers(valued, pricing))
    if (!terminal.isJson) {
      for (const { outcome: each, read } of valued.offers) {
        printOutcome(each, terminal)
        for (const warning of readingWarnings(read)) terminal.print(`  ! ${warning}`)
      }
      if (!valued.isSingle) printTotals(valued.totals, terminal)
      terminal.print(NEVER_ADDED)
    }
    return valued.offers.every(({ outcome: { kind } }) => kind === 'valued' || kind === 'scored') ? 0 : 1
  },
}

export const valueCommands: readonly Command[] = [valueCommand]
