import { type ContractRecord, type ReadingProblem, STAGES, type Stage } from '../model/contract-record.ts'
import { isList, type JsonObject, writtenOut } from '../model/json.ts'
import {
  dayAt,
  flagAt,
  type Notes,
  note,
  objectAt,
  objectsAt,
  penceAt,
  type Spot,
  textAt,
} from './field-reader.ts'
import { type Parties, partyAt, readParties } from './read-parties.ts'

const stageOfTag = (tag: string): Stage | null =>
  tag === 'contractTermination' ? 'ended' : (STAGES.find((stage) => tag.startsWith(stage)) ?? null)

/** How far the process has come: what the tags say, or what is there. */
const stageOf = ({ value }: Spot, award: Spot | null, contract: Spot | null): Stage => {
  const tags = isList(value.tag) ? value.tag.flatMap((tag) => stageOfTag(writtenOut(tag)) ?? []) : []
  const [furthest] = tags.sort((a, b) => STAGES.indexOf(b) - STAGES.indexOf(a))
  if (furthest) return furthest
  if (contract) return 'contract'
  if (award) return 'award'
  return value.tender === undefined ? 'planning' : 'tender'
}

const CPV = /^\d{8}(-\d)?$/
const codesIn = (spots: readonly Spot[], notes: Notes): string[] =>
  spots.flatMap((spot) => {
    const [scheme, id] = [textAt(spot, 'scheme', notes), textAt(spot, 'id', notes)]
    return scheme?.toUpperCase() === 'CPV' && id !== null && CPV.test(id) ? [id.slice(0, 8)] : []
  })

/** Contracts Finder classifies the tender, Find a Tender its items. */
const cpvOf = (holders: readonly Spot[], notes: Notes): string[] => {
  const places = holders.flatMap((spot) => [spot, ...objectsAt(spot, 'items', notes)])
  const spots = places.flatMap((spot) => [
    objectAt(spot, 'classification', notes),
    ...objectsAt(spot, 'additionalClassifications', notes),
  ])
  return [...new Set(codesIn(spots, notes))]
}

type ValueFields = Pick<ContractRecord, 'valuePence' | 'valueWithVatPence' | 'currency' | 'valueFrom'>
const NO_VALUE: ValueFields = { valuePence: null, valueWithVatPence: null, currency: null, valueFrom: null }

const valueOf = (
  sources: readonly (readonly [NonNullable<ValueFields['valueFrom']>, Spot])[],
  notes: Notes,
): ValueFields => {
  for (const [valueFrom, spot] of sources) {
    const valuePence = penceAt(spot, 'amount', notes)
    const valueWithVatPence = penceAt(spot, 'amountGross', notes)
    if (valuePence === null && valueWithVatPence === null) continue
    return { valuePence, valueWithVatPence, currency: textAt(spot, 'currency', notes), valueFrom }
  }
  return NO_VALUE
}

const termOf = (periods: readonly Spot[], notes: Notes): Pick<ContractRecord, 'startsOn' | 'endsOn'> => {
  for (const period of periods) {
    const [startsOn, endsOn] = [dayAt(period, 'startDate', notes), dayAt(period, 'endDate', notes)]
    if (startsOn === null && endsOn === null) continue
    if (startsOn === null || endsOn === null || startsOn <= endsOn) return { startsOn, endsOn }
    note(notes, period.path, 'ends-before-start', { startsOn, endsOn })
    return { startsOn, endsOn: null }
  }
  return { startsOn: null, endsOn: null }
}

const NOWHERE: Spot = { value: {}, path: [] }
const addressOf = (holders: readonly Spot[], notes: Notes): string | null => {
  const urls = holders
    .flatMap((spot) => objectsAt(spot, 'documents', notes))
    .flatMap((spot) => textAt(spot, 'url', notes) ?? [])
  return urls.find((url) => /^https?:\/\/[^\s]+$/.test(url)) ?? null
}

type Subject = { readonly award: Spot | null; readonly contract: Spot | null }
type Reading = {
  readonly release: Spot
  readonly tender: Spot
  readonly parties: Parties
  readonly notes: Notes
  readonly ocid: string
}

const lotsOf = (award: Spot, notes: Notes): string[] => {
  const { relatedLots } = award.value
  if (relatedLots === undefined || relatedLots === null) return []
  if (isList(relatedLots)) return relatedLots.filter((lot): lot is string => typeof lot === 'string')
  note(notes, [...award.path, 'relatedLots'], 'not-a-list', relatedLots)
  return []
}

const identityOf = ({ release, parties, notes, ocid }: Reading, { award, contract }: Subject) => ({
  where: notes.where,
  ocid,
  releaseId: textAt(release, 'id', notes),
  publishedOn: dayAt(release, 'date', notes),
  stage: stageOf(release, award, contract),
  awardId: award ? textAt(award, 'id', notes) : null,
  contractId: contract ? textAt(contract, 'id', notes) : null,
  buyer: partyAt(objectAt(release, 'buyer', notes), parties, notes),
})

const recordOf = (reading: Reading, subject: Subject): ContractRecord => {
  const { release, tender, parties, notes } = reading
  const [award, contract] = [subject.award ?? NOWHERE, subject.contract ?? NOWHERE]
  const budget = objectAt(objectAt(release, 'planning', notes), 'budget', notes)
  const lots = lotsOf(award, notes)
  const lotSpots = objectsAt(tender, 'lots', notes).filter(
    ({ value }) => lots.length === 0 || lots.includes(writtenOut(value.id)),
  )
  const first = (key: string): string | null =>
    textAt(contract, key, notes) ?? textAt(award, key, notes) ?? textAt(tender, key, notes)
  return {
    ...identityOf(reading, subject),
    title: first('title') ?? textAt(release, 'title', notes),
    description: first('description'),
    suppliers: objectsAt(award, 'suppliers', notes).flatMap((spot) => partyAt(spot, parties, notes) ?? []),
    ...valueOf(
      [
        ['contract', objectAt(contract, 'value', notes)],
        ['award', objectAt(award, 'value', notes)],
        ['tender', objectAt(tender, 'value', notes)],
        ['budget', objectAt(budget, 'amount', notes)],
      ],
      notes,
    ),
    cpv: cpvOf([tender, award, contract], notes),
    category:
      textAt(award, 'mainProcurementCategory', notes) ?? textAt(tender, 'mainProcurementCategory', notes),
    method: textAt(tender, 'procurementMethod', notes),
    methodDetails: textAt(tender, 'procurementMethodDetails', notes),
    status: first('status'),
    lots,
    isAboveThreshold:
      [contract, award, tender].map((spot) => flagAt(spot, 'aboveThreshold')).find((flag) => flag !== null) ??
      null,
    tenderDeadlineOn: dayAt(objectAt(tender, 'tenderPeriod', notes), 'endDate', notes),
    awardedOn: dayAt(award, 'date', notes),
    signedOn: dayAt(contract, 'dateSigned', notes),
    ...termOf(
      [
        objectAt(contract, 'period', notes),
        objectAt(award, 'contractPeriod', notes),
        objectAt(tender, 'contractPeriod', notes),
        ...lotSpots.map((spot) => objectAt(spot, 'contractPeriod', notes)),
      ],
      notes,
    ),
    address: addressOf([contract, award, tender], notes),
  }
}

/** Each contract with its award; awards that no contract names; the tender alone where there is neither. */
const subjectsOf = (release: Spot, notes: Notes): Subject[] => {
  const awards = objectsAt(release, 'awards', notes)
  const contracts = objectsAt(release, 'contracts', notes)
  const awardOf = (contract: Spot): Spot | null =>
    awards.find(
      ({ value }) => value.id !== undefined && writtenOut(value.id) === writtenOut(contract.value.awardID),
    ) ?? null
  const named = new Set(contracts.map(awardOf))
  const subjects = [
    ...contracts.map((contract) => ({ award: awardOf(contract), contract })),
    ...awards.filter((award) => !named.has(award)).map((award) => ({ award, contract: null })),
  ]
  return subjects.length > 0 ? subjects : [{ award: null, contract: null }]
}

const REFUSED_CODES = { ocid: 'no-ocid', id: 'no-id' } as const

export type ContractsRead = {
  readonly records: readonly ContractRecord[]
  readonly problems: readonly ReadingProblem[]
}

/**
 * What a release by anybody says of contracts. Bears what publishers do: fields of the wrong type, missing
 * parties, numbers as text. What cannot be used is named with its JSON pointer and left empty; a release
 * that does not say which process it is, or tells of nothing, is refused.
 */
export const readContracts = (release: JsonObject, where: string): ContractsRead => {
  const notes: Notes = { where, problems: [] }
  const spot: Spot = { value: release, path: [] }
  const ocid = textAt(spot, 'ocid', notes)
  for (const key of ['ocid', 'id'] as const)
    if (textAt(spot, key, notes) === null)
      note(notes, [key], REFUSED_CODES[key], release[key], key === 'ocid')
  const tender = objectAt(spot, 'tender', notes)
  const hasSubject = [release.tender, release.awards, release.contracts, release.planning].some(
    (part) => part !== undefined && part !== null,
  )
  if (!hasSubject) note(notes, [], 'no-subject', null, true)
  if (ocid === null || !hasSubject) return { records: [], problems: notes.problems }
  if (dayAt(spot, 'date', notes) === null && release.date === undefined)
    note(notes, ['date'], 'no-date', null)
  const parties = readParties(spot, notes)
  const records = subjectsOf(spot, notes).map((subject) =>
    recordOf({ release: spot, tender, parties, notes, ocid }, subject),
  )
  if (records.every(({ buyer }) => buyer === null)) note(notes, ['buyer'], 'no-buyer', release.buyer)
  return { records, problems: distinct(notes.problems) }
}

/** A field that several records share is read for each of them and told once. */
const distinct = (problems: readonly ReadingProblem[]): ReadingProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.pointer} ${problem.code}`, problem])).values(),
]
