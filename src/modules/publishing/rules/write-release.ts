import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import type { ProcessFacts, Publication } from '../model/process-facts.ts'
import { OCDS_MERGE_RULES } from './merge-rules.ts'
import { partyFields, present } from './write-fields.ts'
import { awardFields, buyerFields, contractFields, planningFields, tenderFields } from './write-sections.ts'

/** What a release says of the process: the facts as they stand, without the release's own id, date and tag. */
export const contentOf = (facts: ProcessFacts): JsonObject =>
  present({
    ocid: facts.ocid,
    initiationType: 'tender',
    language: 'en',
    parties: facts.parties.map(partyFields),
    buyer: buyerFields(facts),
    planning: planningFields(facts.planning),
    tender: tenderFields(facts.tender),
    awards: facts.awards?.map((award) => awardFields(award, facts)),
    contracts: facts.contracts?.map((contract) => contractFields(contract, facts)),
  }) ?? {}

export type WriteRefusal = 'vanished' | 'not-later' | 'wrong-number'

class VanishedError extends Error {}

/** What takes the place of a field that is gone: null for a value, an empty list, each part of an object. */
const emptied = (before: Json, path: readonly string[]): Json => {
  if (isList(before) && !OCDS_MERGE_RULES.isWholeList(path)) throw new VanishedError(path.join('/'))
  if (isList(before)) return []
  if (!isObject(before)) return null
  return Object.fromEntries(
    Object.entries(before).map(([key, value]) => [key, emptied(value, [...path, key])]),
  )
}

const itemsOver = (before: readonly Json[], now: readonly Json[], path: readonly string[]): Json[] => {
  const held = new Map(now.map((item) => [isObject(item) ? String(item.id) : '', item]))
  for (const item of before)
    if (isObject(item) && !held.has(String(item.id)))
      throw new VanishedError(`${path.join('/')}/${String(item.id)}`)
  const earlier = new Map(before.map((item) => [isObject(item) ? String(item.id) : '', item]))
  return now.map((item) => {
    const old = isObject(item) ? earlier.get(String(item.id)) : undefined
    return isObject(item) && isObject(old) ? fieldsOver(old, item, path) : item
  })
}

/** The fields as they are now, with what takes earlier ones away where they are gone. */
const fieldsOver = (before: JsonObject, now: JsonObject, path: readonly string[]): JsonObject => {
  const entries = Object.entries(now).map(([key, value]): [string, Json] => {
    const [old, field] = [before[key], [...path, key]]
    if (isObject(value) && isObject(old)) return [key, fieldsOver(old, value, field)]
    if (isList(value) && isList(old) && !OCDS_MERGE_RULES.isWholeList(field))
      return [key, itemsOver(old, value, field)]
    return [key, value]
  })
  const gone = Object.entries(before)
    .filter(
      ([key, value]) => now[key] === undefined && value !== null && !(isList(value) && value.length === 0),
    )
    .map(([key, value]): [string, Json] => [key, emptied(value, [...path, key])])
  return Object.fromEntries([...entries, ...gone])
}

const RELEASE_FIELDS: ReadonlySet<string> = new Set(['id', 'date', 'tag'])

/**
 * The release that says how a process stands now. `before` is what its earlier releases compile to: what was
 * said then and no longer holds is taken away with a null, so that compiling all releases gives the facts of
 * the last. An award, commitment or other listed thing never vanishes: it gets a status.
 */
export const writeRelease = (
  facts: ProcessFacts,
  { number, tag, at }: Publication,
  before: JsonObject | null = null,
): Decision<JsonObject, WriteRefusal> => {
  if (!Number.isInteger(number) || number < 1 || (number === 1) !== (before === null))
    return refuse('wrong-number', { number })
  if (before !== null && Date.parse(at) <= Date.parse(String(before.date)))
    return refuse('not-later', { at, before: String(before.date) })
  const id = `${facts.ocid}-${String(number).padStart(3, '0')}-${tag}`
  const earlier = Object.fromEntries(Object.entries(before ?? {}).filter(([key]) => !RELEASE_FIELDS.has(key)))
  try {
    const { ocid = facts.ocid, ...content } = fieldsOver(earlier, contentOf(facts), [])
    return accept({ ocid, id, date: at, tag: [tag], ...content })
  } catch (error) {
    if (error instanceof VanishedError) return refuse('vanished', { path: error.message })
    throw error
  }
}
