import { readFile } from 'node:fs/promises'
import { todayInLondon } from '../../../platform/clock.ts'
import type { Command, CommandInput, ExitCode, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { findShippedFramework, SHIPPED_FRAMEWORKS } from '../framework/shipped.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { NEVER_ADDED, showFramework, showNotices, showOutcome, showTotals } from '../present-valuation.ts'
import type { ReadItem } from '../reading/read-item.ts'
import { readValueInput } from '../reading/read-value-input.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { nearestCodes } from '../rules/nearest-codes.ts'
import { type Pricing, preparePricing } from '../rules/pricing.ts'
import { type ItemOutcome, type ItemRequest, type ValuedItems, valueItems } from '../rules/value-items.ts'
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

const unknownMeasure = (key: string, code: string, pricing: Pricing): ItemOutcome => {
  const near = nearestCodes(code, [...pricing.measures.keys()]).join(', ')
  return {
    kind: 'refused',
    key,
    refusals: [{ code: 'unknown-measure', facts: { code: code.slice(0, 60), near } }],
  }
}

const valueAll = (items: readonly ReadItem[], pricing: Pricing): ValuedItems => {
  const known = items
    .map(({ item }) => item)
    .filter((item): item is ItemRequest => item.kind !== 'unknown-measure')
  const valued = valueItems(known, pricing)
  if (known.length === items.length) return valued
  const byKey = new Map(
    valued.outcomes.map((outcome) => [
      outcome.kind === 'valued' ? outcome.valuation.key : outcome.key,
      outcome,
    ]),
  )
  const outcomes = items.map(({ item }) =>
    item.kind === 'unknown-measure'
      ? unknownMeasure(item.key, item.code, pricing)
      : byKey.get(item.request.key),
  )
  return { outcomes: outcomes.filter((outcome) => outcome !== undefined), totals: null }
}

const readingNotices = ({ notUsed, isOwn, ownSource }: ReadItem) => [
  ...notUsed.map((field) => ({ code: 'field-not-used', facts: { field } })),
  ...(isOwn ? [{ code: 'own-measure', facts: {} }] : []),
  ...(isOwn && !ownSource ? [{ code: 'own-without-source', facts: {} }] : []),
]

const withNotices = (shown: ReturnType<typeof showOutcome>, read: ReadItem) => {
  const source = read.ownSource === null ? {} : { statedSource: read.ownSource }
  return {
    ...shown,
    ...source,
    warnings: [...showNotices(readingNotices(read)), ...('warnings' in shown ? shown.warnings : [])],
  }
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
    const read = readValueInput(await readText(input), pricing)
    if (!read.ok) return refuse(terminal, read.faults)
    const { items, isSingle } = read.batch
    const { outcomes, totals } = valueAll(items, pricing)
    const shown = outcomes.map((outcome, index) =>
      withNotices(showOutcome(outcome, pricing), items[index] as ReadItem),
    )
    const framework = { framework: showFramework(pricing.framework) }
    const together = {
      result: totals ? showTotals(totals) : null,
      notices: totals ? showNotices(totals.notices) : [],
      note: NEVER_ADDED,
    }
    terminal.answer(
      isSingle
        ? { ...shown[0], ...framework, note: NEVER_ADDED }
        : { items: shown, ...together, ...framework },
    )
    if (!terminal.isJson) {
      for (const [index, outcome] of outcomes.entries()) {
        printOutcome(outcome, terminal)
        for (const notice of readingNotices(items[index] as ReadItem))
          terminal.print(`  ! ${warningSentence(notice)}`)
      }
      if (!isSingle) printTotals(totals, terminal)
      terminal.print(NEVER_ADDED)
    }
    return outcomes.every(({ kind }) => kind === 'valued' || kind === 'scored') ? 0 : 1
  },
}

export const valueCommands: readonly Command[] = [valueCommand]
