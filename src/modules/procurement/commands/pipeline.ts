import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { type Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatPounds, formatShortDate } from '../../../platform/views/formatters.ts'
import { describePurchase } from '../describe-purchase.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { KIND_NAMES, numberWords, STAGE_NAMES } from '../messages/purchase-words.ts'
import type { Purchase } from '../model/purchase.ts'
import { wholeValue, wholeValueWithVat } from '../rules/purchase-value.ts'
import { findPurchase, findPurchaseByNumber, listPurchases } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'

export const ORGANISATION = {
  organisation: { type: 'string', description: 'whose purchases these are' },
} as const

const poundsOf = (pence: number | null): string => (pence === null ? 'not known' : formatPounds(pence))
const dayOf = (day: string | null): string => (day ? formatShortDate(day) : 'not known')

const list: Command = {
  name: 'pipeline list',
  summary: 'List the purchases of an organisation',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [
    'pipeline list --organisation "Northmere City Council"',
    'pipeline list --organisation "Northmere City Council" --json',
  ],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const purchases = await inReading<ProcurementTables, Purchase[]>(ctx, listPurchases)
    input.terminal.answer({ purchases: purchases.map(describePurchase) })
    for (const purchase of purchases)
      input.terminal.print(
        [
          numberWords(purchase.number).padEnd(6),
          STAGE_NAMES[purchase.stage].padEnd(22),
          poundsOf(wholeValue(purchase)).padStart(14),
          `  tender ${dayOf(purchase.tenderOn)}`.padEnd(24),
          purchase.title,
        ].join(''),
      )
    if (purchases.length === 0) input.terminal.print('There are no purchases yet.')
    return 0
  },
}

const findNamed = (ctx: Context, name: string): Promise<Purchase | undefined> =>
  inReading<ProcurementTables, Purchase | undefined>(ctx, async (db) => {
    if (isId(name)) return findPurchase(db, name)
    const number = /^(?:P-)?(\d{1,9})$/i.exec(name)?.[1]
    return number === undefined ? undefined : findPurchaseByNumber(db, Number(number))
  })

const show: Command = {
  name: 'pipeline show',
  summary: 'Show one purchase, with what the law says of it next',
  usage: 'NUMBER --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [
    'pipeline show P-3 --organisation "Northmere City Council"',
    'pipeline show 3 --organisation "Northmere City Council" --json',
  ],
  run: async (input) => {
    const [name = ''] = input.args
    const purchase = await findNamed(await actingForNamed(input.services, input.options.organisation), name)
    if (!purchase)
      throw new Unusable(`There is no purchase "${name}". goldthread pipeline list shows those there are.`)
    const law = explainPurchase(purchase)
    const { print, answer } = input.terminal
    answer({ purchase: describePurchase(purchase), law })
    print(`${numberWords(purchase.number)} ${purchase.title}: ${STAGE_NAMES[purchase.stage]}`)
    print(`  kind: ${purchase.kind ? KIND_NAMES[purchase.kind] : 'not known'}`)
    print(
      `  whole value: ${poundsOf(wholeValue(purchase))} without VAT, ${poundsOf(wholeValueWithVat(purchase))} with VAT`,
    )
    for (const { field, question } of law.questions) print(`  to answer: ${field}: ${question}`)
    for (const step of law.timetable)
      print(`  ${step.means} ${formatShortDate(step.date)}: ${step.title} (${step.provision})`)
    print(`\n${law.disclaimer}`)
    return 0
  },
}

export const pipelineCommands: readonly Command[] = [list, show]
