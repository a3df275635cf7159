import { CPV_DIVISIONS } from '../../model/cpv-divisions.ts'

type Division = { readonly code: string; readonly name: string; readonly words: readonly string[] }

const DIVISIONS: readonly Division[] = CPV_DIVISIONS.map(([code, name, words]) => ({
  code,
  name,
  words: words.split('|'),
}))

const NAMES: ReadonlyMap<string, string> = new Map(DIVISIONS.map(({ code, name }) => [code, name]))

/** The divisions a supplier chooses from, by name. */
export const listCategories = (): readonly { readonly code: string; readonly name: string }[] =>
  DIVISIONS.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).map(({ code, name }) => ({
    code,
    name,
  }))

export const isCategory = (code: string): boolean => NAMES.has(code)

export const categoryName = (code: string): string => NAMES.get(code) ?? code

/** Words of a plain text, so that `care` is found in `home care` and not in `carefully` or `childcare`. */
const startsAWord = (text: string, word: string): boolean =>
  new RegExp(`\\b${word}(?:s|es|ing|ies)?\\b`, 'u').test(text)

/**
 * The divisions that a text in anybody's words is about, most words first: a ledger's category, what a supplier
 * supplies, the title of an opportunity. A guess by our own list of words, shown as a suggestion and never as a fact.
 */
export const suggestCategories = (text: string, most = 4): string[] => {
  const plain = text.slice(0, 5000).toLowerCase()
  return DIVISIONS.map(({ code, words }) => ({
    code,
    hits: words
      .filter((word) => startsAWord(plain, word))
      .reduce((sum, word) => sum + word.split(' ').length, 0),
  }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code }) => code)
}
