import type { ContractForNotices } from '#contracts'
import type { Award } from '#evaluation'
import type { Purchase } from '#procurement'
import type { Tender, TenderContent } from '#tenders'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { NoticeDuty } from '../model/notice.ts'
import type { ProcessFacts } from '../model/process-facts.ts'

/** What our own records hold for one notice. What a notice has no use for is left out. */
export type NoticeFacts = {
  readonly duty: Pick<NoticeDuty, 'code' | 'variant' | 'occasion' | 'provision' | 'title'>
  readonly noticeId: string
  readonly buyer: { readonly name: string; readonly orgId: string; readonly contact: string }
  /** What may be published of the purchase or contract; names of individuals are out of it already. */
  readonly process: ProcessFacts
  readonly isAboveThreshold: boolean | null
  readonly purchase?: Purchase
  readonly tender?: Tender
  readonly content?: TenderContent
  readonly awards?: readonly Award[]
  readonly evaluation?: { readonly noticeOn: PlainDate | null; readonly standstillEndsOn: PlainDate | null }
  readonly contract?: ContractForNotices
  readonly pipeline?: readonly Purchase[]
  readonly period?: { readonly from: PlainDate; readonly to: PlainDate }
  /** Titles of the contracts whose payments count, and what was paid under each in the period; null where that is not known. */
  readonly paid?: readonly { readonly title: string; readonly pence: number | null }[]
}

/** The change of the contract that the notice is for. */
export const changeOf = ({ contract, duty }: NoticeFacts) =>
  contract?.changes.find(({ id }) => id === duty.occasion)

/** The failure of the supplier that the notice is for. */
export const failureOf = ({ contract, duty }: NoticeFacts) =>
  contract?.failures.find(({ notice }) => notice.id === duty.occasion)?.notice
