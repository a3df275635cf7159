import { type Ladder, locatePostcodes, type Tier as PlaceTier, tierOf } from '#places'
import type { GroupSum, Slice, Tier } from '../model.ts'
import type { NetworkOfGroups, NetworkView } from '../network-calculator.ts'
import { deriveTiers } from '../rules/money-map.ts'
import { type Party, partiesOf } from '../rules/parties.ts'
import type { Calculator } from '../store/calculator.ts'
import { sumByColumns } from '../store/columns.ts'

const tierKey = (tier: PlaceTier): string => {
  if (tier.kind === 'place') return tier.placeId
  return tier.kind === 'crown-dependency' ? 'abroad' : tier.kind
}

/** The tier of each postcode seen from the network's home: its members may call other places their own. */
export const tiersOfPostcodes = async (
  calculator: Calculator,
  ladder: Ladder,
  postcodes: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> => {
  const distinct = [...new Set(postcodes)]
  const locations = await locatePostcodes(
    calculator.db as never,
    distinct.map((postcode) => postcode ?? ''),
  )
  return new Map(
    distinct.map((postcode, at) => {
      const location = locations[at]
      return [postcode, location ? tierKey(tierOf(ladder, location)) : 'unknown']
    }),
  )
}

export type Line = Party & {
  org: string
  tier: string
  supplier: string
  name: string
  kind: string
  payments: number
  pence: number
}

export const readLines = async (
  calculator: Calculator,
  { ladder, groups }: NetworkOfGroups,
  slice: Slice,
): Promise<Line[]> => {
  const sums = await sumByColumns(calculator, ['org', 'postcode', 'supplier', 'supplier_name', 'kind'], slice)
  const tiers = await tiersOfPostcodes(
    calculator,
    ladder,
    sums.map((sum) => sum.postcode),
  )
  const partyOf = partiesOf(groups)
  return sums.map((sum) => ({
    org: sum.org ?? '',
    tier: tiers.get(sum.postcode) ?? 'unknown',
    supplier: sum.supplier ?? '',
    name: sum.supplier_name ?? '',
    ...partyOf(sum.supplier ?? '', sum.supplier_name ?? ''),
    kind: sum.kind ?? 'unknown',
    payments: sum.payments,
    pence: sum.pence,
  }))
}

export const rungsOf = ({ ladder }: NetworkView) =>
  ladder.places.map(({ id, name }) => ({ id: id as string, name }))

export const add = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.pence, 0)

/** Suppliers, each once, a group of companies as one. */
export const countParties = (lines: readonly Line[]): number => new Set(lines.map(({ party }) => party)).size

export const tiersOf = (lines: readonly Line[], view: NetworkView): Tier[] =>
  deriveTiers(
    [...Map.groupBy(lines, (line) => line.tier)].map(
      ([key, own]): GroupSum => ({
        key,
        payments: own.reduce((sum, line) => sum + line.payments, 0),
        payees: countParties(own),
        pence: add(own),
      }),
    ),
    rungsOf(view),
  )
