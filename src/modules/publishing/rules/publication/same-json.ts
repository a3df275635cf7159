import { isList, isObject, type Json } from '../../model/json.ts'

const isNothing = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (isList(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(isNothing))

/** Whether two values say the same: the order of fields does not matter, and nothing is the same as not there. */
export const saysTheSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b)
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, at) => saysTheSame(item, b[at]))
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    return [...keys].every((key) => saysTheSame(a[key], b[key]))
  }
  return a === b
}
