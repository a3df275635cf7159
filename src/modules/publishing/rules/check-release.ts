import type { Finding, FindingCode, Level } from '../model/finding.ts'
import { isList, isObject, type Json, type JsonObject, pointerOf, writtenOut } from '../model/json.ts'
import { releaseShape } from '../model/release.ts'
import { OCDS_MERGE_RULES } from './merge-rules.ts'
import { keysOf, type Spot, walk } from './walk.ts'

const found = (
  code: FindingCode,
  path: readonly (string | number)[],
  facts: Finding['facts'] = {},
  level: Level = 'error',
): Finding => ({ level, code, pointer: pointerOf(path), facts })

const lastKey = ({ path }: Spot): string => keysOf(path).at(-1) ?? ''
const listAt = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter((each): each is JsonObject => isObject(each)) : []
const idsIn = (value: Json | undefined): ReadonlySet<string> =>
  new Set(listAt(value).flatMap(({ id }) => (id === undefined || id === null ? [] : [writtenOut(id)])))

/** The shape of what we know of a release; fields we do not know are let pass. */
const checkShape = (release: JsonObject): Finding[] => {
  const read = releaseShape.safeParse(release)
  if (read.success) return []
  return read.error.issues.map((issue) =>
    found('wrong-shape', issue.path as (string | number)[], { problem: issue.message }),
  )
}

const checkIds = ({ path, value }: Spot): Finding[] => {
  if (!isList(value) || OCDS_MERGE_RULES.isWholeList(keysOf(path))) return []
  const seen = new Set<string>()
  return value.flatMap((item, i) => {
    const id = isObject(item) ? item.id : undefined
    if (id === undefined || id === null) return []
    if (seen.has(writtenOut(id))) return [found('duplicate-id', [...path, i], { id: writtenOut(id) })]
    seen.add(writtenOut(id))
    return []
  })
}

const REFERENCES: ReadonlySet<string> = new Set([
  'buyer',
  'procuringEntity',
  'suppliers',
  'tenderers',
  'payer',
  'payee',
  'suppliersAdded',
  'suppliersRemoved',
  'subcontractor',
  'mainContractors',
  'responsible',
])

const checkReferences = (spot: Spot, parties: ReadonlySet<string>): Finding[] => {
  if (!REFERENCES.has(lastKey(spot)) || !isObject(spot.value)) return []
  const { id } = spot.value
  if (id === undefined || id === null || parties.has(writtenOut(id))) return []
  return [found(parties.size === 0 ? 'no-parties' : 'unknown-party', spot.path, { id: writtenOut(id) })]
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/
const momentOf = (value: Json | undefined): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN

const checkPeriod = ({ path, value }: Spot): Finding[] => {
  if (!isObject(value)) return []
  const [start, end] = [momentOf(value.startDate), momentOf(value.endDate)]
  if (!(end < start)) return []
  return [
    found('ends-before-start', path, { start: writtenOut(value.startDate), end: writtenOut(value.endDate) }),
  ]
}

const checkMoment = (spot: Spot): Finding[] => {
  const match = typeof spot.value === 'string' ? MOMENT.exec(spot.value) : null
  if (!match || match[3] !== undefined || !/date/i.test(lastKey(spot))) return []
  return [found('date-without-zone', spot.path, { date: writtenOut(spot.value) }, 'warning')]
}

const isWholePence = (amount: number): boolean => {
  const pence = amount * 100
  return Math.abs(pence - Math.round(pence)) <= Math.abs(pence) * 1e-12 + 1e-6
}

const checkValue = ({ path, value }: Spot): Finding[] => {
  if (!isObject(value) || typeof value.amount !== 'number') return []
  const { amount, amountGross, currency } = value
  const findings: Finding[] = []
  if (amount < 0) findings.push(found('negative-amount', path, { amount }, 'warning'))
  if (typeof currency !== 'string') findings.push(found('amount-without-currency', path, { amount }))
  if (currency === 'GBP' && !isWholePence(amount))
    findings.push(found('fraction-of-a-penny', path, { amount }, 'warning'))
  if (typeof amountGross === 'number' && amount >= 0 && amountGross < amount)
    findings.push(found('gross-below-net', path, { amount, amountGross }))
  return findings
}

const ADDRESS_KEYS: ReadonlySet<string> = new Set(['url', 'uri'])
const checkAddress = (spot: Spot): Finding[] => {
  if (!ADDRESS_KEYS.has(lastKey(spot)) || typeof spot.value !== 'string') return []
  const isFine =
    URL.canParse(spot.value) && /^https?:$/.test(new URL(spot.value).protocol) && !/\s/.test(spot.value)
  return isFine ? [] : [found('unsafe-address', spot.path, { address: spot.value.slice(0, 80) }, 'warning')]
}

const checkLots = (spot: Spot, lots: ReadonlySet<string>): Finding[] => {
  const key = lastKey(spot)
  if (lots.size === 0 || (key !== 'relatedLots' && key !== 'relatedLot') || typeof spot.value !== 'string')
    return []
  return lots.has(spot.value) ? [] : [found('unknown-lot', spot.path, { id: spot.value })]
}

const checkParties = (release: JsonObject): Finding[] =>
  listAt(release.parties).flatMap((party, i) =>
    isList(party.roles) && party.roles.length > 0
      ? []
      : [found('party-without-role', ['parties', i], { id: writtenOut(party.id ?? '') }, 'warning')],
  )

const checkContracts = (release: JsonObject): Finding[] => {
  const awards = new Map(listAt(release.awards).map((award) => [writtenOut(award.id), award]))
  return listAt(release.contracts).flatMap((contract, i) => {
    const path = ['contracts', i]
    const award = awards.get(writtenOut(contract.awardID))
    if (!award)
      return awards.size === 0
        ? []
        : [found('unknown-award', [...path, 'awardID'], { id: writtenOut(contract.awardID ?? '') })]
    if (!(momentOf(contract.dateSigned) < momentOf(award.date))) return []
    const facts = { signed: writtenOut(contract.dateSigned), awarded: writtenOut(award.date) }
    return [found('signed-before-award', [...path, 'dateSigned'], facts, 'warning')]
  })
}

const checkDelivery = (
  delivery: JsonObject,
  path: (string | number)[],
  commitments: ReadonlySet<string>,
): Finding[] => {
  const findings: Finding[] = []
  const { commitment, quantityReported: reported, quantityVerified: verified } = delivery
  if (commitment !== undefined && commitment !== null && !commitments.has(writtenOut(commitment)))
    findings.push(found('unknown-commitment', [...path, 'commitment'], { id: writtenOut(commitment) }))
  if (typeof reported === 'number' && typeof verified === 'number' && verified > reported)
    findings.push(found('verified-above-reported', path, { reported, verified }))
  return findings
}

/** The thread of social value: ask → commitment → delivery. */
const checkSocialValue = (release: JsonObject): Finding[] => {
  const asks = idsIn(isObject(release.tender) ? release.tender.socialValueAsks : undefined)
  return listAt(release.contracts).flatMap((contract, i) => {
    const path = ['contracts', i]
    const commitments = listAt(contract.socialValueCommitments)
    const lost = commitments.flatMap(({ ask }, j) =>
      ask === undefined || ask === null || asks.size === 0 || asks.has(writtenOut(ask))
        ? []
        : [found('unknown-ask', [...path, 'socialValueCommitments', j, 'ask'], { id: writtenOut(ask) })],
    )
    const deliveries = isObject(contract.implementation)
      ? listAt(contract.implementation.socialValueDeliveries)
      : []
    const known = idsIn(commitments)
    const at = [...path, 'implementation', 'socialValueDeliveries']
    return [...lost, ...deliveries.flatMap((delivery, j) => checkDelivery(delivery, [...at, j], known))]
  })
}

/**
 * What is wrong with one release by itself: its shape, ids that stand twice, references that lead nowhere,
 * dates and amounts that cannot be. Errors and warnings in the order of the release.
 */
export const checkRelease = (release: JsonObject): Finding[] => {
  const parties = idsIn(release.parties)
  const lots = idsIn(isObject(release.tender) ? release.tender.lots : undefined)
  const findings = [...checkShape(release)]
  if (typeof release.ocid === 'string' && !/^ocds-[a-z0-9]{6}-/.test(release.ocid))
    findings.push(found('ocid-without-prefix', ['ocid'], { ocid: release.ocid }, 'warning'))
  for (const spot of walk(release))
    findings.push(
      ...checkIds(spot),
      ...checkReferences(spot, parties),
      ...checkPeriod(spot),
      ...checkMoment(spot),
      ...checkValue(spot),
      ...checkAddress(spot),
      ...checkLots(spot, lots),
    )
  return [...findings, ...checkParties(release), ...checkContracts(release), ...checkSocialValue(release)]
}
