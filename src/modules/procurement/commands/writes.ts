import { readFile } from 'node:fs/promises'
import type { ZodType, z } from 'zod'
import { actingForNamed } from '#identity'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { createPurchase } from '../actions/purchases.ts'
import { describePurchase } from '../describe-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import { PLANNING_WRITES } from '../planning-writes.ts'
import { purchaseDraft } from '../writes/purchase-draft.ts'
import type { PlanningWrite } from '../writes/write.ts'
import { purchaseNamed } from './named-purchase.ts'
import { ORGANISATION } from './pipeline.ts'

const readInput = async ({ options, terminal }: CommandInput): Promise<unknown> => {
  const { file } = options
  const text =
    typeof file === 'string'
      ? await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
          throw new Unusable(`The file ${file} cannot be read (${error.code}).`)
        })
      : await terminal.readInput()
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Unusable(
      'What came in is not JSON. Check quotes, commas and brackets; --help shows an example.',
    )
  }
}

const NOT_USABLE = 'The input is not of the form this takes.'

/** What came in, as `schema` takes it; undefined once each fault is told. */
const readBody = async (
  input: CommandInput,
  schema: ZodType,
): Promise<{ readonly body: unknown } | undefined> => {
  const parsed = schema.safeParse(await readInput(input))
  if (parsed.success) return { body: parsed.data }
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  for (const { field, message } of faults) input.terminal.warn(`  ${field || 'the whole'}: ${message}`)
  input.terminal.answer({ error: { code: 'not-usable-input', message: NOT_USABLE, faults } })
  input.terminal.warn(NOT_USABLE)
  return undefined
}

const OPTIONS = {
  ...ORGANISATION,
  file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
} as const

const refuse = ({ terminal }: CommandInput, code: string, message: string): ExitCode => {
  terminal.answer({ error: { code, message } })
  terminal.warn(message)
  return 1
}

const detailsOf = (example: string): string =>
  `Standard input, as the API takes it (/api/openapi.json has every field):\n  ${example}`

const commandOf = ({ command, summary, body: schema, example, write }: PlanningWrite): Command => ({
  name: command,
  summary,
  usage: 'P-NUMBER --organisation NAME [--file FILE]',
  minArgs: 1,
  maxArgs: 1,
  options: OPTIONS,
  examples: [`${command} P-3 --organisation "Northmere City Council" --file it.json`],
  details: detailsOf(example),
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const purchase = await purchaseNamed(ctx, input.args[0] ?? '')
    const read = await readBody(input, schema)
    if (!read) return 2
    const written = await write(ctx, purchase.id, read.body)
    if (!written.ok) return refuse(input, written.refusal, written.detail)
    input.terminal.answer(written.value)
    const made = 'made' in written.value ? ` It has the id ${String(written.value.made)}.` : ''
    input.terminal.print(`Done: ${command} P-${purchase.number}.${made}`)
    return 0
  },
})

const addCommand: Command = {
  name: 'pipeline add',
  summary: 'Add a purchase to the pipeline, as an idea',
  usage: '--organisation NAME [--file FILE]',
  minArgs: 0,
  maxArgs: 0,
  options: OPTIONS,
  examples: ['pipeline add --organisation "Northmere City Council" --file purchase.json'],
  details: detailsOf('{"title":"Care of parks","kind":"services","valuePence":40000000,"vatRate":20}'),
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const read = await readBody(input, purchaseDraft)
    if (!read) return 2
    const made = await createPurchase(ctx, read.body as z.output<typeof purchaseDraft>)
    if (!made.ok) return refuse(input, made.refusal, `${purchaseSentence(made)}.`)
    input.terminal.answer(describePurchase(made.value))
    input.terminal.print(`P-${made.value.number}: ${made.value.title}`)
    return 0
  },
}

/** `goldthread pipeline delivery-model set` and its sisters: what a program may write, as JSON on standard input. */
export const writeCommands: readonly Command[] = [addCommand, ...PLANNING_WRITES.map(commandOf)]
