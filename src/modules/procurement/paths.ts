export const HOME_PATH = '/procurement'
export const PIPELINE_PATH = '/procurement/pipeline'
export const RULES_PATH = '/procurement/rules'
export const CALENDAR_PATH = '/procurement/calendar'
export const purchasePath = (purchaseId: string, part?: string): string =>
  `/procurement/purchases/${purchaseId}${part === undefined ? '' : `/${part}`}`
/** The authority stands in the address, because nobody is signed in who could say for whom they read. */
export const feedPath = (authorityId: string, secret: string): string =>
  `/calendars/${authorityId}/${secret}.ics`
