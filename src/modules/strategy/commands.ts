import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import { Unusable } from '../../platform/errors.ts'
import { importReadings } from './actions/readings.ts'
import { documentCommands } from './commands/documents.ts'
import { orUnusable } from './commands/or-unusable.ts'
import { publishPlanCommand } from './commands/publish-plan.ts'
import { faultSentence, figureWords, ORPHAN_NAMES, promiseWords, STATUS_NAMES } from './messages.ts'
import { MOST_READING_BYTES } from './rules/read-readings-file.ts'
import { isNodeKind, NODE_KINDS } from './rules/thread.ts'
import {
  type BranchReport,
  reportOrphans,
  reportPriority,
  reportStrategy,
  reportThread,
} from './strategy-report.ts'
import { writeCommands } from './strategy-writes.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose strategy it is' } } as const

const listCommand: Command = {
  name: 'strategy list',
  summary: 'List the documents as they stand, with objectives and priorities',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['strategy list --organisation "Northmere City Council"'],
  run: async (input) => {
    const documents = await reportStrategy(await actingForNamed(input.services, input.options.organisation))
    const { terminal } = input
    terminal.answer({ documents })
    for (const document of documents) {
      terminal.print(
        `${document.title}, version ${document.version}, ${STATUS_NAMES[document.status].toLowerCase()}`,
      )
      for (const objective of document.objectives) {
        terminal.print(`  ${objective.title}`)
        for (const { code, title } of objective.priorities) terminal.print(`    ${code.padEnd(36)} ${title}`)
      }
    }
    if (documents.length === 0) terminal.warn('There is no strategy yet.')
    return 0
  },
}

const showCommand: Command = {
  name: 'strategy show',
  summary: 'Show one priority with its owner, targets and readings',
  usage: 'PRIORITY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['strategy show warm-homes --organisation "Northmere City Council" --json'],
  run: async (input) => {
    const priority = await orUnusable(
      reportPriority(await actingForNamed(input.services, input.options.organisation), input.args[0] ?? ''),
    )
    const { terminal } = input
    terminal.answer(priority)
    terminal.print(`${priority.title} (${priority.code})`)
    terminal.print(`  ${priority.plainWords}`)
    terminal.print(`  ${promiseWords(priority)}`)
    terminal.print(
      `  owner: ${priority.owner ? `${priority.owner.role}, ${priority.owner.person ?? 'vacant'}` : 'nobody'}`,
    )
    if (priority.origin) terminal.print(`  shared by ${priority.origin}`)
    for (const { measuredOn, place, value, supersededBy } of priority.readings)
      terminal.print(
        `  ${measuredOn}  ${(place ?? 'whole area').padEnd(20)} ${figureWords(value, priority.unit)}${supersededBy ? ' (superseded)' : ''}`,
      )
    return 0
  },
}

const treeLines = (branches: readonly BranchReport[], depth: number): string[] =>
  branches.flatMap(({ kind, title, branches: inner }) => [
    `${'  '.repeat(depth)}${NODE_KINDS[kind].label}: ${title}`,
    ...treeLines(inner, depth + 1),
  ])

const threadCommand: Command = {
  name: 'strategy thread',
  summary: 'Show all above and below a node of the thread, or, without one, what hangs loose',
  usage: '[KIND ID] --organisation NAME',
  minArgs: 0,
  maxArgs: 2,
  options: ORGANISATION,
  examples: [
    'strategy thread --organisation "Northmere City Council"',
    'strategy thread priority 0199a1d2-… --organisation "Northmere City Council" --json',
  ],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const { terminal } = input
    const [kind, id] = input.args
    if (kind === undefined) {
      const orphans = await reportOrphans(ctx)
      terminal.answer({ orphans })
      for (const { node, reason } of orphans)
        terminal.print(`${ORPHAN_NAMES[reason]}: ${node.title} (${node.kind} ${node.id})`)
      if (orphans.length === 0) terminal.print('Nothing hangs loose.')
      return 0
    }
    if (!isNodeKind(kind) || id === undefined)
      throw new Unusable(`Give a kind and an id. Kinds are: ${Object.keys(NODE_KINDS).join(', ')}.`)
    // A priority may be named by its short name, as everywhere on the command line.
    const known = kind === 'priority' ? (await orUnusable(reportPriority(ctx, id))).id : id
    const thread = await orUnusable(reportThread(ctx, { kind, id: known }))
    terminal.answer(thread)
    terminal.print(`${NODE_KINDS[kind].label}: ${thread.node.title}`)
    terminal.print('Serves')
    for (const line of treeLines(thread.above, 1)) terminal.print(line)
    terminal.print('Served by')
    for (const line of treeLines(thread.below, 1)) terminal.print(line)
    return 0
  },
}

const readingsCommand: Command = {
  name: 'strategy readings import',
  summary: 'Record readings of indicators from a CSV file: all rows, or none',
  usage: 'FILE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['strategy readings import readings.csv --organisation "Northmere City Council"'],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const path = input.args[0] ?? ''
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new Unusable(`There is no file ${path}.`)
    if (found.size > MOST_READING_BYTES) throw new Unusable('The file is larger than 2 MB. Split it.')
    const imported = await importReadings(ctx, { name: basename(path), content: await readFile(path) })
    const { terminal } = input
    if (!imported.ok) {
      terminal.answer({
        recorded: 0,
        errors: imported.faults.map((fault) => ({ ...fault, message: faultSentence(fault) })),
      })
      for (const fault of imported.faults) terminal.warn(faultSentence(fault))
      terminal.warn('Nothing was recorded.')
      return 1
    }
    terminal.answer({ recorded: imported.count, errors: [] })
    terminal.print(`${imported.count} readings are recorded.`)
    return 0
  },
}

export const commands: readonly Command[] = [
  listCommand,
  showCommand,
  threadCommand,
  readingsCommand,
  publishPlanCommand,
  ...documentCommands,
  ...writeCommands,
]
