import type { Reader, Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { SpendTables } from '../tables.ts'

export type NetworkMember = {
  readonly authorityId: string
  readonly invitedAt: Date
  /** Null while the invitation is open. */
  readonly agreedAt: Date | null
}
export type Network = {
  readonly id: string
  readonly name: string
  readonly homePlaceId: string | null
  readonly foundedBy: string
  readonly members: readonly NetworkMember[]
}

/** Row-level security lets an organisation see the networks that it is in or invited to, and nobody else's. */
export const listNetworks = async (db: Reader<SpendTables>): Promise<Network[]> => {
  const networks = await db
    .selectFrom('spend.network')
    .select(['id', 'name', 'home_place_id as homePlaceId', 'founded_by as foundedBy'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  const members = await db
    .selectFrom('spend.network_member')
    .select([
      'network_id as networkId',
      'authority_id as authorityId',
      'invited_at as invitedAt',
      'agreed_at as agreedAt',
    ])
    .orderBy('invited_at')
    .orderBy('authority_id')
    .execute()
  return networks.map((network) => ({
    ...network,
    members: members.filter((member) => member.networkId === network.id),
  }))
}

/** Throws NotFound for a network the acting organisation is not in. */
export const getNetwork = async (db: Reader<SpendTables>, id: string): Promise<Network> => {
  const found = (await listNetworks(db)).find((network) => network.id === id)
  if (!found) throw new NotFound('There is no such network here.')
  return found
}

export const insertNetwork = (
  tx: Writer<SpendTables>,
  network: { id: string; name: string; home_place_id: string | null; founded_by: string; founded_at: Date },
): Promise<unknown> => tx.insertInto('spend.network').values(network).execute()

export const insertMember = (
  tx: Writer<SpendTables>,
  member: SpendTables['spend.network_member'],
): Promise<unknown> => tx.insertInto('spend.network_member').values(member).execute()

export const setAgreed = (
  tx: Writer<SpendTables>,
  authorityId: string,
  networkId: string,
  at: Date,
  by: string,
): Promise<unknown> =>
  tx
    .updateTable('spend.network_member')
    .set({ agreed_at: at, agreed_by: by })
    .where('authority_id', '=', authorityId)
    .where('network_id', '=', networkId)
    .execute()

export const deleteMember = (
  tx: Writer<SpendTables>,
  authorityId: string,
  networkId: string,
): Promise<unknown> =>
  tx
    .deleteFrom('spend.network_member')
    .where('authority_id', '=', authorityId)
    .where('network_id', '=', networkId)
    .execute()
