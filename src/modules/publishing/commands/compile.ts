import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Command, CommandInput, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { mergeSentence, mergeWarningSentence } from '../messages.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import type { Merged, MergeRules } from '../model/merging.ts'
import { openSpool } from '../reading/spool.ts'
import { mergeReleases } from '../rules/merge.ts'
import { mergeRulesOf, OCDS_MERGE_RULES } from '../rules/merge-rules.ts'
import { findReleases, readJsonInput, type Unreadable, unreadableOf } from './input.ts'

const rulesFor = async ({ options, terminal }: CommandInput): Promise<MergeRules> => {
  if (typeof options.schema !== 'string') return OCDS_MERGE_RULES
  const schema = await readJsonInput(options.schema, terminal)
  if (!isObject(schema) || !isObject(schema.properties))
    throw new Unusable(`"${options.schema}" is not a release schema: it has no "properties".`)
  return mergeRulesOf(schema)
}

type Output = { readonly put: (value: Json) => Promise<void>; readonly close: () => Promise<void> }

/** A line for each release: into a file, or on standard output where a person (and not `--json`) asked. */
const openOutput = (file: unknown, terminal: Terminal): Output => {
  if (typeof file !== 'string')
    return { put: async (value) => terminal.print(JSON.stringify(value)), close: async () => undefined }
  const stream = createWriteStream(file)
  const failed = finished(stream)
  return {
    put: async (value) => {
      if (stream.write(`${JSON.stringify(value)}\n`)) return
      await Promise.race([new Promise<void>((resolve) => void stream.once('drain', () => resolve())), failed])
    },
    close: async () => {
      stream.end()
      await failed
    },
  }
}

type Refused = { readonly ocid: string; readonly refusal: string; readonly sentence: string }
type Outcome = {
  readonly compiled: JsonObject[]
  readonly versioned: JsonObject[]
  readonly refused: Refused[]
  readonly unreadable: Unreadable[]
  readonly warnings: string[]
  processes: number
  releases: number
}

const wordsOf = (outcome: Outcome): string => {
  const lost = outcome.unreadable.length + outcome.refused.length
  const rest = lost === 0 ? '' : ` ${lost} could not be used.`
  return `${outcome.releases} releases, ${outcome.processes} processes.${rest}`
}

const keep = async (merged: Merged, input: CommandInput, outcome: Outcome, output: Output): Promise<void> => {
  const isVersioned = input.options.versioned === true
  outcome.processes += 1
  const warnings = merged.warnings.map((warning) => `${merged.ocid}: ${mergeWarningSentence(warning)}`)
  for (const warning of warnings) input.terminal.warn(warning)
  outcome.warnings.push(...warnings)
  if (input.terminal.isJson && input.options.out === undefined)
    (isVersioned ? outcome.versioned : outcome.compiled).push(
      isVersioned ? merged.versioned : merged.compiled,
    )
  else await output.put(isVersioned ? merged.versioned : merged.compiled)
}

const spoolAll = async (
  { args, terminal }: CommandInput,
  spool: ReturnType<typeof openSpool>,
  outcome: Outcome,
): Promise<void> => {
  for await (const { file, found } of findReleases(args, terminal)) {
    if (found.ok) {
      outcome.releases += 1
      if (outcome.releases % 10_000 === 0) terminal.progress(`${outcome.releases} releases read`)
      spool.add(found.release)
      continue
    }
    const problem = unreadableOf(file, found)
    outcome.unreadable.push(problem)
    terminal.warn(problem.sentence)
  }
}

const run: Command['run'] = async (input) => {
  const { options, terminal } = input
  const rules = await rulesFor(input)
  const spool = openSpool()
  const output = openOutput(options.out, terminal)
  const outcome: Outcome = {
    compiled: [],
    versioned: [],
    refused: [],
    unreadable: [],
    warnings: [],
    processes: 0,
    releases: 0,
  }
  try {
    await spoolAll(input, spool, outcome)
    for (const { ocid, releases } of spool.groups()) {
      const decision = mergeReleases(releases, rules)
      if (decision.ok) {
        await keep(decision.value, input, outcome, output)
        continue
      }
      const sentence = `${ocid || 'A release'}: ${mergeSentence(decision.refusal, decision.facts)}`
      outcome.refused.push({ ocid, refusal: decision.refusal, sentence })
      terminal.warn(sentence)
    }
  } finally {
    await output.close()
    spool.close()
  }
  terminal.answer(outcome)
  terminal.warn(wordsOf(outcome))
  return outcome.unreadable.length + outcome.refused.length > 0 || outcome.processes === 0 ? 1 : 0
}

/** Exit 0: all was compiled; 1: something could not be, which is said, and the rest is there. */
export const compileCommand: Command = {
  name: 'ocds compile',
  needsNoDatabase: true,
  summary: 'Compile OCDS releases into one compiled (or versioned) release for each process',
  usage: '[FILE…] [--versioned] [--schema SCHEMA.json] [--out COMPILED.jsonl]',
  minArgs: 0,
  maxArgs: 1000,
  options: {
    versioned: {
      type: 'boolean',
      description: 'say what each field was and when, instead of what holds now',
    },
    schema: {
      type: 'string',
      description: 'a release schema whose merge rules hold; OCDS 1.1.5 with the UK extension otherwise',
    },
    out: { type: 'string', description: 'write JSON Lines to this file; use it for large files' },
  },
  examples: [
    'ocds compile releases.json',
    'ocds compile january.jsonl february.jsonl --out compiled.jsonl',
    'ocds compile package.json --versioned --json',
    `ocds compile <<< '[{"ocid":"x","id":"1","date":"2026-01-01T00:00:00Z","tender":{"title":"Paths"}},{"ocid":"x","id":"2","date":"2026-02-01T00:00:00Z","tender":{"status":"active"}}]'`,
  ],
  run,
}
