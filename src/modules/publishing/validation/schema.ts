import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { isList, isObject, type Json, type JsonObject, pointerOf } from '../model/json.ts'

export type SchemaProblem = { readonly pointer: string; readonly rule: string; readonly problem: string }
export type SchemaCheck = (value: unknown) => readonly SchemaProblem[]

/** Past this many, a person has seen enough of one release. */
const MAX_PROBLEMS = 50

/** Where a keyword holds schemas by name, their names are no keywords. */
const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'definitions', '$defs'])

/**
 * OCDS schemas are written in draft 4, which our validator no longer reads. The two differ for them in
 * `id` (now `$id`) and in `exclusiveMinimum` and `exclusiveMaximum` (flags then, limits now).
 */
const modernise = (schema: Json): Json => {
  if (isList(schema)) return schema.map(modernise)
  if (!isObject(schema)) return schema
  const { id: _, $schema: __, exclusiveMinimum, exclusiveMaximum, ...rest } = schema
  const entries = Object.entries(rest).map(([key, value]): [string, Json] => {
    if (key === 'enum' || key === 'default' || key === 'const') return [key, value]
    if (!NAMED.has(key) || !isObject(value)) return [key, modernise(value)]
    return [key, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, modernise(part)]))]
  })
  const limits = [
    ['exclusiveMinimum', exclusiveMinimum === true ? schema.minimum : exclusiveMinimum],
    ['exclusiveMaximum', exclusiveMaximum === true ? schema.maximum : exclusiveMaximum],
  ].filter((limit): limit is [string, number] => typeof limit[1] === 'number')
  return { ...Object.fromEntries(entries), ...Object.fromEntries(limits) }
}

const isDraft4 = (schema: JsonObject): boolean =>
  typeof schema.id === 'string' || String(schema.$schema).includes('draft-04')

/** Local references that lead nowhere: the UK schema has one. What stands there cannot be checked. */
export const danglingReferences = (schema: JsonObject): string[] => {
  const known = isObject(schema.definitions) ? schema.definitions : {}
  const names = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"/]+)"/g)].map(
    ([, name = '']) => name,
  )
  return [...new Set(names)].filter((name) => known[name] === undefined)
}

const withoutGaps = (schema: JsonObject): JsonObject => {
  const gaps = danglingReferences(schema)
  if (gaps.length === 0) return schema
  const known = isObject(schema.definitions) ? schema.definitions : {}
  return { ...schema, definitions: { ...known, ...Object.fromEntries(gaps.map((name) => [name, {}])) } }
}

/** A check against a JSON Schema of draft 4, 7 or 2020 (as far as the two later ones agree). Throws where it is none. */
export const compileSchema = (schema: JsonObject): SchemaCheck => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false })
  formats.default(ajv)
  const whole = withoutGaps(schema)
  const { $schema: _, ...plain } = isDraft4(whole) ? (modernise(whole) as JsonObject) : whole
  const validate = ajv.compile(plain)
  return (value) => {
    if (validate(value)) return []
    return (validate.errors ?? []).slice(0, MAX_PROBLEMS).map((error) => ({
      pointer:
        error.keyword === 'required'
          ? `${error.instancePath}${pointerOf([String(error.params.missingProperty)])}`
          : error.instancePath,
      rule: error.keyword,
      problem: wordsOf(error.keyword, error.params as Readonly<Record<string, unknown>>, error.message ?? ''),
    }))
  }
}

const wordsOf = (keyword: string, params: Readonly<Record<string, unknown>>, message: string): string => {
  if (keyword === 'required') return 'is missing; add it'
  if (keyword === 'type') return `has the wrong kind of value; it takes ${[params.type].flat().join(' or ')}`
  if (keyword === 'enum')
    return `has a code that is not in its list; use one of ${(params.allowedValues as unknown[])
      .filter((code) => code !== null)
      .slice(0, 20)
      .join(', ')}`
  if (keyword === 'format' && params.format === 'date-time')
    return 'is not a date with a time; write it as 2026-11-22T09:30:00Z'
  if (keyword === 'format' && params.format === 'uri')
    return 'is not a web address; write it whole, as https://www.example.org/notice'
  if (keyword === 'minLength' || keyword === 'minItems') return 'is empty; fill it in or leave it out'
  if (keyword === 'uniqueItems') return 'holds the same thing twice; leave one out'
  return message
}
