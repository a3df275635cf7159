import { v5 } from 'uuid'
import type { Listing } from '../../model/directory.ts'
import { categoryName } from './categories.ts'

/** Ids of parts follow from the entry's, so that they stay the same from one export to the next (RFC 9562, version 5). */
const partId = (entryId: string, part: string): string => v5(part, entryId)

const TAXONOMY = { id: 'cpv', name: 'Common Procurement Vocabulary, divisions' } as const

const described = (listing: Listing): string =>
  [listing.content.supplies, listing.content.socialPurpose].filter((text) => text !== '').join('\n\n')

const organizationOf = ({ entryId, content }: Listing) => ({
  id: partId(entryId, 'organization'),
  name: content.name,
  description: content.socialPurpose || content.supplies,
  ...(content.website ? { website: content.website } : {}),
  ...(content.contactEmail ? { email: content.contactEmail } : {}),
})

const termOf = (code: string) => ({
  id: v5(`cpv:${code}`, v5.URL),
  code,
  name: categoryName(code),
  term: categoryName(code),
  description: categoryName(code),
  taxonomy: TAXONOMY.name,
})

const attributesOf = ({ entryId, content }: Listing) =>
  content.categories.map((code) => ({
    id: partId(entryId, `attribute:${code}`),
    link_id: entryId,
    link_entity: 'service',
    taxonomy_term: termOf(code),
  }))

const locationOf = ({ entryId, content }: Listing) => {
  const id = partId(entryId, 'location')
  return {
    id,
    location_type: 'physical',
    name: content.name,
    addresses: [
      {
        id: partId(entryId, 'address'),
        location_id: id,
        address_1: content.address,
        city: content.town,
        state_province: '',
        postal_code: content.postcode,
        country: 'GB',
        address_type: 'physical',
      },
    ],
  }
}

const contactsOf = ({ entryId, content }: Listing, url: string) => {
  if (![content.contactName, content.contactEmail, content.contactPhone].some(Boolean)) return []
  return [
    {
      id: partId(entryId, 'contact'),
      service_id: entryId,
      name: content.contactName,
      ...(content.contactEmail ? { email: content.contactEmail } : {}),
      url,
      phones: content.contactPhone
        ? [{ id: partId(entryId, 'phone'), number: content.contactPhone, service_id: entryId, url }]
        : [],
    },
  ]
}

/**
 * A voluntary, community or social enterprise as a service of HSDS-UK, the Open Referral UK profile of the Human
 * Services Data Specification 3.0: one service an entry, whole, as `GET /services/{id}` answers it. The profile wants an
 * address of each service, which is the entry's own page where the supplier has no site.
 */
export const openReferralService = (listing: Listing, siteUrl: string) => {
  const { entryId, content, listedAt } = listing
  const url = content.website || `${siteUrl}/directory/entries/${entryId}`
  return {
    id: entryId,
    name: content.name,
    description: described(listing),
    status: 'active',
    last_modified: listedAt.toISOString(),
    url,
    organization_id: partId(entryId, 'organization'),
    ...(content.contactEmail ? { email: content.contactEmail } : {}),
    ...(content.accreditations ? { accreditations: content.accreditations } : {}),
    organization: organizationOf(listing),
    service_areas: content.covers
      ? [{ id: partId(entryId, 'area'), service_id: entryId, name: content.covers }]
      : [],
    service_at_locations: [
      {
        id: partId(entryId, 'service-at-location'),
        service_id: entryId,
        location: locationOf(listing),
      },
    ],
    contacts: contactsOf(listing, url),
    attributes: attributesOf(listing),
  }
}

/** The page round a list, as the specification has it: pages count from 1. */
export const openReferralPage = <Item>(
  contents: readonly Item[],
  total: number,
  page: number,
  size: number,
) => {
  const pages = Math.max(1, Math.ceil(total / size))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}
