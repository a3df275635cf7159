import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { placeAllPayees } from '../actions/place-payees.ts'
import { basisLine } from '../basis-words.ts'
import { readMoneyMap } from '../money-map.ts'
import { readAskedSlice } from '../slice-query.ts'

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
const pounds = (pence: number): string => `£${Math.round(pence / 100).toLocaleString('en-GB')}`

const mapCommand: Command = {
  name: 'spend map',
  summary: 'Show where the money goes: tiers of place, with what is not known',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: {
    organisation: { type: 'string', description: 'whose payments' },
    from: { type: 'string', description: 'first month, 2026-04' },
    to: { type: 'string', description: 'last month, 2027-03' },
    category: { type: 'string', description: 'one category, in the words of the files' },
    department: { type: 'string', description: 'one department' },
  },
  examples: [
    'spend map --organisation northmere-city-council',
    'spend map --organisation northmere-city-council --from 2026-04 --json',
  ],
  run: async ({ services, options, terminal }) => {
    const slice = readAskedSlice(
      Object.fromEntries(
        Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    )
    const map = await readMoneyMap(await actingForNamed(services, options.organisation), slice)
    terminal.answer(map)
    terminal.print(`${map.organisation}: ${pounds(map.basis.pence)}`)
    terminal.print(basisLine(map.basis))
    for (const tier of map.tiers)
      terminal.print(
        `  ${tier.label.padEnd(36)} ${pounds(tier.pence).padStart(16)} ${percent(tier.share).padStart(8)}`,
      )
    return 0
  },
}

const placeCommand: Command = {
  name: 'spend place',
  summary: 'Place all payees again, after registers, lookups or places changed',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {},
  examples: ['spend place'],
  run: async ({ services, terminal }) => {
    const placed = await placeAllPayees(services)
    terminal.answer(placed)
    terminal.print(`Placed ${placed.placed} of ${placed.payees} payees.`)
    return 0
  },
}

export const mapCommands: readonly Command[] = [mapCommand, placeCommand]
