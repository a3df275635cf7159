export const OPPORTUNITIES = '/opportunities'
export const opportunityPath = (reference: string): string => `${OPPORTUNITIES}/${reference}`
export const tenderPath = (id: string): string => `/tenders/${id}`
