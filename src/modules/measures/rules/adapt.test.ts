import { describe, expect, test } from 'vitest'
import { entry, proxy } from '../framework/open/entry.ts'
import type { Change } from '../model/adaptation.ts'
import type { Framework, Measure } from '../model.ts'
import { adaptFramework, decideAddition, decideChange, decideSwitchOff } from './adapt.ts'
import { mergeFramework } from './merge.ts'

const measure = (code: string, outcome: string, more: Partial<Measure> = {}): Measure =>
  entry({
    code,
    outcome,
    name: `Measure ${code}`,
    counts: 'Each one.',
    doesNotCount: 'The rest.',
    unit: 'person',
    howToCount: 'One by one.',
    evidence: ['a list'],
    deadweight: 'Say it.',
    ...more,
  })
const PRICED = {
  basis: 'economic',
  proxy: proxy('100', '2024/25'),
  status: 'check',
  confidence: 'low',
} as const

const FRAMEWORK: Framework = {
  id: 'county',
  version: '1',
  title: 'County framework',
  publishedOn: '2025-04-01',
  appliesFrom: null,
  licence: 'CC BY 4.0',
  attribution: [],
  notice: null,
  isOptionalTemplate: false,
  source: null,
  themes: [
    { code: 't', name: 'Theme' },
    { code: 'u', name: 'Other theme' },
  ],
  outcomes: [
    { code: 'o', theme: 't', name: 'Outcome', words: ['work'] },
    { code: 'p', theme: 'u', name: 'Other outcome', words: [] },
  ],
  measures: [measure('a', 'o', PRICED), measure('b', 'o'), measure('c', 'p')],
  rubrics: [],
  neverTogether: [],
}
const WHY = 'Our ward panels asked for it.'
const [A, B] = FRAMEWORK.measures as [Measure, Measure, Measure]
const change = (code: string, fields: Change['fields']): Change => ({
  kind: 'measure',
  code,
  act: 'change',
  fields,
  because: WHY,
})
const off = (kind: Change['kind'], code: string): Change => ({
  kind,
  code,
  act: 'off',
  fields: {},
  because: WHY,
})
const codes = (framework: Framework): string[] => framework.measures.map(({ code }) => code)

describe('an adapted framework', () => {
  test('keeps only what differs, and the rest follows the origin', () => {
    const decision = decideChange(FRAMEWORK, [], {
      kind: 'measure',
      entry: { ...A, name: 'Ours' },
      because: WHY,
    })
    expect(decision).toMatchObject({ ok: true, value: { act: 'change', fields: { name: 'Ours' } } })
  })
  test('stands on its own word for a value of its own', () => {
    const own = { ...A, proxy: proxy('120', '2025/26') }
    const decision = decideChange(FRAMEWORK, [], { kind: 'measure', entry: own, because: WHY })
    expect(decision).toMatchObject({
      ok: true,
      value: { fields: { status: 'ready', proxy: { value: '120' } } },
    })
  })
  test('asks for a reason, and refuses a change of nothing or of what is not there', () => {
    const edit = { kind: 'measure', entry: A, because: '' } as const
    expect(decideChange(FRAMEWORK, [], edit)).toMatchObject({ refusal: 'because-missing' })
    expect(decideChange(FRAMEWORK, [], { ...edit, because: WHY })).toMatchObject({
      refusal: 'nothing-changed',
    })
    expect(decideChange(FRAMEWORK, [], { ...edit, entry: { ...A, code: 'z' }, because: WHY })).toMatchObject({
      refusal: 'unknown-entry',
    })
  })
  test('has no change left once an entry is as published again', () => {
    const decision = decideChange(FRAMEWORK, [change('a', { name: 'Ours' })], {
      kind: 'measure',
      entry: A,
      because: WHY,
    })
    expect(decision).toEqual({ ok: true, value: null })
  })
  test('adds under a free code only', () => {
    const edit = { kind: 'measure', entry: measure('d', 'o'), because: WHY } as const
    const added = decideAddition(FRAMEWORK, [], edit)
    expect(added.ok && codes(adaptFramework(FRAMEWORK, [added.value]))).toEqual(['a', 'b', 'c', 'd'])
    expect(decideAddition(FRAMEWORK, [], { ...edit, entry: A })).toMatchObject({ refusal: 'code-taken' })
  })
  test('switches off a measure, an outcome with its measures, and takes back an addition of its own', () => {
    expect(codes(adaptFramework(FRAMEWORK, [off('measure', 'b')]))).toEqual(['a', 'c'])
    expect(codes(adaptFramework(FRAMEWORK, [off('outcome', 'o')]))).toEqual(['c'])
    expect(codes(adaptFramework(FRAMEWORK, [off('theme', 'u')]))).toEqual(['a', 'b'])
    const own: Change = { kind: 'measure', code: 'd', act: 'add', fields: measure('d', 'o'), because: WHY }
    expect(decideSwitchOff(FRAMEWORK, [own], own)).toEqual({ ok: true, value: null })
  })
})

describe('a new version of the origin', () => {
  const newer: Framework = {
    ...FRAMEWORK,
    version: '2',
    measures: [{ ...A, name: 'A renamed', counts: 'Each one, twice checked.' }, B, measure('n', 'o')],
    outcomes: FRAMEWORK.outcomes.slice(0, 1),
    themes: FRAMEWORK.themes.slice(0, 1),
  }
  const merge = (changes: readonly Change[], choices: [string, 'ours' | 'theirs'][] = []) =>
    mergeFramework({ base: FRAMEWORK, changes, theirs: newer }, new Map(choices))

  test('comes in by itself where nothing was changed here', () => {
    const { items, changes, open } = merge([])
    expect([changes, open]).toEqual([[], []])
    expect(items.map(({ key, outcome }) => `${key} ${outcome}`).sort()).toEqual([
      'measure.a.counts taken',
      'measure.a.name taken',
      'measure.c gone',
      'measure.n new',
      'outcome.p gone',
      'theme.u gone',
    ])
  })
  test('leaves alone what only we changed, and takes the rest of the same measure', () => {
    const { items, changes, open } = merge([change('a', { deadweight: 'Half.' })])
    expect([changes, open]).toEqual([[change('a', { deadweight: 'Half.' })], []])
    expect(items.filter(({ code }) => code === 'a').map(({ field, outcome }) => [field, outcome])).toEqual([
      ['deadweight', 'kept'],
      ['name', 'taken'],
      ['counts', 'taken'],
    ])
  })
  test('asks where both sides changed the same field, and follows the answer', () => {
    const ours = change('a', { name: 'Our name' })
    expect(merge([ours]).open).toEqual(['measure.a.name'])
    expect(merge([ours], [['measure.a.name', 'ours']])).toMatchObject({ open: [], changes: [ours] })
    expect(merge([ours], [['measure.a.name', 'theirs']])).toMatchObject({ open: [], changes: [] })
  })
  test('drops a change that the origin has made too', () => {
    expect(merge([change('a', { name: 'A renamed' })])).toMatchObject({ open: [], changes: [] })
  })
  test('asks about what we changed and it dropped; kept, it brings its outcome and theme along', () => {
    const ours = change('c', { name: 'Ours' })
    expect(merge([ours]).open).toEqual(['measure.c'])
    const { changes } = merge([ours], [['measure.c', 'ours']])
    expect(changes.map(({ kind, code, act }) => `${act} ${kind} ${code}`)).toEqual([
      'add measure c',
      'add outcome p',
      'add theme u',
    ])
    expect(codes(adaptFramework(newer, changes))).toEqual(['a', 'b', 'n', 'c'])
  })
  test('keeps what is off off, and forgets it where it is gone', () => {
    expect(merge([off('measure', 'b')]).changes).toEqual([off('measure', 'b')])
    expect(merge([off('measure', 'c')]).changes).toEqual([])
  })
  test('asks where both added the same code differently', () => {
    const own: Change = {
      kind: 'measure',
      code: 'n',
      act: 'add',
      fields: measure('n', 'o', { name: 'Ours' }),
      because: WHY,
    }
    expect(merge([own]).open).toEqual(['measure.n'])
    expect(merge([own], [['measure.n', 'ours']]).changes).toMatchObject([
      { act: 'change', fields: { name: 'Ours' } },
    ])
  })
  test('merged with itself changes nothing', () => {
    const mine = [change('a', { name: 'Our name' }), off('measure', 'b')]
    const merged = mergeFramework({ base: FRAMEWORK, changes: mine, theirs: FRAMEWORK })
    expect(merged).toMatchObject({ open: [], changes: mine })
  })
})
