import { actingForNamed } from '#identity'
import type { Command, CommandInput } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { groupSuppliers, ungroupSuppliers } from '../actions/group-suppliers.ts'
import { groupJson } from '../group-report.ts'
import { groupSentence } from '../messages/groups.ts'
import { MOST_GROUPED, type SupplierGroup } from '../model/groups.ts'
import { findSuppliersMeant, type GroupSuggestion, listGroups, listSuggestions } from '../store/groups.ts'
import type { SpendTables } from '../tables.ts'
import { ORGANISATION } from './periods.ts'

const MOST_SUGGESTED = 100
const NORTHMERE = '--organisation northmere-city-council'

type Found = { readonly groups: SupplierGroup[]; readonly suggestions: GroupSuggestion[] }
const readGroups = (ctx: Context): Promise<Found> =>
  inReading<SpendTables, Found>(ctx, async (db) => ({
    groups: await listGroups(db),
    suggestions: await listSuggestions(db, MOST_SUGGESTED, 0),
  }))

const list: Command = {
  name: 'suppliers groups',
  summary: 'List groups of companies that count as one, and those that are suggested',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [`suppliers groups ${NORTHMERE}`, `suppliers groups ${NORTHMERE} --json`],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const { groups, suggestions } = await readGroups(ctx)
    terminal.answer({ groups: groups.map(groupJson), suggestions })
    for (const { name, members } of groups) {
      terminal.print(name)
      for (const member of members)
        terminal.print(
          `  ${member.supplierKey.padEnd(20)} ${member.name}  ${formatPoundsCompact(member.pence)}`,
        )
    }
    for (const { names, pence } of suggestions)
      terminal.print(`Perhaps one: ${names.join('; ')} (${formatPoundsCompact(pence)})`)
    if (groups.length + suggestions.length === 0) terminal.print('No group, and nothing to suggest.')
    return 0
  },
}

/** The one supplier that words mean. Throws Unusable where nobody, or more than one, is called so. */
const meant = async (ctx: Context, words: string): Promise<string> => {
  const keys = await inReading<SpendTables, string[]>(ctx, (db) => findSuppliersMeant(db, words))
  const [key] = keys
  if (keys.length === 1 && key) return key
  throw new Unusable(
    keys.length === 0
      ? `Nobody called "${words}" was paid. GET /api/v1/spend/suppliers and the list of suppliers have their names and numbers.`
      : `"${words}" may be any of: ${keys.join(', ')}. Name the one you mean.`,
  )
}

const groupNamed = async (ctx: Context, words: string): Promise<SupplierGroup> => {
  const { groups } = await readGroups(ctx)
  const [group, another] = groups.filter(({ id, name }) => id === words || name === words)
  if (!group)
    throw new Unusable(`There is no group "${words}". goldthread suppliers groups shows those there are.`)
  if (another) throw new Unusable(`Two groups are called "${words}". Name it by its id.`)
  return group
}

const make: Command = {
  name: 'suppliers group',
  summary: 'Say that suppliers are one group of companies, or put more into a group',
  usage: 'SUPPLIER… --organisation NAME (--name NAME | --into GROUP)',
  minArgs: 1,
  maxArgs: MOST_GROUPED,
  options: {
    ...ORGANISATION,
    name: { type: 'string', description: 'what a new group is called' },
    into: { type: 'string', description: 'a group that there is, by its name or id' },
  },
  examples: [
    `suppliers group GB-COH-01234567 "Ash Care Ltd" ${NORTHMERE} --name "Ash Holdings"`,
    `suppliers group GB-COH-07654321 ${NORTHMERE} --into "Ash Holdings"`,
  ],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const into = typeof options.into === 'string' ? await groupNamed(ctx, options.into) : null
    const keys: string[] = []
    for (const words of args) keys.push(await meant(ctx, words))
    const name = typeof options.name === 'string' ? options.name : ''
    const grouped = await groupSuppliers(ctx, { name, keys, groupId: into?.id ?? null })
    if (!grouped.ok) throw new Unusable(groupSentence(grouped.refusal))
    const group = await groupNamed(ctx, grouped.value)
    terminal.answer(groupJson(group))
    terminal.print(`${group.name}: ${group.members.map((member) => member.name).join('; ')}`)
    return 0
  },
}

const undo: Command = {
  name: 'suppliers ungroup',
  summary: 'Take a group apart, or one supplier out of it',
  usage: 'GROUP [SUPPLIER] --organisation NAME',
  minArgs: 1,
  maxArgs: 2,
  options: ORGANISATION,
  examples: [`suppliers ungroup "Ash Holdings" ${NORTHMERE}`],
  run: async ({ services, args, options, terminal }: CommandInput) => {
    const ctx = await actingForNamed(services, options.organisation)
    const group = await groupNamed(ctx, args[0] ?? '')
    const key = args[1] === undefined ? null : await meant(ctx, args[1])
    const undone = await ungroupSuppliers(ctx, group.id, key)
    if (!undone.ok) throw new Unusable(groupSentence(undone.refusal))
    terminal.answer({ undone: groupJson(group), supplier: key })
    terminal.print(key === null ? `${group.name} is taken apart.` : `${key} is out of ${group.name}.`)
    return 0
  },
}

export const groupCommands: readonly Command[] = [list, make, undo]
