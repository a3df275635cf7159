export const HOME_PATH = '/procurement'
export const PIPELINE_PATH = '/procurement/pipeline'
export const RULES_PATH = '/procurement/rules'
export const CALENDAR_PATH = '/procurement/calendar'
export const purchasePath = (purchaseId: string, part?: string): string =>
  `/procurement/purchases/${purchaseId}${part === undefined ? '' : `/${part}`}`
