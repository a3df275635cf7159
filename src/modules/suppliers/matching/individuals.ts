import { withoutLedgerNoise } from './ledger-noise.ts'
import { plainText, tokeniseName } from './name-tokens.ts'
import { GIVEN_NAMES, ORGANISATION_WORDS } from './person-vocabulary.ts'

/**
 * Natural persons in ledgers: they are counted, never looked up. A word of business anywhere in the text makes it a
 * business: a sole trader who trades under a name of trade is looked up by that name.
 */
export type PersonReason = 'withheld' | 'estate' | 'title' | 'initials' | 'given-name'

const WITHHELD =
  /\b(?:redact(?:ed|ion)?|personal data|name withheld|withheld|private individual|individual(?:s)? \(|data protection|foster (?:carer|parent)s?\b.*(?:payment|redact)|service user|sole trader - name)\b/i
const ESTATE =
  /\b(?:exec(?:utor)?s?|exors?|estate|administrators?|trustees?) of (?:the )?(?:late )?(?:estate of )?(?:mr|mrs|ms|miss|dr|the late|late)\b|\b(?:the )?late (?:mr|mrs|ms|miss|dr)\b|\(dec(?:ease)?d\)?\s*$/i
const TITLES = new Set(
  'mr mrs ms miss mx master dr prof professor rev reverend revd sir dame lady lord cllr councillor madam'.split(
    ' ',
  ),
)
/** Titles that are nothing else, wherever they stand: "Example, Mrs C". */
const PLAIN_TITLES = new Set(['mr', 'mrs', 'ms', 'miss'])

const isInitial = (word: string): boolean => /^[a-z]$/.test(word)
const isInitials = (word: string): boolean => /^[a-z]{1,3}$/.test(word) && !/[aeiouy]/.test(word.slice(1))
const isName = (word: string): boolean => /^[a-z]{2,}$/.test(word)

const wordsOf = (name: string): string[] =>
  plainText(name.replace(/\b([A-Za-z])\./g, '$1 ').replace(/[-']/g, ''))
    .replace(/,/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

const meansBusiness = (name: string, words: readonly string[]): boolean =>
  tokeniseName(name).legalForm !== null ||
  words.some((word) => ORGANISATION_WORDS.has(word)) ||
  /\bt\s?\/\s?as?\b|trading as/i.test(name)

const withoutTitle = (words: readonly string[]): readonly string[] => {
  const rest = words.filter((word) => !TITLES.has(word))
  return rest.length < words.length && TITLES.has(words[0] ?? '') ? rest : words
}

/** "J A SMITH", "SMITH J A", "SMITH, JA": one name with one to three initials. */
const nameWithInitials = (name: string, words: readonly string[]): boolean => {
  if (words.length < 2 || words.length > 4) return false
  const names = words.filter((word) => !isInitial(word))
  const [surname] = names
  if (names.length === 1 && surname !== undefined && surname.length >= 3 && isName(surname)) {
    return words[0] === surname || words.at(-1) === surname
  }
  return (
    /^[A-Za-z'-]{3,},\s*[A-Za-z]{1,3}\.?$/.test(name.trim()) &&
    words.length === 2 &&
    isInitials(words[1] ?? '')
  )
}

/** "JOHN SMITH", "SMITH JOHN", "JOHN A SMITH": a given name that is hardly ever anything else, and a surname. */
const givenName = (words: readonly string[]): boolean => {
  const names = words.filter((word) => !isInitial(word))
  if (names.length < 2 || names.length > 3 || words.length > 4 || !names.every(isName)) return false
  // "Leonard Cheshire Disability": of three whole words the second must be a given name too.
  if (names.length === 3 && !GIVEN_NAMES.has(names[1] ?? '')) return false
  return (
    GIVEN_NAMES.has(words[0] ?? '') ||
    (names.length === 2 && words.length === 2 && GIVEN_NAMES.has(words[1] ?? ''))
  )
}

/** Why a payee is taken for a natural person, or null for an organisation. Doubt falls on the side of the organisation. */
export const personReason = (name: string): PersonReason | null => {
  const withheld = WITHHELD.test(name)
  const rest = withheld ? withoutLedgerNoise(name).replace(WITHHELD, ' ') : name
  const words = wordsOf(rest)
  if (withheld && (rest === name || words.length === 0 || !meansBusiness(rest, words))) return 'withheld'
  if (ESTATE.test(name) && tokeniseName(name).legalForm === null) return 'estate'
  if (meansBusiness(name, words) || words.some((word) => /\d/.test(word))) return null
  const titled =
    TITLES.has(words[0] ?? '') ||
    TITLES.has(words.at(-1) ?? '') ||
    words.some((word) => PLAIN_TITLES.has(word))
  if (titled && words.length >= 2 && words.length <= 8) return 'title'
  const plain = withoutTitle(words)
  if (nameWithInitials(name, plain)) return 'initials'
  return givenName(plain) ? 'given-name' : null
}
