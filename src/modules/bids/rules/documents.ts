import type { PlainDate } from '../../../kernel/plain-date.ts'

export type DocumentState = 'holds' | 'ends-soon' | 'ended'

/** Its last day counts. */
export const hasEnded = (expiresOn: PlainDate | null, today: PlainDate): boolean =>
  expiresOn !== null && expiresOn < today

/** Whether a document holds today, and still does on the day up to which an end is soon. */
export const stateOfDocument = (
  expiresOn: PlainDate | null,
  { today, soonUntil }: { readonly today: PlainDate; readonly soonUntil: PlainDate },
): DocumentState => {
  if (hasEnded(expiresOn, today)) return 'ended'
  return expiresOn !== null && expiresOn <= soonUntil ? 'ends-soon' : 'holds'
}
