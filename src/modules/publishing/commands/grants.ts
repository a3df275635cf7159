import type { Command, CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import type { GrantFinding } from '../model/grant.ts'
import { isList, isObject, type Json } from '../model/json.ts'
import { checkGrants } from '../rules/check-grants.ts'
import { grantLines } from '../writing/grants.ts'
import { readJsonInput } from './input.ts'

const WORDS: Readonly<Record<GrantFinding['code'], string>> = {
  'not-an-object': 'is not an object',
  missing: 'is missing or empty; fill it in',
  'no-recipient': 'has no recipient; give recipientOrganization or recipientIndividual',
  'two-recipients': 'has both recipientOrganization and recipientIndividual; give one',
  'duplicate-id': 'has the id of an earlier grant; give it its own',
  'id-without-prefix': 'does not begin with your prefix of 360Giving, as 360G-northmere-12',
  'wrong-amount': 'is not an amount above zero; write pounds as a number, without £ and commas',
  'wrong-date': 'is not a date; write it as 2026-11-22',
  'ends-before-start': 'ends before it starts',
  'wrong-currency': 'is not a currency code; write GBP',
  'recipient-without-register':
    'is not from a public register; GB-COH- or GB-CHC- lets others find the organisation',
  'individual-named': 'has to be "Individual Recipient": a person who gets a grant is not named',
  'individual-placed': 'may give a person away; leave out where they live',
}

const readGrants = async ({ args, terminal }: CommandInput): Promise<readonly Json[]> => {
  const given = (await readJsonInput(args[0] ?? '-', terminal)) as Json
  const grants = isObject(given) ? given.grants : given
  if (isList(grants)) return grants
  throw new Unusable('There are no grants: give a 360Giving package, {"grants": […]}, or a list of grants.')
}

const options = {} as const

const checkCommand: Command = {
  name: 'grants check',
  needsNoDatabase: true,
  summary: 'Check grants in 360Giving form: what the standard asks for, and what would expose a person',
  usage: '[FILE]',
  minArgs: 0,
  maxArgs: 1,
  options,
  examples: [
    'grants check grants.json',
    'grants check grants.json --json',
    `grants check <<< '{"grants":[{"id":"360G-x-1"}]}'`,
  ],
  run: async (input) => {
    const { terminal } = input
    const grants = await readGrants(input)
    const findings = checkGrants(grants).map((each) => ({
      ...each,
      sentence: `${each.pointer} ${WORDS[each.code]} (found: ${each.seen}).`,
    }))
    for (const { level, sentence } of findings) terminal.print(`${level.padEnd(8)} ${sentence}`)
    const errors = findings.filter(({ level }) => level === 'error').length
    terminal.print(`${grants.length} grants; errors: ${errors}, warnings: ${findings.length - errors}.`)
    terminal.answer({ grants: grants.length, errors, warnings: findings.length - errors, findings })
    return errors > 0 || grants.length === 0 ? 1 : 0
  },
}

const csvCommand: Command = {
  name: 'grants csv',
  needsNoDatabase: true,
  summary: "Lay a 360Giving package out as CSV, under the standard's column titles",
  usage: '[FILE]',
  minArgs: 0,
  maxArgs: 1,
  options,
  examples: [
    'grants csv grants.json > grants.csv',
    `grants csv <<< '{"grants":[{"id":"360G-x-1","title":"Choir"}]}'`,
  ],
  run: async (input) => {
    const grants = await readGrants(input)
    const lines = [...grantLines(grants)]
    input.terminal.print(lines.join('').trimEnd())
    input.terminal.answer({ grants: grants.length, csv: lines.join('') })
    return 0
  },
}

export const grantCommands: readonly Command[] = [checkCommand, csvCommand]
