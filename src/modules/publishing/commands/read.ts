import type { Command, CommandInput, Terminal } from '../../../platform/command.ts'
import type { ContractRecord, ReadingProblem } from '../model/contract-record.ts'
import { readingSentence } from '../reading-words.ts'
import { readContracts } from '../rules/read-contracts.ts'
import { findReleases, type Unreadable, unreadableOf } from './input.ts'

const poundsOf = (pence: number | null, currency: string | null): string => {
  if (pence === null) return 'value not stated'
  const whole = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(pence / 100)
  return `${currency === null || currency === 'GBP' ? '£' : `${currency} `}${whole}`
}

const tell = (record: ContractRecord, terminal: Terminal): void => {
  const suppliers = record.suppliers.map(({ name, identifiers }) => {
    const ids = identifiers.map(({ scheme, id }) => `${scheme} ${id}`).join(', ')
    return `${name ?? 'no name'}${ids === '' ? '' : ` (${ids})`}`
  })
  terminal.print(`${record.stage.padEnd(14)} ${record.title ?? 'no title'}`)
  terminal.print(`               ${record.ocid}; ${record.buyer?.name ?? 'no buyer'}`)
  terminal.print(
    `               ${poundsOf(record.valuePence, record.currency)}; ${record.startsOn ?? '?'} to ${record.endsOn ?? '?'}; ${suppliers.join('; ') || 'no supplier'}`,
  )
}

const run = async ({ args, terminal }: CommandInput): Promise<0 | 1> => {
  const contracts: ContractRecord[] = []
  const problems: (ReadingProblem & { readonly file: string; readonly sentence: string })[] = []
  const unreadable: Unreadable[] = []
  let [releases, count] = [0, 0]
  for await (const { file, found } of findReleases(args, terminal)) {
    if (!found.ok) {
      unreadable.push(unreadableOf(file, found))
      terminal.warn(unreadable.at(-1)?.sentence ?? '')
      continue
    }
    releases += 1
    const read = readContracts(found.release, found.where)
    count += read.records.length
    for (const record of read.records) tell(record, terminal)
    if (terminal.isJson) contracts.push(...read.records)
    for (const problem of read.problems) {
      const sentence = readingSentence(problem)
      problems.push({ ...problem, file, sentence })
      terminal.warn(sentence)
    }
  }
  const refused = problems.filter(({ isRefused }) => isRefused).length
  terminal.answer({ releases, contracts, problems, unreadable })
  terminal.warn(
    `${count} contracts from ${releases} releases; ${refused} releases refused, ${problems.length - refused} fields left empty or doubtful.`,
  )
  return refused + unreadable.length > 0 || releases === 0 ? 1 : 0
}

/** Exit 0: every release was of use; 1: some were refused or could not be read, and the rest is there. */
export const readCommand: Command = {
  name: 'ocds read',
  needsNoDatabase: true,
  summary: 'Read contracts out of releases that others published (Contracts Finder, Find a Tender)',
  usage: '[FILE…]',
  minArgs: 0,
  maxArgs: 1000,
  options: {},
  examples: [
    'ocds read contracts-finder.json',
    'ocds read releases.json records.jsonl --json',
    `ocds read <<< '{"ocid":"ocds-b5fd17-1","id":"1","date":"2026-01-01T00:00:00Z","tender":{"title":"Paths","value":{"amount":1200,"currency":"GBP"}}}'`,
  ],
  run,
}
