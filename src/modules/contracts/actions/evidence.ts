import { Readable } from 'node:stream'
import { whoActs } from '#identity'
import { accept, type Decision } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { checkFile, safeFileName, scanFile } from '../../../platform/uploads/check-file.ts'
import { type FileRefusal, typeOfKind } from '../../../platform/uploads/file-kinds.ts'
import type { Evidence } from '../model.ts'
import { insertEvidence, lockDelivery } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'

/** Keeps a file as evidence for a delivery, made safe; returns its id. */
export const addEvidence = async (
  ctx: Context,
  deliveryId: string,
  file: { readonly name: string; readonly content: Buffer },
): Promise<Decision<string, FileRefusal>> => {
  const checked = await checkFile(file.content)
  if (!checked.ok) return checked
  const scanned = await scanFile(ctx.scannerUrl, checked.value.bytes)
  if (!scanned.ok) return scanned
  const { bytes, hadMetadata, kind } = checked.value
  const { contentType } = typeOfKind(kind)
  return inTransaction<ContractsTables, Decision<string, FileRefusal>>(ctx, async (tx) => {
    await lockDelivery(tx, deliveryId)
    const who = await whoActs(tx, ctx)
    const stored = await ctx.files.put(Readable.from([bytes]))
    const evidence: Evidence = {
      id: newId(),
      deliveryId,
      fileHash: stored.hash,
      fileName: safeFileName(file.name, kind),
      contentType,
      bytes: stored.bytes,
      scan: scanned.value,
      hadMetadata,
      personName: who.personName,
      recordedAt: ctx.clock.now(),
    }
    await insertEvidence(tx, who.authorityId, evidence)
    const facts = { file: evidence.fileName, bytes: stored.bytes, scan: evidence.scan, hash: stored.hash }
    await recordAudit(tx, ctx, { name: 'EVIDENCE_ADDED', subject: deliveryId, facts })
    return accept(evidence.id)
  })
}
