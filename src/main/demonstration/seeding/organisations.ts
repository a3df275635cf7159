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

/** The other large bodies that will not leave Northmere. */
export const ANCHORS: readonly MadeUpOrganisation[] = [
  {
    name: `${CITY} and Wexmoor Hospitals NHS Trust`,
    slug: 'northmere-hospitals',
    kind: 'nhs',
  },
  {
    name: `University of ${CITY}`,
    slug: 'university-of-northmere',
    kind: 'university',
  },
  {
    name: 'Lanternhill Homes',
    slug: 'lanternhill-homes',
    kind: 'housing-association',
  },
  {
    name: `${COUNTY} College`,
    slug: 'ashshire-college',
    kind: 'college',
  },
]

/** What the councils of the county want together. */
export const ALLIANCE: MadeUpOrganisation = {
  name: `${COUNTY} Combined Authority`,
  slug: 'ashshire-combined-authority',
  kind: 'combined-authority',
}
