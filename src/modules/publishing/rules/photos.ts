import { accept, type Decision, refuse } from '../../../kernel/decision.ts'

export type PhotoRefusal =
  | 'photo-unknown'
  | 'photo-damaged'
  | 'alternative-needed'
  | 'alternative-is-a-name'
  | 'alternative-too-long'

const LONGEST_ALTERNATIVE = 300

type Asked = {
  /** Whether the delivery that it shows was accepted. */
  readonly isVerified: boolean
  readonly isApproved: boolean
  readonly alternative: string
}

/**
 * A photo goes out only for a verified delivery and with words for people who do not see it (WCAG 2.2, 1.1.1); the name
 * of a file is no description. Returns the words as they are published.
 */
export const decidePhoto = ({
  isVerified,
  isApproved,
  alternative,
}: Asked): Decision<string, PhotoRefusal> => {
  if (!isVerified) return refuse('photo-unknown')
  const words = alternative.trim().replaceAll(/\s+/g, ' ')
  if (words.length > LONGEST_ALTERNATIVE) return refuse('alternative-too-long')
  if (!isApproved) return accept(words)
  if (words === '') return refuse('alternative-needed')
  if (/^\S+\.(?:jpe?g|png|heic)$/i.test(words)) return refuse('alternative-is-a-name')
  return accept(words)
}
