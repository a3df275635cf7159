import {
  addObjective,
  addPriority,
  addRole,
  adoptVersion,
  appointHolder,
  beginVersion,
  changeDocument,
  changePriority,
  createDocument,
  listRoles,
  listTrees,
  listVersions,
  recordConsultation,
  type StrategyTables,
  type Tree,
  type Version,
} from '#strategy'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import {
  type MadeUpObjective,
  type MadeUpPriority,
  type MadeUpVersion,
  OWNER_ROLES,
  wardCode,
} from '../strategy/made-up-strategy.ts'
import { insist } from './insist.ts'

/** Who writes, and who adopts what was written. */
export type Writers = { readonly editor: Context; readonly approver: Context }
export type Roles = ReadonlyMap<string, string>

const readRoles = (ctx: Context) => inReading(ctx, (db: Reader<StrategyTables>) => listRoles(db))

/** Finds or makes the roles that answer for priorities, with who held them; ids by name. */
export const seedRoles = async (ctx: Context): Promise<Roles> => {
  for (const { name, holders } of OWNER_ROLES) {
    const known = (await readRoles(ctx)).find((role) => role.name === name)
    const id = known?.id ?? insist(await addRole(ctx, name), name)
    for (const holder of holders)
      if (!known?.holders.some(({ fromOn }) => fromOn === holder.fromOn))
        insist(await appointHolder(ctx, id, holder), holder.personName)
  }
  return new Map((await readRoles(ctx)).map(({ name, id }) => [name, id]))
}

const OPEN = 'open'

const draftOf = (priority: MadeUpPriority, objectiveId: string, roles: Roles) => {
  const { owner, wards, targets, outcomes, measures, ...text } = priority
  return {
    ...text,
    objectiveId,
    ownerRoleId: roles.get(owner) ?? null,
    origin: null,
    places: wards.map((name) => ({ code: wardCode(name), name })),
    targets: Object.entries(targets).map(([year, value]) => ({ year, value })),
    outcomes: outcomes.map((code) => ({ framework: OPEN, code })),
    measures: measures.map((code) => ({ framework: OPEN, code })),
  }
}

const readTree = async (ctx: Context, title: string, version: number): Promise<Tree | undefined> => {
  const trees = await inReading(ctx, (db: Reader<StrategyTables>) =>
    listTrees(db, ['draft', 'consulted', 'adopted', 'superseded']),
  )
  return trees.find((tree) => tree.version.title === title && tree.version.version === version)
}

const versionsNamed = async (ctx: Context, title: string): Promise<Version[]> => {
  const versions = await inReading(ctx, (db: Reader<StrategyTables>) => listVersions(db))
  return versions.filter((version) => version.title === title)
}

const seedObjective = async (
  ctx: Context,
  tree: Tree,
  objective: MadeUpObjective,
  roles: Roles,
): Promise<void> => {
  const { title, description, priorities } = objective
  const ref = tree.version
  const id =
    tree.objectives.find((one) => one.title === title)?.id ??
    insist(await addObjective(ctx, ref, { title, description }), title)
  for (const priority of priorities) {
    // What the version before it said is carried on, so it is changed rather than added again.
    const carried = tree.priorities.find((one) => one.title === priority.title)
    const draft = draftOf(priority, id, roles)
    insist(
      carried ? await changePriority(ctx, ref, carried.id, draft) : await addPriority(ctx, ref, draft),
      priority.title,
    )
  }
}

/** Takes a version from wherever an earlier try left it to where it should be. */
const seedVersion = async (
  { editor, approver }: Writers,
  wanted: MadeUpVersion,
  version: number,
  roles: Roles,
  before: (tree: Tree) => Promise<void>,
): Promise<void> => {
  const { objectives, consulted, adopted, ...text } = wanted
  const tree = await readTree(editor, wanted.title, version)
  if (!tree) throw new Error(`The demonstration cannot be made: ${wanted.title} has no version ${version}.`)
  const ref = tree.version
  if (ref.status === 'draft') {
    insist(await changeDocument(editor, ref, text), wanted.title)
    for (const objective of objectives) await seedObjective(editor, tree, objective, roles)
    await before(tree)
    if (consulted) insist(await recordConsultation(editor, ref, consulted), `consulting on ${wanted.title}`)
  }
  if (adopted && (ref.status === 'draft' || ref.status === 'consulted'))
    insist(await adoptVersion(approver, ref, adopted), `adopting ${wanted.title}`)
}

/** Finds or makes a document with its versions, oldest first. `before` may add to the newest draft what is not its own. */
export const seedDocument = async (
  writers: Writers,
  versions: readonly MadeUpVersion[],
  roles: Roles,
  before: (tree: Tree) => Promise<void> = async () => undefined,
): Promise<void> => {
  for (const [at, wanted] of versions.entries()) {
    const known = await versionsNamed(writers.editor, wanted.title)
    if (known.some(({ version }) => version > at + 1)) continue
    if (known.length === 0) await createDocument(writers.editor, wanted)
    else if (!known.some(({ version }) => version === at + 1))
      insist(await beginVersion(writers.editor, known[0]?.documentId ?? ''), wanted.title)
    await seedVersion(writers, wanted, at + 1, roles, before)
  }
}
