import type { Command, CommandInput, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { findingSentence } from '../finding-words.ts'
import type { Finding } from '../model/finding.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { checkRelease } from '../rules/check-release.ts'
import { compileSchema, danglingReferences, type SchemaCheck } from '../validation/schema.ts'
import { findReleases, readJsonInput, type Unreadable, unreadableOf } from './input.ts'

const loadSchema = async (file: string, terminal: Terminal): Promise<SchemaCheck> => {
  const schema = await readJsonInput(file, terminal)
  if (!isObject(schema)) throw new Unusable(`"${file}" is not a JSON Schema.`)
  for (const name of danglingReferences(schema))
    terminal.warn(`${file} refers to "${name}" and does not define it; that part is not checked.`)
  try {
    return compileSchema(schema)
  } catch (error) {
    throw new Unusable(`"${file}" is not a JSON Schema that can be used: ${(error as Error).message}.`)
  }
}

const checkAll = (release: JsonObject, schemas: readonly SchemaCheck[]): Finding[] => [
  ...schemas.flatMap((check) =>
    check(release).map(
      ({ pointer, problem }): Finding => ({
        level: 'error',
        code: 'against-schema',
        pointer,
        facts: { problem },
      }),
    ),
  ),
  ...checkRelease(release),
]

type Checked = {
  readonly file: string
  readonly where: string
  readonly ocid: string | null
  readonly findings: readonly (Finding & { readonly sentence: string })[]
}
type Totals = { releases: number; valid: number; errors: number; warnings: number }

const tell = (checked: Checked, terminal: Terminal): void => {
  for (const { level, pointer, sentence } of checked.findings)
    terminal.print(
      `${level}  ${checked.where} ${checked.ocid ?? '(no ocid)'}\n        ${pointer || '/'}  ${sentence}`,
    )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const run = async ({ args, options, terminal }: CommandInput): Promise<0 | 1> => {
  const files = [options.schema ?? []].flat() as string[]
  const schemas: SchemaCheck[] = []
  for (const file of files) schemas.push(await loadSchema(file, terminal))
  const isStrict = options.strict === true
  const totals: Totals = { releases: 0, valid: 0, errors: 0, warnings: 0 }
  const releases: Checked[] = []
  const unreadable: Unreadable[] = []
  for await (const { file, found } of findReleases(args, terminal)) {
    if (!found.ok) {
      const problem = unreadableOf(file, found)
      unreadable.push(problem)
      terminal.print(`error  ${problem.sentence}`)
      continue
    }
    const findings = checkAll(found.release, schemas)
    const errors = findings.filter(({ level }) => level === 'error' || isStrict).length
    totals.releases += 1
    totals.valid += errors === 0 ? 1 : 0
    totals.errors += errors
    totals.warnings += findings.length - errors
    if (findings.length === 0) continue
    const told = findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) }))
    const checked = { file, where: found.where, ocid: textOf(found.release.ocid), findings: told }
    tell(checked, terminal)
    if (terminal.isJson) releases.push(checked)
  }
  terminal.answer({ ...totals, schemas: files, releasesWithFindings: releases, unreadable })
  terminal.print(
    `${totals.valid} of ${totals.releases} releases are valid; errors: ${totals.errors}, warnings: ${totals.warnings}, unreadable: ${unreadable.length}.`,
  )
  if (files.length === 0)
    terminal.warn(
      'Checked by our own rules only. Give the published schema with --schema for the whole check.',
    )
  return totals.valid === totals.releases && unreadable.length === 0 ? 0 : 1
}

export const validateCommand: Command = {
  name: 'ocds validate',
  needsNoDatabase: true,
  summary: 'Check OCDS releases: shape, ids, references, dates, amounts, and any JSON Schema you give',
  usage: '[FILE…] [--schema SCHEMA.json]… [--strict]',
  minArgs: 0,
  maxArgs: 1000,
  options: {
    schema: {
      type: 'string',
      multiple: true,
      description: 'a release schema (JSON Schema), such as release-schema.json of OCDS 1.1.5',
    },
    strict: { type: 'boolean', description: 'take warnings for errors' },
  },
  examples: [
    'ocds validate release.json',
    'ocds validate package.json --schema release-schema.json --schema release-schema-merged.json',
    'ocds validate feed.jsonl --json',
    `ocds validate <<< '{"ocid":"ocds-abc123-1","id":"1","date":"2026-01-01T00:00:00Z","tag":["planning"],"initiationType":"tender"}'`,
  ],
  run,
}
