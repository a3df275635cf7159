import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type ContractsTables, findPicture } from '#contracts'
import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { checkFile } from '../../../platform/uploads/check-file.ts'
import { KEPT_SIDE, type Picture, smallPicture } from '../../../platform/uploads/picture.ts'
import { decidePhoto, type PhotoRefusal } from '../rules/photos.ts'
import { type PhotoFile, savePhotoDecision } from '../store/photos.ts'
import type { PublishingTables } from '../tables.ts'

export type PhotoVerdict = { readonly verdict: 'approve' | 'refuse'; readonly alternative: string }

/** The picture cleaned once more, so that one kept under older rules carries nothing either, and stored as it goes out. */
const readyFile = async (ctx: Context, fileHash: string): Promise<Decision<PhotoFile, PhotoRefusal>> => {
  const checked = await checkFile(await buffer(ctx.files.open(fileHash)), KEPT_SIDE)
  if (!checked.ok || !checked.value.picture) return refuse('photo-damaged')
  const { kind, picture } = checked.value
  const small = await smallPicture(picture.bytes)
  const keep = async ({ bytes, width, height }: Picture) => {
    const stored = await ctx.files.put(Readable.from([bytes]))
    return { fileHash: stored.hash, bytes: stored.bytes, width, height }
  }
  const contentType = kind === 'jpeg' ? ('image/jpeg' as const) : ('image/png' as const)
  return accept({ ...(await keep(picture)), contentType, small: await keep(small) })
}

/** Approves a photo of a verified delivery for the public, with what it shows in words, or takes it back at once. */
export const decideOnPhoto = async (
  ctx: Context,
  evidenceId: string,
  { verdict, alternative }: PhotoVerdict,
): Promise<Decision<string, PhotoRefusal>> => {
  const picture = await inReading(ctx, (db: Reader<ContractsTables>) => findPicture(db, evidenceId))
  const isApproved = verdict === 'approve'
  const ready = picture && isApproved ? await readyFile(ctx, picture.fileHash) : null
  if (ready && !ready.ok) return ready
  const file = ready?.value ?? null
  const decision = decidePhoto({ isVerified: picture?.isVerified ?? false, isApproved, alternative })
  if (!decision.ok) return decision
  return inTransaction<PublishingTables, Decision<string, PhotoRefusal>>(ctx, async (tx) => {
    const { authorityId, personName } = await whoActs(tx, ctx)
    await savePhotoDecision(tx, authorityId, {
      evidenceId,
      deliveryId: picture?.deliveryId ?? '',
      isApproved,
      alternative: decision.value,
      file,
      decidedBy: personName,
      decidedAt: ctx.clock.now(),
    })
    const facts = { verdict, alternative: decision.value, hash: file?.fileHash ?? null }
    await recordAudit(tx, ctx, { name: 'PHOTO_DECIDED', subject: evidenceId, facts })
    return accept(evidenceId)
  })
}
