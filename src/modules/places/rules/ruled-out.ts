import type { AreaBook, AreasWithin } from './area-book.ts'
import { areaKindOf, countryOfCode } from './area-codes.ts'

const LARGER_THAN_AUTHORITY: ReadonlySet<string> = new Set([
  'county',
  'combined-authority',
  'region',
  'country',
])

/** Counties hold one kind of district each: E10 non-metropolitan ones, E11 metropolitan ones, E13 London boroughs. */
const DISTRICTS_OF_COUNTY: Readonly<Record<string, string>> = { E10: 'E07', E11: 'E08', E13: 'E09' }

/** Codes of one level do not overlap: of two different ones, one rules the other out. */
const levelOf = (code: string): string =>
  areaKindOf(code) === 'local-authority' ? 'local-authority' : code.slice(0, 3)

/** Whether the areas that are known rule a code out, rather than merely not name it. */
export const isRuledOut = (book: AreaBook, code: string, areas: AreasWithin): boolean => {
  const level = levelOf(code)
  const kind = areaKindOf(code)
  const country = countryOfCode(code)
  const districts = DISTRICTS_OF_COUNTY[level]
  for (const known of areas.asNamed) {
    const theirs = countryOfCode(known)
    if (theirs !== undefined && (kind === 'nations' || (country !== undefined && theirs !== country)))
      return true
    if (levelOf(known) === level) return true
    if (areaKindOf(known) !== 'local-authority' || !LARGER_THAN_AUTHORITY.has(kind)) continue
    if (districts !== undefined && !known.startsWith(districts)) return true
    if (book.has(code) && (book.get(known)?.parentCodes.length ?? 0) > 0) return true
  }
  return false
}
