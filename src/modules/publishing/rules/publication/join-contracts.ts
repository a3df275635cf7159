import type { ProcessFacts } from '../../model/process-facts.ts'

/** The first that bears an id stands. */
const byId = <Each extends { readonly id: string }>(
  lists: readonly (readonly Each[] | undefined)[],
): Each[] => {
  const found = new Map<string, Each>()
  for (const each of lists.flatMap((list) => list ?? [])) if (!found.has(each.id)) found.set(each.id, each)
  return [...found.values()]
}

/**
 * One process of a purchase and the contracts that came of it: OCDS gives everything from the plan to the last delivery one
 * ocid. What both name (a party, an award) is said once, as the purchase has it.
 */
export const joinContracts = (purchase: ProcessFacts, contracts: readonly ProcessFacts[]): ProcessFacts => {
  if (contracts.length === 0) return purchase
  return {
    ...purchase,
    parties: byId([purchase.parties, ...contracts.map(({ parties }) => parties)]),
    awards: byId([purchase.awards, ...contracts.map(({ awards }) => awards)]),
    contracts: contracts.flatMap((contract) => contract.contracts ?? []),
  }
}
