import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createObjectSplitter, type ObjectText } from './split-objects.ts'

const split = (...pieces: string[]): ObjectText[] => {
  const splitter = createObjectSplitter()
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
}

describe('objects of a JSON file', () => {
  test.each([
    ['an array', '[{"a":1},{"b":2}]'],
    ['an array over lines', '[\n  {"a":1},\n  {"b":2}\n]\n'],
    ['one object a line', '{"a":1}\n{"b":2}\n'],
    ['a byte order mark', '\ufeff[{"a":1},{"b":2}]'],
  ])('are cut out of %s', (_name, text) => expect(split(text)).toEqual(['{"a":1}', '{"b":2}']))

  test('may hold braces in texts and objects in objects', () => {
    const objects = ['{"a":"}{ \\" }","b":{"c":{}}}', '{"d":"\\\\"}']
    expect(split(`[${objects.join(',')}]`)).toEqual(objects)
  })

  test('that are cut short come as they are', () => {
    expect(split('[{"a":1},{"b":')).toEqual(['{"a":1}', '{"b":'])
  })

  test('longer than any record come as null, and the next one comes whole', () => {
    const pieces = ['[{"a":"', ...Array.from({ length: 40 }, () => 'x'.repeat(100_000)), '"},{"b":2}]']
    expect(split(...pieces)).toEqual([null, '{"b":2}'])
  })

  test('come whole wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (objects, cuts) => {
          const text = JSON.stringify(objects)
          const pieces: string[] = []
          for (let at = 0; at < text.length; ) {
            const size = cuts.next().value ?? 1
            pieces.push(text.slice(at, at + size))
            at += size
          }
          expect(split(...pieces).map((one) => JSON.parse(one ?? ''))).toEqual(JSON.parse(text))
        },
      ),
    )
  })
})
