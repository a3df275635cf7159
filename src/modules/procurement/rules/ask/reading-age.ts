/**
 * The Flesch–Kincaid grade of a text (J. P. Kincaid and others, Derivation of New Readability Formulas, 1975):
 * 0.39 × words a sentence + 11.8 × syllables a word − 15.59. A school grade of the United States; the age is five more.
 * Syllables are counted from spelling, so it is a hint and no measurement.
 */
export type ReadingEase = {
  readonly words: number
  readonly sentences: number
  readonly grade: number
  readonly age: number
  /** Sentences of more than 25 words, longest first. */
  readonly longSentences: readonly string[]
}

const LONG_SENTENCE = 25
/** Fewer words say nothing about a text. */
const FEWEST_WORDS = 20

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?:])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

/** Groups of vowels, less a silent e at the end or before an ending (`procure-ment`); every word has one. */
export const syllablesOf = (word: string): number => {
  const letters = word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/([^aeiouy])e(?=(?:ment|ship|less|ful|ly)s?$)/, '$1')
  const silent = /[^aeiouyl]e$|[aeiouy]le$/.test(letters) ? letters.slice(0, -1) : letters
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0)
}

/** Null for a text too short to say anything about. */
export const readingEase = (text: string): ReadingEase | null => {
  const sentences = sentencesOf(text)
  const words = wordsOf(text)
  if (words.length < FEWEST_WORDS) return null
  const syllables = words.reduce((total, word) => total + syllablesOf(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  const bounded = Math.min(20, Math.max(0, Math.round(grade * 10) / 10))
  return {
    words: words.length,
    sentences: sentences.length,
    grade: bounded,
    age: Math.round(bounded) + 5,
    longSentences: sentences
      .filter((sentence) => wordsOf(sentence).length > LONG_SENTENCE)
      .sort((a, b) => wordsOf(b).length - wordsOf(a).length),
  }
}
