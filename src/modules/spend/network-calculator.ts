import { actingAuthority, findOrganisation, type OrganisationId } from '#identity'
import { getHomeLadder, type Ladder } from '#places'
import type { CopyKey } from '../../platform/columnar/columnar.ts'
import type { Context } from '../../platform/context.ts'
import { Forbidden, Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { makeFactCopy } from './calculator.ts'
import { type ConfirmedGroup, type JoinedGroup, joinGroups } from './rules/parties.ts'
import { measureRejected } from './store/analysis.ts'
import { type Calculator, copyCalculator, databaseCalculator, getStamp } from './store/calculator.ts'
import { listConfirmedGroups } from './store/groups.ts'
import { getNetwork, type Network } from './store/networks.ts'
import type { SpendTables } from './tables.ts'

const PATIENCE = 60
const WAIT_MS = 500

type Rejected = NonNullable<Calculator['rejected']>
type MemberState = {
  readonly stamp: string | undefined
  readonly rejected: Rejected
  readonly groups: readonly ConfirmedGroup[]
}

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, WAIT_MS))

/** A member's copy as its payments are now. Another process may be making it: then it is waited for. */
const copyOfMember = async (member: Context, state: MemberState): Promise<CopyKey | undefined> => {
  if (state.stamp === undefined) return undefined
  const key = { owner: actingAuthority(member) as string, stamp: state.stamp }
  for (let tries = 0; tries < PATIENCE; tries++) {
    if (member.columnar.has(key)) return key
    const made = await makeFactCopy(member)
    if (made) return made
    await wait()
  }
  throw new Unusable('The figures of this network are being made. Try again in a minute.')
}

export type NetworkView = {
  readonly network: Network
  /** Members that agreed, by id, with their names. */
  readonly members: ReadonlyMap<string, string>
  readonly ladder: Ladder
}

/** With the groups of companies that any of the members confirmed, counted together. */
export type NetworkOfGroups = NetworkView & { readonly groups: readonly JoinedGroup[] }

const readNetwork = (ctx: Context, networkId: string): Promise<NetworkView> =>
  inReading<SpendTables, NetworkView>(ctx, async (db) => {
    const network = await getNetwork(db, networkId)
    const agreed = network.members.filter((member) => member.agreedAt !== null)
    if (!agreed.some((member) => member.authorityId === ctx.authorityId))
      throw new Forbidden('Your organisation has not joined this network.')
    const names = new Map<string, string>()
    for (const { authorityId } of agreed) {
      const organisation = await findOrganisation(db as never, authorityId as OrganisationId)
      names.set(authorityId, organisation?.name ?? authorityId)
    }
    return {
      network,
      members: names,
      ladder: await getHomeLadder(db as never, actingAuthority(ctx), network.homePlaceId),
    }
  })

/**
 * Runs questions over the payments of all members that agreed, on their copies opened together. Membership is read under
 * row-level security first; only then, and for the members alone, is anything read in their name. Undefined where nobody has payments.
 */
export const inNetworkAnalysis = async <Result>(
  ctx: Context,
  networkId: string,
  work: (calculator: Calculator, view: NetworkOfGroups) => Promise<Result>,
): Promise<{ view: NetworkView; result: Result | undefined }> => {
  const view = await readNetwork(ctx, networkId)
  const keys: CopyKey[] = []
  const groups: ConfirmedGroup[] = []
  const rejected = { rejectedRows: 0, rejectedPence: 0 }
  for (const authorityId of view.members.keys()) {
    const member: Context = { ...ctx, authorityId }
    const state = await inReading<SpendTables, MemberState>(member, async (db) => ({
      stamp: await getStamp(db),
      rejected: await measureRejected(databaseCalculator(db), null),
      groups: await listConfirmedGroups(db),
    }))
    const key = await copyOfMember(member, state)
    if (!key) continue
    keys.push(key)
    groups.push(...state.groups)
    rejected.rejectedRows += state.rejected.rejectedRows
    rejected.rejectedPence += state.rejected.rejectedPence
  }
  const [first, ...rest] = keys
  if (!first) return { view, result: undefined }
  const joined = joinGroups(groups, actingAuthority(ctx))
  const found = await ctx.columnar.using(keys, async (ask) => ({
    result: await inReading<SpendTables, Result>(ctx, (db) =>
      work({ ...copyCalculator(db, ask, [first, ...rest]), rejected }, { ...view, groups: joined }),
    ),
  }))
  if (!found) throw new Unusable('The figures of this network are being made. Try again in a minute.')
  return { view, result: found.result }
}
