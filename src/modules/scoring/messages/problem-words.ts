import type { Problem } from '../reading/problems.ts'
import { BID_WORDS } from './bid-words.ts'
import { CRITERIA_WORDS } from './criteria-words.ts'

export type Facts = Readonly<Record<string, string>>
export type Words = Readonly<Record<string, (facts: Facts) => string>>

const COMMON: Words = {
  'number-unreadable': ({ given }) =>
    `${given} is no number that can be read. Write it as 40, 40.5 or "1,200.50", below a thousand million million.`,
  'percent-beyond': ({ given }) => `${given} has to be a percentage from 0 to 100, such as 20.`,
  'text-unreadable': ({ given }) => `${given} has to be a text of at most 20,000 characters.`,
  'name-missing': () => 'What is its name?',
  'name-too-long': () => 'Its name is longer than 300 characters. What is its short name?',
  'name-unknown': ({ name, near }) => `"${name}" is not known here. Was "${near}" meant?`,
  'name-not-used': ({ name }) => `"${name}" is not known here and was not used.`,
  'score-without-reason': () =>
    'has a score without a reason. Assessment summaries are built from reasons (Procurement Act 2023 s.50).',
  'rounding-only-shown': ({ decimals }) =>
    `No rounding rule was given: sums are exact, ranks follow the exact totals, and figures are shown with ${decimals} decimals.`,
  'criteria-changed': ({ published, fingerprint }) =>
    `The criteria are not the ones that were published: their fingerprint is ${fingerprint}, the published one ${published}. Bids are scored by the published criteria only (Procurement Act 2023 s.19, s.23-24).`,
}

const ALL: Words = { ...COMMON, ...CRITERIA_WORDS, ...BID_WORDS }

/** The question, refusal or warning as a person reads it. */
export const problemWords = ({ code, facts }: Problem): string => ALL[code]?.(facts) ?? code
export const KNOWN_PROBLEMS: readonly string[] = Object.keys(ALL)
