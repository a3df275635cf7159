import { describe, expect, test } from 'vitest'
import { divisionOf, nearnessOf } from './fit-listing.ts'

const supplier = (covers: string, isInside = false) => ({ covers, isInside })

describe('a supplier of the directory and an opportunity', () => {
  test.each([
    ['the buyer’s own area', supplier('', true), 'Northmere', 'near'],
    ['a place it says it covers', supplier('Northmere and Callerby'), 'Northmere', 'covers'],
    ['one of several places', supplier('All of Callerby'), 'Northmere, Callerby and Ashby', 'covers'],
    ['the whole country', supplier('Work nationwide'), 'Northmere', 'covers'],
    ['a name that is part of another', supplier('Northmereside'), 'Northmere', 'elsewhere'],
    ['a word within a word', supplier('Duke Street'), 'UK', 'elsewhere'],
    ['nothing said', supplier(''), '', 'elsewhere'],
    ['nothing said of the place', supplier('Northmere'), '', 'elsewhere'],
    ['a pattern typed as a place', supplier('.*'), '.*', 'elsewhere'],
  ])('meet by %s', (_what, who, place, nearness) => {
    expect(nearnessOf(who, place)).toBe(nearness)
  })

  test('share a division of the vocabulary, if a code is known', () => {
    expect([divisionOf('90911000'), divisionOf(''), divisionOf('9')]).toEqual(['90', '', ''])
  })
})
