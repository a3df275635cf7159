import type { JsonObject } from '../model/json.ts'
import type { DocumentFacts, MoneyFacts, PartyFacts, PlaceFacts, TermFacts } from '../model/process-facts.ts'

/** Pence as pounds: the nearest binary number to two decimals, which JSON writes with two decimals again. */
const poundsOf = (pence: number | undefined): number | undefined =>
  pence === undefined ? undefined : pence / 100

type Loose = { readonly [key: string]: unknown }
/** Without the fields that are undefined and the objects and lists that are empty. */
export const present = (fields: Loose): JsonObject | undefined => {
  const entries = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined &&
      !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
  )
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as JsonObject)
}

export const valueFields = (money: MoneyFacts | undefined): JsonObject | undefined =>
  money &&
  present({
    amount: poundsOf(money.netPence),
    amountGross: poundsOf(money.grossPence),
    currency: money.netPence === undefined && money.grossPence === undefined ? undefined : 'GBP',
  })

/** A term runs from the start of its first day to the end of its last. */
export const periodFields = (term: TermFacts | undefined): JsonObject | undefined =>
  term &&
  present({
    startDate: term.startsOn && `${term.startsOn}T00:00:00Z`,
    endDate: term.endsOn && `${term.endsOn}T23:59:59Z`,
    maxExtentDate: term.latestEndOn && `${term.latestEndOn}T23:59:59Z`,
  })

export const placeFields = (place: PlaceFacts | undefined): JsonObject | undefined =>
  place && present({ description: place.name, scheme: place.gss && 'GSS', code: place.gss })

export const documentFields = (documents: readonly DocumentFacts[] | undefined) =>
  documents?.map(({ id, title, url, type, notice, publishedAt }) =>
    present({
      id,
      title,
      url,
      documentType: type,
      noticeType: notice,
      datePublished: publishedAt,
      language: 'en',
    }),
  )

const scaleOf = (isSme: boolean | undefined): string | undefined => {
  if (isSme === undefined) return undefined
  return isSme ? 'sme' : 'large'
}

export const partyFields = (party: PartyFacts): JsonObject | undefined =>
  present({
    id: party.id,
    name: party.name,
    identifier: present({ scheme: party.scheme, id: party.number, legalName: party.scheme && party.name }),
    address: present({ postalCode: party.postcode, countryName: party.postcode && 'United Kingdom' }),
    roles: party.roles,
    details: present({ scale: scaleOf(party.isSme), vcse: party.isVcse }),
  })
