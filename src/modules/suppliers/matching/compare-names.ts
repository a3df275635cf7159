import { squash } from './name-tokens.ts'
import { COUNTRY_WORDS, GENERAL_WORDS, LINK_WORDS, STRUCTURE_WORDS } from './name-vocabulary.ts'
import { ORGANISATION_WORDS } from './person-vocabulary.ts'
import { isPlaceWord } from './place-words.ts'

/** How rare a word is in the register, in bits: 1 bit for a word in every second name, 20 for one in a million. */
export type WordRarity = (word: string) => number

/** How two words were found to be one. */
export type WordLink = 'same' | 'inflected' | 'shortened' | 'misspelt' | 'joined' | 'initials'

export type NameComparison = {
  /** Every word has its counterpart and the text run together is the same. */
  readonly identical: boolean
  readonly ordered: boolean
  /** The first word that counts is the same in both. */
  readonly sameHead: boolean
  readonly links: readonly { readonly payee: string; readonly register: string; readonly link: WordLink }[]
  /** Words of the payee's text, then of the register's name, that have no counterpart. */
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  /** What the register has over begins with a word such as "of" or "for" behind all that both have. */
  readonly addsPhrase: boolean
  readonly sharedBits: number
  readonly missingBits: number
  readonly extraBits: number
}

/** One letter added, dropped, changed, or two neighbours swapped: the commonest slips (Damerau 1964: four in five). */
export const oneSlipApart = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('es')
      ? word.slice(0, -2)
      : word.endsWith('s')
        ? word.slice(0, -1)
        : word

/** Plural and possessive; other endings ("construct", "construction") tell real companies apart. */
const inflected = (one: string, other: string): boolean =>
  one.length >= 4 &&
  other.length >= 4 &&
  (`${one}s` === other || one === `${other}s` || singular(one) === singular(other))

/** "constr" for "construction": trusted only where the long word is one of trade, for "Park" is not "Parkwood". */
const shortened = (payee: string, register: string): boolean =>
  payee.length >= 3 &&
  payee.length < register.length &&
  register.startsWith(payee) &&
  ORGANISATION_WORDS.has(register)

/** The last word of a text that fills a narrow field may be cut anywhere. */
const CUT_FIELD = 22

const isCut = (payee: string, register: string): boolean =>
  payee.length >= 3 && payee.length < register.length && register.startsWith(payee)

const DIGIT = /\d/

/** How two different words may yet be one. Numbers are never near: "Unit 4" is not "Unit 5". */
const nearLink = (payee: string, register: string): WordLink | null => {
  if (payee.charCodeAt(0) !== register.charCodeAt(0) && payee.charCodeAt(1) !== register.charCodeAt(1))
    return null
  if (inflected(payee, register)) return 'inflected'
  if (DIGIT.test(payee) || DIGIT.test(register)) return null
  if (shortened(payee, register)) return 'shortened'
  return payee.length >= 5 && register.length >= 5 && oneSlipApart(payee, register) ? 'misspelt' : null
}

type Used = { readonly payee: boolean[]; readonly register: boolean[]; readonly places: [number, number][] }
type Link = NameComparison['links'][number]

const linkPairs = (
  a: readonly string[],
  b: readonly string[],
  used: Used,
  links: Link[],
  linkOf: (i: number, j: number) => WordLink | null,
): void => {
  for (let i = 0; i < a.length; i += 1) {
    if (used.payee[i]) continue
    for (let j = 0; j < b.length; j += 1) {
      if (used.register[j]) continue
      const link = linkOf(i, j)
      if (link === null) continue
      used.payee[i] = true
      used.register[j] = true
      used.places.push([i, j])
      links.push({ payee: a[i] as string, register: b[j] as string, link })
      break
    }
  }
}

const linkNear = (a: readonly string[], b: readonly string[], used: Used, links: Link[]): void => {
  const lastMayBeCut = a.length > 1 && a.reduce((sum, word) => sum + word.length + 1, -1) >= CUT_FIELD
  linkPairs(a, b, used, links, (i, j) => {
    const [payee, register] = [a[i] as string, b[j] as string]
    return (
      nearLink(payee, register) ??
      (lastMayBeCut && i === a.length - 1 && isCut(payee, register) ? 'shortened' : null)
    )
  })
}

/** "horizoncare" against "horizon care", either way round. */
const linkJoined = (
  one: readonly string[],
  other: readonly string[],
  oneUsed: boolean[],
  otherUsed: boolean[],
  found: (i: number, j: number) => void,
): void => {
  for (const [i, word] of one.entries()) {
    if (oneUsed[i] || word.length < 3) continue
    for (let j = 0; j + 1 < other.length; j += 1) {
      if (otherUsed[j] || otherUsed[j + 1] || `${other[j]}${other[j + 1]}` !== word) continue
      oneUsed[i] = true
      otherUsed[j] = true
      otherUsed[j + 1] = true
      found(i, j)
      break
    }
  }
}

const isWeak = (word: string): boolean =>
  COUNTRY_WORDS.has(word) || STRUCTURE_WORDS.has(word) || LINK_WORDS.has(word)

export type LeftOver = 'none' | 'weak' | 'place' | 'general' | 'telling'

/** What kind of words a name has over: none, of structure, of place, of trade in general, or such as tell bodies apart. */
export const leftOverKind = (words: readonly string[]): LeftOver => {
  if (words.length === 0) return 'none'
  if (words.every(isWeak)) return 'weak'
  if (words.every((word) => isWeak(word) || isPlaceWord(word))) return 'place'
  return words.every((word) => isWeak(word) || isPlaceWord(word) || GENERAL_WORDS.has(word))
    ? 'general'
    : 'telling'
}

const rising = (places: readonly [number, number][]): boolean => {
  const sorted = [...places].sort((x, y) => x[0] - y[0])
  return sorted.every(([, j], at) => at === 0 || j > (sorted[at - 1] as [number, number])[1])
}

const sum = (words: readonly string[], rarity: WordRarity): number =>
  words.reduce((bits, word) => bits + (LINK_WORDS.has(word) ? 0 : rarity(word)), 0)

/** Words that read the same run together need no laying side by side, however they are parted ("24x7", "24 X 7"). */
const identicalNames = (a: readonly string[], b: readonly string[], rarity: WordRarity): NameComparison => ({
  identical: true,
  ordered: true,
  sameHead: true,
  links: [{ payee: a.join(' '), register: b.join(' '), link: 'same' }],
  missing: [],
  extra: [],
  addsPhrase: false,
  sharedBits: Math.max(sum(a, rarity), sum(b, rarity)),
  missingBits: 0,
  extraBits: 0,
})

/** A letter of an acronym tells about as much as four bits: some letters begin far more words than others. */
const BITS_OF_A_LETTER = 4
const ACRONYM = /^[a-z]{4,6}$/

const initials = (words: readonly string[]): string => words.map((word) => word[0]).join('')

/** "UCAS" for "Universities and Colleges Admissions Service"; fewer than four letters stand for too many names. */
const isAcronymOf = (a: readonly string[], b: readonly string[]): boolean => {
  const word = a[0] ?? ''
  if (a.length !== 1 || b.length < 3 || !ACRONYM.test(word)) return false
  return word === initials(b) || word === initials(b.filter((one) => !LINK_WORDS.has(one)))
}

const acronym = (a: readonly string[], b: readonly string[]): NameComparison => ({
  identical: false,
  ordered: true,
  sameHead: true,
  links: [{ payee: a[0] as string, register: b.join(' '), link: 'initials' }],
  missing: [],
  extra: [],
  addsPhrase: false,
  sharedBits: BITS_OF_A_LETTER * (a[0] as string).length,
  missingBits: 0,
  extraBits: 0,
})

/** "Agency for Local Government" beside "Agency": several words are shared, and a qualifying phrase follows them. */
const isPhrase = (words: readonly string[], used: readonly boolean[]): boolean => {
  const first = used.indexOf(false)
  return first >= 2 && LINK_WORDS.has(words[first] ?? '') && !used.slice(first).includes(true)
}

/** Lays the words of a payee's reading beside those of a register name. */
export const compareNames = (
  a: readonly string[],
  b: readonly string[],
  rarity: WordRarity,
): NameComparison => {
  if (squash(a) === squash(b)) return identicalNames(a, b, rarity)
  if (isAcronymOf(a, b)) return acronym(a, b)
  const used: Used = { payee: a.map(() => false), register: b.map(() => false), places: [] }
  const links: Link[] = []
  linkPairs(a, b, used, links, (i, j) => (a[i] === b[j] ? 'same' : null))
  linkJoined(a, b, used.payee, used.register, (i, j) => {
    used.places.push([i, j])
    links.push({ payee: a[i] ?? '', register: `${b[j]} ${b[j + 1]}`, link: 'joined' })
  })
  linkJoined(b, a, used.register, used.payee, (j, i) => {
    used.places.push([i, j])
    links.push({ payee: `${a[i]} ${a[i + 1]}`, register: b[j] ?? '', link: 'joined' })
  })
  linkNear(a, b, used, links)
  const missing = a.filter((_, i) => !used.payee[i])
  const extra = b.filter((_, j) => !used.register[j])
  const head = links.some(
    ({ register }) => register.split(' ')[0] === b.find((word) => !LINK_WORDS.has(word)),
  )
  return {
    identical: false,
    ordered: rising(used.places),
    sameHead: head && used.payee[a.findIndex((word) => !LINK_WORDS.has(word))] === true,
    links,
    missing,
    extra,
    addsPhrase: isPhrase(b, used.register),
    sharedBits: links.reduce((bits, { register }) => bits + sum(register.split(' '), rarity), 0),
    missingBits: sum(missing, rarity),
    extraBits: sum(extra, rarity),
  }
}
