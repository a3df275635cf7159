import type { GrantFacts, GrantPublisher, Recipient } from '../model/grant.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import { present } from '../rules/write-fields.ts'
import { csvLines } from './csv.ts'

/** An official register first: others can then find the same organisation in other data. */
const organisationId = (recipient: Extract<Recipient, { kind: 'organisation' }>, prefix: string): string => {
  if (recipient.companyNumber !== undefined) return `GB-COH-${recipient.companyNumber.padStart(8, '0')}`
  if (recipient.charityNumber !== undefined) return `GB-CHC-${recipient.charityNumber}`
  return `${prefix}-org-${recipient.reference}`
}

const recipientFields = (recipient: Recipient, prefix: string) =>
  recipient.kind === 'individual'
    ? { recipientIndividual: { id: `${prefix}-ind-${recipient.reference}`, name: 'Individual Recipient' } }
    : {
        recipientOrganization: [
          present({
            id: organisationId(recipient, prefix),
            name: recipient.name,
            charityNumber: recipient.charityNumber,
            companyNumber: recipient.companyNumber?.padStart(8, '0'),
            postalCode: recipient.postcode,
          }),
        ],
      }

const yesNo = (flag: boolean | undefined): string | undefined => {
  if (flag === undefined) return undefined
  return flag ? 'Yes' : 'No'
}

const grantFields = (grant: GrantFacts, publisher: GrantPublisher): JsonObject =>
  present({
    id: `${publisher.prefix}-${grant.reference}`,
    title: grant.title,
    description: grant.description,
    currency: 'GBP',
    amountAwarded: grant.amountPence / 100,
    awardDate: grant.awardedOn,
    plannedDates: [
      present({ startDate: grant.startsOn, endDate: grant.endsOn, duration: grant.months }),
    ].filter(Boolean),
    ...recipientFields(grant.recipient, publisher.prefix),
    fundingOrganization: [present({ id: publisher.id, name: publisher.name, department: grant.department })],
    grantProgramme: grant.programme && [grant.programme],
    // A small place could tell who an individual is.
    beneficiaryLocation:
      grant.recipient.kind === 'organisation' && grant.place
        ? [present({ name: grant.place.name, geoCode: grant.place.code, geoCodeType: grant.place.codeType })]
        : undefined,
    fromOpenCall: yesNo(grant.isOpenCall),
    dateModified: grant.modifiedAt,
    dataSource: publisher.dataSource,
  }) ?? {}

/** Grants as 360Giving asks for them, schema 1.4 (https://standard.threesixtygiving.org/). */
export const writeGrants = (grants: readonly GrantFacts[], publisher: GrantPublisher): JsonObject => ({
  grants: grants.map((grant) => grantFields(grant, publisher)),
})

/** Column titles are those of the standard, so that its tools find the fields again. */
const COLUMNS: readonly (readonly [title: string, path: readonly (string | number)[]])[] = [
  ['Identifier', ['id']],
  ['Title', ['title']],
  ['Description', ['description']],
  ['Currency', ['currency']],
  ['Amount Awarded', ['amountAwarded']],
  ['Award Date', ['awardDate']],
  ['Planned Dates:Start Date', ['plannedDates', 0, 'startDate']],
  ['Planned Dates:End Date', ['plannedDates', 0, 'endDate']],
  ['Planned Dates:Duration (months)', ['plannedDates', 0, 'duration']],
  ['Recipient Org:Identifier', ['recipientOrganization', 0, 'id']],
  ['Recipient Org:Name', ['recipientOrganization', 0, 'name']],
  ['Recipient Org:Charity Number', ['recipientOrganization', 0, 'charityNumber']],
  ['Recipient Org:Company Number', ['recipientOrganization', 0, 'companyNumber']],
  ['Recipient Org:Postal Code', ['recipientOrganization', 0, 'postalCode']],
  ['Recipient Ind:Identifier', ['recipientIndividual', 'id']],
  ['Recipient Ind:Name', ['recipientIndividual', 'name']],
  ['Funding Org:Identifier', ['fundingOrganization', 0, 'id']],
  ['Funding Org:Name', ['fundingOrganization', 0, 'name']],
  ['Funding Org:Department', ['fundingOrganization', 0, 'department']],
  ['Grant Programme:Code', ['grantProgramme', 0, 'code']],
  ['Grant Programme:Title', ['grantProgramme', 0, 'title']],
  ['Beneficiary Location:Name', ['beneficiaryLocation', 0, 'name']],
  ['Beneficiary Location:Geographic Code', ['beneficiaryLocation', 0, 'geoCode']],
  ['Beneficiary Location:Geographic Code Type', ['beneficiaryLocation', 0, 'geoCodeType']],
  ['From An Open Call?', ['fromOpenCall']],
  ['Last Modified', ['dateModified']],
  ['Data Source', ['dataSource']],
]

const valueAt = (value: Json, [key, ...rest]: readonly (string | number)[]): Json => {
  if (key === undefined) return value
  if (typeof key === 'number') return isList(value) ? valueAt(value[key] ?? null, rest) : null
  return isObject(value) && Object.hasOwn(value, key) ? valueAt(value[key] ?? null, rest) : null
}

const cellOf = (value: Json): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** A 360Giving package as CSV; a grant's first location, programme and planned dates are kept. */
export const grantLines = (grants: Iterable<Json>): Generator<string> =>
  csvLines(
    COLUMNS.map(([title]) => title),
    Iterator.from(grants).map((grant) => COLUMNS.map(([, path]) => cellOf(valueAt(grant, path)))),
  )
