import { findOrganisation, listOrganisations, type OrganisationId } from '#identity'
import { getHomeLadder, type Location, locatePostcodes, type Tier, tierOf } from '#places'
import { findRegisterEntriesByExactName, findRegisterEntriesByNumber, type RegisterEntry } from '#suppliers'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { decideIdentification, type Identification, type RegisterFacts } from '../rules/placement.ts'
import { lockImports, raiseVersion } from '../store/imports.ts'
import { listPayeesToPlace, type PayeeToPlace, type Placement, setPlacements } from '../store/payees.ts'
import type { SpendTables } from '../tables.ts'

const factsOf = (entry: RegisterEntry): RegisterFacts => ({
  scheme: entry.scheme,
  number: entry.number,
  name: entry.name,
  postcode: entry.postcode,
  isActive: entry.status !== 'closed',
})

const present = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== ''))] as string[]

/** Asks the registers about many payees at once, and decides on each. */
const identifyAll = async (
  tx: Writer<SpendTables>,
  payees: readonly PayeeToPlace[],
): Promise<Identification[]> => {
  const named = payees.filter((payee) => payee.flag === 'named')
  const companies = await findRegisterEntriesByNumber(tx as never, {
    scheme: 'GB-COH',
    numbers: present(named.map((payee) => payee.company_number)),
  })
  const charities = await findRegisterEntriesByNumber(tx as never, {
    scheme: 'GB-CHC',
    numbers: present(named.map((payee) => payee.charity_number)),
  })
  const hits = await findRegisterEntriesByExactName(
    tx as never,
    present(named.map((payee) => payee.name_key)),
  )
  const byCompany = new Map(companies.map((entry) => [entry.number, factsOf(entry)]))
  const byCharity = new Map(charities.map((entry) => [entry.number, factsOf(entry)]))
  const current = Map.groupBy(
    hits.filter((hit) => !hit.isFormerName),
    (hit) => hit.nameKey,
  )
  const former = Map.groupBy(
    hits.filter((hit) => hit.isFormerName),
    (hit) => hit.nameKey,
  )
  return payees.map((payee) =>
    decideIdentification(
      {
        flag: payee.flag,
        postcode: payee.postcode,
        companyNumber: payee.company_number,
        charityNumber: payee.charity_number,
      },
      {
        byCompanyNumber: byCompany.get(payee.company_number ?? ''),
        byCharityNumber: byCharity.get(payee.charity_number ?? ''),
        // A former name speaks only where no one bears it today.
        byExactName: (current.get(payee.name_key) ?? former.get(payee.name_key) ?? []).map((hit) =>
          factsOf(hit.entry),
        ),
      },
    ),
  )
}

const tierKey = (tier: Tier): string => {
  if (tier.kind === 'place') return tier.placeId
  // The Crown dependencies are no part of the United Kingdom.
  return tier.kind === 'crown-dependency' ? 'abroad' : tier.kind
}

/** The local authority district where it is known, else the postcode district. */
const areaOf = (location: Location): string | null =>
  location.areaCodes.find((code) => /^(E0[6789]|W06|S12|N09)/.test(code)) ?? location.district ?? null

const placementOf = (
  payee: PayeeToPlace,
  identification: Identification,
  location: Location,
  tier: string,
): Placement => ({
  id: payee.id,
  registerScheme: identification.entry?.scheme ?? null,
  registerNumber: identification.entry?.number ?? null,
  identifiedBy: identification.identifiedBy,
  locatedPostcode: identification.postcode,
  locatedBy: identification.locatedBy,
  locatedAs: areaOf(location),
  tier,
})

/** Identifies and places an authority's payees: those of number above `afterId`. */
export const placePayees = async (
  tx: Writer<SpendTables>,
  authorityId: string,
  afterId: number,
): Promise<{ payees: number; placed: number }> => {
  const payees = await listPayeesToPlace(tx, afterId)
  if (payees.length === 0) return { payees: 0, placed: 0 }
  const identifications = await identifyAll(tx, payees)
  const locations = await locatePostcodes(
    tx as never,
    identifications.map((identification) => identification.postcode ?? ''),
  )
  const organisation = await findOrganisation(tx as never, authorityId as OrganisationId)
  const ladder = await getHomeLadder(tx as never, authorityId, organisation?.homePlaceId ?? null)
  const placements = payees.map((payee, index) => {
    const identification = identifications[index] as Identification
    const location = locations[index] as Location
    return placementOf(payee, identification, location, tierKey(tierOf(ladder, location)))
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
      const { payees, placed } = await placePayees(tx, authority.id, 0)
      total.payees += payees
      total.placed += placed
      await raiseVersion(tx, authority.id)
    })
  }
  return total
}
