import type { EditionRefusal } from './actions/editions.ts'
import type { ReviewRefusal } from './actions/review.ts'
import type { PhotoRefusal } from './rules/photos.ts'
import type { NamingDecision } from './store/review.ts'

type Facts = Readonly<Record<string, string | number>>

const EDITION: Readonly<Record<EditionRefusal, (facts: Facts) => string>> = {
  'not-a-quarter': () => 'Choose a quarter, for example 2026-Q3',
  'publication-closed': () => 'Open the publication first: say under which identifiers you publish',
  'no-grants-prefix': () => 'Enter your 360Giving prefix first; it is registered with 360Giving',
  'names-wait': ({ names, rows }) =>
    `Decide on ${names} ${names === 1 ? 'name' : 'names'} first (in ${rows} ${rows === 1 ? 'row' : 'rows'}), or publish with them withheld`,
  'nothing-to-publish': ({ period }) => `There is nothing to publish for ${period}`,
  'nothing-new': ({ number }) => `Nothing has changed since edition ${number}`,
}
export const editionSentence = (refusal: EditionRefusal, facts: Facts = {}): string => EDITION[refusal](facts)

const REVIEW: Readonly<Record<ReviewRefusal | PhotoRefusal, string>> = {
  'name-unknown': 'This name is not under review',
  'note-needed': 'Say why the name may be published; the person can ask you',
  'story-unknown': 'This delivery has no story',
  'photo-unknown': 'There is no photo of a verified delivery here under this number',
  'photo-damaged': 'This file is no JPEG or PNG that can be shown safely; ask the supplier for another',
  'alternative-needed': 'Say what the photo shows, for people who do not see it',
  'alternative-is-a-name': 'Say what the photo shows; the name of its file does not',
  'alternative-too-long': 'Say what the photo shows in at most 300 characters',
}
export const reviewSentence = (refusal: ReviewRefusal | PhotoRefusal): string => REVIEW[refusal]

export const DECISION_WORDS: Readonly<Record<NamingDecision, string>> = {
  organisation: 'An organisation: publish the name',
  named: 'A person in trade: publish the name',
  individual: 'An individual: withhold the name',
}

/** Why a rule takes a name for that of a person. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  withheld: 'the ledger withholds it',
  estate: 'reads as an estate',
  title: 'has a title, as Mrs or Dr',
  initials: 'a surname with initials',
  'given-name': 'begins with a given name',
}
