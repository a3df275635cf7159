import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createOrganisation, findOrganisationByName } from '#identity'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { chooseOverlap, undoImport } from '../actions/count-import.ts'
import { rememberLayout } from '../actions/hand-in-file.ts'
import { type ImportOutcome, importFile } from '../actions/import-file.ts'
import { importReport } from '../import-report.ts'
import { LAYOUT_OPTIONS, readLayoutOptions } from '../layout-options.ts'
import { refusalSentence } from '../messages.ts'
import { OVERLAP_CHOICES, type OverlapChoice } from '../model.ts'
import { listImports } from '../store/imports.ts'
import type { SpendTables } from '../tables.ts'

type Acting = Context & { readonly authorityId: string; readonly organisation: string }

const ORGANISATION = { organisation: { type: 'string', description: 'whose payments these are' } } as const

const actor = { kind: 'command' } as const

/** The context of a command for the organisation it names. An import makes one that is not known yet. */
const actFor = async (
  input: CommandInput,
  mayCreate: boolean,
): Promise<{ ctx: Acting; wasCreated: boolean }> => {
  const name = input.options.organisation
  if (typeof name !== 'string' || name.trim() === '')
    throw new Unusable('Name the organisation: --organisation "Northmere City Council".')
  const anyone = actingAs(input.services, actor, null)
  const known = await inReading(anyone, (db) => findOrganisationByName(db as never, name.trim()))
  if (known)
    return {
      ctx: { ...actingAs(input.services, actor, known.id), authorityId: known.id, organisation: known.name },
      wasCreated: false,
    }
  if (!mayCreate)
    throw new Unusable(
      `There is no organisation "${name}". goldthread organisation list shows those there are.`,
    )
  const made = await createOrganisation(anyone, { name: name.trim(), kind: 'council', isAuthority: true })
  if (!made.ok) throw new Unusable(`The organisation "${name}" cannot be made: ${made.refusal}.`)
  return {
    ctx: {
      ...actingAs(input.services, actor, made.value.id),
      authorityId: made.value.id,
      organisation: made.value.name,
    },
    wasCreated: true,
  }
}

const readChoice = (value: unknown): OverlapChoice | null => {
  if (value === undefined || value === 'ask') return null
  const choice = OVERLAP_CHOICES.find((known) => known === value)
  if (!choice) throw new Unusable('--overlap is one of: ask, skip, keep, cancel.')
  return choice
}

const store = async (input: CommandInput, path: string) => {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Unusable(`There is no file ${path}.`)
  if (!found.isFile()) throw new Unusable(`${path} is a folder, not a file.`)
  const stored = await input.services.files
    .put(createReadStream(path))
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') throw new Unusable(`The file ${path} may not be read by this account.`)
      throw error
    })
  return { ...stored, path: input.services.files.localPath(stored.hash), name: basename(path) }
}

const answerOutcome = (
  input: CommandInput,
  ctx: Acting,
  outcome: ImportOutcome,
  notes: { code: string; message: string }[],
): ExitCode => {
  const { terminal } = input
  if (outcome.kind === 'unreadable') {
    terminal.answer({ error: { code: outcome.problem.code, message: outcome.problem.message } })
    terminal.warn(outcome.problem.message)
    return 1
  }
  const again =
    outcome.kind === 'already-counted'
      ? [
          {
            code: 'already-imported',
            message: `This file was imported before, as ${outcome.record.file_name}; nothing was added.`,
          },
        ]
      : []
  const report = importReport(outcome.record, ctx.organisation)
  const full = { ...report, warnings: [...notes, ...again, ...report.warnings] }
  terminal.answer(full)
  const pounds = (pence: number) =>
    `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
  terminal.print(`${full.file}: ${full.status}`)
  terminal.print(
    `  ${full.rows.source.toLocaleString('en-GB')} rows = ${full.rows.payments.toLocaleString('en-GB')} payments + ${full.rows.other.toLocaleString('en-GB')} other rows + ${full.rows.rejected.toLocaleString('en-GB')} rejected`,
  )
  terminal.print(
    `  ${pounds(full.pence.payments)} counted, ${pounds(full.pence.rejected)} on rejected rows${full.pence.printedTotal === null ? '' : `, ${pounds(full.pence.printedTotal)} printed as the file's own total`}`,
  )
  if (full.period) terminal.print(`  from ${full.period.from} to ${full.period.to}`)
  for (const [role, column] of Object.entries(full.layout?.columns ?? {}))
    terminal.print(`  ${role.padEnd(18)} ${column}`)
  for (const warning of full.warnings) terminal.print(`  ! ${warning.message}`)
  if (full.status === 'overlapping')
    terminal.print(
      `  ! Choose what becomes of the shared payments: goldthread spend choose ${full.id} skip|keep|cancel --organisation "${ctx.organisation}"`,
    )
  terminal.print(`  id ${full.id}`)
  return full.status === 'counted' ? 0 : 1
}

const runImport = async (input: CommandInput): Promise<ExitCode> => {
  const correction = readLayoutOptions(input.options)
  const choice = readChoice(input.options.overlap)
  const file = await store(input, input.args[0] ?? '')
  const { ctx, wasCreated } = await actFor(input, true)
  const request = { authorityId: ctx.authorityId, importId: newId(), file, correction, choice }
  let shownAt = 0
  const outcome = await importFile(ctx, request, (rows) => {
    if (Date.now() - shownAt < 100) return
    shownAt = Date.now()
    input.terminal.progress(`${rows.toLocaleString('en-GB')} rows read`)
  })
  input.terminal.progress('')
  if (correction && outcome.kind === 'read')
    await rememberLayout(ctx, outcome.record.signature ?? '', correction)
  const notes = wasCreated
    ? [
        {
          code: 'organisation-created',
          message: `The organisation "${ctx.organisation}" was not known and has been made.`,
        },
      ]
    : []
  return answerOutcome(input, ctx, outcome, notes)
}

const importCommand: Command = {
  name: 'spend import',
  summary: "Read a council's payment file, whatever its layout, and count it",
  usage: 'FILE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    overlap: {
      type: 'string',
      description: 'payments that other files hold too: ask (default), skip, keep or cancel',
    },
    ...LAYOUT_OPTIONS,
  },
  examples: [
    'spend import payments-2026-04.csv --organisation "Northmere City Council"',
    'spend import ledger.xlsx --organisation "Northmere City Council" --json',
    'spend import odd.csv --organisation "Northmere City Council" --header-row 4 --column date="Paid on" --column amount=F',
  ],
  run: runImport,
}

const chooseCommand: Command = {
  name: 'spend choose',
  summary: 'Say what becomes of the payments that a file shares with others',
  usage: 'ID skip|keep|cancel --organisation NAME',
  minArgs: 2,
  maxArgs: 2,
  options: ORGANISATION,
  examples: ['spend choose 0199a1d2-… skip --organisation "Northmere City Council"'],
  run: async (input) => {
    const { ctx } = await actFor(input, false)
    const choice = readChoice(input.args[1])
    if (choice === null) throw new Unusable('Choose skip, keep or cancel.')
    const decision = await chooseOverlap(ctx, input.args[0] ?? '', choice)
    if (!decision.ok) throw new Unusable(refusalSentence(decision.refusal))
    input.terminal.answer(importReport(decision.value, ctx.organisation))
    input.terminal.print(`${decision.value.file_name}: ${decision.value.status}`)
    return 0
  },
}

const undoCommand: Command = {
  name: 'spend undo',
  summary: 'Take a file out of every figure',
  usage: 'ID --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['spend undo 0199a1d2-… --organisation "Northmere City Council"'],
  run: async (input) => {
    const { ctx } = await actFor(input, false)
    const decision = await undoImport(ctx, input.args[0] ?? '')
    if (!decision.ok) throw new Unusable(refusalSentence(decision.refusal))
    input.terminal.answer(importReport(decision.value, ctx.organisation))
    input.terminal.print(`${decision.value.file_name} no longer counts.`)
    return 0
  },
}

const listCommand: Command = {
  name: 'spend list',
  summary: "List an organisation's payment files",
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['spend list --organisation "Northmere City Council"'],
  run: async (input) => {
    const { ctx } = await actFor(input, false)
    const records = await inReading<SpendTables, Awaited<ReturnType<typeof listImports>>>(ctx, listImports)
    input.terminal.answer(records.map((record) => importReport(record, ctx.organisation)))
    for (const record of records)
      input.terminal.print(
        `${record.id}  ${record.status.padEnd(11)} ${String(record.rows_payments).padStart(9)} payments  ${record.file_name}`,
      )
    if (records.length === 0)
      input.terminal.print('No payment file yet. goldthread spend import FILE reads one.')
    return 0
  },
}

export const importCommands: readonly Command[] = [importCommand, chooseCommand, undoCommand, listCommand]
