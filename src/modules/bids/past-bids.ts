import { createHash } from 'node:crypto'
import type { Tender } from '#tenders'
import { type AsOwner, moveDeadline, pastTriggers } from './builders.ts'
import { receiptLetter } from './letters.ts'
import type { LogEntry, SealedBidId } from './model.ts'
import { FIRST_HASH, hashedText } from './rules/log.ts'

const HOUR = 3_600_000

type Handed = Omit<LogEntry, 'at' | 'previousHash' | 'tenderId'> & {
  readonly id: SealedBidId
  readonly lot: string
}

/** Writes the log of a tender under the last hours before its deadline, an hour apart, with what repeats its times and hashes. */
const writeUnderItsHours = async (owner: AsOwner, siteUrl: string, tender: Tender): Promise<void> => {
  const handed = (await owner.query(
    `select l.number, l.kind, l.fingerprint, l.hash, s.id, s.lot from bids.log_entry l
     join bids.sealed_bid s on s.tender_id = l.tender_id and s.log_number = l.number
     where l.tender_id = $1 order by l.number`,
    [tender.id],
  )) as unknown as Handed[]
  let previousHash = FIRST_HASH
  for (const [index, { id, lot, hash: written, ...entry }] of handed.entries()) {
    const at = new Date(tender.deadline.getTime() - (handed.length - index) * HOUR)
    const text = hashedText({ ...entry, tenderId: tender.id, at, previousHash })
    const hash = createHash('sha256').update(text).digest('hex')
    const stamp = 'set at = $3, previous_hash = $4, hash = $5 where tender_id = $1 and number = $2'
    await pastTriggers(owner, 'bids.log_entry', stamp, [tender.id, entry.number, at, previousHash, hash])
    await owner.query('update bids.sealed_bid set submitted_at = $2 where id = $1', [id, at])
    const { fingerprint, number: logNumber } = entry
    const receipt = { id, lot, submittedAt: at, fingerprint, logNumber }
    await owner.query(
      `update platform.mail set created_at = $2, body_text = $3 where position($1 in body_text) > 0`,
      [written, at, receiptLetter(siteUrl, '', tender, receipt, hash).text],
    )
    previousHash = hash
  }
  await owner.query('update bids.log_head set hash = $2 where tender_id = $1', [tender.id, previousHash])
  await owner.query('update tenders.bid_mark set first_bid_at = $2 where tender_id = $1', [
    tender.id,
    new Date(tender.deadline.getTime() - handed.length * HOUR),
  ])
}

/**
 * Bids of made-up suppliers for a tender whose deadline is over: handed in, sealed and put on the log by the ways of every bid, and
 * then written under the hours before the deadline. PostgreSQL's clock takes no bid that is late, so this needs the owner of the
 * tables, who can change all in them anyway. For demonstrations alone.
 */
export const handInForThePast = async (
  owner: AsOwner,
  siteUrl: string,
  tender: Tender,
  handIn: () => Promise<void>,
): Promise<void> => {
  await moveDeadline(owner, tender, new Date(Date.now() + HOUR))
  try {
    await handIn()
  } finally {
    await moveDeadline(owner, tender, tender.deadline)
  }
  await writeUnderItsHours(owner, siteUrl, tender)
}
