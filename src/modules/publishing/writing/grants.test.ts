import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { GrantFacts } from '../model/grant.ts'
import { checkGrants } from '../rules/check-grants.ts'
import { compileSchema } from '../validation/schema.ts'
import { grantLines, writeGrants } from './grants.ts'

const SCHEMA = '../shared/data/ocds/360giving-schema.json'
const TRAFFORD = '../shared/data/grants/trafford_360giving_grants'
const publisher = { prefix: '360G-northmere', id: 'GB-LAE-NMR', name: 'Northmere Council' }
const grant: GrantFacts = {
  reference: '12',
  title: 'Choir for all',
  description: 'Weekly rehearsals',
  amountPence: 226_650,
  awardedOn: '2026-06-01',
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  months: 12,
  recipient: { kind: 'organisation', reference: 'choir', name: 'Hillside Choir', companyNumber: '123456' },
  programme: { code: 'VSG', title: 'Voluntary sector grants' },
  place: { name: 'Hillside', code: 'E05000001', codeType: 'WD' },
  isOpenCall: true,
}
const person: GrantFacts = { ...grant, reference: '13', recipient: { kind: 'individual', reference: 'p7' } }
const written = (...grants: GrantFacts[]): any => (writeGrants(grants, publisher) as any).grants
const rows = (grants: Iterable<any>): Record<string, string>[] =>
  parse([...grantLines(grants)].join(''), { columns: true, bom: true })

describe('writeGrants', () => {
  test('writes what 360Giving asks for', () =>
    expect(written(grant)[0]).toMatchObject({
      id: '360G-northmere-12',
      amountAwarded: 2266.5,
      currency: 'GBP',
      recipientOrganization: [{ id: 'GB-COH-00123456', name: 'Hillside Choir' }],
      fromOpenCall: 'Yes',
    }))
  test('names a charity by its number, and others by our own id', () => {
    const recipient = { kind: 'organisation', reference: 'choir', name: 'Choir' } as const
    expect(
      written({ ...grant, recipient: { ...recipient, charityNumber: '1109047' } })[0].recipientOrganization[0]
        .id,
    ).toBe('GB-CHC-1109047')
    expect(written({ ...grant, recipient })[0].recipientOrganization[0].id).toBe('360G-northmere-org-choir')
  })
  test('never names or places an individual', () => {
    const [only] = written(person)
    expect(only.recipientIndividual).toEqual({ id: '360G-northmere-ind-p7', name: 'Individual Recipient' })
    expect(only).not.toHaveProperty('beneficiaryLocation')
    expect(only).not.toHaveProperty('recipientOrganization')
  })
  test('what is written has nothing wrong with it', () =>
    expect(checkGrants(written(grant, person))).toEqual([]))
  test('runs no text as a formula', () =>
    expect(rows(written({ ...grant, title: '=cmd|x' }))[0]).toMatchObject({
      Title: "'=cmd|x",
      'Amount Awarded': '2266.5',
    }))
})

describe('checkGrants', () => {
  const sound = written(grant)[0]
  test.each<[string, string, any]>([
    ['not-an-object', '', 7],
    ['missing', '/title', { ...sound, title: '' }],
    ['no-recipient', '', { ...sound, recipientOrganization: [] }],
    ['two-recipients', '', { ...sound, recipientIndividual: { name: 'Individual Recipient' } }],
    ['missing', '/recipientOrganization/0/name', { ...sound, recipientOrganization: [{ id: 'GB-COH-1' }] }],
    [
      'recipient-without-register',
      '/recipientOrganization/0/id',
      { ...sound, recipientOrganization: [{ id: 'x', name: 'y' }] },
    ],
    ['id-without-prefix', '/id', { ...sound, id: '12' }],
    ['wrong-amount', '/amountAwarded', { ...sound, amountAwarded: '£5' }],
    ['wrong-date', '/awardDate', { ...sound, awardDate: '31/12/2026' }],
    [
      'ends-before-start',
      '/plannedDates/0',
      { ...sound, plannedDates: [{ startDate: '2026-02-01', endDate: '2026-01-01' }] },
    ],
    ['wrong-currency', '/currency', { ...sound, currency: '£' }],
    [
      'individual-named',
      '/recipientIndividual/name',
      { ...written(person)[0], recipientIndividual: { id: 'a', name: 'A Name' } },
    ],
    [
      'individual-placed',
      '/beneficiaryLocation',
      { ...written(person)[0], beneficiaryLocation: [{ name: 'A Street' }] },
    ],
  ])('finds %s at %s', (code, pointer, given) => {
    const findings = checkGrants([given])
    expect(findings).toContainEqual(expect.objectContaining({ code, pointer: `/grants/0${pointer}` }))
    expect(JSON.stringify(findings)).not.toMatch(/A Name|A Street/)
  })
  test('finds a grant that is there twice', () =>
    expect(checkGrants([sound, sound])).toMatchObject([{ code: 'duplicate-id', pointer: '/grants/1/id' }]))
})

describe.skipIf(!existsSync(SCHEMA))(
  'published schema and grants (skipped where ../shared is absent)',
  () => {
    test('what is written is valid by schema 1.4', () => {
      const check = compileSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')))
      for (const each of written(grant, person)) expect(check(each)).toEqual([])
      expect(check({ id: '1' }).length).toBeGreaterThan(0)
    })
    test("Trafford's 555 grants have no errors, and come out as in its CSV", () => {
      const { grants } = JSON.parse(readFileSync(`${TRAFFORD}.json`, 'utf8'))
      expect(grants).toHaveLength(555)
      expect(checkGrants(grants).filter(({ level }) => level === 'error')).toEqual([])
      const theirs: Record<string, string>[] = parse(readFileSync(`${TRAFFORD}.csv`), {
        columns: true,
        bom: true,
      })
      const ours = rows(grants)
      for (const column of [
        'Identifier',
        'Amount Awarded',
        'Award Date',
        'Recipient Org:Identifier',
        'Recipient Org:Postal Code',
        'Funding Org:Identifier',
        'Grant Programme:Code',
      ])
        expect(ours.map((row) => row[column])).toEqual(theirs.map((row) => row[column]))
    })
  },
)
