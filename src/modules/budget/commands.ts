import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { actingForNamed, findAccount, type IdentityTables, listMembers, permissionsOf } from '#identity'
import {
  type FinancialYear,
  financialYearAfter,
  financialYearOf,
  readFinancialYear,
} from '../../kernel/financial-year.ts'
import type { Command, CommandInput } from '../../platform/command.ts'
import { actingAs, type Context, today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { prepareStatement, signStatement } from './actions/statements.ts'
import { lineName, showAmount } from './amounts.ts'
import { writeCommands } from './budget-writes.ts'
import { importLinesFile, importOthersFile } from './import-files.ts'
import { leftOutWords, NEVER_ONE_SUM, refusalSentence } from './messages.ts'
import type { BasisLine } from './model.ts'
import { readBudget } from './read-budget.ts'
import { budgetJson, statementJson } from './report.ts'
import { findSignedStatement, listOwnStatements } from './store/statements.ts'
import type { BudgetTables } from './tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose budget it is' } } as const
const YEAR = { year: { type: 'string', description: 'the financial year, 2026/27' } } as const
const AS = { as: { type: 'string', description: 'the e-mail address of the person who does it' } } as const

const yearOf = ({ options }: CommandInput, running: FinancialYear): FinancialYear => {
  if (options.year === undefined) return running
  const year = readFinancialYear(String(options.year))
  if (!year) throw new Unusable(`"${String(options.year)}" is not a financial year. Write 2026/27.`)
  return year
}

const neededYear = (input: CommandInput): FinancialYear => {
  if (input.options.year === undefined) throw new Unusable('Name the financial year: --year 2025/26.')
  return yearOf(input, '')
}

/** A person of the organisation who may do this: preparing and signing are done by two people, also from here. */
const actingAsPerson = async (
  input: CommandInput,
  permission: 'budget.manage' | 'budget.sign',
): Promise<Context> => {
  const ctx = await actingForNamed(input.services, input.options.organisation)
  const email = String(input.options.as ?? '')
  if (email === '') throw new Unusable('Name the person who does it: --as finance@council.example.')
  const member = await inReading(ctx, async (db: Reader<IdentityTables>) => {
    const account = await findAccount(db, email)
    const members = await listMembers(db, ctx.authorityId as Parameters<typeof listMembers>[1])
    return members.find(({ id, isDisabled }) => id === account?.personId && !isDisabled)
  })
  if (!member) throw new Unusable(`Nobody with the address "${email}" works for this organisation.`)
  if (!permissionsOf(member.roles).has(permission))
    throw new Unusable(
      `${member.name} may not ${permission === 'budget.sign' ? 'sign statements' : 'prepare statements'}.`,
    )
  return actingAs(input.services, { kind: 'person', personId: member.id }, ctx.authorityId)
}

const lineText = (line: BasisLine): string => {
  const amount = (value: number): string => showAmount(line.unit, value)
  return `  ${lineName(line).padEnd(24)} planned ${amount(line.planned)}, due ${amount(line.due)}: verified ${amount(line.verified)}, missed ${amount(line.missed)}, carried forward ${amount(line.carried)}`
}

const showCommand: Command = {
  name: 'budget show',
  summary: 'Show the social value budget of a financial year',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: { ...ORGANISATION, ...YEAR },
  examples: ['budget show --organisation "Northmere City Council" --year 2025/26 --json'],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const year = yearOf(input, financialYearOf(today(ctx)))
    const { budget } = await inReading(ctx, (db: Reader<BudgetTables>) => readBudget(db, year, today(ctx)))
    const { terminal } = input
    terminal.answer(budgetJson(budget))
    terminal.print(`Social value budget ${year}, ${budget.days.from} to ${budget.days.on}`)
    for (const line of budget.totals) terminal.print(lineText(line))
    for (const { name, lines } of budget.departments) {
      terminal.print(name)
      for (const line of lines) terminal.print(lineText(line))
    }
    terminal.warn(NEVER_ONE_SUM)
    const leftOut = leftOutWords(budget.leftOut)
    if (leftOut) terminal.warn(`${leftOut}.`)
    return budget.totals.length > 0 ? 0 : 1
  },
}

const MOST_BYTES = 10 * 1024 ** 2

const importCommand: Command = {
  name: 'budget import',
  summary: 'Import financial budget lines, or grants and the like, from CSV or XLSX: all rows, or none',
  usage: 'FILE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    ...YEAR,
    other: { type: 'boolean', description: 'the file holds grants, asset transfers and in-house action' },
  },
  examples: [
    'budget import budget.xlsx --organisation "Northmere City Council" --year 2026/27',
    'budget import grants.csv --organisation "Northmere City Council" --other --json',
  ],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const year = input.options.year === undefined ? null : yearOf(input, '')
    const path = input.args[0] ?? ''
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new Unusable(`There is no file ${path}.`)
    if (found.size > MOST_BYTES) throw new Unusable('The file is larger than 10 MB. Split it.')
    const file = { name: basename(path), content: await readFile(path) }
    const outcome = input.options.other
      ? await importOthersFile(ctx, file)
      : await importLinesFile(ctx, file, year)
    const { terminal } = input
    if (!outcome.ok) {
      terminal.answer({ errors: outcome.sentences })
      for (const sentence of outcome.sentences) terminal.warn(sentence)
      terminal.warn('Nothing was imported.')
      return 1
    }
    const { ok: _ok, ...told } = outcome
    terminal.answer(told)
    terminal.print(
      'lines' in told
        ? `${told.lines} budget lines of ${told.years.join(', ')}; ${told.replaced} were replaced.`
        : `${told.added} recorded.`,
    )
    return 0
  },
}

const signCommand: Command = {
  name: 'budget sign',
  summary: 'Prepare the statement of a year, or sign the one that waits',
  usage: '--organisation NAME --year YEAR --as E-MAIL',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...ORGANISATION,
    ...YEAR,
    ...AS,
    prepare: { type: 'boolean', description: 'take the figures down for somebody else to sign' },
    note: { type: 'string', description: 'with --prepare: what readers should know' },
    fingerprint: { type: 'string', description: 'the fingerprint of what was read, as --prepare gave it' },
  },
  examples: [
    'budget sign --prepare --organisation "Northmere City Council" --year 2025/26 --as finance@northmere.example',
    'budget sign --organisation "Northmere City Council" --year 2025/26 --as finance-director@northmere.example --fingerprint 3f…',
  ],
  run: async (input) => {
    const { options, terminal } = input
    const year = neededYear(input)
    const ctx = await actingAsPerson(input, options.prepare ? 'budget.manage' : 'budget.sign')
    const outcome = options.prepare
      ? await prepareStatement(ctx, year, String(options.note ?? ''))
      : await signStatement(ctx, { year, fingerprint: String(options.fingerprint ?? '') })
    if (!outcome.ok) throw new Unusable(`${refusalSentence(outcome)}.`)
    const { reference, fingerprint } = outcome.value
    terminal.answer({ reference, fingerprint })
    terminal.print(
      options.prepare
        ? `Prepared as ${reference}. Fingerprint: ${fingerprint}`
        : `Signed, and public at ${ctx.siteUrl}/statements/${reference}`,
    )
    return 0
  },
}

const statementCommand: Command = {
  name: 'budget statement',
  summary: 'Show a signed statement by its reference, or the statements of an organisation',
  usage: '[REFERENCE]',
  minArgs: 0,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [
    'budget statement northmere-city-council-2025-26-1 --json',
    'budget statement --organisation "Northmere City Council"',
  ],
  run: async (input) => {
    const { terminal, services, args } = input
    const [reference] = args
    if (reference === undefined) {
      const ctx = await actingForNamed(services, input.options.organisation)
      const all = await inReading(ctx, (db: Reader<BudgetTables>) =>
        listOwnStatements(db, ctx.authorityId ?? ''),
      )
      terminal.answer({ statements: all.map(({ content: _content, ...rest }) => rest) })
      for (const one of all) terminal.print(`${one.reference}  ${one.status}  ${one.signedName ?? ''}`)
      return all.length > 0 ? 0 : 1
    }
    const anyone = actingAs(services, { kind: 'command' }, null)
    const found = await inReading(anyone, (db: Reader<BudgetTables>) =>
      findSignedStatement(db, reference, (year) => financialYearAfter(year, -1)),
    )
    if (!found) throw new Unusable(`No statement is published under the reference "${reference}".`)
    const { statement } = found
    terminal.answer(statementJson(statement))
    terminal.print(`${statement.organisation}, ${statement.year}, edition ${statement.edition}`)
    terminal.print(`  signed by ${statement.signedName}; fingerprint ${statement.fingerprint}`)
    for (const line of statement.content.budget.totals) terminal.print(lineText(line))
    return 0
  },
}

export const commands: readonly Command[] = [
  showCommand,
  importCommand,
  signCommand,
  statementCommand,
  ...writeCommands,
]
