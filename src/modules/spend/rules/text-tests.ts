/**
 * How a rule compares a text: the whole of it, its beginning, a word that begins so, or any letters in it. Letters' case never
 * matters, and for words neither do hyphens and the like.
 */
export const TEXT_TESTS = ['is', 'begins', 'word', 'contains'] as const
export type TextTest = (typeof TEXT_TESTS)[number]

/** Words one space apart, with a space before the first, so that looking for ` rent` cannot find `parent`. */
const inWords = (text: string): string => ` ${text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`

export const passesText = (text: string | null, test: TextTest, value: string): boolean => {
  const [have, want] = [(text ?? '').toLowerCase(), value.toLowerCase()]
  if (test === 'is') return have === want
  if (test === 'word') return inWords(have).includes(inWords(want))
  return test === 'begins' ? have.startsWith(want) : have.includes(want)
}
