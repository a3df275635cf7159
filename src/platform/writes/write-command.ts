import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ZodType } from 'zod'
import type { Command, CommandInput, ExitCode } from '../command.ts'
import type { Context, Services } from '../context.ts'
import { Unusable } from '../errors.ts'
import { plainIssue } from '../plain-issues.ts'
import { fileTooLarge, type HandedFile, paramsOf, type Write, type Written } from './write.ts'

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

/** The file that `--file` names; undefined where it is larger than it may be. Throws Unusable where there is none. */
const readHanded = async ({ options }: CommandInput, most: number): Promise<HandedFile | undefined> => {
  const path = typeof options.file === 'string' ? options.file : ''
  if (path === '') throw new Unusable('Name the file: --file photo.jpg.')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Unusable(`There is no file ${path}.`)
  return found.size > most ? undefined : { name: basename(path), content: await readFile(path) }
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

const FILE_OPTIONS = {
  organisation: OPTIONS.organisation,
  file: { type: 'string', description: 'the file that is handed in' },
} as const

/** How a command is called, and what it takes. */
const helpOf = ({ command, path, args = {}, summary, example, takesFile }: Write) => {
  const names = paramsOf(path)
  const usage = names.map((name) => args[name]?.name ?? name.toUpperCase())
  const examples = names.map((name) => args[name]?.example ?? name.toUpperCase())
  const isFile = takesFile !== undefined
  const file = isFile ? 'photo.jpg' : 'it.json'
  return {
    name: command,
    summary,
    usage: [...usage, `--organisation NAME ${isFile ? '--file FILE' : '[--file FILE]'}`].join(' '),
    minArgs: names.length,
    maxArgs: names.length,
    options: isFile ? FILE_OPTIONS : OPTIONS,
    examples: [[command, ...examples, `--organisation "Northmere City Council" --file ${file}`].join(' ')],
    ...(isFile
      ? {}
      : {
          details: `Standard input, as the API takes it (/api/openapi.json has every field):\n  ${example}`,
        }),
  }
}

/** What came in, and what came of it; undefined once it was told that it cannot be used. */
const writeFrom = async (input: CommandInput, ctx: Context, row: Write): Promise<Written | undefined> => {
  const { path, takesFile, body: schema, write } = row
  const params = Object.fromEntries(paramsOf(path).map((name, at) => [name, input.args[at] ?? '']))
  if (takesFile !== undefined) {
    const file = await readHanded(input, takesFile)
    return file ? write(ctx, params, {}, file) : fileTooLarge(takesFile)
  }
  const read = await readBody(input, schema)
  return read && write(ctx, params, read.body)
}

/**
 * `goldthread pipeline delivery-model set P-3 --organisation NAME`: the command for a write, which takes its body as
 * JSON from standard input or a file; or the file itself, where that is what is written.
 */
export const commandOfWrite =
  (acting: Acting) =>
  (row: Write): Command => ({
    ...helpOf(row),
    run: async (input) => {
      const ctx = await acting(input.services, input.options.organisation)
      const written = await writeFrom(input, ctx, row)
      if (!written) return 2
      if (!written.ok) return refuse(input, written.refusal, written.detail)
      input.terminal.answer(written.value)
      const made = 'made' in written.value ? ` It has the id ${String(written.value.made)}.` : ''
      input.terminal.print(`Done: ${[row.command, ...input.args].join(' ')}.${made}`)
      return 0
    },
  })
