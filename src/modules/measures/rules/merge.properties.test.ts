import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPEN_FRAMEWORK } from '../framework/open-framework.ts'
import type { Change } from '../model/adaptation.ts'
import type { Framework, Variant } from '../model.ts'
import { adaptFramework } from './adapt.ts'
import { variantField } from './entry-fields.ts'
import { mergeFramework } from './merge.ts'

const FIGURES = ['north', 'south', 'west'] as const
const figure = (code: string, name: string): Variant => ({
  code,
  name,
  value: '5',
  priceYear: '2024/25',
  basis: 'economic',
  isTransfer: false,
})

const OUTCOME = OPEN_FRAMEWORK.outcomes[0]?.code ?? ''
/** One outcome with its first measures is enough to meet every case, and quick. */
const BASE: Framework = {
  ...OPEN_FRAMEWORK,
  outcomes: OPEN_FRAMEWORK.outcomes.filter(({ code }) => code === OUTCOME),
  measures: OPEN_FRAMEWORK.measures.slice(0, 4).map((measure) => ({
    ...measure,
    outcome: OUTCOME,
    variants: ['north', 'south'].map((code) => figure(code, 'as published')),
  })),
}
const FIELDS = ['name', 'counts', 'doesNotCount'] as const
const CODES = BASE.measures.map(({ code }) => code)
const word = fc.constantFrom('one', 'two', 'three')

/** What somebody does to measures: other words in some fields, one switched off, one of their own. */
const edits: fc.Arbitrary<readonly Change[]> = fc
  .record({
    fields: fc.dictionary(
      fc.constantFrom(...CODES),
      fc
        .record({
          words: fc.dictionary(fc.constantFrom(...FIELDS), word, { maxKeys: 3 }),
          figures: fc.dictionary(fc.constantFrom(...FIGURES), fc.option(word), { maxKeys: 3 }),
        })
        .map(({ words, figures }) => ({
          ...words,
          ...Object.fromEntries(
            Object.entries(figures)
              .filter(([code, name]) => name !== null || code !== 'west')
              .map(([code, name]) => [variantField(code), name === null ? null : figure(code, name)]),
          ),
        }))
        .filter((changed) => Object.keys(changed).length > 0),
      { maxKeys: 4 },
    ),
    off: fc.option(fc.constantFrom(...CODES)),
    own: fc.option(word),
  })
  .map(({ fields, off, own }): readonly Change[] => {
    const said = { kind: 'measure', because: 'We know better' } as const
    const { code: _code, ...like } = BASE.measures[0] ?? { code: '' }
    return [
      ...Object.entries(fields).flatMap(([code, changed]): Change[] =>
        code === off ? [] : [{ ...said, code, act: 'change', fields: { ...changed } }],
      ),
      ...(off === null ? [] : [{ ...said, code: off, act: 'off', fields: {} } as const]),
      ...(own === null
        ? []
        : [{ ...said, code: 'own', act: 'add', fields: { ...like, name: own } } as const]),
    ]
  })

const merged = (base: Framework, changes: readonly Change[], theirs: Framework) => {
  const result = mergeFramework({ base, changes, theirs })
  return { ...result, framework: adaptFramework(theirs, result.changes) }
}
const byCode = (a: { code: string }, b: { code: string }): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0
/** By code: an entry that one side adds may stand elsewhere in the list. */
const measuresOf = ({ measures }: Framework) =>
  measures.map((measure) => ({ ...measure, variants: measure.variants.toSorted(byCode) })).toSorted(byCode)
const alike = (actual: Framework, expected: Framework): void =>
  expect(measuresOf(actual)).toEqual(measuresOf(expected))

describe('a merge of three sides', () => {
  test('where only the origin has changed, gives the new version', () =>
    fc.assert(
      fc.property(edits, (changes) => {
        const theirs = adaptFramework(BASE, changes)
        const { framework, open, changes: ours } = merged(BASE, [], theirs)
        alike(framework, theirs)
        expect([open, ours]).toEqual([[], []])
      }),
    ))

  test('where only we have changed, gives what we have', () =>
    fc.assert(
      fc.property(edits, (changes) => {
        const { framework, open } = merged(BASE, changes, BASE)
        alike(framework, adaptFramework(BASE, changes))
        expect(open).toEqual([])
      }),
    ))

  test('where both have changed alike, gives that, and nothing is our own any more', () =>
    fc.assert(
      fc.property(edits, (changes) => {
        const theirs = adaptFramework(BASE, changes)
        const { framework, open, changes: ours } = merged(BASE, changes, theirs)
        alike(framework, theirs)
        expect([open, ours]).toEqual([[], []])
      }),
    ))

  test('clashes only where both have changed the same thing otherwise', () =>
    fc.assert(
      fc.property(edits, edits, (ours, theirs) => {
        const { items } = merged(BASE, ours, adaptFramework(BASE, theirs))
        for (const { code, field } of items.filter(({ outcome }) => outcome === 'clash')) {
          const [mine, other] = [ours, theirs].map((side) => side.find((change) => change.code === code))
          expect(mine && other, `${code} ${String(field)}`).toBeTruthy()
          if (field !== null) {
            expect(Object.keys(mine?.fields ?? {})).toContain(field)
            expect(Object.keys(other?.fields ?? {})).toContain(field)
            expect(mine?.fields[field]).not.toEqual(other?.fields[field])
          }
        }
      }),
    ))
})
