import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RELEASE_TAGS } from '../model/codes.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import { NOTICE_CODES, type NoticeCode } from '../model/notice.ts'
import type { ProcessFacts } from '../model/process-facts.ts'
import { checkRelease } from '../rules/check-release.ts'
import { compileSchema } from '../validation/schema.ts'
import { composeNotice } from './compose.ts'
import type { NoticeFacts } from './facts.ts'

const UK = '../shared/acceptance/ocds-uk/release-schema-merged.json'
const AT = '2026-11-22T12:00:00.000Z'
const NOTICE_ID = '01900000-0000-7000-8000-000000000001'
const [CHANGE, FAILURE] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']
const BUYER = { id: 'GB-LAE-NMR', name: 'Northmere City Council', roles: ['buyer'] }

/** What our records may hold at their fullest: every part of a process, with what each notice adds. */
const whole: ProcessFacts = {
  ocid: 'ocds-nrthmr-1',
  buyer: BUYER.id,
  parties: [
    BUYER,
    {
      id: 'GB-COH-01234567',
      name: 'Fenwick Paths Ltd',
      scheme: 'GB-COH',
      number: '01234567',
      roles: ['supplier', 'tenderer'],
      isSme: true,
      isVcse: false,
    },
  ],
  planning: {
    rationale: 'Paths crack.',
    budget: { netPence: 40_000_000, grossPence: 48_000_000 },
    noEngagementReason: 'The market was asked last year.',
  },
  tender: {
    id: 't1',
    title: 'Repair of footpaths',
    description: 'In three wards',
    status: 'active',
    value: { netPence: 40_000_000, grossPence: 48_000_000 },
    category: 'works',
    method: 'open',
    cpv: ['45233253'],
    opensAt: '2026-05-01T09:00:00Z',
    deadlineAt: '2026-06-05T12:00:00Z',
    requestsDeadlineAt: '2026-05-20T12:00:00Z',
    term: { startsOn: '2026-09-01', endsOn: '2029-08-31', latestEndOn: '2030-08-31' },
    lots: [{ id: 'A', title: 'North', value: { netPence: 20_000_000 }, suitsSme: true }],
    isAboveThreshold: true,
    numberOfTenderers: 3,
    asks: [{ id: 'a1', title: 'Work for care leavers', unit: 'people', basis: 'fiscal', weight: 10 }],
  },
  awards: [
    {
      id: 'w1',
      status: 'active',
      awardedAt: '2026-08-01T00:00:00Z',
      value: { netPence: 23_150_000 },
      suppliers: ['GB-COH-01234567'],
      lots: ['A'],
      standstill: { startsOn: '2026-08-01', endsOn: '2026-08-12' },
      summariesSentAt: '2026-08-01T00:00:00Z',
    },
  ],
  contracts: [
    {
      id: 'c1',
      award: 'w1',
      status: 'active',
      title: 'Repair of footpaths',
      cpv: ['45233253'],
      value: { netPence: 23_150_000 },
      signedAt: '2026-08-20T00:00:00Z',
      term: { startsOn: '2026-09-01', endsOn: '2029-08-31' },
      commitments: [{ id: 'k1', title: 'Work for care leavers', quantity: 4, status: 'promised' }],
      deliveries: [
        { id: 'd1', commitment: 'k1', title: 'Two began', reported: 2, verified: 2, status: 'verified' },
      ],
      payments: [{ id: '2026-10', paidOn: '2026-10-20', amount: { netPence: 100_000 }, payee: BUYER.id }],
    },
  ],
}

const assessments = (['good', 'approaching', 'requires-improvement', 'inadequate', 'other'] as const).map(
  (rating, at) => ({
    indicatorId: 'i1',
    number: at + 1,
    fromOn: '2026-09-01',
    toOn: '2026-09-30',
    value: '90',
    rating,
    note: at === 0 ? '' : 'See the minutes',
    assessedOn: '2026-10-01',
    personName: 'Cass',
  }),
)

/** Only what `releaseOf` and the lines read of the register's own records. */
const contract = (hasIndicators: boolean) =>
  ({
    contract: {
      id: 'c1',
      title: 'Repair of footpaths',
      supplierName: 'Fenwick Paths Ltd',
      supplierNumber: null,
    },
    legal: {
      subject: 'works',
      enteredOn: '2026-08-20',
      noIndicatorsBecause: hasIndicators ? '' : 'It is one delivery of goods.',
      arrangement: 'contract',
    },
    endsOn: '2029-08-31',
    law: { answers: [] },
    changes: [
      {
        id: CHANGE,
        way: 'volume',
        title: 'Another ward',
        reason: 'Roots broke more paths',
        valuePence: 30_000_000,
        endsOn: '2030-08-31',
        madeOn: '2026-11-01',
        finding: { lines: [] },
      },
    ],
    failures: [
      {
        notice: { id: FAILURE, kind: 'breach', whatHappened: 'No crew came.', eventOn: '2026-11-02' },
        law: { answers: [] },
      },
    ],
    indicators: hasIndicators
      ? [
          {
            id: 'i1',
            title: 'Repairs in time',
            howMeasured: 'Share within a week',
            isStatutory: true,
            assessments,
          },
        ]
      : [],
  }) as unknown as NonNullable<NoticeFacts['contract']>

const duty = (code: NoticeCode, variant: string, occasion: string): NoticeFacts['duty'] => ({
  code,
  variant,
  occasion,
  provision: 'Procurement Act 2023',
  title: `Notice (${code})`,
})
const poor = (code: NoticeCode): NoticeFacts => ({
  duty: duty(code, '', '2026'),
  noticeId: NOTICE_ID,
  buyer: { name: BUYER.name, orgId: BUYER.id, contact: '' },
  process: { ocid: 'ocds-nrthmr-1', buyer: BUYER.id, parties: [BUYER] },
  isAboveThreshold: null,
})
const rich = (code: NoticeCode, variant = '', occasion = '2026', hasIndicators = true): NoticeFacts => ({
  ...poor(code),
  duty: duty(code, variant, occasion),
  process: whole,
  isAboveThreshold: true,
  evaluation: { noticeOn: '2026-08-01', standstillEndsOn: '2026-08-12' },
  contract: contract(hasIndicators),
})

const CASES: readonly (readonly [string, NoticeFacts])[] = [
  ...NOTICE_CODES.map((code) => [`${code} of nothing but its name`, poor(code)] as const),
  ...NOTICE_CODES.map((code) => [`${code} with all there is`, rich(code)] as const),
  ['UK4 below the threshold', { ...rich('UK4', 'below-threshold'), isAboveThreshold: false }],
  ['UK7 without indicators', rich('UK7', '', '2026', false)],
  ['UK9 of indicators', rich('UK9', 'kpi', 'year 1')],
  ['UK9 of a breach', rich('UK9', 'event', FAILURE)],
  ['UK10 of a change', rich('UK10', '', CHANGE)],
]
const releaseFor = (facts: NoticeFacts): JsonObject => composeNotice(facts, AT).release

/** Where a release has fields that a schema does not name; OCDS lets them stand, so a slip of the pen would pass. */
const unnamed = (value: Json, part: JsonObject, schema: JsonObject, path = ''): string[] => {
  const known = (node: JsonObject): JsonObject => {
    const name = /^#\/definitions\/(.+)$/.exec(String(node.$ref ?? ''))?.[1]
    const definitions = schema.definitions as JsonObject
    return name === undefined ? node : ((definitions[name] ?? {}) as JsonObject)
  }
  const at = known(part)
  if (isList(value))
    return value.flatMap((each) => unnamed(each, (at.items ?? {}) as JsonObject, schema, path))
  if (!isObject(value) || !isObject(at.properties ?? null)) return []
  const properties = at.properties as JsonObject
  return Object.entries(value).flatMap(([key, child]) =>
    properties[key] === undefined
      ? [`${path}/${key}`]
      : unnamed(child, properties[key] as JsonObject, schema, `${path}/${key}`),
  )
}

/** Of our own extension, and of OCDS's for metrics and the scale of organisations, which the merged file leaves out. */
const OF_EXTENSIONS = new Set([
  '/tender/socialValueAsks',
  '/contracts/socialValueCommitments',
  '/contracts/implementation/socialValueDeliveries',
  '/contracts/agreedMetrics',
  '/contracts/implementation/metrics',
  '/parties/details/scale',
])

describe('the release of a notice', () => {
  test.each(CASES)('%s is sound, tagged, and holds the notice where it belongs', (_, facts) => {
    const release = releaseFor(facts)
    expect(checkRelease(release).filter(({ level }) => level === 'error')).toEqual([])
    for (const tag of release.tag as string[]) expect(RELEASE_TAGS).toContain(tag)
    const found = [...JSON.stringify(release).matchAll(/"noticeType":"(UK\d+)"/g)].map(([, code]) => code)
    expect(found).toEqual([facts.duty.code])
  })

  test.skipIf(!existsSync(UK))('of UK1 to UK17 is valid by the UK schema (skipped without ../shared)', () => {
    const schema: JsonObject = JSON.parse(readFileSync(UK, 'utf8'))
    const check = compileSchema(schema)
    for (const [name, facts] of CASES) {
      const release = releaseFor(facts)
      expect([name, check(release)]).toEqual([name, []])
      const foreign = unnamed(release, schema, schema).filter((path) => !OF_EXTENSIONS.has(path))
      expect([name, foreign]).toEqual([name, []])
    }
  })
})
