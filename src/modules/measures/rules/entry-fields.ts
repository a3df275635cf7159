import type { Entry } from '../model/adaptation.ts'
import type { Variant } from '../model.ts'
import { isSame } from './same-value.ts'

/** What an entry says, by the names of its fields. */
export type Fields = Readonly<Record<string, unknown>>

/** Each other figure of a measure is a field of its own, `variants.london`: so one may differ and the rest follow the origin. */
const VARIANT = 'variants.'
export const variantField = (code: string): string => `${VARIANT}${code}`
/** The code of the figure that a field is about; null for every other field. */
export const variantOfField = (field: string): string | null =>
  field.startsWith(VARIANT) ? field.slice(VARIANT.length) : null

const variantsOf = (entry: Entry): readonly Variant[] => ('variants' in entry ? entry.variants : [])

/** The fields of an entry, its code left out. */
const fieldsOf = (entry: Entry): Fields => {
  const { code: _code, variants: _variants, ...fields } = entry as Entry & { variants?: unknown }
  const figures = variantsOf(entry).map((variant) => [variantField(variant.code), variant] as const)
  return { ...fields, ...Object.fromEntries(figures) }
}

/** One field of an entry; null where it has none such. */
export const fieldOf = (entry: Entry | undefined, field: string): unknown =>
  entry === undefined ? null : (fieldsOf(entry)[field] ?? null)

/** What differs between an entry and its origin, field by field; null stands for a figure that was left out. */
export const differingFields = (origin: Entry, entry: Entry): Fields => {
  const [was, is] = [fieldsOf(origin), fieldsOf(entry)]
  const gone = Object.keys(was).filter((field) => variantOfField(field) !== null && !(field in is))
  return Object.fromEntries([
    ...Object.entries(is).filter(([field, value]) => !isSame(was[field], value)),
    ...gone.map((field) => [field, null]),
  ])
}

const withVariants = (
  before: readonly Variant[],
  changed: ReadonlyMap<string, Variant | null>,
): Variant[] => {
  const known = new Set(before.map(({ code }) => code))
  const kept = before.flatMap((variant) => {
    const change = changed.get(variant.code)
    return change === undefined ? [variant] : change === null ? [] : [change]
  })
  return [...kept, ...[...changed].flatMap(([code, change]) => (change && !known.has(code) ? [change] : []))]
}

/** An entry with some of its fields otherwise. */
export const entryWith = <Kept extends Entry>(entry: Kept, fields: Fields): Kept => {
  const own = Object.entries(fields).filter(([field]) => variantOfField(field) === null)
  const changed = Object.entries(fields).flatMap(([field, value]) => {
    const code = variantOfField(field)
    return code === null ? [] : [[code, value as Variant | null] as const]
  })
  const made = { ...entry, ...Object.fromEntries(own) }
  return changed.length === 0 || !('variants' in made)
    ? made
    : { ...made, variants: withVariants(variantsOf(made), new Map(changed)) }
}
