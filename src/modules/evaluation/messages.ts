import type { NewNote } from '#identity'
import type { Agreed, EvaluationRefusal, FindingKind, Stage } from './model.ts'
import type { CheckState } from './rules/checks.ts'

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  preparing: 'Getting ready',
  scoring: 'Scoring',
  moderation: 'Moderation',
  approval: 'Waiting for approval',
  standstill: 'Standstill',
  awarded: 'Awarded',
  cancelled: 'Cancelled',
}

export const CHECK_NAMES: Readonly<Record<CheckState, string>> = {
  fine: 'Answered',
  missing: 'Answer missing',
  'to-check': 'Condition to check',
  met: 'Met',
  failed: 'Failed',
  asked: 'Asked, no answer yet',
  answered: 'Answered; decide',
}

export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  met: 'Met, or fine as it is',
  failed: 'Failed',
  asked: 'Asked the bidder to make it clear',
  answered: 'The bidder answered',
  'exclusion-proposed': 'Exclusion proposed',
  'exclusion-approved': 'Exclusion approved',
  'exclusion-refused': 'Exclusion refused',
}

export const HOW_NAMES: Readonly<Record<Agreed['how'], string>> = {
  'one-evaluator': 'one evaluator',
  unanimous: 'all gave the same',
  moderated: 'agreed in moderation',
  counted: 'counted',
}

export const METHOD_NAMES: Readonly<Record<string, string>> = {
  'fixed-benchmark': 'Against a fixed benchmark',
  'relative-to-best': 'Against the best bid',
  'between-worst-and-best': 'Between the worst and the best bid',
  'gap-to-best': 'By the gap to the best bid',
  'distance-from-mean': 'By the distance from the mean',
  'value-for-money-index': 'Quality divided by price',
}
export const KIND_NAMES: Readonly<Record<string, string>> = {
  price: 'Price',
  'social-value-quantitative': 'Social value in numbers',
  quantity: 'Quantities',
  ranking: 'How bids are ranked',
  quality: 'Quality',
  'social-value-qualitative': 'Social value in words',
}

type Facts = Readonly<Record<string, string | number>>
type Refused = { readonly refusal: EvaluationRefusal; readonly facts?: Facts }

const SENTENCES: Readonly<Record<EvaluationRefusal, string | ((facts: Facts) => string)>> = {
  'already-started': 'The evaluation of this tender has begun already.',
  'no-bids': 'There is no opened bid to evaluate.',
  'criteria-changed':
    'The criteria are not those that were published: their fingerprint differs. Nothing is scored by criteria that changed after bids.',
  'criteria-unreadable': 'The criteria cannot be read for scoring.',
  'stage-not-next': 'The evaluation is not at this step.',
  'not-in-this-stage': 'The evaluation is at another step now. Look at its page to see what comes next.',
  'not-the-lead': 'Only the lead of this evaluation can do this.',
  'not-on-the-panel': 'You are not on the panel of this evaluation.',
  'declare-first':
    'First declare for every bidder whether you have an interest. A bid you have an interest in stays closed to you.',
  'interest-declared': 'You have declared an interest in this bidder.',
  'detail-missing': 'Say what the interest is.',
  'bidder-unknown': 'There is no such bid here.',
  'person-unknown': 'There is no such person who works here.',
  'criterion-unknown': 'Choose at least one criterion of this tender.',
  'criterion-not-judged': ({ criterion }) => `${criterion} is counted, not judged. Nobody scores it.`,
  'criterion-without-evaluator': ({ criterion }) =>
    `Nobody is named for ${criterion}. Name at least one evaluator.`,
  'not-your-criterion': 'You are not named for this criterion.',
  'panel-empty': 'Nobody is on the panel. Name evaluators first.',
  'reason-missing': 'Enter a reason.',
  'reason-too-short': 'Enter a reason of at least 20 characters: bidders learn from it.',
  'score-off-scale': 'Choose a score from 0 to 5.',
  'handed-in-already': 'The scores were handed in. They stay as they are.',
  'scores-missing': ({ count }) =>
    `${count} ${count === 1 ? 'score is' : 'scores are'} missing. Give them before you hand in.`,
  'scores-not-in': 'Not everybody has handed in yet.',
  'bid-excluded': 'This bid is no longer in the competition.',
  'checks-open': ({ bid }) =>
    `Something about Bidder ${bid} is open: a missing answer, a condition or an exclusion. Settle it first.`,
  'exclusion-not-proposed': 'No exclusion is proposed for this bid.',
  'same-person': 'A second person has to decide on an exclusion.',
  'average-without-reason': ({ scores }) =>
    `An average is not an agreement. Evaluators gave ${scores}: agree on a score and say why the panel moved to it.`,
  'reason-is-average':
    'An average is not an agreement. Say what in the answer made the panel settle on this score.',
  'moved-without-reason': ({ scores }) =>
    `Evaluators gave ${scores}. Say why the panel moved to another score.`,
  'scores-differ': ({ scores }) => `Evaluators gave ${scores}. Enter the score that the panel agreed on.`,
  'score-missing': 'Nobody has scored this answer.',
  'value-not-a-number': 'Enter a number in digits.',
  'not-agreed-everywhere': 'Some answers have no agreed score yet.',
  'cannot-be-scored': ({ why }) => `The result cannot be worked out yet. ${why}`,
  'low-price-open':
    'A price that stands out as low is not settled. Ask the supplier, note its explanation, then decide.',
  'not-flagged': 'This price was not flagged as low.',
  'not-asked': 'Ask the supplier first.',
  'not-answered':
    'The supplier has to be heard first. Note what it answered, or that it did not answer in time.',
  'robustness-not-seen': 'Look at the tests of robustness first, and say that you have.',
  'no-winner': ({ lot }) => `Lot ${lot} has no single winner. The published tie-break has to decide.`,
  'role-may-not-approve': 'None of your roles approves an award of this value.',
  'panel-may-not-approve': 'Who has led or scored an evaluation does not approve its result.',
  'approved-already': 'You have decided on this result already.',
  'approvals-missing': 'Not enough people have approved the result.',
  'standstill-runs': ({ from }) =>
    `The standstill has not passed. The contract may be entered into from ${from}.`,
  'standstill-unknown':
    'The end of the standstill cannot be counted. Choose the day of the notice: today or a later day within the table of bank holidays.',
  'limits-incomplete':
    'One row has to hold for everything above; each row needs a role and at least two people; no value stands twice.',
}

export const refusalSentence = ({ refusal, facts = {} }: Refused): string => {
  const words = SENTENCES[refusal]
  return typeof words === 'function' ? words(facts) : words
}

/** Why a bid with a disregarded price is out, for its bidder and for the record (Procurement Act 2023 s.19(3)(c) to (5)). */
export const lowPriceReason = ({ reason }: { readonly reason: string | null }): string =>
  `Its price is abnormally low, and the explanation did not satisfy: ${reason ?? ''}`

/** The text of a procurement termination notice (Procurement Act 2023 s.55). */
export const cancellationNotice = (
  { title, reference }: { readonly title: string; readonly reference: string },
  because: string,
): string =>
  `The procurement “${title}” (${reference}) is terminated after its tender notice was published, without a contract being awarded. Reason: ${because}.`

/** The letter that tells a bidder where to read its assessment summary; the subject names nobody. */
export const outcomeNote = (
  { title, reference }: { readonly title: string; readonly reference: string },
  authority: string,
  bidId: string,
): Omit<NewNote, 'to'> => ({
  kind: 'bid-outcome',
  subject: `A decision on ${reference}`,
  lines: [
    `${authority} has decided on “${title}” (${reference}).`,
    'The contract is entered into only after the standstill.',
    'How your bid was assessed, criterion by criterion and beside the winning bid, stands here; sign in to read it:',
  ],
  href: `/outcomes/${bidId}`,
  isPressing: true,
})
