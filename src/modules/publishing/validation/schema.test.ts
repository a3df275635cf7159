import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aRelease } from '../builders.ts'
import { COMMITMENT_STATUSES, DELIVERY_STATUSES, SOCIAL_VALUE_BASES } from '../model/codes.ts'
import type { JsonObject } from '../model/json.ts'
import { compileSchema, danglingReferences } from './schema.ts'

const readJson = (path: string): any => JSON.parse(readFileSync(path, 'utf8'))
const EXTENSION = 'src/modules/publishing/extension'
const CORE = '../shared/data/ocds/schema-1.1.5/release-schema.json'
const UK = '../shared/acceptance/ocds-uk/release-schema-merged.json'

/** RFC 7396. */
const patched = (target: any, patch: any): any => {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch
  const merged = { ...(typeof target === 'object' && target !== null ? target : {}) }
  for (const [key, value] of Object.entries(patch)) merged[key] = patched(merged[key], value)
  return merged
}

describe('compileSchema', () => {
  test('reads draft 4: id as a name, flags as limits, gaps as anything', () => {
    const schema: JsonObject = {
      id: 'https://example.org/s.json',
      $schema: 'http://json-schema.org/draft-04/schema#',
      properties: {
        id: { type: 'number', minimum: 0, exclusiveMinimum: true },
        gap: { $ref: '#/definitions/Gone' },
      },
    }
    expect(danglingReferences(schema)).toEqual(['Gone'])
    const check = compileSchema(schema)
    expect(check({ id: 1, gap: 7 })).toEqual([])
    expect(check({ id: 0 })).toMatchObject([{ pointer: '/id', rule: 'exclusiveMinimum' }])
    expect(check({ id: 'x' })).toMatchObject([
      { pointer: '/id', problem: 'has the wrong kind of value; it takes number' },
    ])
  })
})

describe.skipIf(!existsSync(CORE))('published schemas (skipped where ../shared is absent)', () => {
  const core = readJson(CORE)
  test.each([CORE, UK])('%s takes a sound release and refuses a broken one', (path) => {
    const check = compileSchema(readJson(path))
    expect(check(aRelease())).toEqual([])
    const broken = { ...aRelease(), date: 'soon', tag: [], initiationType: undefined }
    expect(
      check(JSON.parse(JSON.stringify(broken)))
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/date', '/initiationType', '/tag'])
  })
  test('198 of the 201 real releases pass, as the source says', () => {
    const check = compileSchema(core)
    const { releases } = readJson('../shared/data/ocds/contracts-finder_201-releases_2025.json')
    const failing = releases.flatMap((release: unknown) => check(release))
    expect(failing).toHaveLength(3)
    expect(failing.every(({ pointer }: { pointer: string }) => /\/documents\/\d+\/url$/.test(pointer))).toBe(
      true,
    )
  })
  test('our extension joins the core and the UK schema, and checks its own fields', () => {
    const own = readJson(`${EXTENSION}/release-schema.json`)
    for (const path of [CORE, UK]) {
      const check = compileSchema(patched(readJson(path), own))
      expect(check(aRelease())).toEqual([])
      const wrong: any = structuredClone(aRelease())
      wrong.contracts[0].socialValueCommitments[0].basis = 'priceless'
      delete wrong.tender.socialValueAsks[0].id
      expect(check(wrong).map(({ pointer }) => pointer)).toEqual([
        '/tender/socialValueAsks/0/id',
        '/contracts/0/socialValueCommitments/0/basis',
      ])
    }
  })
})

describe('the social value extension', () => {
  const codesIn = (name: string): string[] =>
    readFileSync(`${EXTENSION}/codelists/${name}.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '')
  const { definitions } = readJson(`${EXTENSION}/release-schema.json`)
  test.each([
    ['socialValueBasis', SOCIAL_VALUE_BASES, definitions.SocialValueAsk.properties.basis],
    ['socialValueCommitmentStatus', COMMITMENT_STATUSES, definitions.SocialValueCommitment.properties.status],
    ['socialValueDeliveryStatus', DELIVERY_STATUSES, definitions.SocialValueDelivery.properties.status],
  ])('has one list of codes in %s, the schema and the program', (name, codes, field) => {
    expect(codesIn(name)).toEqual([...codes])
    expect(field.enum).toEqual([...codes, null])
    expect(readJson(`${EXTENSION}/extension.json`).codelists).toContain(field.codelist)
  })
  test('shows an example that is sound', () => {
    const json = /```json\n([\s\S]+?)```/.exec(readFileSync(`${EXTENSION}/README.md`, 'utf8'))?.[1] ?? ''
    const check = compileSchema({
      ...definitions.Tender,
      definitions: {
        ...definitions,
        Classification: {},
        Value: {},
        Period: {},
        Document: {},
        OrganizationReference: {},
      },
    })
    expect(check(JSON.parse(json).tender)).toEqual([])
  })
})
