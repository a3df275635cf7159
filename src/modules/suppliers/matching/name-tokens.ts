import {
  ABBREVIATIONS,
  COUNTRY_WORDS,
  CUT_LEGAL_WORDS,
  JOINED_PHRASES,
  LEGAL_PHRASES,
  LEGAL_WORDS,
  type LegalForm,
  PHRASE_ABBREVIATIONS,
  STRUCTURE_WORDS,
} from './name-vocabulary.ts'

/** A name reduced to what two registers would agree on. `legalEnd` is the place in `tokens` where the legal form stood. */
export type NameTokens = {
  readonly tokens: readonly string[]
  readonly legalForm: LegalForm | null
  readonly legalEnd: number | null
}

const LONGEST = 300
const NOT_ASCII = /[\u0080-\uffff]/
const MARKS = /\p{M}+/gu
const APOSTROPHES = /\\x(?:b4|92|91)|[\u00b4\u2018\u2019\u02bc\u0060\u0092\u0091\ufffd']/gi
const DOTTED_LETTERS = /\b(?:[a-z]\.\s?){2,}(?:[a-z]\b)?/g
const NOT_WORD = /[^a-z0-9]+/

/** Lower case, marks and apostrophes gone, ampersands as words: the first step for ledgers and registers alike. */
export const plainText = (name: string): string => {
  let text = name.length > LONGEST ? name.slice(0, LONGEST) : name
  if (NOT_ASCII.test(text)) text = text.replace(APOSTROPHES, '').normalize('NFKD').replace(MARKS, '')
  text = text.toLowerCase()
  if (text.includes("'") || text.includes('`') || text.includes('\\x')) text = text.replace(APOSTROPHES, '')
  if (text.includes('&') || text.includes('+')) text = text.replace(/&amp;|[&+]/g, ' and ')
  return text.includes('.') ? text.replace(DOTTED_LETTERS, (run) => `${run.replace(/[.\s]/g, '')} `) : text
}

const startsWith = (tokens: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, offset) => tokens[at + offset] === word)

const FIRST_WORDS = new Set([...LEGAL_PHRASES, ...JOINED_PHRASES].map(([phrase]) => phrase[0] ?? ''))

const legalPhraseAt = (tokens: readonly string[], at: number) =>
  FIRST_WORDS.has(tokens[at] ?? '')
    ? LEGAL_PHRASES.find(([phrase]) => startsWith(tokens, at, phrase))
    : undefined

/** Joins runs of single letters (`g p homecare`, `l & j plant`) and rewrites settled phrases. */
const joinWords = (rough: readonly string[]): string[] => {
  const joined: string[] = []
  let letters = ''
  const flush = (): void => {
    if (letters) joined.push(letters)
    letters = ''
  }
  for (let at = 0; at < rough.length; at += 1) {
    const word = rough[at] ?? ''
    if (word === '' || word === 'and' || word === 'the') continue
    if (word.length === 1 && word >= 'a' && word <= 'z') {
      letters += word
      continue
    }
    flush()
    const phrase = FIRST_WORDS.has(word) && JOINED_PHRASES.find(([from]) => startsWith(rough, at, from))
    if (phrase) {
      joined.push(...phrase[1])
      at += phrase[0].length - 1
    } else joined.push(word)
  }
  flush()
  return joined
}

const SHORT_FORMS = new Map(Object.entries(ABBREVIATIONS))
const SHORT_PHRASES = new Map(Object.entries(PHRASE_ABBREVIATIONS))
const LEGAL = new Map(Object.entries(LEGAL_WORDS))

const BRITISH_ENDING = /iz(e|es|ed|er|ers|ing|ation|ations)$/

const settled = (word: string): string => {
  const short = SHORT_FORMS.get(word)
  if (short !== undefined) return short
  return word.length > 6 && word.includes('iz') ? word.replace(BRITISH_ENDING, 'is$1') : word
}

/** Narrow ledger fields end in mid-word; one or two letters are only trusted where the field was surely full. */
const isCutLegalForm = (word: string, length: number): boolean =>
  CUT_LEGAL_WORDS.includes(word) || (length >= 24 && (word === 'l' || word === 'li'))

/** Two letters that are a legal form only where a name ends: "AL & NV Construction" is no Dutch company. */
const ENDS_A_NAME: ReadonlySet<string> = new Set(['nv', 'bv', 'lp'])

const endsName = (words: readonly string[], at: number): boolean =>
  words.slice(at + 1).every((word) => LEGAL.has(word) || COUNTRY_WORDS.has(word))

/** Splits a name into settled words and takes the legal form out of it. One rule for payees and register rows. */
export const tokeniseName = (name: string): NameTokens => {
  const rough = joinWords(plainText(name).split(NOT_WORD))
  const tokens: string[] = []
  let legalForm: LegalForm | null = null
  let legalEnd: number | null = null
  const legal = (form: LegalForm): void => {
    // "X PLC LIMITED" does not exist; the first form found in a ledger's text is that of the body itself.
    legalForm ??= form
    legalEnd ??= tokens.length
  }
  for (let at = 0; at < rough.length; at += 1) {
    const word = rough[at] ?? ''
    const phrase = legalPhraseAt(rough, at)
    const form = LEGAL.get(word)
    const last = at === rough.length - 1
    if (phrase) {
      legal(phrase[1])
      at += phrase[0].length - 1
    } else if (form && (!ENDS_A_NAME.has(word) || endsName(rough, at))) legal(form)
    else if (last && at > 0 && isCutLegalForm(word, name.length)) legal('limited')
    else tokens.push(...(SHORT_PHRASES.get(word) ?? [settled(word)]))
  }
  return { tokens, legalForm, legalEnd }
}

/** The words of a form run together: the key on which spacing and punctuation no longer matter. */
export const squash = (tokens: readonly string[]): string => tokens.join('')

/** As `squash`, without the words for country and corporate structure; the squash itself when nothing is left. */
export const bareSquash = (tokens: readonly string[]): string =>
  tokens.filter((token) => !COUNTRY_WORDS.has(token) && !STRUCTURE_WORDS.has(token)).join('') ||
  squash(tokens)
