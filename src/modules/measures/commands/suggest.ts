import type { Command } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { suggestionReason } from '../messages/suggest-words.ts'
import { proportionWords } from '../messages/warning-words.ts'
import { CONTRACT_KINDS } from '../model.ts'
import { PROPORTION_BANDS } from '../reference/proportion-bands.ts'
import { readDecimal, toPence } from '../rules/exact.ts'
import { proportionateAsk } from '../rules/proportionality.ts'
import { suggestFor } from '../rules/suggest-for.ts'
import { read } from '../seen.ts'
import { readFramework } from '../store/local-frameworks.ts'
import { contextOf, ORGANISATION_OPTION, textOption } from './frameworks.ts'

const suggestCommand: Command = {
  name: 'measures suggest',
  summary: 'Find the measures that serve what matters to you, with why',
  usage: 'TEXT',
  minArgs: 1,
  maxArgs: 1,
  options: {
    framework: { type: 'string', description: 'which framework: open (default), or another' },
    ward: { type: 'string', description: 'area code of the ward whose weights count' },
    organisation: ORGANISATION_OPTION,
  },
  examples: ['measures suggest "young people in work, and less waste"'],
  run: async (input) => {
    const [text = ''] = input.args
    const ward = textOption(input, 'ward')
    const local = await read(await contextOf(input), (db) =>
      readFramework(db, textOption(input, 'framework') || 'open'),
    )
    const targets = [
      { kind: 'priority' as const, id: text },
      ...(ward === '' ? [] : [{ kind: 'ward' as const, id: ward }]),
    ]
    const found = suggestFor(local, { title: text, text: '', outcomes: [] }, targets)
    const { terminal } = input
    terminal.answer({
      suggestions: found.map(({ measure, strength, weight, because }) => ({
        measure: measure.code,
        name: measure.name,
        strength,
        weight,
        because: because.map(suggestionReason),
      })),
    })
    for (const { measure, because, weight } of found)
      terminal.print(
        `${measure.code.padEnd(26)} ${measure.name}${weight === 1 ? '' : ` (× ${weight})`}\n    ${because.map(suggestionReason).join(' ')}`,
      )
    if (found.length === 0)
      terminal.warn('No outcome of this framework has these words. Say it in other words.')
    return found.length > 0 ? 0 : 1
  },
}

const proportionCommand: Command = {
  name: 'measures proportion',
  needsNoDatabase: true,
  summary:
    'How many measures suit a contract of this value, length and kind, and why (a suggestion, not law)',
  usage: 'POUNDS MONTHS KIND',
  minArgs: 3,
  maxArgs: 3,
  options: {
    small: { type: 'boolean', description: 'small firms and charities are meant to be able to win it' },
  },
  examples: ['measures proportion 250000 24 services --small'],
  run: async ({ args, options, terminal }) => {
    const [pounds = '', months = '', given = ''] = args
    const value = readDecimal(pounds)
    if (!value?.gte(0) || value.gt('1e12')) throw new Unusable('POUNDS is an amount such as 250000.')
    if (!/^\d{1,3}$/.test(months) || Number(months) === 0)
      throw new Unusable('MONTHS is a whole number from 1 to 999.')
    const kind = CONTRACT_KINDS.find((known) => known === given)
    if (!kind) throw new Unusable(`KIND is one of: ${CONTRACT_KINDS.join(', ')}.`)
    const contract = {
      valuePence: Number(toPence(value)),
      months: Number(months),
      kind,
      isForSmallSuppliers: options.small === true,
    }
    const { min, max, indicators, reasons } = proportionateAsk(contract, PROPORTION_BANDS)
    terminal.answer({ min, max, indicators, reasons: reasons.map(proportionWords) })
    terminal.print(
      `${min === max ? max : `${min} to ${max}`} measures, ${indicators} followed in the contract`,
    )
    for (const reason of reasons) terminal.print(`  ${proportionWords(reason)}`)
    return 0
  },
}

export const suggestCommands: readonly Command[] = [suggestCommand, proportionCommand]
