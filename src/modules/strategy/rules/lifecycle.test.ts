import { describe, expect, test } from 'vitest'
import { aStep, aTree } from '../builders.ts'
import { byStanding, currentOf } from './current.ts'
import { decideHolder, holderOn } from './holders.ts'
import { decideAdoption, decideConsultation, decideNewVersion, supersededBy } from './lifecycle.ts'

const TODAY = '2026-11-22'
const request = { decidedOn: '2026-10-01', note: 'Asked in every ward' }

describe('a consultation', () => {
  test('is recorded for a whole draft', () => {
    expect(decideConsultation(aTree(), [], request, TODAY)).toEqual({ ok: true, value: 'consulted' })
  })

  test.each([
    ['of what is published', aTree({ status: 'adopted' }), 'not-a-draft'],
    ['without an objective', { ...aTree(), objectives: [] }, 'objective-missing'],
    ['without a priority', { ...aTree(), priorities: [] }, 'priority-missing'],
    ['with a priority nobody owns', aTree({}, { ownerRoleId: null }), 'priority-incomplete'],
    ['with a priority nothing shows', aTree({}, { indicator: '' }), 'priority-incomplete'],
  ])('is refused %s', (_case, tree, refusal) => {
    expect(decideConsultation(tree, [], request, TODAY)).toMatchObject({ ok: false, refusal })
  })

  test('is refused on a day to come', () => {
    const late = { ...request, decidedOn: '2026-11-23' }
    expect(decideConsultation(aTree(), [], late, TODAY)).toMatchObject({ refusal: 'decided-in-future' })
  })
})

describe('an adoption', () => {
  const consulted = [aStep({ status: 'draft', decidedOn: '2026-11-22' }), aStep({ decidedOn: '2026-09-30' })]

  test('follows a consultation, on its day or later', () => {
    expect(decideAdoption('consulted', consulted, request, TODAY)).toEqual({ ok: true, value: 'adopted' })
    const early = { ...request, decidedOn: '2026-09-29' }
    expect(decideAdoption('consulted', consulted, early, TODAY)).toMatchObject({
      refusal: 'decided-before-last-step',
    })
  })

  test.each(['draft', 'adopted', 'superseded'] as const)('is refused for a version that is %s', (status) => {
    expect(decideAdoption(status, [], request, TODAY)).toMatchObject({ refusal: 'not-consulted' })
  })

  test('supersedes what was adopted, and older versions that were only consulted on', () => {
    const versions = [
      { version: 4, status: 'consulted' as const },
      { version: 3, status: 'consulted' as const },
      { version: 2, status: 'adopted' as const },
      { version: 1, status: 'superseded' as const },
    ]
    expect(supersededBy(versions, 3)).toEqual([2])
    expect(supersededBy(versions, 4)).toEqual([3, 2])
  })
})

describe('a new version', () => {
  test('carries the newest one on, one draft at a time', () => {
    expect(
      decideNewVersion([
        { version: 2, status: 'adopted' },
        { version: 1, status: 'superseded' },
      ]),
    ).toEqual({
      ok: true,
      value: { from: 2, version: 3 },
    })
    expect(decideNewVersion([{ version: 2, status: 'draft' }])).toMatchObject({ refusal: 'draft-exists' })
    expect(decideNewVersion([])).toMatchObject({ refusal: 'nothing-to-carry-on' })
  })
})

describe('what counts of a document', () => {
  const version = (documentId: string, number: number, status: 'draft' | 'adopted' | 'superseded') => ({
    documentId,
    version: number,
    status,
  })

  test('is what was adopted, else the newest that is not superseded', () => {
    const current = currentOf([
      version('a', 3, 'draft'),
      version('a', 2, 'adopted'),
      version('b', 1, 'draft'),
      version('c', 1, 'superseded'),
    ])
    expect(current.map(({ documentId, version: number }) => [documentId, number])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('is listed with the adopted corporate plan first', () => {
    const climate = aTree({ kind: 'climate-plan', status: 'adopted' }).version
    const corporate = aTree({ kind: 'corporate-plan', status: 'adopted' }).version
    const draft = aTree({ kind: 'corporate-plan', status: 'draft' }).version
    expect([draft, climate, corporate].sort(byStanding)).toEqual([corporate, climate, draft])
  })
})

describe('the holder of a role', () => {
  const open = { id: 'a', personName: 'First', fromOn: '2024-01-01', untilOn: null }

  test('ends the day before the next one begins', () => {
    expect(decideHolder([open], { fromOn: '2024-03-01', untilOn: null })).toEqual({
      ok: true,
      value: { id: 'a', untilOn: '2024-02-29' },
    })
  })

  test.each([
    ['the same day', [open], { fromOn: '2024-01-01', untilOn: null }, 'holders-overlap'],
    [
      'a period that is taken',
      [{ ...open, untilOn: '2024-12-31' }],
      { fromOn: '2024-06-01', untilOn: null },
      'holders-overlap',
    ],
    ['a backward period', [], { fromOn: '2024-06-01', untilOn: '2024-05-01' }, 'holder-ends-before-start'],
  ])('is refused for %s', (_case, holders, draft, refusal) => {
    expect(decideHolder(holders, draft)).toMatchObject({ ok: false, refusal })
  })

  test('is known for any day', () => {
    const role = { id: 'r', name: 'Director', holders: [{ ...open, untilOn: '2024-12-31' }] }
    expect(holderOn(role, '2024-12-31')?.personName).toBe('First')
    expect(holderOn(role, '2025-01-01')).toBeUndefined()
    expect(holderOn(undefined, '2024-06-01')).toBeUndefined()
  })
})
