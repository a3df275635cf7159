import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPlace } from '../builders.ts'
import type { PlaceDraft } from '../model.ts'
import { decidePlace, type PlaceQuestion, readParts, slugOf } from './define-place.ts'
import { nestPlaces } from './place-tree.ts'

const US = 'us'
const draft = (facts: Partial<PlaceDraft> = {}): PlaceDraft => ({
  name: 'Preston',
  kind: 'city',
  parentId: null,
  parts: readParts('PR1').parts,
  ...facts,
})
const decide = (facts: Partial<PlaceQuestion> = {}) =>
  decidePlace({ draft: draft(), placeId: null, ownerId: US, isOperator: false, places: [], ...facts })

describe('readParts', () => {
  test('reads lines and commas, once each', () => {
    const { parts, problems } = readParts('PR1, pr2\r\n\nPR1 2;PR\nE07000123,PR1')
    expect(parts.map((part) => part.code)).toEqual(['PR1', 'PR2', 'PR1 2', 'PR', 'E07000123'])
    expect(problems).toEqual([])
  })

  test('names the line and the fault of each wrong piece', () => {
    expect(readParts('PR1\nPR1 2HE\nJE2, Preston').problems).toEqual([
      { line: 2, text: 'PR1 2HE', problem: 'full-postcode' },
      { line: 3, text: 'JE2', problem: 'not-in-the-uk' },
      { line: 3, text: 'Preston', problem: 'not-a-part' },
    ])
  })

  test('answers any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readParts(text)))
  })
})

test('slugOf makes an address of a name', () => {
  expect(slugOf("Château d'Ynys Môn & Co.")).toBe('chateau-dynys-mon-co')
  expect(slugOf('   ')).toBe('')
  expect(slugOf('x'.repeat(500))).toHaveLength(80)
})

describe('decidePlace', () => {
  const shared = aPlace({ name: 'Lancashire', parts: 'E10000017' })
  const ours = aPlace({ name: 'Preston', parts: 'PR1', authorityId: US, parentId: shared.id })
  const theirs = aPlace({ name: 'Chorley', parts: 'PR6', authorityId: 'them' })
  const places = [shared, ours, theirs]

  test('accepts a place in a shared one and tidies its name', () => {
    const decision = decide({
      places: [shared],
      draft: draft({ name: '  Preston   City ', parentId: shared.id }),
    })
    expect(decision).toMatchObject({
      ok: true,
      value: { name: 'Preston City', slug: 'preston-city', parentId: shared.id },
    })
  })

  test.each([
    ['place-has-no-name', { draft: draft({ name: ' !! ' }) }],
    ['place-without-parts', { draft: draft({ parts: [] }) }],
    ['place-name-taken', { places, draft: draft({ name: 'PRESTON' }) }],
    ['parent-unknown', { places, draft: draft({ name: 'X', parentId: 'nowhere' }) }],
    ['parent-of-another-authority', { places, draft: draft({ name: 'X', parentId: theirs.id }) }],
    ['parent-is-itself', { places, placeId: ours.id, draft: draft({ parentId: ours.id }) }],
    ['shared-place-by-operator-only', { ownerId: null, isOperator: false }],
  ] as const)('refuses: %s', (refusal, facts) => {
    expect(decide(facts)).toMatchObject({ ok: false, refusal })
  })

  test('lets the operator make a shared place, but not inside an authority’s own', () => {
    expect(decide({ ownerId: null, isOperator: true }).ok).toBe(true)
    const inside = decide({
      ownerId: null,
      isOperator: true,
      places,
      draft: draft({ name: 'X', parentId: ours.id }),
    })
    expect(inside).toMatchObject({ refusal: 'parent-of-another-authority' })
  })

  test('the same name may be another authority’s, or the shared one’s', () => {
    expect(decide({ places, draft: draft({ name: 'Chorley' }) }).ok).toBe(true)
    expect(decide({ places, draft: draft({ name: 'Lancashire' }) }).ok).toBe(true)
  })

  test('a place that holds others needs no parts of its own', () => {
    const inner = aPlace({ name: 'Inner', parts: 'PR1', authorityId: US, parentId: ours.id })
    expect(decide({ places: [ours, inner], placeId: ours.id, draft: draft({ parts: [] }) }).ok).toBe(true)
  })

  test('refuses every circle, however long, and nothing else', () => {
    const chain = fc
      .integer({ min: 2, max: 8 })
      .chain((length) =>
        fc.tuple(
          fc.constant(length),
          fc.integer({ min: 0, max: length - 1 }),
          fc.integer({ min: 0, max: length - 1 }),
        ),
      )
    fc.assert(
      fc.property(chain, ([length, from, to]) => {
        // p0 lies in p1, p1 in p2 and so on.
        const line = Array.from({ length }, (_, n) =>
          aPlace({
            name: `p${n}`,
            parts: 'PR1',
            authorityId: US,
            parentId: n + 1 < length ? `p${n + 1}` : null,
          }),
        )
        const decision = decide({
          places: line,
          placeId: `p${from}`,
          draft: draft({ name: `p${from}`, parentId: `p${to}` }),
        })
        expect(decision.ok).toBe(to > from)
      }),
    )
  })
})

test('nestPlaces puts inner places under those around them, and lone ones at the top', () => {
  const county = aPlace({ name: 'County' })
  const town = aPlace({ name: 'Town', parentId: county.id })
  const ward = aPlace({ name: 'Ward', parentId: town.id })
  const lone = aPlace({ name: 'Lone', parentId: 'unseen' })
  expect(nestPlaces([lone, ward, county, town]).map(({ place, depth }) => [place.name, depth])).toEqual([
    ['Lone', 0],
    ['County', 0],
    ['Town', 1],
    ['Ward', 2],
  ])
})
