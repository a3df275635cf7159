import { actingForNamed } from '#identity'
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import type { Command } from '../../platform/command.ts'
import type { Reader } from '../../platform/database.ts'
import { Unusable } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { formatPence } from '../../platform/views/views.ts'
import { takingSentence } from './messages/awards.ts'
import { listWaitingAwards } from './read-awards.ts'
import type { ContractsTables } from './tables.ts'
import { takeAward } from './take-award.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose awards they are' } } as const

const dayIn = (text: unknown, option: string): PlainDate => {
  const day = parsePlainDate(String(text ?? ''))
  if (!day) throw new Unusable(`Say --${option} as a day, 2027-04-01.`)
  return day
}

const listCommand: Command = {
  name: 'contracts awards',
  summary: 'List final awards that no contract was made of',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['contracts awards --organisation "Northmere City Council" --json'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const awards = await inReading(ctx, (db: Reader<ContractsTables>) => listWaitingAwards(db))
    terminal.answer({ awards })
    for (const { id, title, supplierName, pricePence, signedOn } of awards) {
      const price = pricePence === null ? 'price not said' : formatPence(pricePence)
      terminal.print(`${id} ${title}: ${supplierName}, ${price}, final on ${signedOn}`)
    }
    if (awards.length === 0) terminal.warn('No award waits for a contract.')
    return 0
  },
}

const takeCommand: Command = {
  name: 'contracts take-award',
  summary: 'Make the contract of an award: supplier, price and promises are taken over as they were bid',
  usage: 'AWARD --organisation NAME --starts DAY --manager NAME [--ends DAY] [--reference TEXT]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    starts: { type: 'string', description: 'the first day, 2027-04-01' },
    ends: { type: 'string', description: 'the last day; without it the contract rolls on' },
    manager: { type: 'string', description: 'who manages it' },
    reference: { type: 'string', description: 'its reference; that of the tender without it' },
  },
  examples: [
    'contracts take-award 0199a1b2-… --organisation "Northmere City Council" --starts 2027-04-01 --ends 2029-03-31 --manager "Cass Manager"',
  ],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const [id = ''] = args
    if (!isId(id)) throw new Unusable(`"${id}" is no award. goldthread contracts awards lists them.`)
    const manager = String(options.manager ?? '').trim()
    if (manager === '') throw new Unusable('Say who manages it: --manager NAME.')
    const made = await takeAward(ctx, id, {
      startsOn: dayIn(options.starts, 'starts'),
      endsOn: options.ends === undefined ? null : dayIn(options.ends, 'ends'),
      manager,
      reference: options.reference === undefined ? undefined : String(options.reference).trim(),
    })
    terminal.answer(made.ok ? { contractId: made.value } : { contractId: null, refusal: made.refusal })
    if (made.ok) terminal.print(`The contract is in the register: ${ctx.siteUrl}/contracts/${made.value}`)
    else terminal.warn(`${takingSentence(made).message}.`)
    return made.ok ? 0 : 1
  },
}

/** `goldthread contracts awards` and `take-award`. */
export const awardCommands: readonly Command[] = [listCommand, takeCommand]
