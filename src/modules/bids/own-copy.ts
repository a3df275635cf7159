import { createHash } from 'node:crypto'
import { actingAuthority } from '#identity'
import { contentOf, getTender, type Tender, type TenderContent, type TendersTables } from '#tenders'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound, Unusable } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import type { LogEntry, Receipt, SealedBidId } from './model.ts'
import { readKept } from './read-bid.ts'
import { type ReceiptProof, verifyReceipt } from './rules/log.ts'
import { type PackageHeader, packStart, readHeader } from './rules/package.ts'
import { findOwnCopy } from './store/own-copies.ts'
import { findReceipt, listChecks, listLog } from './store/sealed.ts'
import type { BidsTables } from './tables.ts'
import { hide, reveal } from './vault.ts'

/**
 * What a supplier keeps of a bid that it handed in: the header as it was sealed, and where the files of the draft lie. With
 * the files it gives the package again, byte for byte, and so the fingerprint of the public log. It is hidden under the
 * supplier's key like the draft it was made of, so it opens to nobody who could not read the draft.
 */
export type OwnCopy = {
  readonly header: string
  readonly files: readonly { readonly id: string; readonly storedAs: string }[]
}

const copyPurpose = (id: SealedBidId): string => `copy ${id}`

export const hideCopy = (ctx: Context, id: SealedBidId, copy: OwnCopy): Buffer =>
  hide(ctx, actingAuthority(ctx), copyPurpose(id), Buffer.from(JSON.stringify(copy)))

const revealCopy = (ctx: Context, id: SealedBidId, hidden: Uint8Array): OwnCopy =>
  JSON.parse(reveal(ctx, actingAuthority(ctx), copyPurpose(id), hidden).toString()) as OwnCopy

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type ReadCopy = {
  readonly receipt: Receipt
  readonly proof: ReceiptProof
  readonly tender: Tender
  /** What was asked, as it stood when the bid was handed in. */
  readonly content: TenderContent
  readonly log: readonly LogEntry[]
  readonly header: PackageHeader
  /** The package up to its files. */
  readonly start: Uint8Array
  /** The content of each file of the header, in its order. */
  readonly openFile: (at: number) => Promise<Uint8Array>
}

/** The package of a copy, one file in memory at a time. */
export async function* packageOf({ header, start, openFile }: ReadCopy): AsyncGenerator<Uint8Array> {
  yield start
  for (const at of header.files.keys()) yield await openFile(at)
}

const fingerprintOf = async (copy: ReadCopy): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of packageOf(copy)) hash.update(part)
  return hash.digest('hex')
}

/**
 * The copy of a bid of the acting supplier, before the deadline and after it. Throws NotFound where there is none, and Unusable
 * where what is kept does not have the fingerprint of the receipt any more.
 */
export const readOwnCopy = async (ctx: Context, id: SealedBidId): Promise<ReadCopy> => {
  const supplierId = actingAuthority(ctx)
  const { kept, ...found } = await inReading(ctx, async (db: Reader<BidsTables & TendersTables>) => {
    const bids = db as unknown as Reader<BidsTables>
    const tenders = db as unknown as Reader<TendersTables>
    const receipt = await findReceipt(bids, supplierId, id)
    const hidden = receipt && (await findOwnCopy(bids, supplierId, id))
    if (!hidden) throw new NotFound('There is no copy of such a bid.')
    const log = await listLog(bids, receipt.tenderId)
    return {
      receipt,
      log,
      kept: revealCopy(ctx, id, hidden),
      proof: verifyReceipt(receipt, log, await listChecks(bids, receipt.tenderId), sha256),
      tender: await getTender(tenders, receipt.tenderId),
      content: await contentOf(tenders, receipt.tenderId, receipt.tenderVersion),
    }
  })
  const header = readHeader(kept.header)
  if (!header) throw new Error(`the copy of the bid ${id} has no header`)
  const openFile = (at: number) => readKept(ctx, kept.files[at]?.id ?? '', kept.files[at]?.storedAs ?? '')
  const copy = { ...found, header, start: packStart(kept.header), openFile }
  if ((await fingerprintOf(copy)) !== copy.receipt.fingerprint)
    throw new Unusable(
      'The copy that is kept here is not what was handed in. Write to whoever runs this site.',
    )
  return copy
}
