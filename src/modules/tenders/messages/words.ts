import { formatDate, formatInstant } from '../../../platform/views/formatters.ts'
import type { Change, QuestionKind, TenderRefusal } from '../model.ts'
import type { Check, CheckCode } from '../rules/check-publication.ts'
import type { TenderState } from '../rules/deadlines.ts'
import type { Nearness } from '../rules/fit-listing.ts'

export const STATE_NAMES: Readonly<Record<TenderState, string>> = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  opened: 'Bids opened',
  awarded: 'Awarded',
  cancelled: 'Cancelled',
}

export const KIND_NAMES: Readonly<Record<QuestionKind, string>> = {
  words: 'In words',
  number: 'A number',
  'yes-no': 'Yes or no',
  file: 'A file',
  price: 'A price',
  offers: 'Offers for the measures',
}

export const PART_NAMES: Readonly<Record<Change['part'], string>> = {
  title: 'Title',
  summary: 'Summary',
  description: 'Description',
  lot: 'Lot',
  question: 'Question',
  criterion: 'Criterion',
  condition: 'Condition',
  document: 'Document',
}

/** `Question Q3 was changed`, `Document "Map" is new`. */
export const changeHeading = ({ part, name, before, after }: Change): string => {
  const what = [PART_NAMES[part], name].filter(Boolean).join(' ')
  if (before === '') return `${what} is new`
  return after === '' ? `${what} was taken out` : `${what} was changed`
}

type Facts = Readonly<Record<string, string | number>>
const REFUSALS: Readonly<Record<TenderRefusal, (facts: Facts) => string>> = {
  'purchase-already-tendered': () => 'This purchase has a tender already. Open that one',
  'ask-not-ready': () => 'The ask of this purchase is not ready. Finish it first',
  'draft-changed-meanwhile': () =>
    'Somebody else changed this tender while you were at it. Look at it again, then repeat your change',
  'too-much': () => 'This is more than a tender can hold. Shorten it, or put details into a document',
  'checks-stop': () => 'Something keeps this tender from being published. It stands in the list of checks',
  'own-draft': () =>
    'You changed this draft last. A contract at or above the threshold is published by somebody else',
  'holders-missing': () => 'Choose two officers and somebody for recovery, each with an opening key',
  'status-not-next': () => 'This cannot be done with the tender as it stands now. Load it again',
  'not-published': () => 'This can be done only while the tender is published',
  'deadline-passed': () => 'The deadline has passed',
  'reason-missing': () => 'Say why. Everybody reads the reason',
  'nothing-changed': () => 'Nothing differs from what is published. Make the change first',
  'criteria-frozen': () =>
    'A bid has been handed in, so criteria and weights cannot change any more. To change them, cancel and begin again',
  'weights-not-100': () => 'The weights must be above nothing and add up to 100',
  'criteria-unreadable': () =>
    'The criteria cannot be worked out as they are. Check their methods and benchmarks',
  'too-little-time': ({ earliest }) =>
    `Bidders would have too little time for this change. Put the deadline to ${formatInstant(new Date(String(earliest)))} or later`,
  'deadline-not-later': () => 'The new deadline must be later than the old one, and in the future',
  'outage-unknown': () => 'Choose an outage from the log',
  'outage-times': () => 'An outage ends after it began, and not in the future',
  'questions-closed': () => 'The time for questions is over',
  'enquiry-closed': () => 'This question was answered or closed already',
  'too-many-letters': () =>
    'Several letters wait at this address already. Use the link in one of them, or try again in an hour',
}
export const refusalSentence = (refused: {
  readonly refusal: TenderRefusal
  readonly facts?: Facts
}): string => REFUSALS[refused.refusal](refused.facts ?? {})

const CHECKS: Readonly<Record<CheckCode, (facts: Facts) => string>> = {
  'title-missing': () => 'The title is missing.',
  'summary-missing': () => 'The summary is missing. Suppliers find the tender by it.',
  'category-missing': () => 'The category is missing: a CPV code of eight digits. Letters go out by it.',
  'place-missing': () => 'The place is missing. Letters go out by it.',
  'no-questions': () => 'Nothing is asked of bidders.',
  'criterion-without-question': ({ name }) =>
    `No question is scored under “${name}”, so nobody could win points for it.`,
  'deadline-passed': () => 'The deadline is in the past.',
  'question-deadline-passed': () => 'The last moment for questions is in the past.',
  'question-deadline-late': () => 'The last moment for questions is after the deadline.',
  'weights-not-100': () => 'The weights do not add up to 100.',
  'lot-without-question': ({ lot }) => `Nothing is asked for lot ${lot}.`,
  'ask-changed': () =>
    'The criteria are not those of a ready ask any more. Throw this draft away, and begin again when the ask is ready.',
  'purchase-stopped': () => 'The purchase was stopped.',
  'law-asks': ({ count }) =>
    `The law cannot be checked before ${count === 1 ? 'one question' : `${count} questions`} about the purchase ${count === 1 ? 'is' : 'are'} answered.`,
  'deadline-too-early': ({ earliest }) =>
    `The deadline is too early. The first lawful day, if it went out today, is ${formatDate(String(earliest))}.`,
  'period-not-settled': () => 'The shortest lawful time is not settled yet.',
  'lots-unexplained': () => 'It is not divided into lots, and the ask does not say why.',
  'law-says': ({ title }) => `${title}: not recorded yet.`,
}
export const checkSentence = ({ code, facts }: Pick<Check, 'code' | 'facts'>): string => CHECKS[code](facts)

/** What to read before a first bid; on every public page of a tender. */
export const BIDDER_HELP = [
  'Read the questions first, and what is scored. You need not be large: what you already do counts where it says so.',
  'Ask when something is unclear. The answer goes to everybody, without your name.',
  'You can bid for one lot, or for several. Each lot stands for itself.',
  'Keep to the word limits. Evaluators read nothing beyond them.',
  'Hand in a day early. You can replace your bid until the deadline.',
] as const

/** Why an opportunity stands in the list of a supplier of the directory. */
export const NEARNESS_WORDS: Readonly<Record<Nearness, string>> = {
  near: 'In its category, and near it',
  covers: 'In its category, where it says it works',
  elsewhere: 'In its category, somewhere else',
}
