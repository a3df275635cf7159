import { randomBytes } from 'node:crypto'
import {
  actingAuthority,
  getOrganisation,
  type IdentityTables,
  listMembers,
  type Organisation,
} from '#identity'
import { fingerprint, seal } from '#sealing'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader, Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { writeLetter } from '../../../platform/mail.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { receiptLetter } from '../letters.ts'
import {
  BID_LIMITS,
  type BidId,
  type BidRefusal,
  type DraftFile,
  type Profile,
  type Receipt,
} from '../model.ts'
import { hideCopy, type OwnCopy } from '../own-copy.ts'
import { type ReadBid, readBid, readKept } from '../read-bid.ts'
import { obstaclesOf, sealedAnswers, sealedFiles } from '../rules/answers.ts'
import { pack } from '../rules/package.ts'
import { insertOwnCopy } from '../store/own-copies.ts'
import { findProfile } from '../store/profiles.ts'
import { insertSealed, withdrawSealed } from '../store/sealed.ts'
import type { BidsTables } from '../tables.ts'

type Submitter = {
  readonly organisation: Organisation
  readonly profile: Profile | null
  readonly emails: string[]
}

const readSubmitter = (ctx: Context): Promise<Submitter> =>
  inReading(ctx, async (db: Reader<BidsTables & IdentityTables>) => {
    const supplierId = actingAuthority(ctx)
    const identity = db as unknown as Reader<IdentityTables>
    return {
      organisation: await getOrganisation(identity, supplierId),
      profile: (await findProfile(db as unknown as Reader<BidsTables>, supplierId)) ?? null,
      emails: (await listMembers(identity, supplierId))
        .filter(({ isDisabled }) => !isDisabled)
        .map(({ email }) => email),
    }
  })

const readFiles = async (ctx: Context, files: readonly DraftFile[]): Promise<Buffer[]> => {
  const contents: Buffer[] = []
  for (const { id, storedAs } of files) contents.push(await readKept(ctx, id, storedAs ?? ''))
  return contents
}

type Made = { readonly content: Uint8Array; readonly copy: OwnCopy }

/** The package of a draft, which is fingerprinted and sealed, and what its supplier keeps of it. */
const makePackage = async (ctx: Context, read: ReadBid, submitter: Submitter): Promise<Made> => {
  const { tender, bid, states } = read
  const files = sealedFiles(states)
  const header = {
    tenderId: tender.id,
    reference: tender.reference,
    tenderVersion: tender.version,
    lot: bid.lot,
    supplierId: submitter.organisation.id,
    supplierName: submitter.organisation.name,
    supplierKey: submitter.organisation.orgId,
    nonce: randomBytes(32).toString('hex'),
    answers: sealedAnswers(states),
    files: files.map(({ question, name, bytes, sha256 }) => ({ question, name, size: bytes, sha256 })),
    profile: submitter.profile,
  }
  return {
    content: pack({ header, contents: await readFiles(ctx, files) }),
    copy: {
      header: JSON.stringify(header),
      files: files.map(({ id, storedAs }) => ({ id, storedAs: storedAs ?? '' })),
    },
  }
}

/** What PostgreSQL says where a bid cannot be handed in; see migrations/0021-bids.sql. */
const REFUSED: Readonly<Record<string, BidRefusal>> = {
  GT001: 'deadline-passed',
  GT002: 'tender-changed',
  GT003: 'nothing-submitted',
}
const refusedBy = (error: unknown): { readonly ok: false; readonly refusal: BidRefusal } => {
  const refusal = REFUSED[(error as { code?: string }).code ?? '']
  if (refusal === undefined) throw error
  return refuse(refusal)
}

/**
 * Submits a draft as it stands: packs it, seals it to the tender's key, and hands it in with its fingerprint on the public
 * log. In the same transaction the receipt's
 * letters and the supplier's own copy are written, so a bid that is in has both, and one that is late
 * by the database's clock at the commit leaves nothing. Replaces what was submitted for this lot before.
 */
export const submitBid = async (
  ctx: Context,
  bidId: BidId,
): Promise<Decision<Receipt & { readonly logHash: string }, BidRefusal>> => {
  const read = await readBid(ctx, bidId)
  const { tender, bid, states } = read
  if (tender.publicKey === null) return refuse('tender-not-sealed')
  const missing = obstaclesOf(states)
  if (missing.length > 0)
    return refuse('not-complete', { questions: missing.map(({ question }) => question.code).join(', ') })
  const submitter = await readSubmitter(ctx)
  const { content, copy } = await makePackage(ctx, read, submitter)
  if (content.length > BID_LIMITS.packageBytes) return refuse('too-large')
  const commitment = fingerprint(content)
  const sealed = await seal(tender.publicKey, content)
  const id = newId()
  try {
    return await inTransaction(ctx, async (tx: Writer<BidsTables>) => {
      const facts = { tender: tender.reference, lot: bid.lot, fingerprint: commitment }
      await recordAudit(tx, ctx, { name: 'BID_SUBMITTED', subject: bidId, facts })
      const entered = await insertSealed(tx, {
        bidId,
        revision: bid.revision,
        id,
        tenderVersion: tender.version,
        fingerprint: commitment,
        content: sealed,
      })
      await insertOwnCopy(tx, actingAuthority(ctx), id, hideCopy(ctx, id, copy))
      const receipt: Receipt = {
        id,
        tenderId: tender.id,
        lot: bid.lot,
        tenderVersion: tender.version,
        submittedAt: entered.submittedAt,
        fingerprint: commitment,
        logNumber: entered.number,
        isReplaced: false,
        withdrawnAt: null,
      }
      for (const email of submitter.emails) {
        const mailId = await writeLetter(tx, receiptLetter(ctx.siteUrl, email, tender, receipt, entered.hash))
        await ctx.jobs.enqueue(tx, 'send-mail', { mailId })
      }
      return accept({ ...receipt, logHash: entered.hash })
    })
  } catch (error) {
    return refusedBy(error)
  }
}

/** Takes a submitted bid back; the draft stays and can be submitted again until the deadline. */
export const withdrawBid = async (ctx: Context, bidId: BidId): Promise<Decision<Date, BidRefusal>> => {
  try {
    return await inTransaction(ctx, async (tx: Writer<BidsTables>) => {
      await recordAudit(tx, ctx, { name: 'BID_WITHDRAWN', subject: bidId })
      return accept(await withdrawSealed(tx, bidId))
    })
  } catch (error) {
    return refusedBy(error)
  }
}
