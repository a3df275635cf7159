import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { actingForNamed } from '#identity'
import { type PlainDate, parsePlainDate } from '../../kernel/plain-date.ts'
import type { Command, CommandInput } from '../../platform/command.ts'
import { type Context, today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { formatPence } from '../../platform/views/views.ts'
import { awardCommands } from './award-commands.ts'
import { writeCommands } from './contract-writes.ts'
import { importFile } from './import-file.ts'
import { lifeCommands } from './life-commands.ts'
import {
  COMMITMENT_NAMES,
  findingSentence,
  SPEND_WORDS,
  suppliersWords,
  TERM_NAMES,
  termWords,
} from './messages.ts'
import { readContract } from './read-contract.ts'
import { readLife } from './read-life.ts'
import { narrowRegister, readRegisterOn } from './register-list.ts'
import { contractJson, registerRowJson } from './report.ts'
import { findContractByReference } from './store/contracts.ts'
import type { ContractsTables } from './tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose contracts they are' } } as const
const ON = {
  on: { type: 'string', description: 'as they stood on a day, 2026-03-31; today without it' },
} as const

const dayOf = ({ options }: CommandInput, ctx: Context): PlainDate => {
  if (options.on === undefined) return today(ctx)
  const text = String(options.on)
  const day = parsePlainDate(text)
  if (!day) throw new Unusable(`"${text}" is not a day. Write it as 2026-03-31.`)
  return day
}

const listCommand: Command = {
  name: 'contracts list',
  summary: 'List the contract register as it stood on a day',
  usage: '[WORDS…] --organisation NAME',
  minArgs: 0,
  maxArgs: 20,
  options: { ...ORGANISATION, ...ON },
  examples: [
    'contracts list --organisation "Northmere City Council"',
    'contracts list cleaning --organisation "Northmere City Council" --on 2025-03-31 --json',
  ],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const on = dayOf(input, ctx)
    const { terminal } = input
    const rows = await inReading(ctx, (db: Reader<ContractsTables>) => readRegisterOn(db, on))
    const found = narrowRegister(rows, { search: input.args.join(' '), state: null, department: null })
    terminal.answer({ on, contracts: found.map(registerRowJson) })
    for (const { reference, title, supplierName, valuePence, state } of found) {
      const value = valuePence === null ? 'value not said' : formatPence(valuePence)
      terminal.print(`${reference.padEnd(14)} ${title}`)
      terminal.print(`${''.padEnd(14)} ${supplierName}; ${value}; ${TERM_NAMES[state].toLowerCase()}`)
    }
    terminal.warn(`${found.length} of ${rows.length} contracts, as they stood on ${on}.`)
    return found.length > 0 ? 0 : 1
  },
}

const showCommand: Command = {
  name: 'contracts show',
  summary: 'Show one contract: term, payments, and what was promised and verified',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: { ...ORGANISATION, ...ON },
  examples: ['contracts show NC-0002 --organisation "Northmere City Council" --json'],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const on = dayOf(input, ctx)
    const reference = input.args[0] ?? ''
    const report = await inReading(ctx, async (db: Reader<ContractsTables>) => {
      const found = await findContractByReference(db, reference)
      return found && readContract(db, found.id, on)
    })
    if (!report) throw new Unusable(`There is no contract with the reference "${reference}".`)
    const { terminal } = input
    const { contract, spend } = report
    terminal.answer(contractJson(report))
    terminal.print(`${contract.title} (${contract.reference})`)
    terminal.print(
      `  ${suppliersWords(contract.supplierName, report.others.length)}; ${termWords(contract.startsOn, report.currentEnd)}`,
    )
    terminal.print(`  value ${contract.valuePence === null ? 'not said' : formatPence(contract.valuePence)}`)
    terminal.print(
      `  paid ${spend.paidPence === null ? 'not known' : formatPence(spend.paidPence)}. ${SPEND_WORDS[spend.how]}.`,
    )
    for (const { commitment, progress } of report.commitments)
      terminal.print(
        `  ${commitment.title}: ${progress.verified} of ${progress.promised} ${commitment.unit} verified; ${COMMITMENT_NAMES[progress.state].toLowerCase()}`,
      )
    for (const { title, quantity, unit, verifiedQuantity } of report.unplanned)
      terminal.print(
        `  beyond what was promised: ${title}, ${quantity} ${unit}, ${verifiedQuantity ?? 'nothing'} verified`,
      )
    return 0
  },
}

const MOST_BYTES = 10 * 1024 ** 2

const importCommand: Command = {
  name: 'contracts import',
  summary: 'Import a contract register from CSV or XLSX: all rows, or none',
  usage: 'FILE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    'leave-out': { type: 'boolean', description: 'leave out rows that cannot be used, and import the rest' },
  },
  examples: ['contracts import register.csv --organisation "Northmere City Council" --leave-out --json'],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const path = input.args[0] ?? ''
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new Unusable(`There is no file ${path}.`)
    if (found.size > MOST_BYTES) throw new Unusable('The file is larger than 10 MB. Split it.')
    const file = { name: basename(path), content: await readFile(path) }
    const outcome = await importFile(ctx, file, input.options['leave-out'] === true)
    const { terminal } = input
    if (!outcome.ok) {
      terminal.answer({ added: 0, changed: 0, same: 0, errors: outcome.sentences })
      for (const sentence of outcome.sentences) terminal.warn(sentence)
      terminal.warn('Nothing was imported.')
      return 1
    }
    const { imported, leftOut, notes, lists, columns } = outcome
    const sentences = { leftOut: leftOut.map(findingSentence), notes: notes.map(findingSentence) }
    terminal.answer({ ...imported, ...sentences, lists, columns })
    for (const sentence of [...sentences.leftOut, ...sentences.notes]) terminal.warn(sentence)
    if (lists !== null) terminal.print(lists)
    terminal.print(
      `${imported.added} new, ${imported.changed} brought up to date, ${imported.same} as they were; ${leftOut.length} rows had something that cannot be used.`,
    )
    return leftOut.length > 0 ? 1 : 0
  },
}

const lifeCommand: Command = {
  name: 'contracts life',
  summary: 'Show indicators, reviews and changes of one contract',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['contracts life NC-0001 --organisation "Northmere City Council" --json'],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const reference = args[0] ?? ''
    const life = await inReading(ctx, async (db: Reader<ContractsTables>) => {
      const found = await findContractByReference(db, reference)
      return found && readLife(db, found.id)
    })
    if (!life) throw new Unusable(`There is no contract with the reference "${reference}".`)
    terminal.answer(life)
    for (const { title, assessments, nextDueOn } of life.indicators)
      terminal.print(
        `indicator ${title}: ${assessments.at(-1)?.rating ?? 'not assessed'}, next by ${nextDueOn ?? 'no day'}`,
      )
    for (const { title, plannedOn, heldOn } of life.reviews)
      terminal.print(`review ${title}: ${heldOn === null ? `planned for ${plannedOn}` : `held on ${heldOn}`}`)
    for (const { title, status, madeOn } of life.changes)
      terminal.print(`change ${title}: ${status}${madeOn === null ? '' : `, holds from ${madeOn}`}`)
    return 0
  },
}

export const commands: readonly Command[] = [
  listCommand,
  showCommand,
  lifeCommand,
  importCommand,
  ...awardCommands,
  ...lifeCommands,
  ...writeCommands,
]
