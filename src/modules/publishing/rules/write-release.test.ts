import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import type { ProcessFacts } from '../model/process-facts.ts'
import { releaseShape } from '../model/release.ts'
import { compileSchema } from '../validation/schema.ts'
import { csvLines } from '../writing/csv.ts'
import { recordPackage, releasePackage, streamLines, streamPackage } from '../writing/packages.ts'
import { checkRelease } from './check-release.ts'
import { flattenReleases } from './flatten.ts'
import { mergeReleases } from './merge.ts'
import { contentOf, writeRelease } from './write-release.ts'

const TAGS = ['planning', 'tender', 'award', 'contract', 'implementation'] as const
const facts: ProcessFacts = {
  ocid: 'ocds-gt0000-1',
  buyer: 'GB-LAE-NMR',
  parties: [
    { id: 'GB-LAE-NMR', name: 'Northmere Council', scheme: 'GB-LAE', number: 'NMR', roles: ['buyer'] },
  ],
  tender: {
    id: 't1',
    title: 'Footpaths',
    status: 'active',
    noLotsReason: 'One street',
    cpv: ['45233260', '45233200'],
  },
}
const publish = (states: readonly ProcessFacts[]): JsonObject[] => {
  const releases: JsonObject[] = []
  for (const [i, state] of states.entries()) {
    const before = mergeReleases(releases)
    const at = new Date(Date.UTC(2026, 0, i + 1)).toISOString()
    const publication = { number: i + 1, tag: TAGS[i % TAGS.length] ?? 'tender', at }
    const release = writeRelease(state, publication, before.ok ? before.value.compiled : null)
    if (!release.ok) throw new Error(`${release.refusal} ${JSON.stringify(release.facts)}`)
    releases.push(release.value)
  }
  return releases
}
const compiled = (releases: readonly JsonObject[]): JsonObject => {
  const merged = mergeReleases(releases)
  if (!merged.ok) throw new Error(merged.refusal)
  const { id: _, date: __, tag: ___, ...content } = merged.value.compiled
  return content
}
/** Taking back leaves an empty list where a whole list was. */
const withoutEmptyLists = (value: any): any => {
  if (Array.isArray(value)) return value.map(withoutEmptyLists)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => [key, withoutEmptyLists(child)])
      .filter(([, child]) => !(Array.isArray(child) && child.length === 0)),
  )
}

const pence = fc.record(
  { netPence: fc.integer({ min: 0, max: 1e12 }), grossPence: fc.integer({ min: 1e12, max: 2e12 }) },
  { requiredKeys: [] },
)
const term = fc.record(
  {
    startsOn: fc.constantFrom('2026-04-01', '2026-06-01'),
    endsOn: fc.constantFrom('2029-03-31', '2030-03-31'),
  },
  { requiredKeys: [] },
)
const text = fc.string({ minLength: 1 })
const flag = fc.boolean()
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(
  shape: T,
  requiredKeys: (keyof T)[] = [],
) => fc.record(shape, { requiredKeys } as never)
const ask = {
  title: text,
  measure: text,
  quantity: fc.integer(),
  unit: text,
  basis: fc.constantFrom('fiscal', 'none'),
  place: fc.record({ name: text }),
}
const state = optional({
  planning: optional({ rationale: text, budget: pence, noEngagementReason: text }),
  tender: optional(
    {
      title: text,
      status: fc.constantFrom('planned', 'active', 'complete'),
      value: pence,
      method: fc.constantFrom('open', 'direct'),
      cpv: fc.uniqueArray(fc.constantFrom('45233260', '45233200', '90000000'), { minLength: 1 }),
      deadlineAt: fc.constantFrom('2026-05-01T12:00:00Z'),
      term,
      noLotsReason: text,
      isAboveThreshold: flag,
      specialRegimes: fc.uniqueArray(fc.constantFrom('lightTouch', 'utilities')),
      risks: text,
      asks: fc.array(optional(ask, ['title']), { minLength: 2, maxLength: 2 }),
    },
    ['title', 'status', 'cpv'],
  ),
  awards: fc.array(
    optional(
      {
        status: fc.constantFrom('pending', 'active'),
        value: pence,
        standstill: term,
        awardedAt: fc.constant('2026-02-02T00:00:00Z'),
      },
      ['status'],
    ),
    { minLength: 2, maxLength: 2 },
  ),
  commitments: fc.array(
    optional(
      { ...ask, unitValue: pence, due: term, evidence: text, status: fc.constantFrom('promised', 'met') },
      ['title', 'status'],
    ),
    { minLength: 3, maxLength: 3 },
  ),
  deliveries: fc.array(
    optional(
      {
        title: text,
        done: term,
        reported: fc.constantFrom(5, 9),
        verified: fc.integer({ min: 0, max: 5 }),
        story: text,
        status: fc.constantFrom('reported', 'verified'),
      },
      ['title', 'status'],
    ),
    { minLength: 3, maxLength: 3 },
  ),
  signedAt: fc.constant('2026-03-03T10:00:00Z'),
})
const withIds = (list: any[] | undefined, prefix: string, count: number) =>
  (
    list ??
    Array.from({ length: 3 }, () => ({ title: 'x', status: prefix === 'd' ? 'reported' : 'promised' }))
  )
    .slice(0, count)
    .map((item, i) => ({ ...item, id: `${prefix}${i + 1}` }))

/** Facts whose lists only grow, and whose fields come, change and go. */
const factsOf = (given: any, step: number): ProcessFacts => ({
  ...facts,
  parties: [
    ...facts.parties,
    { id: 'GB-COH-01234567', name: 'Fenwick', roles: ['supplier'], ...(step % 2 ? { isSme: true } : {}) },
  ],
  ...(given.planning ? { planning: given.planning } : {}),
  tender: { ...(given.tender ?? facts.tender), id: 't1', asks: withIds(given.tender?.asks, 'a', 2) },
  awards: [0, 1].slice(0, 1 + Math.min(step, 1)).map((i) => ({
    status: 'active',
    ...given.awards?.[i],
    id: `w${i + 1}`,
    suppliers: ['GB-COH-01234567'],
  })),
  contracts: [
    {
      id: 'c1',
      award: 'w1',
      status: 'active',
      ...(given.signedAt ? { signedAt: given.signedAt } : {}),
      commitments: withIds(given.commitments, 'k', Math.min(step + 1, 3)).map((each, i) => ({
        ...each,
        ...(i === 0 ? { ask: 'a1' } : {}),
      })),
      deliveries: withIds(given.deliveries, 'd', Math.min(step, 3)).map((each) => ({
        ...each,
        commitment: 'k1',
      })),
      payments: Array.from({ length: step }, (_, i) => ({
        id: `p${i}`,
        paidOn: '2026-07-01',
        amount: { netPence: 1_050 },
        payee: 'GB-COH-01234567',
      })),
    },
  ],
})
const histories = fc.array(state, { minLength: 1, maxLength: 5 }).map((states) => states.map(factsOf))

const SCHEMAS = [
  '../shared/data/ocds/schema-1.1.5/release-schema.json',
  '../shared/acceptance/ocds-uk/release-schema-merged.json',
]
const readJson = (path: string): any => JSON.parse(readFileSync(path, 'utf8'))

describe('writeRelease', () => {
  test('compiling the releases of a process gives its latest facts', () =>
    fc.assert(
      fc.property(histories, (states) => {
        const releases = publish(states)
        expect(withoutEmptyLists(compiled(releases))).toEqual(
          withoutEmptyLists(contentOf(states.at(-1) as ProcessFacts)),
        )
      }),
    ))
  test('what is written has the shape we say, and our own checks find nothing wrong', () =>
    fc.assert(
      fc.property(histories, (states) => {
        for (const release of publish(states)) {
          expect(releaseShape.safeParse(release).error?.issues ?? []).toEqual([])
          expect(checkRelease(release).filter(({ level }) => level === 'error')).toEqual([])
        }
      }),
      { numRuns: 40 },
    ))
  describe.skipIf(!existsSync(SCHEMAS[0] ?? ''))(
    'against published schemas (skipped where ../shared is absent)',
    () => {
      test.each(SCHEMAS)('everything written is valid by %s', (path) => {
        const check = compileSchema(readJson(path))
        fc.assert(
          fc.property(histories, (states) => {
            for (const release of publish(states)) expect(check(release)).toEqual([])
            expect(
              check({
                ...compiled(publish(states)),
                id: 'x',
                date: '2026-01-01T00:00:00Z',
                tag: ['compiled'],
              }),
            ).toEqual([])
          }),
          { numRuns: 40 },
        )
      })
    },
  )
  test('ids and dates are those of the publication and stay the same', () => {
    const [first, second] = publish([facts, facts])
    expect(first).toMatchObject({
      id: 'ocds-gt0000-1-001-planning',
      date: '2026-01-01T00:00:00.000Z',
      tag: ['planning'],
    })
    expect(second?.id).toBe('ocds-gt0000-1-002-tender')
    expect(publish([facts, facts])[0]).toEqual(first)
  })
  test('takes back what no longer holds', () => {
    const { noLotsReason: _, ...tender } = { ...facts.tender, title: 'Paths' } as any
    const releases = publish([
      { ...facts, tender: { ...facts.tender, title: 'Old', value: { netPence: 5 } } as never },
      { ...facts, tender },
    ])
    expect(releases[1]).toMatchObject({
      tender: { lotDetails: { noLotsDivisionRationale: null }, value: { amount: null, currency: null } },
    })
    expect(compiled(releases).tender).not.toHaveProperty('value')
  })
  test('keeps pence exact', () => {
    const [release] = publish([
      { ...facts, tender: { ...facts.tender, value: { netPence: 123_456_789_012_29 } } as never },
    ])
    expect(JSON.stringify(release)).toContain('"amount":123456789012.29')
  })
  const at = '2026-01-01T00:00:00Z'
  test.each([
    ['wrong-number', 0, at, null],
    ['wrong-number', 2, at, null],
    ['wrong-number', 1, at, { ...publish([facts])[0] }],
    ['not-later', 2, at, { ...publish([facts])[0] }],
  ] as const)('refuses: %s', (refusal, number, when, before) =>
    expect(writeRelease(facts, { number, tag: 'tender', at: when }, before)).toMatchObject({
      ok: false,
      refusal,
    }),
  )
  test('refuses to let a listed thing vanish', () => {
    const lost = writeRelease(
      { ...facts, parties: [] },
      { number: 2, tag: 'tender', at: '2026-02-01T00:00:00Z' },
      publish([facts])[0],
    )
    expect(lost).toMatchObject({ ok: false, refusal: 'vanished', facts: { path: 'parties' } })
  })
})

const about = {
  uri: 'https://northmere.example/ocds/1.json',
  publisher: { name: 'Northmere Council' },
  publishedAt: '2026-11-22T00:00:00Z',
}

describe('packages', () => {
  const releases = publish([facts, { ...facts, planning: { rationale: 'Need' } }])
  test('a record holds the releases and what they compile to', () => {
    const { records } = recordPackage([releases], about) as any
    expect(records[0].compiledRelease.planning.rationale).toBe('Need')
    expect(records[0].versionedRelease.planning.rationale[0].releaseID).toBe('ocds-gt0000-1-002-tender')
  })
  test('a streamed package is the package, and lines are its releases', async () => {
    const collect = async (pieces: AsyncIterable<string>) => {
      let text = ''
      for await (const piece of pieces) text += piece
      return text
    }
    expect(JSON.parse(await collect(streamPackage(releases, about)))).toEqual(releasePackage(releases, about))
    expect(
      (await collect(streamLines(releases)))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(releases)
  })
  test.skipIf(!existsSync(SCHEMAS[0] ?? ''))(
    'are valid by the package schema (skipped where ../shared is absent)',
    () => {
      const check = (name: string) =>
        compileSchema(
          JSON.parse(
            readFileSync(`../shared/data/ocds/schema-1.1.5/${name}.json`, 'utf8').replaceAll(
              /"\$ref":\s*"https:[^"]*"/g,
              '"$ref":"#/definitions/Elsewhere"',
            ),
          ),
        )
      expect(check('release-package-schema')(releasePackage(releases, about))).toEqual([])
      const problems = check('record-package-schema')(recordPackage([releases], about))
      // With its releases not looked into, "linked" and "embedded" releases cannot be told apart.
      expect(problems.filter(({ rule }) => rule !== 'oneOf')).toEqual([])
    },
  )
})

describe('flattenReleases', () => {
  const state = factsOf({ commitments: [{ title: '=HYPERLINK("x")', status: 'promised' }] }, 1)
  const tables = flattenReleases(publish([state]))
  const rowsOf = (name: string): Record<string, string>[] => {
    const table = tables.find((each) => each.name === name)
    return parse([...csvLines(table?.columns ?? [], table?.rows ?? [])].join(''), {
      columns: true,
      bom: true,
    })
  }
  test('has a table for each list, with the keys of what it stands in', () => {
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'releases',
        'releases_parties',
        'releases_awards',
        'releases_contracts',
        'releases_contracts_socialValueCommitments',
      ]),
    )
    expect(rowsOf('releases_contracts_socialValueCommitments')[0]).toMatchObject({
      ocid: 'ocds-gt0000-1',
      releaseId: 'ocds-gt0000-1-001-planning',
      'releases_contracts/id': 'c1',
      id: 'k1',
      ask: 'a1',
    })
    expect(rowsOf('releases')[0]).toMatchObject({
      tag: 'planning',
      'tender/title': 'Footpaths',
      'buyer/id': 'GB-LAE-NMR',
    })
  })
  test('lets no text run as a formula', () =>
    expect(rowsOf('releases_contracts_socialValueCommitments')[0]?.title).toBe(`'=HYPERLINK("x")`))
})
