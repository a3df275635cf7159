import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { describeAsk } from '../describe-ask.ts'
import { plainAsk } from '../messages/plain-ask.ts'
import { purchaseNamed } from '../named-purchase.ts'
import { readAsk } from '../read-ask.ts'
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
    const { id } = await purchaseNamed(ctx, input.args[0] ?? '')
    const seen = await inReading(ctx, (db: Reader<ProcurementTables>) => readAsk(db, id, today(ctx)))
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
