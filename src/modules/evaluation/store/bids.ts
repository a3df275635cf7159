import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import type { Answer, Bid, Bidder, Declaration, Finding, HandedBid, Question } from '../model.ts'
import type { EvaluationTables } from '../tables.ts'

type Db = Reader<EvaluationTables>

export const listBids = async (db: Db, evaluationId: string): Promise<Bid[]> => {
  const rows = await db
    .selectFrom('evaluation.bid')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('lot')
    .orderBy(sql`length(letter)`)
    .orderBy('letter')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    lot: row.lot,
    letter: row.letter,
    fingerprint: row.fingerprint,
    tenderVersion: row.tender_version,
    submittedAt: row.submitted_at,
    excludedBecause: row.excluded_because,
    excludedBy: row.excluded_by,
  }))
}

/** In the order of their names: the order says nothing about letters. */
export const listBidders = async (db: Db, evaluationId: string): Promise<Bidder[]> => {
  const rows = await db
    .selectFrom('evaluation.bidder')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .orderBy('name')
    .orderBy('supplier_id')
    .execute()
  return rows.map((row) => ({ supplierId: row.supplier_id, name: row.name, supplierKey: row.supplier_key }))
}

/** Whose bid is whose, as far as the person may know: empty for the panel until all scores are in. */
export const bidderOfBids = async (db: Db, evaluationId: string): Promise<ReadonlyMap<string, Bidder>> => {
  const rows = await db
    .selectFrom('evaluation.bid_of_bidder as o')
    .innerJoin('evaluation.bidder as b', (join) =>
      join
        .onRef('b.authority_id', '=', 'o.authority_id')
        .onRef('b.evaluation_id', '=', 'o.evaluation_id')
        .onRef('b.supplier_id', '=', 'o.supplier_id'),
    )
    .select(['o.bid_id', 'b.supplier_id', 'b.name', 'b.supplier_key'])
    .where('o.evaluation_id', '=', evaluationId)
    .orderBy('o.bid_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.bid_id,
      { supplierId: row.supplier_id, name: row.name, supplierKey: row.supplier_key },
    ]),
  )
}

/** The answers that the person may read, of one bid, to some questions, or all. */
export const listAnswers = async (
  db: Db,
  evaluationId: string,
  only: { readonly bidId?: string; readonly questions?: readonly string[] } = {},
): Promise<Answer[]> => {
  const rows = await db
    .selectFrom('evaluation.answer')
    .select(['bid_id', 'criterion', 'content'])
    .where('evaluation_id', '=', evaluationId)
    .$if(only.bidId !== undefined, (query) => query.where('bid_id', '=', only.bidId ?? ''))
    .$if(only.questions !== undefined, (query) =>
      query.where('question', 'in', [...(only.questions ?? []), '']),
    )
    .orderBy('bid_id')
    .orderBy(sql`length(question)`)
    .orderBy('question')
    .execute()
  return rows.map((row) => ({ ...row.content, bidId: row.bid_id, criterion: row.criterion }))
}

/** The bids that the person may read, by what they declared. */
export const clearedBids = async (db: Db): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select id from evaluation.cleared_bids() as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export const insertBids = async (
  tx: Writer<EvaluationTables>,
  of: { readonly authority_id: string; readonly evaluation_id: string },
  bids: readonly HandedBid[],
  letters: ReadonlyMap<string, string>,
  questions: readonly Question[],
): Promise<void> => {
  const criterionOf = new Map(questions.map(({ code, criterion }) => [code, criterion]))
  const suppliers = new Map(bids.map((bid) => [bid.supplierId, bid]))
  await tx
    .insertInto('evaluation.bidder')
    .values(
      [...suppliers.values()].map((bid) => ({
        ...of,
        supplier_id: bid.supplierId,
        name: bid.supplierName,
        supplier_key: bid.supplierKey,
      })),
    )
    .execute()
  await tx
    .insertInto('evaluation.bid')
    .values(
      bids.map((bid) => ({
        ...of,
        id: bid.id,
        lot: bid.lot,
        letter: letters.get(bid.id) ?? '',
        fingerprint: bid.fingerprint,
        tender_version: bid.tenderVersion,
        submitted_at: bid.submittedAt,
        excluded_because: null,
        excluded_by: null,
      })),
    )
    .execute()
  await tx
    .insertInto('evaluation.bid_of_bidder')
    .values(bids.map((bid) => ({ ...of, bid_id: bid.id, supplier_id: bid.supplierId })))
    .execute()
  const answers = bids.flatMap((bid) =>
    bid.answers.map((answer) => ({
      ...of,
      bid_id: bid.id,
      question: answer.question,
      criterion: criterionOf.get(answer.question) ?? null,
      content: JSON.stringify(answer) as never,
    })),
  )
  for (let from = 0; from < answers.length; from += 5000)
    await tx
      .insertInto('evaluation.answer')
      .values(answers.slice(from, from + 5000))
      .execute()
}

export const setExcluded = async (
  tx: Writer<EvaluationTables>,
  bidId: string,
  because: string,
  by: string,
): Promise<void> => {
  await tx
    .updateTable('evaluation.bid')
    .set({ excluded_because: because, excluded_by: by })
    .where('id', '=', bidId)
    .execute()
}

/** Of one person, or of everybody whose declarations may be read. */
export const listDeclarations = async (
  db: Db,
  evaluationId: string,
  personId: string | null = null,
): Promise<Declaration[]> => {
  const rows = await db
    .selectFrom('evaluation.declaration')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .$if(personId !== null, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('person_name')
    .orderBy('person_id')
    .orderBy('supplier_id')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    personName: row.person_name,
    supplierId: row.supplier_id,
    number: row.number,
    hasInterest: row.has_interest,
    detail: row.detail,
    declaredAt: row.declared_at,
  }))
}

export const insertDeclarations = async (
  tx: Writer<EvaluationTables>,
  of: { readonly authority_id: string; readonly evaluation_id: string },
  declarations: readonly Declaration[],
): Promise<void> => {
  await tx
    .insertInto('evaluation.declaration')
    .values(
      declarations.map((one) => ({
        ...of,
        person_id: one.personId,
        supplier_id: one.supplierId,
        number: one.number,
        person_name: one.personName,
        has_interest: one.hasInterest,
        detail: one.detail,
        declared_at: one.declaredAt,
      })),
    )
    .execute()
}

export const listFindings = async (
  db: Db,
  evaluationId: string,
  bidId: string | null = null,
): Promise<Finding[]> => {
  const rows = await db
    .selectFrom('evaluation.finding')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .$if(bidId !== null, (query) => query.where('bid_id', '=', bidId ?? ''))
    .orderBy('bid_id')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    bidId: row.bid_id,
    number: row.number,
    question: row.question,
    kind: row.kind,
    words: row.words,
    personId: row.person_id,
    personName: row.person_name,
    foundAt: row.found_at,
  }))
}

/** The number of the next finding of a bid, those counted that the person may not read. */
export const nextFinding = async (db: Db, bidId: string): Promise<number> => {
  const { rows } = await sql<{
    next: number
  }>`select evaluation.next_finding(${bidId}::uuid) as next`.execute(db)
  return rows[0]?.next ?? 1
}

export const insertFinding = async (
  tx: Writer<EvaluationTables>,
  of: { readonly authority_id: string; readonly evaluation_id: string },
  finding: Finding,
): Promise<void> => {
  await tx
    .insertInto('evaluation.finding')
    .values({
      ...of,
      bid_id: finding.bidId,
      number: finding.number,
      question: finding.question,
      kind: finding.kind,
      words: finding.words,
      person_id: finding.personId,
      person_name: finding.personName,
      found_at: finding.foundAt,
    })
    .execute()
}
