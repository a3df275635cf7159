import { readFile } from 'node:fs/promises'
import type { ZodType } from 'zod'
import type { Command, CommandInput, ExitCode } from '../command.ts'
import type { Context, Services } from '../context.ts'
import { Unusable } from '../errors.ts'
import { plainIssue } from '../plain-issues.ts'
import { paramsOf, type Write } from './write.ts'

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
  const parsed = schema.safeParse(await readInput(input), { error: plainIssue })
  if (parsed.success) return { body: parsed.data }
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  for (const { field, message } of faults) input.terminal.warn(`  ${field || 'the whole'}: ${message}`)
  input.terminal.answer({ error: { code: 'not-usable-input', message: NOT_USABLE, faults } })
  input.terminal.warn(NOT_USABLE)
  return undefined
}

const refuse = ({ terminal }: CommandInput, code: string, message: string): ExitCode => {
  terminal.answer({ error: { code, message } })
  terminal.warn(/[.!?]$/.test(message) ? message : `${message}.`)
  return 1
}

type Acting = (services: Services, organisation: unknown) => Promise<Context>

const OPTIONS = {
  organisation: { type: 'string', description: 'for whom it is written' },
  file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
} as const

/**
 * `goldthread pipeline delivery-model set P-3 --organisation NAME`: the command for a write, which takes its body as
 * JSON from standard input or a file.
 */
export const commandOfWrite =
  (acting: Acting) =>
  ({ command, path, args = {}, summary, body: schema, example, write }: Write): Command => {
    const names = paramsOf(path)
    const usage = names.map((name) => args[name]?.name ?? name.toUpperCase())
    const examples = names.map((name) => args[name]?.example ?? name.toUpperCase())
    return {
      name: command,
      summary,
      usage: [...usage, '--organisation NAME [--file FILE]'].join(' '),
      minArgs: names.length,
      maxArgs: names.length,
      options: OPTIONS,
      examples: [[command, ...examples, '--organisation "Northmere City Council" --file it.json'].join(' ')],
      details: `Standard input, as the API takes it (/api/openapi.json has every field):\n  ${example}`,
      run: async (input) => {
        const ctx = await acting(input.services, input.options.organisation)
        const params = Object.fromEntries(names.map((name, at) => [name, input.args[at] ?? '']))
        const read = await readBody(input, schema)
        if (!read) return 2
        const written = await write(ctx, params, read.body)
        if (!written.ok) return refuse(input, written.refusal, written.detail)
        input.terminal.answer(written.value)
        const made = 'made' in written.value ? ` It has the id ${String(written.value.made)}.` : ''
        input.terminal.print(`Done: ${[command, ...input.args].join(' ')}.${made}`)
        return 0
      },
    }
  }
