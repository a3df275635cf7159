import { findOrganisation, type OrganisationId } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { deleteMember, getNetwork, insertMember, insertNetwork, setAgreed } from '../store/networks.ts'
import type { SpendTables } from '../tables.ts'

export type NetworkRefusal =
  | 'network-name-length'
  | 'not-an-authority'
  | 'already-in-network'
  | 'not-agreed-yet'
type Acting = Context & { readonly authorityId: string }

const actorName = (ctx: Context): string =>
  ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind

/** Founds a network, of which the founder is the first member. Its home place is the founder's. */
export const foundNetwork = async (ctx: Acting, name: string): Promise<Decision<string, NetworkRefusal>> => {
  const clean = name.trim()
  if (clean.length < 1 || clean.length > 120) return refuse('network-name-length')
  const id = newId()
  const now = ctx.clock.now()
  await inTransaction<SpendTables, void>(ctx, async (tx) => {
    const founder = await findOrganisation(tx as never, ctx.authorityId as OrganisationId)
    await insertNetwork(tx, {
      id,
      name: clean,
      home_place_id: founder?.homePlaceId ?? null,
      founded_by: ctx.authorityId,
      founded_at: now,
    })
    await insertMember(tx, {
      authority_id: ctx.authorityId,
      network_id: id,
      invited_by: ctx.authorityId,
      invited_at: now,
      agreed_at: now,
      agreed_by: actorName(ctx),
    })
    await recordAudit(tx, ctx, { name: 'NETWORK_FOUNDED', subject: id, facts: { name: clean } })
  })
  return accept(id)
}

/** Invites an organisation. Nothing of it is read before it agrees. */
export const inviteToNetwork = (
  ctx: Acting,
  networkId: string,
  invitedId: string,
): Promise<Decision<null, NetworkRefusal>> =>
  inTransaction<SpendTables, Decision<null, NetworkRefusal>>(ctx, async (tx) => {
    const network = await getNetwork(tx, networkId)
    const own = network.members.find((member) => member.authorityId === ctx.authorityId)
    if (!own?.agreedAt) return refuse('not-agreed-yet')
    if (network.members.some((member) => member.authorityId === invitedId))
      return refuse('already-in-network')
    const invited = await findOrganisation(tx as never, invitedId as OrganisationId)
    if (!invited?.isAuthority) return refuse('not-an-authority')
    await insertMember(tx, {
      authority_id: invitedId,
      network_id: networkId,
      invited_by: ctx.authorityId,
      invited_at: ctx.clock.now(),
      agreed_at: null,
      agreed_by: null,
    })
    await recordAudit(tx, ctx, {
      name: 'NETWORK_INVITED',
      subject: networkId,
      facts: { organisation: invitedId },
    })
    return accept(null)
  })

/** Agrees that the members of a network see one's spending, added up by supplier. */
export const agreeToNetwork = (ctx: Acting, networkId: string): Promise<void> =>
  inTransaction<SpendTables, void>(ctx, async (tx) => {
    await getNetwork(tx, networkId)
    await setAgreed(tx, ctx.authorityId, networkId, ctx.clock.now(), actorName(ctx))
    await recordAudit(tx, ctx, { name: 'NETWORK_JOINED', subject: networkId })
  })

/** Leaves a network, or declines to join: from now on its members read nothing of one's spending. */
export const leaveNetwork = (ctx: Acting, networkId: string): Promise<void> =>
  inTransaction<SpendTables, void>(ctx, async (tx) => {
    await getNetwork(tx, networkId)
    await deleteMember(tx, ctx.authorityId, networkId)
    await recordAudit(tx, ctx, { name: 'NETWORK_LEFT', subject: networkId })
  })
