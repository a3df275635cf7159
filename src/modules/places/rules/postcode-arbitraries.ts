import * as fc from 'fast-check'
import { POSTCODE_AREAS } from './postcode-areas.ts'

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const oneLetter = fc.constantFrom(...[...POSTCODE_AREAS.keys()].filter((area) => area.length === 1))
const twoLetters = fc.constantFrom(...[...POSTCODE_AREAS.keys()].filter((area) => area.length === 2))
const letterOf = (letters: string) => fc.constantFrom(...letters.split(''))
const outward = fc.oneof(
  fc.tuple(fc.constantFrom(...POSTCODE_AREAS.keys()), digit),
  fc.tuple(fc.constantFrom(...POSTCODE_AREAS.keys()), fc.integer({ min: 10, max: 99 }).map(String)),
  fc.tuple(oneLetter, digit, letterOf('ABCDEFGHJKPSTUW')),
  fc.tuple(twoLetters, digit, letterOf('ABEHMNPRVWXY')),
)
const unitLetter = letterOf('ABDEFGHJLNPQRSTUWXYZ')

/** For tests: any postcode of the right form in a real postcode area, `PR1 2HE`. */
export const aPostcode = fc
  .tuple(outward, digit, unitLetter, unitLetter)
  .map(([parts, sector, first, second]) => `${parts.join('')} ${sector}${first}${second}`)
