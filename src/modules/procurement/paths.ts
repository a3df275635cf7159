export const HOME_PATH = '/procurement'
export const PIPELINE_PATH = '/procurement/pipeline'
export const ENDING_PATH = '/procurement/ending-contracts'
export const RULES_PATH = '/procurement/rules'
export const CALENDAR_PATH = '/procurement/calendar'
export const purchasePath = (purchaseId: string, part?: string): string =>
  `/procurement/purchases/${purchaseId}${part === undefined ? '' : `/${part}`}`
/** The form of a purchase that follows a contract of the register. */
export const planFollowingPath = (reference: string): string =>
  `/procurement/purchases/new?follows=${encodeURIComponent(reference)}`
/** The authority stands in the address, because nobody is signed in who could say for whom they read. */
export const feedPath = (authorityId: string, secret: string): string =>
  `/calendars/${authorityId}/${secret}.ics`
