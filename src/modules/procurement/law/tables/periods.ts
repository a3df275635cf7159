/** Days of the Procurement Act 2023 that count the day they begin with as day 1 ("beginning with"). */
export const DAYS = {
  pipelineNotice: 56, // s.93(2)
  contractDetails: 30, // s.53(1)(b)
  contractDetailsLightTouch: 120, // s.53(1)(a)
  contractCopy: 90, // s.53(3)(b)
  contractCopyLightTouch: 180, // s.53(3)(a)
  modificationCopy: 90, // s.77(1)
  payments: 30, // s.69(1) and s.70(2)
  performanceEvent: 30, // s.71(5)
  terminationNotice: 30, // s.80(1)
  exclusionNotice: 30, // s.59(2)
  payInvoice: 30, // s.68(2) and s.88(2)
  claim: 30, // s.106
} as const

/** Working days, the day of publication being day 1 where it is one (s.51(2) and (5), s.76(2)). */
export const STANDSTILL_WORKING_DAYS = 8
/** A planned procurement notice shortens tendering if it is this old when the tender notice appears (s.15(3)). */
export const QUALIFYING_NOTICE = { minimumDays: 40, maximumMonths: 12 } as const
export const RECORDS_YEARS = 3 // s.98(4)
export const KPI = { minimumCount: 3, publishedCount: 3, everyMonths: 12 } as const // s.52(1), s.71(2)

export type Circumstance = { readonly id: string; readonly words: string; readonly days: number }

/** s.54(3). The shortest period whose circumstance applies is the floor; days begin on the day after the invitation. */
export const PARTICIPATION = {
  lightTouch: { id: 'light-touch', words: 'the contract is light touch', days: 0 },
  urgency: { id: 'urgency', words: 'urgency makes 25 days impractical', days: 10 },
  otherwise: { id: 'otherwise', words: 'no shorter period applies', days: 25 },
} as const satisfies Record<string, Circumstance>

/** s.54(4), likewise. */
export const TENDERING = {
  lightTouch: { id: 'light-touch', words: 'the contract is light touch', days: 0 },
  agreed: {
    id: 'agreed',
    words: 'the period was agreed with the pre-selected suppliers, who alone may tender',
    days: 0,
  },
  preselected: { id: 'preselected', words: 'only pre-selected suppliers may tender', days: 10 },
  planned: {
    id: 'qualifying-planned-notice',
    words: 'a qualifying planned procurement notice was published',
    days: 10,
  },
  urgency: { id: 'urgency', words: 'urgency makes a longer period impractical', days: 10 },
  dynamicMarket: { id: 'dynamic-market', words: 'the contract is awarded by a dynamic market', days: 10 },
  electronicAll: {
    id: 'electronic-all-documents',
    words: 'tenders may be sent electronically and all documents come with the notice',
    days: 25,
  },
  electronicSome: {
    id: 'electronic-some-documents',
    words: 'tenders may be sent electronically, but not all documents come with the notice',
    days: 30,
  },
  paperAll: {
    id: 'not-electronic-all-documents',
    words: 'tenders may not be sent electronically, and all documents come with the notice',
    days: 30,
  },
  paperSome: {
    id: 'not-electronic-some-documents',
    words: 'tenders may not be sent electronically and not all documents come with the notice',
    days: 35,
  },
} as const satisfies Record<string, Circumstance>
