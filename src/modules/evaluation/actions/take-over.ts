import { openedBids } from '#bids'
import { actingAuthority } from '#identity'
import { contentOf, findTender, listTenders, type Tender, type TendersTables } from '#tenders'
import { refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { findOfTender } from '../store/evaluations.ts'
import type { EvaluationTables } from '../tables.ts'
import type { Outcome } from './as-lead.ts'
import { startEvaluation } from './start.ts'

type Db = Reader<EvaluationTables & TendersTables>

/** Tenders whose bids were opened and that nobody leads yet. */
export const listToBegin = async (db: Reader<EvaluationTables>, authorityId: string): Promise<Tender[]> => {
  const tenders = await listTenders(db as unknown as Reader<TendersTables>, authorityId)
  const open: Tender[] = []
  for (const tender of tenders)
    if (tender.status === 'opened' && !(await findOfTender(db, tender.id))) open.push(tender)
  return open
}

/** Begins the evaluation of a tender whose bids two officers have opened. Whoever begins leads it. */
export const takeOver = async (ctx: Context, tenderId: string): Promise<Outcome<string>> => {
  const authorityId = actingAuthority(ctx)
  const found = await inReading(ctx, async (db: Db) => {
    const tender = await findTender(db as never, tenderId)
    if (tender?.authorityId !== authorityId) throw new NotFound('There is no such tender here.')
    const content = await contentOf(db as never, tenderId, tender.version)
    return { tender, content, bids: await openedBids(db, tenderId) }
  })
  const { tender, content, bids } = found
  if (tender.status !== 'opened') return refuse('no-bids')
  const { criteria, lots, questions, askLines, criteriaFingerprint } = content
  const { purchaseId, reference, title, valuePence } = tender
  const facts = { tenderId, purchaseId, reference, title, valuePence, criteria, lots, questions, askLines }
  return startEvaluation(ctx, { ...facts, fingerprint: criteriaFingerprint }, bids)
}
