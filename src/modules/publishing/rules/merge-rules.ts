import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import type { FieldPath, MergeRules } from '../model/merging.ts'

/**
 * Lists that OCDS 1.1.5 and the UK extension replace whole: those marked `wholeListMerge`, lists of
 * plain values, and lists of objects that have no `id`. `*` stands for any parent. A test holds this
 * table equal to what `mergeRulesOf` finds in the published schemas.
 */
const WHOLE_LISTS: ReadonlySet<string> = new Set([
  '*/additionalClassifications',
  '*/additionalIdentifiers',
  '*/additionalProcurementCategories',
  '*/buyerClassificationRestrictions',
  '*/buyerLocationRestrictions',
  '*/changes',
  '*/coordinates',
  '*/deliveryAddresses',
  '*/deliveryLocations',
  '*/identifiers',
  '*/numbers',
  '*/qualificationSystemConditions',
  '*/qualificationSystemMethods',
  '*/rationaleClassifications',
  '*/relatedLots',
  '*/relationship',
  '*/reservedParticipation',
  '*/roles',
  '*/specialRegime',
  '*/submissionMethod',
  'awardCriteria/criteria',
  'exclusionGrounds/criteria',
  'gazetteer/identifiers',
])

/** A release's own id, date and tag tell of the release, not of the process. */
const OMITTED: ReadonlySet<string> = new Set(['id', 'date', 'tag'])

export const OCDS_MERGE_RULES: MergeRules = {
  isOmitted: (path) => path.length === 1 && OMITTED.has(path[0] ?? ''),
  isWholeList: (path) =>
    WHOLE_LISTS.has(`*/${path.at(-1)}`) || WHOLE_LISTS.has(`${path.at(-2)}/${path.at(-1)}`),
}

const typesOf = (schema: JsonObject): readonly Json[] => {
  const { type = [] } = schema
  return isList(type) ? type : [type]
}

const resolve = (schema: Json, root: JsonObject): JsonObject => {
  if (!isObject(schema)) return {}
  const name = typeof schema.$ref === 'string' ? /^#\/definitions\/(.+)$/.exec(schema.$ref)?.[1] : undefined
  const target = name !== undefined && isObject(root.definitions) ? root.definitions[name] : undefined
  return isObject(target) ? { ...target, ...schema } : schema
}

const isWhole = (schema: JsonObject, root: JsonObject): boolean => {
  if (schema.wholeListMerge === true) return true
  const items = resolve(schema.items ?? null, root)
  const types = typesOf(items)
  if (types.some((type) => type !== 'object')) return true
  return isObject(items.properties) && items.properties.id === undefined
}

const MAX_DEPTH = 12

/**
 * The merge rules in a release schema, by path, as the standard tells how to read them
 * (https://standard.open-contracting.org/1.1/en/schema/merging/).
 */
export const mergePathsOf = (schema: JsonObject): { omitted: Set<string>; whole: Set<string> } => {
  const omitted = new Set<string>()
  const whole = new Set<string>()
  const visit = (node: JsonObject, path: FieldPath): void => {
    if (path.length > MAX_DEPTH || !isObject(node.properties)) return
    for (const [key, child] of Object.entries(node.properties)) {
      const field = resolve(child, schema)
      const fieldPath = [...path, key]
      const isArray = typesOf(field).includes('array')
      if (field.omitWhenMerged === true) omitted.add(fieldPath.join('/'))
      else if (isArray && isWhole(field, schema)) whole.add(fieldPath.join('/'))
      else visit(isArray ? resolve(field.items ?? null, schema) : field, fieldPath)
    }
  }
  visit(schema, [])
  return { omitted, whole }
}

export const mergeRulesOf = (schema: JsonObject): MergeRules => {
  const { omitted, whole } = mergePathsOf(schema)
  return {
    isOmitted: (path) => omitted.has(path.join('/')),
    isWholeList: (path) => whole.has(path.join('/')),
  }
}
