import type { Bid } from '../model.ts'

/** How a bid stands, in the words of its supplier. */
export const BID_STATES = {
  begun: 'Begun',
  'not-submitted': 'Not submitted',
  changed: 'Changes not submitted',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  missed: 'Never submitted',
  cancelled: 'The tender was cancelled',
} as const
export type BidState = keyof typeof BID_STATES

export const stateOfBid = (
  bid: Pick<Bid, 'revision' | 'sealedId' | 'sealedRevision' | 'withdrawnAt'>,
  isOpen: boolean,
  isCancelled = false,
): BidState => {
  if (isCancelled) return 'cancelled'
  if (bid.sealedId !== null) return isOpen && bid.sealedRevision !== bid.revision ? 'changed' : 'submitted'
  if (bid.withdrawnAt !== null) return 'withdrawn'
  if (!isOpen) return 'missed'
  return bid.revision === 0 ? 'begun' : 'not-submitted'
}
