import { describe, expect, test } from 'vitest'
import { readingEase, syllablesOf } from './reading-age.ts'

describe('syllablesOf', () => {
  test.each([
    ['cat', 1],
    ['make', 1],
    ['table', 2],
    ['people', 2],
    ['procurement', 3],
    ['apprenticeship', 4],
    ['sustainability', 6],
    ['£5', 1],
    ['rhythm', 1],
  ])('%s has %d', (word, syllables) => expect(syllablesOf(word)).toBe(syllables))
})

describe('readingEase', () => {
  // 24 words, 4 sentences, 24 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45, shown as 0.
  const plain =
    'We buy food for schools now. You can sell us good food. Tell us what you grow here. We will read it and call.'
  // 20 words, one sentence, 60 syllables: 0.39 × 20 + 11.8 × 3 − 15.59 = 27.61, shown as 20.
  const hard = `${Array.from({ length: 20 }, () => 'procurement').join(' ')}.`

  test('of short words in short sentences is that of a child', () =>
    expect(readingEase(plain)).toMatchObject({
      sentences: 4,
      words: 24,
      grade: 0,
      age: 5,
      longSentences: [],
    }))

  test('of long words is that of nobody', () =>
    expect(readingEase(hard)).toMatchObject({ grade: 20, age: 25 }))

  test('works out by the formula in between', () => {
    // 22 words, 2 sentences; syllables 32: 0.39 × 11 + 11.8 × 32/22 − 15.59 = 5.86.
    const text =
      'The council wants people to have better parks and cleaner rivers. It asks every supplier to say how they will help with that.'
    const found = readingEase(text)
    expect(found).toMatchObject({ sentences: 2 })
    expect(found?.grade).toBeGreaterThan(4)
    expect(found?.grade).toBeLessThan(9)
  })

  test('points at sentences of more than 25 words', () => {
    const long = `${Array.from({ length: 26 }, () => 'word').join(' ')}.`
    expect(readingEase(`${long} Short one here.`)?.longSentences).toEqual([long])
  })

  test.each(['', '   ', '!!!', 'Too short.'])('says nothing about %j', (text) =>
    expect(readingEase(text)).toBeNull(),
  )
})
