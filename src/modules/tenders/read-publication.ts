import {
  type AskRevision,
  explainInput,
  findAsk,
  fingerprintOf,
  getPurchase,
  latestRevision,
  lawInputOf,
  type ProcurementTables,
  type Purchase,
} from '#procurement'
import type { Reader } from '../../platform/database.ts'
import { plainDateOf } from '../../platform/views/formatters.ts'
import type { Tender, TenderContent } from './model.ts'
import { type Check, checkPublication } from './rules/check-publication.ts'

export type Publication = {
  readonly purchase: Purchase
  readonly law: ReturnType<typeof explainInput>
  readonly checks: readonly Check[]
}

/** What the law says of a purchase whose tender goes out on one day and is due on another. */
const explainTender = (purchase: Purchase, tender: Pick<Tender, 'deadline'>, sentAt: Date) => {
  const sentOn = plainDateOf(sentAt)
  const input = lawInputOf(purchase)
  return explainInput({
    ...input,
    procurementCommencedOn: input.procurementCommencedOn ?? sentOn,
    tenderNoticeOn: sentOn,
    tenderDeadlineOn: plainDateOf(tender.deadline),
  })
}

/** The purchase behind a tender, what the law says of it, and what stands in the way of publishing it now. */
export const readPublication = async <Tables>(
  reader: Reader<Tables>,
  tender: Tender,
  content: TenderContent,
  now: Date,
): Promise<Publication> => {
  const db = reader as unknown as Reader<ProcurementTables>
  const purchase = await getPurchase(db, tender.purchaseId)
  const revision: AskRevision | undefined = await latestRevision(db, tender.purchaseId)
  const law = explainTender(purchase, tender, tender.publishedAt ?? now)
  const ask = await findAsk(db, tender.purchaseId)
  const isReady = ask?.status === 'ready' && ask.fingerprint === fingerprintOf(content.criteria)
  const facts = {
    isAskCurrent: tender.status !== 'draft' || isReady,
    isPurchaseStopped: purchase.stage === 'stopped',
  }
  const lotsReason = revision?.content.lotsReason ?? ''
  return {
    purchase,
    law,
    checks: checkPublication({ ...facts, text: tender, content, lotsReason, law, now }),
  }
}
