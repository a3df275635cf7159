import { existsSync, globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { mergeReleases } from './merge.ts'
import { mergePathsOf, mergeRulesOf, OCDS_MERGE_RULES } from './merge-rules.ts'

const CASES = '../shared/acceptance/ocds-merge'
const UK_SCHEMA = '../shared/acceptance/ocds-uk/release-schema-merged.json'
const CORE_SCHEMA = '../shared/data/ocds/schema-1.1.5/release-schema.json'
const readJson = (path: string): any => JSON.parse(readFileSync(path, 'utf8'))

const release = (id: number | string, fields: object, date = `2026-01-0${id}T00:00:00Z`): JsonObject =>
  ({ ocid: 'ocds-x-1', id: String(id), date, tag: ['tender'], ...fields }) as JsonObject
const merged = (releases: readonly Json[]) => {
  const decision = mergeReleases(releases)
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}

describe.skipIf(!existsSync(CASES))('the published cases (skipped where ../shared is absent)', () => {
  const names = globSync(`${CASES}/*-compiled.json`).map((path) => path.replace('-compiled.json', ''))
  test('are all there', () => expect(names.length).toBe(17))
  test.each(names)('%s', (name) => {
    const { compiled, versioned } = merged(readJson(`${name}.json`))
    expect(compiled).toEqual(readJson(`${name}-compiled.json`))
    expect(versioned).toEqual(readJson(`${name}-versioned.json`))
  })
  test.each([CORE_SCHEMA, UK_SCHEMA])('the table of whole lists is that of %s', (path) => {
    const schema = readJson(path)
    const { omitted, whole } = mergePathsOf(schema)
    const lists = new Set<string>()
    const visit = (node: any, trail: string[]): void => {
      if (trail.length > 10) return
      for (const [key, child] of Object.entries<any>(node.properties ?? {})) {
        const of = (part: any) => (part?.$ref ? schema.definitions[part.$ref.split('/')[2]] : part) ?? {}
        const field = of(child)
        if ([field.type].flat().includes('array')) lists.add([...trail, key].join('/'))
        if (whole.has([...trail, key].join('/'))) continue
        visit([field.type].flat().includes('array') ? (of(field.items) ?? {}) : field, [...trail, key])
      }
    }
    visit(schema, [])
    expect(lists.size).toBeGreaterThan(40)
    for (const list of lists)
      if (!omitted.has(list))
        expect([list, OCDS_MERGE_RULES.isWholeList(list.split('/'))]).toEqual([list, whole.has(list)])
    expect([...omitted].sort()).toEqual(['date', 'id', 'tag'])
    expect(mergeRulesOf(schema).isWholeList(['parties', 'roles'])).toBe(true)
  })
})

describe('merging', () => {
  test('sorts by the moment, not by how it is written', () => {
    const { compiled } = merged([
      release(1, { language: 'later' }, '2026-06-01T00:30:00+00:00'),
      release(2, { language: 'earlier' }, '2026-06-01T01:00:00+01:00'),
    ])
    expect(compiled.language).toBe('later')
    expect(compiled.id).toBe('ocds-x-1-2026-06-01T00:30:00+00:00')
  })
  test('joins objects by id, and takes 1 and "1" for the same', () => {
    const { compiled } = merged([
      release(1, { awards: [{ id: 1, title: 'a' }] }),
      release(2, { awards: [{ id: '1', status: 'active' }, { id: 2 }] }),
    ])
    expect(compiled.awards).toEqual([{ id: 1, title: 'a', status: 'active' }, { id: 2 }])
  })
  test('never joins objects without an id', () => {
    const { compiled } = merged([
      release(1, { awards: [{ title: 'a' }] }),
      release(2, { awards: [{ title: 'a' }, { title: 'b' }] }),
    ])
    expect(compiled.awards).toEqual([{ title: 'a' }, { title: 'a' }, { title: 'b' }])
  })
  test('a null takes an object and a list away, and a later value brings them back', () => {
    const first = release(1, {
      planning: { rationale: 'r', budget: { id: 'b' } },
      awards: [{ id: 'a', title: 't' }],
    })
    const second = release(2, { planning: null, awards: null })
    expect(merged([first, second]).compiled).not.toHaveProperty('planning')
    expect(merged([first, second]).compiled).not.toHaveProperty('awards')
    const third = release(3, { planning: { rationale: 's' }, awards: [{ id: 'a', status: 'active' }] })
    const { compiled, versioned } = merged([first, second, third])
    expect(compiled.planning).toEqual({ rationale: 's' })
    expect(compiled.awards).toEqual([{ id: 'a', status: 'active' }])
    const history = (versioned as any).planning.rationale.map((version: any) => version.value)
    expect(history).toEqual(['r', null, 's'])
  })
  test('warns of two objects with one id in one list', () =>
    expect(merged([release(1, { awards: [{ id: 'a' }, { id: 'a', title: 't' }] })]).warnings).toEqual([
      { code: 'duplicate-id', path: 'awards', id: 'a' },
    ]))
  test.each<[string, readonly Json[]]>([
    ['no-releases', []],
    ['not-a-release', [7]],
    ['no-ocid', [{ date: '2026-01-01T00:00:00Z' }]],
    ['no-date', [{ ocid: 'x', date: 'soon' }]],
    ['other-ocid', [release(1, {}), { ...release(2, {}), ocid: 'y' }]],
    ['inconsistent-type', [release(1, { tender: { title: 'a' } }), release(2, { tender: 'b' })]],
  ])('refuses: %s', (refusal, releases) =>
    expect(mergeReleases(releases)).toMatchObject({ ok: false, refusal }),
  )
  test('keys that would change an object stay plain keys', () => {
    const hostile = JSON.parse(
      '{"ocid":"x","id":"1","date":"2026-01-01T00:00:00Z","__proto__":{"polluted":true},"tender":{"constructor":{"prototype":{"polluted":1}}}}',
    )
    const { compiled } = merged([hostile])
    expect(({} as any).polluted).toBeUndefined()
    expect(Object.keys(compiled)).toContain('__proto__')
    expect(Object.getPrototypeOf(compiled)).toBe(Object.prototype)
  })
})

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean())
const fields = fc.record(
  {
    language: leaf,
    tender: fc.record({ id: leaf, title: leaf, value: fc.record({ amount: leaf }) }, { requiredKeys: [] }),
    awards: fc.array(fc.record({ id: fc.integer({ min: 1, max: 4 }), title: leaf }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
)
const histories = fc
  .array(fields, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((each, i) => release(i + 1, each)))

describe('properties', () => {
  test('the order in which releases are handed in does not matter', () =>
    fc.assert(
      fc.property(histories, (list) => {
        expect(merged([...list].reverse())).toEqual(merged(list))
      }),
    ))
  test('a release handed in twice changes nothing but its date', () =>
    fc.assert(
      fc.property(histories, (list) => {
        const again = [...list, ...list.slice(-1)]
        expect(merged(again).compiled).toEqual(merged(list).compiled)
        expect(merged(again).versioned).toEqual(merged(list).versioned)
      }),
    ))
  test('the last value of each history is what is compiled', () =>
    fc.assert(
      fc.property(histories, (list) => {
        const { compiled, versioned } = merged(list)
        const title = (versioned as any).tender?.title
        expect((compiled as any).tender?.title).toEqual(title?.at(-1).value)
      }),
    ))
})
