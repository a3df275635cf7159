import {
  createOrganisation,
  findOrganisationBySlug,
  type IdentityTables,
  listMembers,
  type OrganisationId,
  type Role,
} from '#identity'
import {
  adoptShared,
  changePriority,
  correctReading,
  importReadings,
  listPlansOf,
  listReadings,
  listShared,
  listTrees,
  publishPlan,
  readThread,
  recordByHand,
  type StrategyTables,
  sharePriority,
  type Tree,
} from '#strategy'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { readingsFile } from '../strategy/made-up-readings.ts'
import {
  ALLIANCE_PLAN,
  apprenticeships,
  CLIMATE_PLAN,
  CORPORATE_VERSIONS,
  GROWTH_PLAN,
  PLACE_PLAN,
} from '../strategy/made-up-strategy.ts'
import { BY_HAND } from '../strategy/made-up-thread.ts'
import { insist } from './insist.ts'
import { ALLIANCE } from './organisations.ts'
import { type Roles, seedDocument, seedRoles, type Writers } from './seed-documents.ts'
import type { SeededCouncil } from './seed-people.ts'

const read = <Result>(ctx: Context, work: (db: Reader<StrategyTables>) => Promise<Result>): Promise<Result> =>
  inReading(ctx, work)

/** The combined authority shares a priority with its members; returns the id of the shared copy. */
const seedAlliance = async (services: Services, homePlaceId: string): Promise<string> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const known = await inReading(operator, (db: Reader<IdentityTables>) =>
    findOrganisationBySlug(db, ALLIANCE.slug),
  )
  const { name, slug, kind } = ALLIANCE
  const alliance =
    known ??
    insist(await createOrganisation(operator, { name, slug, kind, isAuthority: true, homePlaceId }), name)
  const ctx = actingAs(services, { kind: 'command' }, alliance.id)
  await seedDocument({ editor: ctx, approver: ctx }, [ALLIANCE_PLAN], await seedRoles(ctx))
  const shared = (await read(ctx, listShared)).find(({ authorityId }) => authorityId === alliance.id)
  if (shared) return shared.id
  const [tree] = await read(ctx, (db) => listTrees(db, ['adopted']))
  return insist(await sharePriority(ctx, tree?.priorities[0]?.id ?? ''), apprenticeships.title)
}

/** Takes the alliance's priority into the growth plan and sets a target of the council's own. */
const takeShared = async (ctx: Context, tree: Tree, shareId: string, roles: Roles): Promise<void> => {
  const trees = await read(ctx, (db) => listTrees(db, ['draft']))
  const now = trees.find(({ version }) => version.documentId === tree.version.documentId) ?? tree
  const objectiveId = now.objectives.find(({ title }) => title === 'Skills for tomorrow')?.id ?? ''
  const ownerRoleId = roles.get(apprenticeships.owner) ?? null
  const id =
    now.priorities.find(({ origin }) => origin !== null)?.id ??
    insist(await adoptShared(ctx, tree.version, shareId, { objectiveId, ownerRoleId }), apprenticeships.title)
  const shared = (await read(ctx, listShared)).find((one) => one.id === shareId)
  if (!shared) return
  const targets = [
    { year: '2025/26', value: '60' },
    { year: '2026/27', value: '65' },
    { year: '2027/28', value: '72' },
  ]
  const draft = { ...shared.content, objectiveId, ownerRoleId, origin: null, targets }
  insist(await changePriority(ctx, tree.version, id, draft), apprenticeships.title)
}

const seedReadings = async (ctx: Context): Promise<void> => {
  const trees = await read(ctx, (db) => listTrees(db, ['adopted']))
  const ids = trees.flatMap(({ priorities }) => priorities.map(({ id }) => id))
  if ((await read(ctx, (db) => listReadings(db, ids))).length > 0) return
  const file = { name: 'northmere-readings.csv', content: Buffer.from(readingsFile()) }
  const imported = await importReadings(ctx, file)
  if (!imported.ok) throw new Error(`The demonstration cannot be made: ${JSON.stringify(imported.faults[0])}`)
  const wrong = (await read(ctx, (db) => listReadings(db, ids))).find(
    ({ measuredOn, value }) => measuredOn === '2025-09-30' && value === '43.9',
  )
  if (!wrong) return
  const note = 'Two payments to Callerby were placed outside the county by mistake'
  insist(await correctReading(ctx, wrong.id, { value: '44.2', source: wrong.source, note }), 'a correction')
}

const seedThread = async (ctx: Context): Promise<void> => {
  const { nodes } = await read(ctx, readThread)
  const titles = new Map([...nodes.values()].map((node) => [`${node.kind} ${node.title}`, node]))
  for (const { serves, ...node } of BY_HAND) {
    if (titles.has(`${node.kind} ${node.title}`)) continue
    const refs = serves.flatMap((title) => titles.get(`priority ${title}`) ?? [])
    insist(await recordByHand(ctx, node, refs), node.title)
  }
}

const seedPlan = async (ctx: Context): Promise<void> => {
  if ((await read(ctx, (db) => listPlansOf(db, ctx.authorityId ?? ''))).length > 0) return
  const trees = await read(ctx, (db) => listTrees(db, ['adopted']))
  const priorityIds = trees.flatMap(({ priorities }) => priorities.map(({ id }) => id))
  const introduction =
    'The council spends about £190 million a year with others. Whoever works for us helps with what is on this page. It goes into every tender.'
  const first = { title: 'What we want for Northmere', introduction, priorityIds: priorityIds.slice(0, 5) }
  insist(await publishPlan(ctx, first), 'the first plan on a page')
  insist(await publishPlan(ctx, { ...first, priorityIds }), 'the plan on a page')
}

/** Northmere's strategy: documents in every state, readings of three years, a thread with loose ends, two plans. */
export const seedStrategy = async (
  services: Services,
  council: SeededCouncil,
  homePlaceId: string,
): Promise<void> => {
  const anybody = actingAs(services, { kind: 'command' }, council.councilId)
  const members = await inReading(anybody, (db: Reader<IdentityTables>) =>
    listMembers(db, council.councilId as OrganisationId),
  )
  const as = (role: Role): Context => {
    const personId = members.find(({ roles }) => roles.includes(role))?.id
    return personId ? actingAs(services, { kind: 'person', personId }, council.councilId) : anybody
  }
  const writers: Writers = { editor: as('policy-lead'), approver: as('senior-owner') }
  const roles = await seedRoles(writers.editor)
  const shareId = await seedAlliance(services, homePlaceId)
  await seedDocument(writers, CORPORATE_VERSIONS, roles)
  await seedDocument(writers, [GROWTH_PLAN], roles, (tree) =>
    takeShared(writers.editor, tree, shareId, roles),
  )
  await seedDocument(writers, [CLIMATE_PLAN], roles)
  await seedDocument(writers, [PLACE_PLAN], roles)
  await seedReadings(as('analyst'))
  await seedThread(writers.editor)
  await seedPlan(writers.approver)
}
