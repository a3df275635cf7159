import type { Area } from '../model.ts'
import { countryOfCode, isPlaceholderCode, shippedAreas } from './area-codes.ts'

/** The official areas that are known: those shipped, and those loaded from files. */
export type AreaBook = ReadonlyMap<string, Area>

/** Makes the book. A loaded area counts before a shipped one of the same code. */
export const areaBook = (loaded: readonly Area[]): AreaBook =>
  new Map([...shippedAreas(), ...loaded].map((area) => [area.code, area]))

/** A code and those that followed it, oldest first. Ends before it would repeat a code. */
export const successorsOf = (book: AreaBook, code: string): readonly string[] => {
  const chain: string[] = []
  for (let next: string | null = code; next !== null && !chain.includes(next); ) {
    chain.push(next)
    next = book.get(next)?.successorCode ?? null
  }
  return chain
}

/** The code in force today for what a code stood for: of a merged district the one it merged into. */
export const currentCode = (book: AreaBook, code: string): string => successorsOf(book, code).at(-1) ?? code

/**
 * An area and every area that holds it. Without a loaded book a code still tells its country. An area's own
 * successor is not among them, even where a source names it as the holder.
 */
export const ancestorsOf = (book: AreaBook, code: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const waiting = [code]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || isPlaceholderCode(next)) continue
    found.add(next)
    const own = successorsOf(book, next)
    const country = countryOfCode(next)
    const holders = [...(book.get(next)?.parentCodes ?? []), ...(country ? [country] : [])]
    waiting.push(...holders.filter((holder) => !own.includes(holder)))
  }
  return found
}

export type AreasWithin = {
  /** The areas and all that hold them, as the codes stand. */
  readonly asNamed: ReadonlySet<string>
  /** Those, and what each was succeeded by. */
  readonly withSuccessors: ReadonlySet<string>
}

/** All areas a location lies in, from those it is known to lie in. */
export const areasHolding = (book: AreaBook, codes: readonly string[]): AreasWithin => {
  const asNamed = new Set<string>()
  for (const code of codes) for (const holder of ancestorsOf(book, code)) asNamed.add(holder)
  const withSuccessors = new Set<string>()
  for (const code of asNamed) {
    for (const later of successorsOf(book, code)) {
      for (const holder of ancestorsOf(book, later)) withSuccessors.add(holder)
    }
  }
  return { asNamed, withSuccessors }
}

const level = (code: string): string => code.slice(0, 3)

const mergeArea = (known: Area | undefined, read: Area): Area => {
  if (!known) return read
  const levels = new Set(read.parentCodes.map(level))
  return {
    code: read.code,
    name: read.name === read.code ? known.name : read.name,
    parentCodes: [...read.parentCodes, ...known.parentCodes.filter((code) => !levels.has(level(code)))],
    successorCode: read.successorCode ?? known.successorCode,
    validFrom: read.validFrom ?? known.validFrom,
    validUntil: read.validUntil ?? known.validUntil,
    registerCode: read.registerCode ?? known.registerCode,
  }
}

/**
 * What a file says of areas, with what was known before and the file leaves out: a table of wards and districts
 * does not make the districts' regions unknown. Of two holders of one level the newer counts.
 */
export const mergeAreas = (known: ReadonlyMap<string, Area>, read: readonly Area[]): readonly Area[] =>
  read.map((area) => mergeArea(known.get(area.code), area))
