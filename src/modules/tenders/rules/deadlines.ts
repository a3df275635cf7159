/** Whether bids can still be handed in. The moment of the deadline itself is too late. */
export const isOpen = (tender: { readonly status: string; readonly deadline: Date }, now: Date): boolean =>
  tender.status === 'published' && now < tender.deadline

/** What people call the state of a tender: a published one whose deadline has passed is closed. */
export const stateOf = (
  tender: {
    readonly status: 'draft' | 'published' | 'opened' | 'awarded' | 'cancelled'
    readonly deadline: Date
  },
  now: Date,
): 'draft' | 'open' | 'closed' | 'opened' | 'awarded' | 'cancelled' => {
  if (tender.status !== 'published') return tender.status
  return now < tender.deadline ? 'open' : 'closed'
}
export type TenderState = ReturnType<typeof stateOf>
