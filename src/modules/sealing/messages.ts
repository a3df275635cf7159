import type { Decision } from '../../kernel/decision.ts'
import { OPENING_MINUTES, PASSPHRASE_LENGTH, type SealingRefusal } from './model.ts'

const MESSAGES: Record<SealingRefusal, string> = {
  'passphrase-too-short': `Enter a passphrase of at least ${PASSPHRASE_LENGTH.min} characters. Four words that do not belong together make a good one.`,
  'passphrase-too-long': `Enter a passphrase of at most ${PASSPHRASE_LENGTH.max} characters.`,
  'passphrases-differ': 'Enter the same passphrase twice.',
  'holders-not-three': 'Choose three different people: two who open, and one who stands in.',
  'holder-without-key': 'Choose people who have an opening key. Each makes their own under Your opening key.',
  'no-share-held': 'You hold no share of this tender’s key, so you cannot open its bids.',
  'not-yet': 'The bids stay sealed until {when}. Nobody can open them before.',
  'wrong-passphrase':
    'Check your passphrase: it does not unlock your opening key. If it is lost, the person who stands in can open with the other officer.',
  'same-officer': 'Another officer has to complete what you have begun: two people open together.',
  'opening-ran-out': `The opening was begun more than ${OPENING_MINUTES} minutes ago. Begin it again together.`,
  'nobody-began': 'Nobody has begun the opening yet.',
  'share-damaged':
    'What is stored of this tender’s key was changed or damaged. Open with the third holder, and have the database looked at.',
}

/** The sentence for a refusal, with its facts filled in. */
export const sealingMessage = (refused: Extract<Decision<unknown, SealingRefusal>, { ok: false }>): string =>
  MESSAGES[refused.refusal].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(refused.facts?.[name] ?? ''))
