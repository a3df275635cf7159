import { basename } from 'node:path'
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { importRegister } from '../actions/import-register.ts'
import { entriesText, numberText, reasonText, refusalText, rowsText } from '../messages.ts'
import { REGISTER_KINDS, type RegisterKind, type RegisterLoad, type RejectReason } from '../model.ts'
import { registerReport } from '../register-report.ts'
import type { ReadTally } from '../registers/read-register.ts'
import { recogniseRegister } from '../registers/recognise-register.ts'
import { deriveLoadProgress } from '../rules/load-progress.ts'

const textOption = (value: CommandInput['options'][string]): string =>
  typeof value === 'string' ? value : ''

const readKind = async (input: CommandInput): Promise<RegisterKind> => {
  const asked = textOption(input.options.kind)
  if (asked === '') {
    const path = input.args[0] ?? ''
    return recogniseRegister({ path, name: basename(path) })
  }
  const kind = REGISTER_KINDS.find((known) => known === asked)
  if (!kind) throw new Unusable(`--kind is one of: ${REGISTER_KINDS.join(', ')}. Left out, the header tells.`)
  return kind
}

const readAsOf = (input: CommandInput): PlainDate | null => {
  const asked = textOption(input.options['as-of'])
  if (asked === '') return null
  const day = parsePlainDate(asked)
  if (!day) throw new Unusable('--as-of is a day such as 2026-11-01.')
  return day
}

const progressText = (tally: Readonly<ReadTally>): string => {
  const { percent } = deriveLoadProgress({ ...tally, state: 'loading', touchedAt: new Date(0) }, new Date(0))
  return `${percent ?? 0}% read, ${numberText(tally.rowsRead)} rows, ${numberText(tally.rowsRejected)} not taken`
}

const printLoad = (input: CommandInput, name: string, load: RegisterLoad): void => {
  const { print } = input.terminal
  print(`${name}, as of ${load.asOf}`)
  print(
    `  ${rowsText(load.rowsRead)} = ${entriesText(load.rowsLoaded)} + ${numberText(load.rowsRejected)} not taken`,
  )
  for (const [reason, rows] of Object.entries(load.rejectedByReason)) {
    print(`  ! ${rowsText(rows ?? 0)}: ${reasonText(reason as RejectReason)}`)
  }
  for (const note of load.notes) print(`  ! ${note}`)
  if (load.rowsRejected > 0) print(`  goldthread register show "${name}" lists the rows that were not taken`)
}

const run = async (input: CommandInput): Promise<ExitCode> => {
  const ctx = actingAs(input.services, { kind: 'command' }, null)
  const asOf = readAsOf(input)
  const files = input.args.map((path) => ({ path, name: basename(path) }))
  const kind = await readKind(input)
  const request = {
    kind,
    asOf,
    files,
    name: textOption(input.options.name),
    source: textOption(input.options.source),
    licence: textOption(input.options.licence),
    mayShrink: input.options.smaller === true,
  }
  const imported = await importRegister(ctx, request, (tally) => input.terminal.progress(progressText(tally)))
  input.terminal.progress('')
  if (!imported.ok) throw new Unusable(refusalText(imported.refusal))
  const register = imported.value
  input.terminal.answer(registerReport(register, ctx.clock))
  if (register.current) printLoad(input, register.name, register.current)
  return 0
}

export const importRegisterCommand: Command = {
  name: 'register import',
  summary: 'Load a register of companies, charities or societies, or another list with numbers and names',
  usage: 'FILE… [--kind KIND] [--name NAME] [--as-of YYYY-MM-DD]',
  minArgs: 1,
  maxArgs: 500,
  options: {
    kind: { type: 'string', description: `${REGISTER_KINDS.join(', ')}; left out, the header tells` },
    name: { type: 'string', description: 'what to call it; a register of the same name is replaced' },
    'as-of': { type: 'string', description: 'the day it stands for; left out, the file name may tell' },
    source: { type: 'string', description: 'who publishes it' },
    licence: { type: 'string', description: 'on what terms it may be used' },
    smaller: { type: 'boolean', description: 'take it although it has less than half of the entries in use' },
  },
  examples: [
    'register import BasicCompanyData-2026-11-01-part*_7.zip',
    'register import publicextract.charity.zip --as-of 2026-11-20',
    'register import SocietyList.csv --kind mutuals --as-of 2026-11-20',
    'register import approved.csv --kind plain --name "Approved suppliers" --as-of 2026-04-01 --json',
  ],
  run,
}
