import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { GrantFinding } from '../model/grant.ts'
import { isList, isObject, type Json, type JsonObject, pointerOf } from '../model/json.ts'

const NEEDED = [
  'id',
  'title',
  'description',
  'currency',
  'amountAwarded',
  'awardDate',
  'fundingOrganization',
] as const
const REGISTERED = /^(GB-(CHC|COH|SC|NIC|EDU|LAE|LAS|UKPRN|NHS|MPR|GOR|PLA|SHPE|REV)|XI-|IE-|US-)/

type Path = readonly (string | number)[]
const found = (
  level: GrantFinding['level'],
  code: GrantFinding['code'],
  path: Path,
  seen: Json | undefined,
): GrantFinding => ({
  level,
  code,
  pointer: pointerOf(path),
  seen: (JSON.stringify(seen) ?? '').slice(0, 60),
})

const dayOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? parsePlainDate(value.slice(0, 10)) : undefined

const checkDates = (grant: JsonObject, path: Path): GrantFinding[] => {
  const findings: GrantFinding[] = []
  if (grant.awardDate !== undefined && dayOf(grant.awardDate) === undefined)
    findings.push(found('error', 'wrong-date', [...path, 'awardDate'], grant.awardDate))
  for (const [i, planned] of (isList(grant.plannedDates) ? grant.plannedDates : []).entries()) {
    if (!isObject(planned)) continue
    const [start, end] = [dayOf(planned.startDate), dayOf(planned.endDate)]
    if (start !== undefined && end !== undefined && end < start)
      findings.push(found('error', 'ends-before-start', [...path, 'plannedDates', i], planned))
  }
  return findings
}

const checkIndividual = (grant: JsonObject, path: Path): GrantFinding[] => {
  const { recipientIndividual: person, beneficiaryLocation: place } = grant
  if (!isObject(person)) return []
  const findings: GrantFinding[] = []
  // What is seen is not repeated: it may be a name.
  if (person.name !== 'Individual Recipient')
    findings.push(
      found('error', 'individual-named', [...path, 'recipientIndividual', 'name'], 'not repeated here'),
    )
  if (isList(place) && place.length > 0)
    findings.push(
      found('warning', 'individual-placed', [...path, 'beneficiaryLocation'], 'not repeated here'),
    )
  return findings
}

const checkRecipient = (grant: JsonObject, path: Path): GrantFinding[] => {
  const organisations = isList(grant.recipientOrganization) ? grant.recipientOrganization : []
  const isIndividual = grant.recipientIndividual !== undefined
  if (organisations.length === 0 && !isIndividual) return [found('error', 'no-recipient', path, null)]
  if (organisations.length > 0 && isIndividual) return [found('error', 'two-recipients', path, null)]
  return organisations.flatMap((each, i) => {
    const at = [...path, 'recipientOrganization', i]
    if (!isObject(each)) return [found('error', 'not-an-object', at, each)]
    const missing = (['id', 'name'] as const).filter(
      (key) => typeof each[key] !== 'string' || each[key] === '',
    )
    if (missing.length > 0) return missing.map((key) => found('error', 'missing', [...at, key], each[key]))
    return REGISTERED.test(String(each.id))
      ? []
      : [found('warning', 'recipient-without-register', [...at, 'id'], each.id)]
  })
}

const checkGrant = (grant: Json, path: Path): GrantFinding[] => {
  if (!isObject(grant)) return [found('error', 'not-an-object', path, grant)]
  const findings = NEEDED.filter(
    (key) => grant[key] === undefined || grant[key] === null || grant[key] === '',
  ).map((key) => found('error', 'missing', [...path, key], grant[key]))
  const { amountAwarded: amount, id, currency } = grant
  if (amount !== undefined && (typeof amount !== 'number' || amount <= 0))
    findings.push(
      found(
        typeof amount === 'number' ? 'warning' : 'error',
        'wrong-amount',
        [...path, 'amountAwarded'],
        amount,
      ),
    )
  if (typeof id === 'string' && !/^360G-[^-]+-.+/.test(id))
    findings.push(found('warning', 'id-without-prefix', [...path, 'id'], id))
  if (typeof currency === 'string' && !/^[A-Z]{3}$/.test(currency))
    findings.push(found('error', 'wrong-currency', [...path, 'currency'], currency))
  return [
    ...findings,
    ...checkDates(grant, path),
    ...checkRecipient(grant, path),
    ...checkIndividual(grant, path),
  ]
}

/** What is wrong with grants in 360Giving's form: what the standard asks for, and what would expose a person. */
export const checkGrants = (grants: readonly Json[]): GrantFinding[] => {
  const seen = new Set<string>()
  return grants.flatMap((grant, i) => {
    const path = ['grants', i]
    const findings = checkGrant(grant, path)
    const id = isObject(grant) && typeof grant.id === 'string' ? grant.id : undefined
    if (id !== undefined && seen.has(id)) findings.push(found('error', 'duplicate-id', [...path, 'id'], id))
    if (id !== undefined) seen.add(id)
    return findings
  })
}
