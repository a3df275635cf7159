import { sealingMessage } from '#sealing'
import type { Decision } from '../../kernel/decision.ts'
import { BID_LIMITS, type BidRefusal, type CheckOutcome } from './model.ts'
import type { AnswerState } from './rules/answers.ts'
import type { DocumentState } from './rules/documents.ts'

const MESSAGES: Readonly<Record<BidRefusal, string>> = {
  'deadline-passed': 'The deadline has passed. Nothing more is taken.',
  'tender-changed': 'The tender was changed a moment ago. Look at what changed, then submit again.',
  'not-complete': 'Answer what is still missing, then submit again: {questions}.',
  'no-such-lot': 'Choose one of the lots of this tender.',
  'tender-not-sealed': 'Bids for this tender are not taken here.',
  'nothing-submitted': 'There is nothing submitted to take back.',
  'too-large': `The bid is too large. All its files together have at most ${BID_LIMITS.packageBytes / 1024 ** 2} MB.`,
  'too-many-files': `A question takes at most ${BID_LIMITS.filesOfQuestion} files. Remove one first.`,
  'file-not-taken': '{because}.',
  'document-ended': 'The last day of this document is over. Add the one that holds now.',
  'too-many-documents': `At most ${BID_LIMITS.documents} documents are kept. Remove one first.`,
}

const OPENING = {
  'already-opened': 'The bids have been opened already.',
  'tender-cancelled': 'The tender was cancelled. Its bids stay sealed.',
} as const

const fill = (text: string, facts: Readonly<Record<string, string | number>> | undefined): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts?.[name] ?? ''))

export const bidSentence = (refused: Extract<Decision<unknown, BidRefusal>, { ok: false }>): string =>
  fill(MESSAGES[refused.refusal], refused.facts)

/** Two people have changed one answer. */
export const clashSentence = (code: string): string =>
  `A colleague has saved another answer to ${code} meanwhile. Choose which one stands; yours is not saved yet`

/** The sentence for a refused opening. */
export const openingSentence = (refused: {
  readonly ok: false
  readonly refusal:
    | Parameters<typeof sealingMessage>[0]['refusal']
    | keyof typeof OPENING
    | 'tender-not-sealed'
  readonly facts?: Readonly<Record<string, string | number>>
}): string => {
  const { refusal } = refused
  if (refusal === 'tender-not-sealed') return MESSAGES[refusal]
  if (refusal === 'already-opened' || refusal === 'tender-cancelled') return OPENING[refusal]
  return sealingMessage({ ...refused, refusal })
}

export const STATE_WORDS: Readonly<Record<AnswerState, string>> = {
  answered: 'Answered',
  empty: 'Not answered',
  'over-limit': 'Too many words',
  'not-a-number': 'Not a number',
  'not-an-amount': 'Not an amount',
  'file-refused': 'File not taken',
}

/** What a virus scanner said of a file. */
export const SCAN_WORDS: Readonly<Record<string, string>> = { clean: 'scanned', 'not-scanned': 'not scanned' }

export const DOCUMENT_STATES: Readonly<Record<DocumentState, string>> = {
  holds: 'Holds',
  'ends-soon': 'Ends soon',
  ended: 'Ended',
}

export const CHECK_WORDS: Readonly<Record<CheckOutcome, string>> = {
  matches: 'Opened, and is what was handed in',
  differs: 'Opened, and is not what was handed in',
  missing: 'Could not be opened',
}
