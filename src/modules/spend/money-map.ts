import { actingAuthority, findOrganisation } from '#identity'
import { getHomeLadder } from '#places'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import { inAnalysis } from './calculator.ts'
import type { Slice, Tier } from './model.ts'
import { deriveTiers, type Rung } from './rules/money-map.ts'
import { getVersion } from './store/imports.ts'
import { type MoneyMapSums, measureMoneyMap } from './store/money-map.ts'

export type MoneyMap = Omit<MoneyMapSums, 'tiers'> & {
  readonly organisation: string
  readonly ladder: readonly Rung[]
  readonly tiers: readonly Tier[]
  readonly version: number
}

/** The places that tiers are named by, innermost first; empty until the organisation has a home place. */
export const readLadder = async (
  ctx: Context,
): Promise<{ organisation: string; ladder: readonly Rung[] }> => {
  const authorityId = actingAuthority(ctx)
  return inReading(ctx, async (db) => {
    const organisation = await findOrganisation(db as never, authorityId)
    const ladder = await getHomeLadder(db as never, authorityId, organisation?.homePlaceId ?? null)
    return {
      organisation: organisation?.name ?? '',
      ladder: ladder.places.map(({ id, name }) => ({ id, name })),
    }
  })
}

/** The money map of a slice, for the page, the API, the command line and the exports. */
export const readMoneyMap = async (ctx: Context, slice: Slice): Promise<MoneyMap> => {
  const { organisation, ladder } = await readLadder(ctx)
  const { sums, version } = await inAnalysis(ctx, async (calculator) => {
    const number = await getVersion(calculator.db)
    return { sums: await measureMoneyMap(calculator, slice), version: number }
  })
  return { ...sums, organisation, ladder, tiers: deriveTiers(sums.tiers, ladder), version }
}

/** What each tier is called for an authority. */
export const tierLabels = async (ctx: Context): Promise<ReadonlyMap<string, string>> => {
  const { ladder } = await readLadder(ctx)
  return new Map(deriveTiers([], ladder).map((tier) => [tier.key, tier.label]))
}
