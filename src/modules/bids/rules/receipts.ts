import type { Receipt } from '../model.ts'

/** How what was handed in stands, as its supplier reads it. */
export const stateOfReceipt = (
  { isReplaced, withdrawnAt }: Pick<Receipt, 'isReplaced' | 'withdrawnAt'>,
  inWords: (instant: Date) => string,
): string => {
  if (withdrawnAt) return `Withdrawn at ${inWords(withdrawnAt)}`
  return isReplaced ? 'Replaced by a later bid' : 'Counts'
}
