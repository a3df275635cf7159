import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { actingAuthority } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { checkFile, safeFileName, scanFile } from '../../../platform/uploads/check-file.ts'
import { FILE_REFUSALS } from '../../../platform/uploads/file-words.ts'
import { BID_LIMITS, type BidId, type BidRefusal, type DraftFile } from '../model.ts'
import { filePurpose, readBid } from '../read-bid.ts'
import { deleteFile, insertFile, listFiles, lockBid, setAnswers } from '../store/bids.ts'
import type { BidsTables } from '../tables.ts'
import { hide } from '../vault.ts'

/** What an upload becomes: kept, or refused with its sentence. */
const judge = async (ctx: Context, name: string, content: Buffer | undefined) => {
  const bare = name.split(/[/\\]/).at(-1)?.slice(0, 120) || 'file'
  const refused = (because: string) => ({ name: bare, bytes: undefined, scan: '', refusedBecause: because })
  if (!content) return refused(FILE_REFUSALS['too-large'])
  const checked = await checkFile(content)
  if (!checked.ok) return refused(FILE_REFUSALS[checked.refusal])
  const { bytes, kind } = checked.value
  const scan = await scanFile(ctx.scannerUrl, bytes)
  if (!scan.ok) return refused(FILE_REFUSALS[scan.refusal])
  return { name: safeFileName(name, kind), bytes, scan: scan.value, refusedBecause: '' }
}

const store = async (ctx: Context, fileId: string, bytes: Buffer): Promise<string> =>
  (await ctx.files.put(Readable.from([hide(ctx, actingAuthority(ctx), filePurpose(fileId), bytes)]))).hash

/** Undefined content is one that was too large or broke off. */
export type Uploaded = { readonly name: string; readonly content: Buffer | undefined }

/** Checks an upload and keeps its content encrypted; what cannot be taken comes back with its reason and nothing kept. */
export const keepUpload = async (
  ctx: Context,
  place: Pick<DraftFile, 'id' | 'bidId' | 'question'>,
  upload: Uploaded,
): Promise<DraftFile> => {
  const { bytes, ...judged } = await judge(ctx, upload.name, upload.content)
  return {
    ...place,
    ...judged,
    bytes: bytes?.length ?? upload.content?.length ?? 0,
    sha256: bytes ? createHash('sha256').update(bytes).digest('hex') : '',
    storedAs: bytes ? await store(ctx, place.id, bytes) : null,
    addedAt: ctx.clock.now(),
  }
}

/**
 * Adds a file to the answer of a question. A file that cannot be taken is noted with its reason beside the question and
 * stops nothing else: other questions, and above all other lots, go on. Throws NotFound where the lot asks for no such file.
 */
export const addFile = async (
  ctx: Context,
  bidId: BidId,
  question: string,
  upload: Uploaded,
): Promise<Decision<DraftFile, BidRefusal>> => {
  const { states } = await readBid(ctx, bidId)
  if (!states.some(({ question: { code, kind } }) => code === question && kind === 'file'))
    throw new NotFound('This lot asks for no such file.')
  const file = await keepUpload(ctx, { id: newId(), bidId, question }, upload)
  return inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    await lockBid(tx, supplierId, bidId)
    const there = (await listFiles(tx, supplierId, bidId)).filter((known) => known.question === question)
    if (there.length >= BID_LIMITS.filesOfQuestion) return refuse('too-many-files')
    for (const old of there.filter(({ refusedBecause }) => refusedBecause !== ''))
      await deleteFile(tx, supplierId, old.id)
    await insertFile(tx, supplierId, file)
    await setAnswers(tx, supplierId, bidId, undefined, ctx.clock.now())
    const facts = { question, bytes: file.bytes, taken: file.storedAs !== null }
    await recordAudit(tx, ctx, { name: 'BID_FILE_ADDED', subject: bidId, facts })
    return accept(file)
  })
}

/** Removes a file from a draft. What was submitted with it stays as it was. */
export const removeFile = async (ctx: Context, bidId: BidId, fileId: string): Promise<void> => {
  await inTransaction(ctx, async (tx: Writer<BidsTables>) => {
    const supplierId = actingAuthority(ctx)
    await lockBid(tx, supplierId, bidId)
    if (!(await deleteFile(tx, supplierId, fileId))) throw new NotFound('There is no such file.')
    await setAnswers(tx, supplierId, bidId, undefined, ctx.clock.now())
    await recordAudit(tx, ctx, { name: 'BID_FILE_REMOVED', subject: bidId, facts: { file: fileId } })
  })
}
