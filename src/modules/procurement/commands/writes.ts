import { readFile } from 'node:fs/promises'
import { actingForNamed } from '#identity'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { PLANNING_WRITES } from '../planning-writes.ts'
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

const refuse = (
  { terminal }: CommandInput,
  code: ExitCode,
  error: { readonly message: string },
): ExitCode => {
  terminal.answer({ error })
  terminal.warn(error.message)
  return code
}

const commandOf = ({ command, summary, body, example, write }: PlanningWrite): Command => ({
  name: command,
  summary,
  usage: 'P-NUMBER --organisation NAME [--file FILE]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
  },
  examples: [`${command} P-3 --organisation "Northmere City Council" --file it.json`],
  details: `Standard input, as the API takes it (/api/openapi.json has every field):\n  ${example}`,
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const purchase = await purchaseNamed(ctx, input.args[0] ?? '')
    const parsed = body.safeParse(await readInput(input))
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
      for (const { field, message } of faults) input.terminal.warn(`  ${field || 'the whole'}: ${message}`)
      const message = 'The input is not of the form this takes.'
      return refuse(input, 2, { code: 'not-usable-input', message, faults } as { message: string })
    }
    const written = await write(ctx, purchase.id, parsed.data)
    if (!written.ok) {
      const error = { code: written.refusal, message: written.detail }
      return refuse(input, 1, error)
    }
    input.terminal.answer(written.value)
    const made = 'made' in written.value ? ` It has the id ${String(written.value.made)}.` : ''
    input.terminal.print(`Done: ${command} P-${purchase.number}.${made}`)
    return 0
  },
})

/** `goldthread pipeline delivery-model set` and its sisters: what a program may write, as JSON on standard input. */
export const writeCommands: readonly Command[] = PLANNING_WRITES.map(commandOf)
