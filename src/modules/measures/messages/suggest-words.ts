import type { Notice } from '../model/valuation.ts'

const REASONS: Readonly<Record<string, (facts: Notice['facts']) => string>> = {
  'tied-to-outcome': ({ outcome }) => `The priority is tied to the outcome “${outcome}”.`,
  'outcome-words': ({ outcome, words }) => `It serves “${outcome}”; in common: ${words}.`,
  'name-words': ({ words }) => `Its name says so too: ${words}.`,
}

/** Why a measure is suggested. */
export const suggestionReason = ({ code, facts }: Notice): string => REASONS[code]?.(facts) ?? code
