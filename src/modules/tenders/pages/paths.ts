export const OPPORTUNITIES = '/opportunities'
export const opportunityPath = (reference: string): string => `${OPPORTUNITIES}/${reference}`
export const tenderPath = (id: string): string => `/tenders/${id}`

/** Where a supplier begins its bid: a page of `#bids`, which stands above this module. */
export const bidPath = (reference: string): string => `/workspace/tenders/${reference}`
