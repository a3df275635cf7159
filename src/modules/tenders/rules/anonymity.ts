const LEGAL_FORMS = new Set([
  'ltd',
  'limited',
  'plc',
  'llp',
  'cic',
  'cio',
  'uk',
  'group',
  'company',
  'services',
  'and',
  'the',
  'of',
  'for',
])
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g
const WEBSITE = /\b(?:https?:\/\/|www\.)\S+/gi
const TELEPHONE = /(?<!\d)(?:\+44|0)(?:[\s-]?\d){9,10}(?!\d)/g
const WORD = /[\p{L}\p{N}]+/gu

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? []

/**
 * What in a text may tell who asked: words of the asker's name that are no legal form, addresses, websites, telephone numbers. A hint for
 * whoever rewrites the question; it cannot know everything that gives somebody away.
 */
export const givesAway = (text: string, askedName: string): string[] => {
  const said = new Set(wordsOf(text))
  const names = wordsOf(askedName).filter(
    (word) => word.length > 2 && !LEGAL_FORMS.has(word) && said.has(word),
  )
  return [
    ...new Set([
      ...names,
      ...(text.match(EMAIL) ?? []),
      ...(text.match(WEBSITE) ?? []),
      ...(text.match(TELEPHONE) ?? []),
    ]),
  ]
}
