import type { Command, CommandInput } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { removeRegister } from '../actions/remove-register.ts'
import {
  ENTRY_STATUS_TEXT,
  entriesText,
  numberText,
  reasonText,
  refusalText,
  SUPPLIER_KIND_TEXT,
  SUPPLIER_SIZE_TEXT,
} from '../messages.ts'
import { REJECTS_KEPT, type Register } from '../model.ts'
import { registerReport } from '../register-report.ts'
import { deriveLoadProgress } from '../rules/load-progress.ts'
import { findRegister, findRegisterByName, listRegisters, listRejects } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>

const contextOf = (input: CommandInput): Context => actingAs(input.services, { kind: 'command' }, null)

/** The register of this name or id, or the sentence that says there is none. */
const named = async (input: CommandInput): Promise<Register> => {
  const [asked = ''] = input.args
  const register = await inReading(
    contextOf(input),
    async (db: Db) => (await findRegister(db, asked)) ?? findRegisterByName(db, asked),
  )
  if (!register)
    throw new Unusable(`There is no register "${asked}". goldthread register list shows those there are.`)
  return register
}

/** What becomes of the newest import, where it is not the edition in use. */
const newestText = ({ current, latest }: Register, now: Date): string => {
  if (!latest || latest.loadId === current?.loadId) return ''
  const { state, percent } = deriveLoadProgress(latest, now)
  if (state === 'failed') return '  ! the newest import failed'
  const far = percent === null ? '' : ` at ${percent}%`
  return state === 'stopped'
    ? `  ! the newest import stopped${far}; import it again`
    : `  newest import: ${state}${far}`
}

const stateText = (register: Register, now: Date): string => {
  const { current, latest } = register
  if (!current && latest?.problem) return latest.problem
  const inUse = current ? `${entriesText(current.rowsLoaded)} as of ${current.asOf}` : 'not loaded yet'
  return `${inUse}${newestText(register, now)}`
}

const list: Command = {
  name: 'register list',
  summary: 'List the registers that payees are looked up in',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {},
  examples: ['register list', 'register list --json'],
  run: async (input) => {
    const registers = await inReading(contextOf(input), (db: Db) => listRegisters(db))
    const reports = registers.map((register) => registerReport(register, input.services.clock))
    input.terminal.answer({ registers: reports })
    for (const [at, register] of registers.entries()) {
      const age = reports[at]?.isOutOfDate ? '  ! more than a year old' : ''
      input.terminal.print(
        `${register.name.padEnd(32)} ${stateText(register, input.services.clock.now())}${age}`,
      )
    }
    if (registers.length === 0)
      input.terminal.print('No register is loaded. goldthread register import FILE loads one.')
    return 0
  },
}

const show: Command = {
  name: 'register show',
  summary: 'Show what a register holds and which rows were not taken',
  usage: 'NAME',
  minArgs: 1,
  maxArgs: 1,
  options: { rejected: { type: 'string', description: 'how many rows that were not taken to show (20)' } },
  examples: ['register show "Companies House"', 'register show "Companies House" --rejected 1000 --json'],
  run: async (input) => {
    const register = await named(input)
    const load = register.latest ?? register.current
    const asked = Number(input.options.rejected ?? 20)
    if (!Number.isInteger(asked) || asked < 0) throw new Unusable('--rejected is a whole number.')
    const limit = Math.min(REJECTS_KEPT, asked)
    const rejects = load ? await inReading(contextOf(input), (db: Db) => listRejects(db, load, limit)) : []
    input.terminal.answer({ ...registerReport(register, input.services.clock), rejectedRows: rejects })
    input.terminal.print(`${register.name}: ${stateText(register, input.services.clock.now())}`)
    if (load) input.terminal.print(`  ${load.source}; ${load.licence}`)
    for (const { kind, size, status, entries } of register.current?.figures ?? []) {
      const words = [
        SUPPLIER_KIND_TEXT[kind],
        size && SUPPLIER_SIZE_TEXT[size],
        ENTRY_STATUS_TEXT[status],
      ].filter(Boolean)
      input.terminal.print(`  ${numberText(entries).padStart(11)}  ${words.join(', ')}`)
    }
    if (load?.problem) input.terminal.print(`  ! the newest import failed: ${load.problem}`)
    for (const reject of rejects)
      input.terminal.print(
        `  ! ${reject.file} row ${reject.row}: ${reasonText(reject.reason)}: ${reject.extract}`,
      )
    return 0
  },
}

const remove: Command = {
  name: 'register remove',
  summary: 'Remove a register with all its entries',
  usage: 'NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {},
  examples: ['register remove "Approved suppliers"'],
  run: async (input) => {
    const register = await named(input)
    const removed = await removeRegister(contextOf(input), register.registerId)
    if (!removed.ok) throw new Unusable(refusalText(removed.refusal))
    input.terminal.answer({ removed: registerReport(register, input.services.clock) })
    input.terminal.print(`${register.name} is removed.`)
    return 0
  },
}

export const readRegisterCommands: readonly Command[] = [list, show, remove]
