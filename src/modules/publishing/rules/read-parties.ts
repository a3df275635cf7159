import type { RecordParty, RegisterId } from '../model/contract-record.ts'
import { flagAt, type Notes, note, objectAt, objectsAt, type Spot, textAt } from './field-reader.ts'

/** Ids of platforms: they name an account, not an organisation in a register. */
const PLATFORM_SCHEMES: ReadonlySet<string> = new Set(['GB-CFS', 'GB-FTS', 'GB-SRS'])
const PREFIXED = /^(GB-[A-Z]{2,6})-(.+)$/

const COMPANY_NUMBER_LENGTH = 8
/** A Companies House number is eight characters; publishers drop the zeros before it. */
const registerId = (scheme: string, id: string): RegisterId | null => {
  const number = id.replaceAll(/\s/g, '').toUpperCase()
  if (PLATFORM_SCHEMES.has(scheme) || number === '') return null
  return { scheme, id: scheme === 'GB-COH' ? number.padStart(COMPANY_NUMBER_LENGTH, '0') : number }
}

const identifierIn = (spot: Spot, notes: Notes): RegisterId | null => {
  const [scheme, id] = [textAt(spot, 'scheme', notes), textAt(spot, 'id', notes)]
  if (scheme === null || id === null) return null
  return registerId(
    scheme.toUpperCase(),
    id.replace(new RegExp(`^${scheme.replaceAll(/\W/g, '\\$&')}-`, 'i'), ''),
  )
}

const identifiersOf = (party: Spot, localId: string | null, notes: Notes): RegisterId[] => {
  const [, scheme = '', id = ''] = PREFIXED.exec(localId ?? '') ?? []
  const all = [
    identifierIn(objectAt(party, 'identifier', notes), notes),
    ...objectsAt(party, 'additionalIdentifiers', notes).map((spot) => identifierIn(spot, notes)),
    scheme === '' ? null : registerId(scheme, id),
  ].filter((each) => each !== null)
  return [...new Map(all.map((each) => [`${each.scheme} ${each.id}`, each])).values()]
}

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i

/** The postcode in its own field, or at the end of the street address, where many put it. */
const postcodeOf = (address: Spot, notes: Notes): string | null => {
  const text = `${textAt(address, 'postalCode', notes) ?? ''} ${textAt(address, 'streetAddress', notes) ?? ''}`
  const [, outward, inward] = POSTCODE.exec(text) ?? []
  return outward === undefined ? null : `${outward} ${inward}`.toUpperCase()
}

const partyOf = (party: Spot, notes: Notes): RecordParty => {
  const localId = textAt(party, 'id', notes)
  const details = objectAt(party, 'details', notes)
  const scale = textAt(details, 'scale', notes)
  const identifier = objectAt(party, 'identifier', notes)
  return {
    name: textAt(party, 'name', notes) ?? textAt(identifier, 'legalName', notes),
    localId,
    identifiers: identifiersOf(party, localId, notes),
    postcode: postcodeOf(objectAt(party, 'address', notes), notes),
    isSme: scale === null ? null : ['sme', 'micro', 'small', 'medium'].includes(scale),
    isVcse: flagAt(details, 'vcse'),
  }
}

export type Parties = ReadonlyMap<string, RecordParty>
export const readParties = (release: Spot, notes: Notes): Parties =>
  new Map(
    objectsAt(release, 'parties', notes).flatMap((spot): [string, RecordParty][] => {
      const party = partyOf(spot, notes)
      return party.localId === null ? [] : [[party.localId, party]]
    }),
  )

/** The organisation that a reference names, from "parties"; what the reference itself says where it is not there. */
export const partyAt = (reference: Spot, parties: Parties, notes: Notes): RecordParty | null => {
  const id = textAt(reference, 'id', notes)
  const known = id === null ? undefined : parties.get(id)
  if (known) return { ...known, name: known.name ?? textAt(reference, 'name', notes) }
  if (id === null && textAt(reference, 'name', notes) === null) return null
  if (id !== null && parties.size > 0) note(notes, [...reference.path, 'id'], 'unknown-supplier', id)
  return partyOf(reference, notes)
}
