import { describe, expect, test } from 'vitest'
import { anAskContent, anAskLine, someCriteria } from '../../ask-builders.ts'
import { compareAsks } from './compare-asks.ts'
import { decideAskChange } from './decide-change.ts'

describe('compareAsks', () => {
  test('finds nothing between equals', () => expect(compareAsks(anAskContent(), anAskContent())).toEqual([]))

  test('names what came, went and changed, field by field', () => {
    const before = anAskContent({ lines: [anAskLine(), anAskLine({ measure: 'old', name: 'Old' })] })
    const after = anAskContent({
      lines: [anAskLine({ minimum: '3' }), anAskLine({ measure: 'new', name: 'New' })],
      criteria: someCriteria.map((one) => (one.name === 'Price' ? { ...one, weight: '30' } : one)),
      introduction: 'Other words.',
    })
    expect(compareAsks(before, after)).toEqual([
      { part: 'measure', what: 'Old', act: 'removed', fields: [] },
      {
        part: 'measure',
        what: 'Jobs for people who were out of work',
        act: 'changed',
        fields: [{ field: 'minimum', before: '–', after: '3' }],
      },
      { part: 'measure', what: 'New', act: 'added', fields: [] },
      {
        part: 'criterion',
        what: 'Price',
        act: 'changed',
        fields: [{ field: 'weight', before: '40', after: '30' }],
      },
      {
        part: 'text',
        what: 'introduction',
        act: 'changed',
        fields: [
          { field: 'introduction', before: 'We want parks that people like to use.', after: 'Other words.' },
        ],
      },
    ])
  })
})

describe('decideAskChange', () => {
  const before = { revision: 2, content: anAskContent() }
  const change = {
    stage: 'ask',
    status: 'draft',
    seen: 2,
    before,
    content: anAskContent({ introduction: 'New.' }),
    noteId: null,
    notes: ['n'],
  } as const

  test('gives the next number', () => expect(decideAskChange(change)).toEqual({ ok: true, value: 3 }))
  test.each([
    ['an ask that is ready', { status: 'ready' }, 'ask-is-ready'],
    ['a purchase that suppliers have seen', { stage: 'published' }, 'ask-is-ready'],
    ['a change of what was not seen', { seen: 1 }, 'ask-changed-meanwhile'],
    ['a note of another purchase', { noteId: 'x' }, 'note-unknown'],
    ['no change', { content: anAskContent() }, 'ask-unchanged'],
    [
      '31 measures',
      { content: anAskContent({ lines: Array.from({ length: 31 }, () => anAskLine()) }) },
      'ask-too-long',
    ],
  ] as const)('refuses %s', (_what, facts, refusal) =>
    expect(decideAskChange({ ...change, ...facts })).toMatchObject({ refusal }),
  )
})
