import type { AreaCodes } from '../model.ts'
import { isPlaceholderCode } from '../rules/area-codes.ts'
import { isAreaCode } from '../rules/postcode.ts'
import { isKnownPostcodeArea } from '../rules/postcode-areas.ts'
import { NO_POSITION, packChunk, TERMINATED } from '../rules/postcode-index.ts'
import { areaNumberOfKey, postcodeKey, sectorOfKey } from '../rules/postcode-key.ts'

/** The lookup's rows of one postcode area, packed for storing. */
export type BuiltChunk = {
  readonly postcodeArea: string
  readonly postcodes: number
  readonly content: Uint8Array
  readonly areaSets: readonly AreaCodes[]
}

type AreaRows = { words: Uint32Array; rows: number; readonly sets: Map<string, number> }

export type PostcodeBuilder = {
  /** How many different lists of areas there are so far: some 150,000 in a national lookup. */
  readonly areaSets: () => number
  /** Takes one row; false where its postcode cannot be read. Codes may be blank. Positions are metres, as text. */
  readonly add: (
    postcode: string,
    codes: readonly string[],
    easting: string,
    northing: string,
    isTerminated: boolean,
  ) => boolean
  readonly finish: () => BuiltChunk[]
}

const positionOf = (text: string): number => {
  const metres = /^\d{1,7}$/.test(text) ? Number(text) : 0
  return metres > 0 ? metres : NO_POSITION
}

const withRoom = (area: AreaRows): Uint32Array => {
  if (area.words.length >= 4 * (area.rows + 1)) return area.words
  const larger = new Uint32Array(area.words.length * 2)
  larger.set(area.words)
  area.words = larger
  return larger
}

const tidyCodes = (joined: string): AreaCodes =>
  joined.split(',').filter((code) => isAreaCode(code) && !isPlaceholderCode(code))

/** Collects the rows of a lookup, in any order, in 16 bytes each. */
export const buildPostcodes = (): PostcodeBuilder => {
  const areas = new Map<number, AreaRows>()
  let areaSets = 0
  const areaFor = (number: number): AreaRows => {
    const known = areas.get(number)
    if (known) return known
    const made = { words: new Uint32Array(4096), rows: 0, sets: new Map<string, number>() }
    areas.set(number, made)
    return made
  }
  return {
    areaSets: () => areaSets,
    add: (postcode, codes, easting, northing, isTerminated) => {
      const key = postcodeKey(postcode)
      if (key < 0) return false
      const area = areaFor(areaNumberOfKey(key))
      const joined = codes.join(',')
      let set = area.sets.get(joined)
      if (set === undefined) {
        set = area.sets.size
        areaSets++
        area.sets.set(joined, set)
      }
      const words = withRoom(area)
      const at = 4 * area.rows++
      words[at] = key
      words[at + 1] = isTerminated ? (set | TERMINATED) >>> 0 : set
      words[at + 2] = positionOf(easting)
      words[at + 3] = positionOf(northing)
      return true
    },
    finish: () =>
      [...areas.values()].flatMap((area) => {
        const postcodeArea = /^[A-Z]+/.exec(sectorOfKey(area.words[0] ?? 0))?.[0] ?? ''
        if (!isKnownPostcodeArea(postcodeArea)) return []
        const content = packChunk(area.words.subarray(0, 4 * area.rows))
        const areaSets = [...area.sets.keys()].map(tidyCodes)
        return [{ postcodeArea, postcodes: content.byteLength / 16, content, areaSets }]
      }),
  }
}
