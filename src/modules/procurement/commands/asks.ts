import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { describeAsk } from '../describe-ask.ts'
import { plainAsk } from '../messages/plain-ask.ts'
import { readAsk } from '../read-ask.ts'
import { findPurchaseByNumber } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { ORGANISATION } from './pipeline.ts'

const showCommand: Command = {
  name: 'asks show',
  summary: 'Show what a purchase asks for, in plain words, and what is missing',
  usage: 'P-NUMBER --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['asks show P-12 --organisation "Northmere City Council" --json'],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const number = /^(?:P-)?(\d{1,9})$/i.exec(input.args[0] ?? '')?.[1]
    if (!number) throw new Unusable('Name the purchase by its number, such as P-12.')
    const seen = await inReading(ctx, async (db: Reader<ProcurementTables>) => {
      const purchase = await findPurchaseByNumber(db, Number(number))
      return purchase && readAsk(db, purchase.id, today(ctx))
    })
    if (!seen) throw new Unusable(`There is no purchase P-${number}.`)
    const { terminal } = input
    const told = describeAsk(seen)
    terminal.answer(told)
    for (const { heading, sentences } of plainAsk(
      seen.purchase.title,
      seen.purchase.purpose,
      seen.content,
      seen.contract,
    )) {
      terminal.print(heading)
      for (const sentence of sentences) terminal.print(`  ${sentence}`)
    }
    for (const { sentence } of told.missing) terminal.warn(sentence)
    return 0
  },
}

export const askCommands: readonly Command[] = [showCommand]
