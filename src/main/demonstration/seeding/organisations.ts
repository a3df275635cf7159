import type { OrganisationKind } from '#identity'
import { CITY, COUNTY } from '../geography/made-up-places.ts'

export type MadeUpOrganisation = {
  readonly name: string
  readonly slug: string
  readonly kind: OrganisationKind
}

export const COUNCIL: MadeUpOrganisation = {
  name: `${CITY} City Council`,
  slug: 'northmere-city-council',
  kind: 'council',
}

export type Anchor = MadeUpOrganisation & {
  /** The account of its one analyst. */
  readonly analyst: { readonly name: string; readonly email: string }
}

/** The other large bodies that will not leave Northmere. */
export const ANCHORS: readonly Anchor[] = [
  {
    name: `${CITY} and Wexmoor Hospitals NHS Trust`,
    slug: 'northmere-hospitals',
    kind: 'nhs',
    analyst: { name: 'Hospitals Analyst', email: 'analyst@northmere-hospitals.example' },
  },
  {
    name: `University of ${CITY}`,
    slug: 'university-of-northmere',
    kind: 'university',
    analyst: { name: 'University Analyst', email: 'analyst@university-of-northmere.example' },
  },
  {
    name: 'Lanternhill Homes',
    slug: 'lanternhill-homes',
    kind: 'housing-association',
    analyst: { name: 'Homes Analyst', email: 'analyst@lanternhill-homes.example' },
  },
  {
    name: `${COUNTY} College`,
    slug: 'ashshire-college',
    kind: 'college',
    analyst: { name: 'College Analyst', email: 'analyst@ashshire-college.example' },
  },
]
