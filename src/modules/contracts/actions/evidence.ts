import { Readable } from 'node:stream'
import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type Checked, checkFile, safeFileName, scanFile } from '../../../platform/uploads/check-file.ts'
import { type FileRefusal, typeOfKind } from '../../../platform/uploads/file-kinds.ts'
import { KEPT_SIDE } from '../../../platform/uploads/picture.ts'
import type { Evidence } from '../model.ts'
import { insertEvidence, lockDelivery } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'

export type EvidenceRefusal = FileRefusal | 'not-agreed' | 'decided'

export type EvidenceFile = {
  readonly name: string
  readonly content: Buffer
  /** Whether whoever sends it says that nobody in a picture can be known, or has agreed; true where nobody was asked. */
  readonly isAgreed?: boolean
}
type Ready = { readonly file: Checked; readonly scan: Evidence['scan']; readonly name: string }

/** All that is done to a file before it is kept: told by its content, cleaned, scanned. */
export const readyEvidence = async (
  ctx: Context,
  { name, content, isAgreed = true }: EvidenceFile,
): Promise<Decision<Ready, EvidenceRefusal>> => {
  const checked = await checkFile(content, KEPT_SIDE)
  if (!checked.ok) return checked
  if (!isAgreed && (checked.value.kind === 'jpeg' || checked.value.kind === 'png'))
    return refuse('not-agreed')
  const scanned = await scanFile(ctx.scannerUrl, checked.value.bytes)
  return scanned.ok ? accept({ file: checked.value, scan: scanned.value, name }) : scanned
}

/** Keeps a file that is ready, in a transaction that the caller has; returns its id. */
export const keepEvidence = async (
  tx: Writer<ContractsTables>,
  ctx: Context,
  deliveryId: string,
  { file, scan, name }: Ready,
  who: { readonly authorityId: string; readonly personName: string },
): Promise<string> => {
  await lockDelivery(tx, deliveryId)
  const stored = await ctx.files.put(Readable.from([file.bytes]))
  const evidence: Evidence = {
    id: newId(),
    deliveryId,
    fileHash: stored.hash,
    fileName: safeFileName(name, file.kind),
    contentType: typeOfKind(file.kind).contentType,
    bytes: stored.bytes,
    scan,
    hadMetadata: file.hadMetadata,
    personName: who.personName,
    recordedAt: ctx.clock.now(),
  }
  await insertEvidence(tx, who.authorityId, evidence)
  const facts = { file: evidence.fileName, bytes: stored.bytes, scan, hash: stored.hash }
  await recordAudit(tx, ctx, { name: 'EVIDENCE_ADDED', subject: deliveryId, facts })
  return evidence.id
}

/** Keeps a file as evidence for a delivery, made safe; returns its id. */
export const addEvidence = async (
  ctx: Context,
  deliveryId: string,
  file: EvidenceFile,
): Promise<Decision<string, EvidenceRefusal>> => {
  const ready = await readyEvidence(ctx, file)
  if (!ready.ok) return ready
  return inTransaction<ContractsTables, Decision<string, EvidenceRefusal>>(ctx, async (tx) =>
    accept(await keepEvidence(tx, ctx, deliveryId, ready.value, await whoActs(tx, ctx))),
  )
}
