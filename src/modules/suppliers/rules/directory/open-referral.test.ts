import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryContent, Listing } from '../../model/directory.ts'
import { openReferralPage, openReferralService } from './open-referral.ts'

/**
 * What the schemas ask of the parts we write: required fields, types, formats and code lists, in our own words, after
 * openreferral/specification `schema/*.json` (HSDS 3.0 to 3.2) and OpenReferralUK/uk-profile `profile/*.json` (HSDS-UK 3.0,
 * revisions 991a5a1, fe45d91, 7ccc2fc and 6eee0e4), read in November 2026. Where revisions differ, the stricter stands here. The
 * schemas themselves, and the validator of Open Referral UK, were not run.
 */
const id = { type: 'string', format: 'uuid' }
const text = { type: 'string' }
const filled = { type: 'string', minLength: 1 }
const url = { type: 'string', format: 'uri' }
const email = { type: 'string', format: 'email' }
const object = (required: readonly string[], properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required,
  properties,
})
const list = (items: object) => ({ type: 'array', items })
const KIND = { enum: ['physical', 'postal', 'virtual'] }

const address = object(
  ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  {
    id,
    location_id: id,
    address_1: text,
    city: text,
    postal_code: text,
    country: { const: 'GB' },
    address_type: KIND,
  },
)
const location = object(['id', 'location_type'], {
  id,
  location_type: KIND,
  name: text,
  addresses: list(address),
})
const phone = object(['id', 'number', 'url'], { id, number: filled, url })
const contact = object(['id', 'url'], { id, url, name: text, email, phones: list(phone) })
const term = object(['id', 'name', 'description', 'taxonomy', 'term'], {
  id,
  name: filled,
  description: filled,
})
const service = object(['id', 'name', 'status', 'url', 'organization', 'organization_id'], {
  id,
  name: filled,
  url,
  email,
  description: text,
  status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  accreditations: text,
  last_modified: { type: 'string', format: 'date-time' },
  organization_id: id,
  organization: object(['id', 'name', 'description'], {
    id,
    name: filled,
    description: text,
    website: url,
    email,
  }),
  service_areas: list(object(['id'], { id, service_id: id, name: text })),
  service_at_locations: list(object(['id'], { id, service_id: id, location })),
  contacts: list(contact),
  attributes: list(object(['id'], { id, link_id: id, taxonomy_term: term })),
})

const ajv = new Ajv({ allErrors: true })
formats.default(ajv)
const isService = ajv.compile(service)

const some = (values: readonly string[]) => fc.constantFrom('', ...values)
const content: fc.Arbitrary<EntryContent> = fc.record({
  name: fc.constantFrom('Lanternhill Advice', '=1+1', 'Zoë’s “Kitchen”'),
  kind: fc.constant('vcse' as const),
  supplies: fc.string(),
  categories: fc.uniqueArray(fc.constantFrom('85', '98', '45', '55'), { maxLength: 4 }),
  postcode: fc.constantFrom('NN31 1AA', ''),
  address: some(['1 High Street']),
  town: some(['Northmere']),
  covers: some(['All of Ashshire']),
  capacity: some(['Forty a week']),
  accreditations: some(['ISO 9001']),
  socialPurpose: some(['Nobody alone']),
  website: some(['https://www.lanternhill.example/']),
  contactName: some(['Wren Carder']),
  contactEmail: some(['wren@lanternhill.example']),
  contactPhone: some(['01632 960001']),
  showsContact: fc.boolean(),
})
const listing = content.map(
  (one): Listing => ({
    entryId: '019a0c3e-7d41-7000-8000-5f2f6a1b2c3d',
    content: one,
    listedAt: new Date('2026-11-20T09:30:00Z'),
  }),
)

describe('a social enterprise in the Open Referral UK shape', () => {
  test('has every field that the specification and its UK profile require, each of its type', () => {
    fc.assert(
      fc.property(listing, (one) => {
        const made: unknown = JSON.parse(
          JSON.stringify(openReferralService(one, 'https://goldthread.example')),
        )
        isService(made)
        expect(isService.errors ?? []).toEqual([])
      }),
    )
  })

  test('is found wanting by this check where a field is missing or of a wrong type', () => {
    const [one] = fc.sample(listing, 1)
    const made = openReferralService(one as Listing, 'https://goldthread.example')
    for (const change of [{ url: undefined }, { status: 'open' }, { organization: {} }, { id: '1' }])
      expect(isService(JSON.parse(JSON.stringify({ ...made, ...change })))).toBe(false)
  })

  test('says on which page of how many it stands', () => {
    expect(openReferralPage([1, 2], 5, 2, 2)).toEqual({
      total_items: 5,
      total_pages: 3,
      page_number: 2,
      size: 2,
      first_page: false,
      last_page: false,
      empty: false,
      contents: [1, 2],
    })
  })
})
