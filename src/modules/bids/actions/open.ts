import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { actingAuthority } from '#identity'
import {
  beginOpening as beginWithKey,
  completeOpening,
  fingerprint,
  type OpeningRefusal,
  unseal,
} from '#sealing'
import { changeTenderStatus, getTender, type Tender, type TendersTables } from '#tenders'
import { type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import type { BidFile, LogCheck, LogEntry, Minutes, OpenedBid, Profile } from '../model.ts'
import { checkOpened } from '../rules/log.ts'
import { type BidPackage, unpack } from '../rules/package.ts'
import { insertChecks, insertMinutes, insertOpenedBid, type TakenBid, takeSealed } from '../store/opened.ts'
import { listLog } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'

type Refusal = OpeningRefusal | 'tender-not-sealed' | 'already-opened' | 'tender-cancelled'

const readTender = async (
  ctx: Context,
  tenderId: string,
): Promise<Decision<Tender & { readonly keyId: string }, Refusal>> => {
  const tender = await inReading<TendersTables, Tender>(ctx, (db) => getTender(db, tenderId))
  if (tender.status === 'cancelled') return refuse('tender-cancelled')
  if (tender.status !== 'published') return refuse('already-opened')
  return tender.keyId === null
    ? refuse('tender-not-sealed')
    : { ok: true, value: { ...tender, keyId: tender.keyId } }
}

/** The first of two officers: nothing is opened yet. */
export const beginOpening = async (
  ctx: Context,
  tenderId: string,
  passphrase: string,
): Promise<Decision<{ readonly expiresAt: Date }, Refusal>> => {
  const tender = await readTender(ctx, tenderId)
  return tender.ok ? beginWithKey(ctx, tender.value.keyId, passphrase) : tender
}

/** The package of a bid, where it is the one of the log and says itself that it is for this tender, lot and supplier. */
const openOne = async (
  identity: string,
  tenderId: string,
  bid: TakenBid,
): Promise<{ readonly opened: BidPackage | undefined; readonly fingerprint: string }> => {
  const bytes = await unseal(identity, bid.content)
  if (!bytes) return { opened: undefined, fingerprint: '' }
  const unpacked = unpack(bytes)
  const header = unpacked.ok ? unpacked.value.header : undefined
  const isItsOwn =
    header?.tenderId === tenderId && header.lot === bid.lot && header.supplierId === bid.supplierId
  return { opened: unpacked.ok && isItsOwn ? unpacked.value : undefined, fingerprint: fingerprint(bytes) }
}

/** Keeps the files of an opened bid where pages read them. Throws where one is not what its header says. */
const keepFiles = async (ctx: Context, { header, contents }: BidPackage): Promise<Map<string, BidFile[]>> => {
  const files = new Map<string, BidFile[]>()
  for (const [index, { question, name, size, sha256 }] of header.files.entries()) {
    const content = Buffer.from(contents[index] ?? [])
    if (createHash('sha256').update(content).digest('hex') !== sha256)
      throw new Error(`a file of a bid is not what the bid says (${question})`)
    const { hash: key } = await ctx.files.put(Readable.from([content]))
    files.set(question, [...(files.get(question) ?? []), { name, size, sha256, key }])
  }
  return files
}

const openedBidOf = async (
  ctx: Context,
  bid: TakenBid,
  opened: BidPackage,
): Promise<OpenedBid & { readonly profile: Profile | null }> => {
  const { header } = opened
  const files = await keepFiles(ctx, opened)
  return {
    id: bid.id,
    tenderId: header.tenderId,
    lot: bid.lot,
    supplierId: bid.supplierId,
    supplierName: header.supplierName,
    supplierKey: header.supplierKey,
    submittedAt: bid.submittedAt,
    fingerprint: bid.fingerprint,
    tenderVersion: bid.tenderVersion,
    answers: header.answers.map((answer) => ({ ...answer, files: files.get(answer.question) ?? [] })),
    profile: header.profile,
  }
}

type Opened = { readonly bids: number; readonly minutes: Minutes }

const openAll = async (
  ctx: Context,
  tx: Writer<BidsTables>,
  tender: Tender,
  identity: string,
  by: { readonly first: string; readonly second: string; readonly at: Date },
): Promise<Opened> => {
  const authorityId = actingAuthority(ctx)
  const log = new Map((await listLog(tx, tender.id)).map((entry: LogEntry) => [entry.number, entry]))
  const checks: (LogCheck & { readonly lot: string; readonly fingerprint: string })[] = []
  let bids = 0
  for (const bid of await takeSealed(tx, tender.id)) {
    const { opened, fingerprint: found } = await openOne(identity, tender.id, bid)
    const outcome = checkOpened(log.get(bid.logNumber), opened && { fingerprint: found })
    checks.push({
      number: bid.logNumber,
      outcome,
      checkedAt: by.at,
      lot: bid.lot,
      fingerprint: bid.fingerprint,
    })
    if (!opened || outcome !== 'matches') continue
    await insertOpenedBid(tx, authorityId, { ...(await openedBidOf(ctx, bid, opened)), openedAt: by.at })
    bids++
  }
  const minutes: Minutes = {
    tenderId: tender.id,
    firstOfficer: by.first,
    secondOfficer: by.second,
    openedAt: by.at,
    checks: checks.map(({ number, lot, fingerprint: of, outcome }) => ({
      number,
      lot,
      fingerprint: of,
      outcome,
    })),
  }
  await insertMinutes(tx, authorityId, minutes)
  await insertChecks(tx, authorityId, tender.id, checks)
  await changeTenderStatus(tx, tender.id, 'opened')
  await recordAudit(tx, ctx, {
    name: 'BIDS_OPENED',
    subject: tender.id,
    facts: { bids, handedIn: checks.length },
  })
  await ctx.jobs.publish(tx, 'bidsOpened', { authorityId, tenderId: tender.id })
  return { bids, minutes }
}

/**
 * The second officer opens: every bid that came in and counts is unsealed, checked against the public log, and kept for the
 * authority to evaluate, with minutes of who opened what when. All of it, or nothing.
 */
export const openBids = async (
  ctx: Context,
  tenderId: string,
  passphrase: string,
): Promise<Decision<Opened, Refusal>> => {
  const tender = await readTender(ctx, tenderId)
  if (!tender.ok) return tender
  return completeOpening<BidsTables, Opened>(ctx, tender.value.keyId, passphrase, (tx, identity, by) =>
    openAll(ctx, tx, tender.value, identity, by),
  )
}
