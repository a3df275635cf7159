import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ReleaseTag } from './codes.ts'
import type { ProcessFacts } from './process-facts.ts'

/** The stages of a process that releases are tagged by, in their order. */
export const PUBLIC_STAGES = ['planning', 'tender', 'award', 'contract', 'implementation'] as const
export type PublicStage = (typeof PUBLIC_STAGES)[number]

/** A release that has to be written: its tag, and all that may be said up to it. */
export type DueRelease = { readonly tag: ReleaseTag; readonly facts: ProcessFacts }

/** Who publishes, under which registered prefixes. */
export type PublisherFacts = {
  readonly ocidPrefix: string
  /** `GB-LAE-NMR`. */
  readonly orgId: string
  readonly name: string
}

/** What was paid under a contract in a month. */
export type MonthPaid = { readonly month: string; readonly lastPaidOn: PlainDate; readonly pence: number }

/** What the public pages list and sum of a process; it comes out of its compiled release. */
export type ProcessSummary = {
  readonly stage: PublicStage
  readonly title: string
  readonly supplierName: string | null
  readonly supplierId: string | null
  readonly valuePence: number | null
  readonly paidPence: number | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly words: string
}

export type PublicPromise = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly basis: string
  readonly priceYear: string | null
  readonly priority: string | null
  readonly placeCode: string | null
  readonly placeName: string | null
  readonly status: string
  readonly quantity: string
  readonly unitPence: string | null
}

export type PublicOutcome = {
  readonly id: string
  readonly promiseId: string | null
  readonly title: string
  readonly unit: string
  readonly doneOn: PlainDate | null
  readonly financialYear: string | null
  readonly placeCode: string | null
  readonly placeName: string | null
  readonly status: string
  readonly reported: string
  readonly verified: string
  readonly story: string | null
}
