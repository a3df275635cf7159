import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { actingForNamed } from '#identity'
import type { Command, CommandInput } from '../../platform/command.ts'
import type { Reader } from '../../platform/database.ts'
import { Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { finishAward } from './actions/award.ts'
import { describeEvaluation, evaluationJson } from './describe-evaluation.ts'
import { packZip, readPack } from './evidence-pack.ts'
import { refusalSentence, STAGE_NAMES } from './messages.ts'
import { findByReference, listEvaluations } from './store/evaluations.ts'
import type { EvaluationTables } from './tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose evaluations they are' } } as const

const named = async (input: CommandInput) => {
  const ctx = await actingForNamed(input.services, input.options.organisation)
  const reference = input.args[0] ?? ''
  const evaluation = await inReading(ctx, (db: Reader<EvaluationTables>) => findByReference(db, reference))
  if (!evaluation) throw new Unusable(`There is no evaluation of a tender with the reference "${reference}".`)
  return { ctx, evaluation }
}

const listCommand: Command = {
  name: 'evaluation list',
  summary: 'List evaluations and how far they are',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['evaluation list --organisation "Northmere City Council" --json'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const found = await inReading(ctx, (db: Reader<EvaluationTables>) => listEvaluations(db))
    terminal.answer({ evaluations: found.map(evaluationJson) })
    for (const one of found)
      terminal.print(`${one.reference.padEnd(24)} ${STAGE_NAMES[one.stage].padEnd(22)} ${one.title}`)
    return found.length > 0 ? 0 : 1
  },
}

const showCommand: Command = {
  name: 'evaluation show',
  summary: 'Show one evaluation: panel, bids, and once all scores are in the rest',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['evaluation show northmere-2026-003 --organisation "Northmere City Council" --json'],
  run: async (input) => {
    const { ctx, evaluation } = await named(input)
    const { terminal } = input
    const found = await inReading(ctx, (db: Reader<EvaluationTables>) =>
      describeEvaluation(db, evaluation.id, ctx),
    )
    terminal.answer(found)
    terminal.print(`${found.title} (${found.reference}): ${STAGE_NAMES[found.stage]}`)
    for (const { name, scoresGiven, hasHandedIn } of found.panel)
      terminal.print(`  ${name}: ${hasHandedIn ? 'handed in' : `${scoresGiven} scores so far`}`)
    for (const { lot, letter, bidder } of found.bids)
      terminal.print(`  lot ${lot}, Bidder ${letter}: ${bidder ?? 'not shown yet'}`)
    for (const award of found.awards)
      terminal.print(
        `  awarded, lot ${award.lot}: ${award.supplierName}${award.signedOn ? '' : ' (not final)'}`,
      )
    return 0
  },
}

const awardCommand: Command = {
  name: 'evaluation award',
  summary: 'Make an announced award final, once the standstill has passed',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['evaluation award northmere-2026-003 --organisation "Northmere City Council"'],
  run: async (input) => {
    const { ctx, evaluation } = await named(input)
    const outcome = await finishAward(ctx, evaluation.id)
    input.terminal.answer(outcome)
    if (outcome.ok) input.terminal.print(`The award of ${evaluation.reference} is final.`)
    else input.terminal.warn(refusalSentence(outcome))
    return outcome.ok ? 0 : 1
  },
}

const packCommand: Command = {
  name: 'evaluation pack',
  summary: 'Write the evidence pack of a whole purchase as a ZIP',
  usage: 'REFERENCE FILE --organisation NAME',
  minArgs: 2,
  maxArgs: 2,
  options: ORGANISATION,
  examples: ['evaluation pack northmere-2026-003 evidence.zip --organisation "Northmere City Council"'],
  run: async (input) => {
    const { ctx, evaluation } = await named(input)
    const file = input.args[1] ?? ''
    const pack = await inReading(ctx, (db: Reader<EvaluationTables>) => readPack(db, evaluation))
    await pipeline(packZip(evaluation, pack, ctx.files), createWriteStream(file, { flags: 'wx' })).catch(
      (error: Error) => {
        throw new Unusable(`${file} cannot be written: ${error.message}`)
      },
    )
    const { parts } = pack
    const rows = parts.reduce((sum, part) => sum + part.rows.length, 0)
    input.terminal.answer({ file, parts: parts.length, rows })
    input.terminal.print(`${file}: ${parts.length} parts, ${rows} rows.`)
    return 0
  },
}

export const commands: readonly Command[] = [listCommand, showCommand, awardCommand, packCommand]
