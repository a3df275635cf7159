import {
  agreeToNetwork,
  foundNetwork,
  type ImportRecord,
  inviteToNetwork,
  listImports,
  listNetworks,
  matchPayeesOf,
  type Network,
  type SpendTables,
} from '#spend'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { anchorFile } from '../payments/anchor-payments.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { insist } from './insist.ts'
import type { SeededAnchor, SeededCouncil } from './seed-people.ts'
import { type Acting, countFile } from './seed-spending.ts'

const NETWORK = 'Northmere anchors'

const acting = (services: Services, authorityId: string, personId: string): Acting => ({
  ...actingAs(services, { kind: 'person', personId }, authorityId),
  authorityId,
})

const countAnchorFile = async (
  services: Services,
  anchor: SeededAnchor,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  const content = anchorFile(anchor.slug, suppliers)
  if (!content) return
  const ctx = acting(services, anchor.anchorId, anchor.analystId)
  const known = await inReading<SpendTables, ImportRecord[]>(ctx, listImports)
  if (known.length === 0)
    await countFile(ctx, { name: `${anchor.slug}-2024-26.csv`, fate: 'counted', write: () => content })
  await matchPayeesOf(ctx)
}

const findNetwork = async (ctx: Acting): Promise<Network | undefined> =>
  (await inReading<SpendTables, Network[]>(ctx, listNetworks)).find((network) => network.name === NETWORK)

/** The other anchors' payments, and the network in which all but the college have agreed to share them. */
export const seedAnchors = async (
  services: Services,
  council: SeededCouncil,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  for (const anchor of council.anchors) await countAnchorFile(services, anchor, suppliers)
  const ctx = acting(services, council.councilId, council.analystId)
  const id = (await findNetwork(ctx))?.id ?? insist(await foundNetwork(ctx, NETWORK), NETWORK)
  for (const { slug, anchorId, analystId } of council.anchors) {
    const member = (await findNetwork(ctx))?.members.find((one) => one.authorityId === anchorId)
    if (!member) insist(await inviteToNetwork(ctx, id, anchorId), slug)
    if (!member?.agreedAt && anchorFile(slug, suppliers))
      await agreeToNetwork(acting(services, anchorId, analystId), id)
  }
}
