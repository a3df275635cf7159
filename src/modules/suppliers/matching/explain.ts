import type { Evidence } from './evidence.ts'
import type { Weighed } from './model.ts'

/** A sentence for a person, with the bits it weighed: more than nothing speaks for the match, less against it. */
export type Explanation = { readonly sentence: string; readonly weight: number }

type Phrase = (evidence: Evidence) => string

const FORM_NAMES: Readonly<Record<string, string>> = {
  limited: 'limited company',
  plc: 'public limited company',
  llp: 'limited liability partnership',
  cic: 'community interest company',
  cio: 'charitable incorporated organisation',
  lp: 'limited partnership',
  unlimited: 'unlimited company',
  foreign: 'foreign company',
  '': 'no legal form',
}

const formName = (form: string | undefined): string => FORM_NAMES[form ?? ''] ?? 'no legal form'

const NAME: Readonly<Record<string, Phrase>> = {
  identical: () => 'The names are the same.',
  inflected: ({ payee, register }) => `The names differ only in an ending: “${payee}”, “${register}”.`,
  reordered: () => 'The names hold the same words in another order.',
  'reordered-two': () => 'The names hold the same two words in another order.',
  'slip-in-several': ({ payee, register }) => `One word differs by a letter: “${payee}”, “${register}”.`,
  'slip-in-one': ({ payee, register }) => `The only word differs by a letter: “${payee}”, “${register}”.`,
  'slip-and-part': ({ payee, register }) =>
    `A word differs by a letter and others are missing: “${payee}”, “${register}”.`,
  initials: ({ payee, register }) => `The initials “${payee}” stand for “${register}”.`,
  little: () => 'The names share few of their words.',
  none: () => 'The names share no word.',
}

const nameSentence: Phrase = (evidence) => {
  const phrase = NAME[evidence.seen]
  if (phrase) return phrase(evidence)
  if (evidence.seen.startsWith('register-adds')) return `The register’s name also has “${evidence.register}”.`
  if (evidence.seen.startsWith('payee-adds')) return `The ledger’s name also has “${evidence.payee}”.`
  return `The ledger has “${evidence.payee}” where the register has “${evidence.register}”.`
}

/** Where the names are the same, the words need no telling. */
const sharedWords: Phrase = ({ seen, register }) =>
  register === undefined || seen.startsWith('full-')
    ? 'The words they share'
    : `The words they share, “${register}”,`

const bySuffix = (
  table: Readonly<Record<string, Phrase | null>>,
): ((evidence: Evidence) => string | null) => {
  const suffixes = Object.keys(table).sort((one, other) => other.length - one.length)
  return (evidence) => {
    const suffix = suffixes.find((one) => evidence.seen === one || evidence.seen.endsWith(`-${one}`))
    return suffix === undefined ? null : (table[suffix]?.(evidence) ?? null)
  }
}

const SENTENCES: Readonly<Record<Evidence['about'], (evidence: Evidence) => string | null>> = {
  name: nameSentence,
  rarity: bySuffix({
    common: (evidence) => `${sharedWords(evidence)} are common among register names.`,
    rare: (evidence) => `${sharedWords(evidence)} are rare among register names.`,
    rarer: (evidence) => `${sharedWords(evidence)} are very rare together.`,
    rarest: (evidence) => `${sharedWords(evidence)} would hardly come together by chance.`,
  }),
  bearers: bySuffix({
    alone: () => 'No other likely row bears the words they share.',
    few: () => 'One or two other rows bear the words they share.',
    many: () => 'Several other rows bear the words they share.',
  }),
  'legal-form': bySuffix({
    same: ({ payee }) => `Both are written as a ${formName(payee)}.`,
    neither: () => 'Neither name gives a legal form.',
    'payee-silent': ({ register }) =>
      `The ledger gives no legal form; the register says ${formName(register)}.`,
    'register-silent': ({ payee }) =>
      `The ledger says ${formName(payee)}; the register’s name gives no legal form.`,
    near: ({ payee, register }) =>
      `The ledger says ${formName(payee)}, the register ${formName(register)}; companies do change between the two.`,
    foreign: ({ payee, register }) =>
      `The ledger says ${formName(payee)}, the register ${formName(register)}.`,
    differs: ({ payee, register }) =>
      `The legal forms differ: ${formName(payee)} in the ledger, ${formName(register)} in the register.`,
  }),
  reading: bySuffix({
    main: null,
    outer: ({ payee }) => `The text was read without its brackets: “${payee}”.`,
    head: ({ payee }) => `Only the first part of the text was read: “${payee}”.`,
    part: ({ payee }) => `Only a part of the text was read: “${payee}”.`,
    trading: ({ payee }) => `Only the trading name was read: “${payee}”.`,
    former: ({ payee }) => `A former name in the text was read: “${payee}”.`,
    inner: ({ payee }) => `Only the words in brackets were read: “${payee}”.`,
    owner: ({ payee }) => `The owner named in the text was read: “${payee}”.`,
    behalf: ({ payee }) => `The body named after “re” or “c/o” was read: “${payee}”.`,
    legal: ({ payee }) => `Only a part of the text was read: “${payee}”.`,
    whole: null,
  }),
  'register-name': bySuffix({
    other: ({ register }) => `It is a former or other name in the register: “${register}”.`,
    current: null,
  }),
  postcode: bySuffix({
    unit: ({ register }) => `Both have the postcode ${register}.`,
    sector: ({ payee, register }) => `The postcodes ${payee} and ${register} share their sector.`,
    district: ({ payee, register }) => `The postcodes ${payee} and ${register} share their district.`,
    area: ({ payee, register }) => `The postcodes ${payee} and ${register} share their area.`,
    elsewhere: ({ payee, register }) => `The postcodes ${payee} and ${register} are far apart.`,
    unknown: null,
  }),
  place: bySuffix({
    agrees: () => 'A town in the ledger’s text is the register’s.',
    disagrees: () => 'A town in the ledger’s text is not the register’s.',
    silent: null,
  }),
  sector: bySuffix({
    agrees: () => 'The trade in the name is among the company’s registered activities.',
    disagrees: () => 'The trade in the name is not among the company’s registered activities.',
    silent: null,
  }),
  status: bySuffix({
    ended: () => 'The register says that it has ended, or is ending.',
    live: () => 'The register says that it is active.',
    unknown: null,
  }),
  register: bySuffix({
    overseas: () =>
      'It is an overseas company, which has one number of its own and one for its UK establishment.',
    scotland: () => 'It is registered in Scotland.',
    'northern-ireland': () => 'It is registered in Northern Ireland.',
    home: null,
  }),
  charity: bySuffix({
    exempt: () =>
      'The ledger gives a charity number, and the register’s name does without “Limited”, as charities may.',
    limited: null,
    other: ({ register }) => `The ledger gives a charity number; the register says ${formName(register)}.`,
  }),
  number: bySuffix({
    disagrees: ({ payee, register }) => `The ledger gives the number ${payee}; this is ${register}.`,
    agrees: ({ register }) => `The ledger gives the number ${register}.`,
  }),
  rival: () => 'Another row of the register bears the very name.',
  ledger: bySuffix({
    'same-number': ({ payee }) =>
      `The ledger gives the same charity number for “${payee}”, which is this supplier.`,
    'same-name': ({ payee }) => `The ledger itself gives this name to the supplier elsewhere: “${payee}”.`,
    'within-name': ({ payee }) =>
      `All these words stand in another name of the supplier in the ledger: “${payee}”.`,
  }),
  decision: bySuffix({
    confirmed: () => 'A person has decided this before.',
    refused: () => 'A person has decided before that no register row fits.',
  }),
}

/** One thing seen as a sentence, or null where there is nothing to tell. */
export const explainOne = (evidence: Evidence): string | null => SENTENCES[evidence.about](evidence)

/** The evidence of a match in plain sentences, the weightiest first. */
export const explain = (evidence: readonly Weighed[]): Explanation[] =>
  evidence
    .map((one) => ({ sentence: explainOne(one), weight: one.weight }))
    .filter((one): one is Explanation => one.sentence !== null)
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
