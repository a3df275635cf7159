import { leftOverKind, type NameComparison, type WordRarity } from './compare-names.ts'
import { readCharityNumber } from './identifiers.ts'
import type { NameForm } from './name-forms.ts'
import { type LegalForm, LINK_WORDS } from './name-vocabulary.ts'
import { type PostcodeAgreement, placeAgreement, postcodeAgreement } from './postcodes.ts'
import { sectorAgreement } from './sector-words.ts'

/** A payee as a ledger has it. All but key and name may be unknown. */
export type Payee = {
  readonly key: string
  readonly name: string
  readonly postcode: string | null
  readonly place: string | null
  readonly companyNumber: string | null
  readonly charityNumber: string | null
}

export type RegisterName = {
  readonly words: readonly string[]
  readonly other: boolean
  readonly legalForm: LegalForm | null
}

/** A register row as a candidate for a payee. */
export type Candidate = {
  readonly number: string
  readonly kind: string | null
  readonly name: string
  readonly postcode: string | null
  readonly place: string | null
  readonly sic: string | null
  readonly status: string | null
  readonly names: readonly RegisterName[]
}

/** One thing seen about a payee and a register row, named so that a table of weights can be looked up with it. */
export type Evidence = {
  readonly about: Subject
  readonly seen: string
  /** What the sentence about it shows: the payee's side, then the register's. */
  readonly payee?: string
  readonly register?: string
}
export type Subject =
  | 'name'
  | 'rarity'
  | 'bearers'
  | 'legal-form'
  | 'reading'
  | 'register-name'
  | 'postcode'
  | 'place'
  | 'sector'
  | 'status'
  | 'register'
  | 'charity'
  | 'number'
  | 'rival'
  | 'ledger'
  | 'decision'

/**
 * What the rest of the evidence is worth depends on how the names compare: sister companies share a postcode and a trade,
 * so these speak for a row whose name is the same in full, and hardly for one whose name is merely near.
 */
export type Likeness = 'full' | 'like' | 'near' | 'part' | 'far' | 'beside'

const LIKE = new Set(['inflected', 'reordered', 'reordered-two', 'slip-in-several'])
const NEAR = /^(?:register|payee)-adds-(?:weak|place|general)$/

const PART = /^(?:register|payee)-adds-(?:telling|phrase)$|-before$|^both-add-general$|^initials$/

const likenessOf = (grade: string, form: NameForm): Likeness =>
  !form.primary
    ? 'beside'
    : grade === 'identical'
      ? 'full'
      : LIKE.has(grade)
        ? 'like'
        : NEAR.test(grade)
          ? 'near'
          : PART.test(grade)
            ? 'part'
            : 'far'

/** The grade of likeness between a reading of the payee's name and a register name, best first. */
export const gradeName = (seen: NameComparison): string => {
  const missing = leftOverKind(seen.missing)
  const extra = leftOverKind(seen.extra)
  const slips = seen.links.some(({ link }) => link === 'misspelt' || link === 'shortened')
  if (seen.identical) return 'identical'
  if (seen.links[0]?.link === 'initials') return 'initials'
  if (missing === 'none' && extra === 'none' && !slips)
    return seen.ordered ? 'inflected' : seen.links.length > 2 ? 'reordered' : 'reordered-two'
  if (missing === 'none' && extra === 'none')
    return seen.links.length > 1 && seen.ordered ? 'slip-in-several' : 'slip-in-one'
  if (slips) return missing === 'none' || extra === 'none' ? 'slip-and-part' : 'little'
  const before = seen.sameHead ? '' : '-before'
  if (missing === 'none' && extra === 'telling' && seen.addsPhrase) return 'register-adds-phrase'
  if (missing === 'none') return `register-adds-${extra}${before}`
  if (extra === 'none') return `payee-adds-${missing}${before}`
  if (missing !== 'telling' && extra !== 'telling') return 'both-add-general'
  return seen.sharedBits > seen.missingBits + seen.extraBits ? 'both-add-less' : 'little'
}

/** The words that differ: those without a counterpart, and those that are only nearly the same. */
const nameDetail = (seen: NameComparison): { payee: string; register: string } => {
  const near = seen.links.filter(({ link }) => link !== 'same')
  return {
    payee: [...near.map(({ payee }) => payee), ...seen.missing].join(' '),
    register: [...near.map(({ register }) => register), ...seen.extra].join(' '),
  }
}

/** A word that a single register name bears has one bit less than the register, one that two names bear 1.6 bits less. */
const ONE_BEARER = -1.3

const band = (bits: number, logRows: number): string => {
  const over = bits - logRows
  return over < -3 ? 'common' : over < ONE_BEARER ? 'rare' : over < 6 ? 'rarer' : 'rarest'
}

const gradeLegalForm = (payee: LegalForm | null, register: LegalForm | null): string => {
  if (payee === register) return payee === null ? 'neither' : 'same'
  if (payee === null) return 'payee-silent'
  if (register === null) return 'register-silent'
  if (payee === 'foreign' || register === 'foreign') return 'foreign'
  return (payee === 'plc' && register === 'limited') || (payee === 'limited' && register === 'plc')
    ? 'near'
    : 'differs'
}

const gradeReading = (form: NameForm): string =>
  form.primary
    ? form.role === 'outer' || form.role === 'part' || form.role === 'head'
      ? form.role
      : 'main'
    : `beside-${form.role}`

export type Rarities = { readonly rarity: WordRarity; readonly logRows: number }

const statusOf = (status: string | null): string =>
  status === null
    ? 'unknown'
    : /active|registered|open/i.test(status) && !/in-?active/i.test(status)
      ? 'live'
      : 'ended'

/**
 * Which register the number is of. An overseas company has two numbers, its own (FC) and its establishment's (BR), and a
 * ledger may hold either; English authorities pay mostly companies registered in England and Wales.
 */
const registerOf = (number: string): string => {
  const prefix = /^[A-Z]{2}/.exec(number)?.[0] ?? ''
  if (/^(?:FC|BR|SF|NF|OE|GE)$/.test(prefix)) return 'overseas'
  if (/^S[ACFGILOPRZ]$/.test(prefix)) return 'scotland'
  return /^(?:N[ACFILOPRVZ]|R0)$/.test(prefix) ? 'northern-ireland' : 'home'
}

/**
 * A body that gives a charity number is often a company that may leave "Limited" out of its name (Companies Act 2006 s.60),
 * and hardly ever a public company or a partnership.
 */
const charityOf = (form: LegalForm | null): string =>
  form === null || form === 'cio' ? 'exempt' : form === 'limited' ? 'limited' : 'other'

/** What does not depend on how the names compare: worked out once for a payee and a row. */
export type RowFacts = {
  readonly postcode: PostcodeAgreement
  readonly register: string
  readonly status: string
  readonly placeWords: readonly string[]
  readonly isCharity: boolean
}

export const rowFacts = (payee: Payee, row: Candidate): RowFacts => ({
  postcode: postcodeAgreement(payee.postcode, row.postcode),
  register: registerOf(row.number),
  status: statusOf(row.status),
  placeWords: payee.place?.toLowerCase().split(/[^a-z]+/) ?? [],
  // A column of charity numbers also holds "n/a" and "none".
  isCharity: readCharityNumber(payee.charityNumber) !== null,
})

/** One reading of a payee's name laid beside one name of a register row. */
export type Reading = { readonly form: NameForm; readonly name: RegisterName; readonly seen: NameComparison }

/** Everything that speaks for or against a reading, as the keys of the model's table. */
export const gatherEvidence = (
  { form, name, seen }: Reading,
  row: Candidate,
  facts: RowFacts,
  logRows: number,
): Evidence[] => {
  const grade = gradeName(seen)
  const likeness = likenessOf(grade, form)
  const spoken = seen.missing.length > 0 ? seen.missing : form.tokens.filter((word) => !LINK_WORDS.has(word))
  const told = facts.placeWords.length > 0 ? [...seen.missing, ...facts.placeWords] : seen.missing
  return [
    { about: 'name', seen: grade },
    { about: 'rarity', seen: `${likeness}-${band(seen.sharedBits, logRows)}` },
    { about: 'legal-form', seen: `${likeness}-${gradeLegalForm(form.legalForm, name.legalForm)}` },
    { about: 'reading', seen: gradeReading(form) },
    { about: 'register-name', seen: name.other ? 'other' : 'current' },
    { about: 'postcode', seen: `${likeness}-${facts.postcode}` },
    { about: 'place', seen: placeAgreement(told, row.place, row.postcode) },
    { about: 'sector', seen: `${likeness}-${sectorAgreement(spoken, row.sic)}` },
    { about: 'register', seen: facts.register },
    { about: 'status', seen: facts.status },
    ...(facts.isCharity && likeness !== 'full'
      ? [{ about: 'charity', seen: charityOf(name.legalForm) } as const]
      : []),
  ]
}

export const seenOf = (evidence: readonly Evidence[], about: Subject): string | undefined =>
  evidence.find((one) => one.about === about)?.seen

/** What the sentences about the evidence show; only the reading that is kept needs it. */
export const detailOf = (
  about: Subject,
  { form, name, seen }: Reading,
  payee: Payee,
  row: Candidate,
): Pick<Evidence, 'payee' | 'register'> => {
  if (about === 'name') return nameDetail(seen)
  if (about === 'rarity') return { register: seen.links.map(({ register }) => register).join(' ') }
  if (about === 'legal-form' || about === 'charity')
    return { payee: form.legalForm ?? '', register: name.legalForm ?? '' }
  if (about === 'reading') return { payee: form.text }
  if (about === 'register-name') return { register: name.words.join(' ') }
  return about === 'postcode' ? { payee: payee.postcode ?? '', register: row.postcode ?? '' } : {}
}
