import { findOrganisation, listOrganisations, type OrganisationId } from '#identity'
import { getHomeLadder, type Location, locatePostcodes, type Tier, tierOf } from '#places'
import { deriveFormFromName, deriveSupplierKind, groupNameKey, supplierNameKey } from '#suppliers'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Identification } from '../rules/placement.ts'
import { type NameFacts, supplierOfPayee } from '../rules/supplier-of-payee.ts'
import { lockImports, raiseVersion } from '../store/imports.ts'
import {
  listPayeesToPlace,
  type PayeeToPlace,
  type Placement,
  setPlacements,
  type WhichPayees,
} from '../store/payees.ts'
import type { SpendTables } from '../tables.ts'
import { askForMatching } from './ask-for-matching.ts'
import { identifyPayees } from './identify-payees.ts'

const tierKey = (tier: Tier): string => {
  if (tier.kind === 'place') return tier.placeId
  // The Crown dependencies are no part of the United Kingdom.
  return tier.kind === 'crown-dependency' ? 'abroad' : tier.kind
}

/** The local authority district where it is known, else the postcode district. */
const areaOf = (location: Location): string | null =>
  location.areaCodes.find((code) => /^(E0[6789]|W06|S12|N09)/.test(code)) ?? location.district ?? null

/** The kind that a name betrays by itself, for payees that no register knows. */
const kindByName = (payee: PayeeToPlace): string =>
  deriveSupplierKind({
    name: payee.name,
    form: deriveFormFromName(payee.name, ''),
    accountsCategory: null,
    employees: null,
    charityNumber: payee.charity_number,
  }).kind

const nameFactsOf = (payee: PayeeToPlace, authorityId: string): NameFacts => ({
  authorityId,
  payeeId: payee.id,
  name: payee.name,
  flag: payee.flag,
  nameKey: supplierNameKey(payee.name),
  kindByName: kindByName(payee),
})

const groupKeyOf = (payee: PayeeToPlace, { entry, state }: Identification): string | null => {
  if (payee.flag !== 'named' || state === 'individual') return null
  return groupNameKey(entry?.name ?? payee.name) || null
}

const placementOf = (
  payee: PayeeToPlace,
  identification: Identification,
  location: Location,
  tier: string,
  authorityId: string,
): Placement => {
  const supplier = supplierOfPayee(identification, nameFactsOf(payee, authorityId))
  return {
    id: payee.id,
    registerScheme: identification.entry?.scheme ?? null,
    registerNumber: identification.entry?.number ?? null,
    identifiedBy: identification.identifiedBy,
    locatedPostcode: identification.postcode,
    locatedBy: identification.locatedBy,
    locatedAs: areaOf(location),
    tier,
    matchState: identification.state,
    supplierKey: supplier.key,
    supplierName: supplier.name,
    supplierKind: supplier.kind,
    supplierSize: supplier.size,
    sector: supplier.sector,
    groupKey: groupKeyOf(payee, identification),
  }
}

/** Identifies and places payees of an authority. */
export const placePayees = async (
  tx: Writer<SpendTables>,
  authorityId: string,
  which: WhichPayees,
): Promise<{ payees: number; placed: number }> => {
  const payees = await listPayeesToPlace(tx, which)
  if (payees.length === 0) return { payees: 0, placed: 0 }
  const identifications = await identifyPayees(tx, payees)
  const locations = await locatePostcodes(
    tx as never,
    identifications.map((identification) => identification.postcode ?? ''),
  )
  const organisation = await findOrganisation(tx as never, authorityId as OrganisationId)
  const ladder = await getHomeLadder(tx as never, authorityId, organisation?.homePlaceId ?? null)
  const placements = payees.map((payee, index) => {
    const identification = identifications[index] as Identification
    const location = locations[index] as Location
    return placementOf(payee, identification, location, tierKey(tierOf(ladder, location)), authorityId)
  })
  await setPlacements(tx, placements)
  return {
    payees: payees.length,
    placed: placements.filter((placement) => placement.tier !== 'unknown').length,
  }
}

/** Places every payee of every authority again: a register, a lookup or a place has changed. */
export const placeAllPayees = async (services: Services): Promise<{ payees: number; placed: number }> => {
  const total = { payees: 0, placed: 0 }
  const nobody = actingAs(services, { kind: 'worker' }, null)
  const authorities = await inTransaction<never, { id: string; isAuthority: boolean }[]>(nobody, (tx) =>
    listOrganisations(tx as never),
  )
  for (const authority of authorities.filter((candidate) => candidate.isAuthority)) {
    const ctx: Context = actingAs(services, { kind: 'worker' }, authority.id)
    await inTransaction<SpendTables, void>(ctx, async (tx) => {
      await lockImports(tx, authority.id)
      const { payees, placed } = await placePayees(tx, authority.id, { afterId: 0 })
      total.payees += payees
      total.placed += placed
      await raiseVersion(tx, authority.id)
      await askForMatching(tx, ctx, authority.id)
    })
  }
  return total
}
