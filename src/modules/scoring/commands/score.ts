import { readFile } from 'node:fs/promises'
import { todayInLondon } from '../../../platform/clock.ts'
import type { Command, CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { showAsked } from '../presenting/show-problems.ts'
import { showResult } from '../presenting/show-result.ts'
import { offersPricedOn } from '../reading/price-offers.ts'
import { competitionJsonSchema } from '../reading/schema.ts'
import { scoreInput } from '../score-competition.ts'
import { printResult, warnAsked } from './print-result.ts'
import { DETAILS, EXAMPLE } from './score-help.ts'

export const readText = async ({ options, terminal }: CommandInput): Promise<string> => {
  const { file } = options
  if (typeof file !== 'string' || file === '-') return terminal.readInput()
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Unusable(`There is no file ${file}.`)
    if (error.code === 'EISDIR') throw new Unusable(`${file} is a folder, not a file.`)
    throw new Unusable(`The file ${file} cannot be read (${error.code ?? 'unknown'}).`)
  })
}

const asJson = (value: unknown, terminal: CommandInput['terminal']): 0 => {
  terminal.answer(value)
  terminal.print(JSON.stringify(value, null, 2))
  return 0
}

export const scoreCommand: Command = {
  name: 'score',
  needsNoDatabase: true,
  summary: 'Score bids by their criteria, step by step (JSON on standard input)',
  usage: '[--file FILE]',
  minArgs: 0,
  maxArgs: 0,
  options: {
    file: { type: 'string', description: 'read the JSON from a file instead of standard input' },
    schema: { type: 'boolean', description: 'print the JSON schema of the input' },
    example: { type: 'boolean', description: 'print an input to start from' },
  },
  examples: [
    `score --json <<< '{"criteria":[{"name":"Price","weight":40,"method":"lowest-price"},{"name":"Quality","weight":60,"scale":10}],"bids":[{"name":"A","price":100,"scores":{"Quality":7}},{"name":"B","price":105,"scores":{"Quality":8}}]}'`,
    'score --file tender.json',
    'score --example > tender.json',
    'score --schema',
  ],
  details: DETAILS,
  run: async (input) => {
    const { terminal, services, options } = input
    if (options.schema === true) return asJson(competitionJsonSchema(), terminal)
    if (options.example === true) return asJson(EXAMPLE, terminal)
    const outcome = scoreInput(await readText(input), offersPricedOn(todayInLondon(services.clock)))
    if (outcome.kind === 'unreadable') {
      terminal.answer({ error: { code: 'not-usable-input', message: outcome.fault } })
      terminal.warn(outcome.fault)
      return 2
    }
    if (outcome.kind === 'asked') {
      const asked = showAsked(outcome.problems, outcome.fingerprint)
      terminal.answer(asked)
      warnAsked(asked, terminal)
      return 1
    }
    const shown = showResult(outcome.result, outcome.problems)
    terminal.answer(shown)
    if (!terminal.isJson) printResult(shown, terminal)
    return 0
  },
}
