import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Found } from '../model/reading.ts'
import { readReleases } from './read-releases.ts'

const release = (n: number) => ({ ocid: `ocds-x-${n}`, id: `r${n}`, note: 'a "quoted" ] } , \\ brace {' })
const read = async (text: string, size = 7): Promise<Found[]> => {
  const chunks = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []
  const found: Found[] = []
  for await (const each of readReleases(chunks)) found.push(each)
  return found
}
const releasesOf = (found: readonly Found[]) => found.flatMap((each) => (each.ok ? [each.release] : []))
const list = [release(1), release(2), release(3)]

describe('readReleases', () => {
  const record = (n: number) => ({ ocid: `ocds-x-${n}`, releases: [release(n)], compiledRelease: {} })
  test.each<[string, string, string]>([
    ['a release', JSON.stringify(release(1)), ''],
    ['a list', JSON.stringify(list), '/0'],
    ['a release package', JSON.stringify({ uri: 'u', releases: list, version: '1.1' }), '/releases/0'],
    ['an indented package', JSON.stringify({ a: { releases: [] }, releases: list }, null, 2), '/releases/0'],
    ['a record package', JSON.stringify({ records: [record(1), record(2)] }), '/records/0/releases/0'],
    ['JSON Lines', list.map((each) => JSON.stringify(each)).join('\n'), 'line 1'],
    [
      'a package on each line',
      `${JSON.stringify({ releases: list })}\n${JSON.stringify({ releases: list })}\n`,
      'line 1/releases/0',
    ],
    ['a byte order mark', `\uFEFF${JSON.stringify(list)}`, '/0'],
  ])('reads %s', async (_, text, where) => {
    const found = await read(text)
    expect(found.every((each) => each.ok)).toBe(true)
    expect(found[0]).toMatchObject({ ok: true, where, release: release(1) })
  })
  test('takes the compiled release of a record that links its releases', async () => {
    const text = JSON.stringify({
      records: [{ ocid: 'x', releases: [{ url: 'https://a' }], compiledRelease: release(1) }],
    })
    expect(await read(text)).toEqual([{ ok: true, where: '/records/0/compiledRelease', release: release(1) }])
  })
  test('passes over a broken line and goes on', async () => {
    const found = await read(
      `${JSON.stringify(release(1))}\n{"ocid": NaN}\n\n{"cut": \n${JSON.stringify(release(2))}`,
    )
    expect(found.map((each) => [each.ok, each.where])).toEqual([
      [true, 'line 1'],
      [false, 'line 2'],
      [false, 'line 4'],
      [true, 'line 5'],
    ])
  })
  test.each<[string, string, string]>([
    ['nothing', '', 'nothing-there'],
    ['blanks', ' \n ', 'nothing-there'],
    ['a text', 'hello', 'not-json'],
    ['NaN', '[{"amount": NaN}]', 'not-json'],
    ['a number', '7', 'not-an-object'],
    ['a package that is cut off', '{"releases": [{"ocid": "x"', 'cut-off'],
    ['a release that is cut off', '{"ocid": "x"', 'not-json'],
    ['deep nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too-deep'],
    [
      'a record without releases',
      '{"records":[{"ocid":"x","releases":[{"url":"https://a"}]}]}',
      'releases-elsewhere',
    ],
    ['closing brackets only', ']]}}', 'not-json'],
  ])('reports %s', async (_, text, reason) => {
    const found = await read(text, 5000)
    expect(found.at(-1)).toMatchObject({ ok: false, reason })
  })
  test('passes over a value of a hundred million characters without holding it', async () => {
    const block = 'x'.repeat(1_000_000)
    const chunks = ['[{"ocid":"a","note":"', ...Array.from({ length: 100 }, () => block), '"},{"ocid":"b"}]']
    const found: Found[] = []
    for await (const each of readReleases(chunks)) found.push(each)
    expect(found).toEqual([
      { ok: false, where: '/0', reason: 'too-large', detail: '' },
      { ok: true, where: '/1', release: { ocid: 'b' } },
    ])
  })
  test('of a key that stands twice, the last holds', async () =>
    expect(releasesOf(await read('[{"ocid":"a","ocid":"b"}]'))).toEqual([{ ocid: 'b' }]))
  test('finds the same releases however the text is cut and indented', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 2 }),
        async (values, size, indent) => {
          const releases = values.map((value) => ({
            ...value,
            ocid: 'x',
            id: '1',
            releases: 1,
            records: 1,
            compiledRelease: undefined,
          }))
          const found = await read(JSON.stringify({ releases }, null, indent), size)
          expect(releasesOf(found)).toEqual(JSON.parse(JSON.stringify(releases)))
        },
      ),
      { numRuns: 60 },
    ))
  test('never throws, whatever the text', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => text.slice(0, -2)),
        ),
        async (text) => {
          expect((await read(text)).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 100 },
    ))
})
