import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { fromBufferPromise, getFileNameLowLevel } from 'yauzl'
import { whoActs } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { readZipMember } from '../../../platform/zip-member.ts'
import type { Evidence } from '../model.ts'
import {
  type Cleaned,
  cleanJpeg,
  cleanPng,
  type EvidenceKind,
  type EvidenceRefusal,
  officeKindOf,
  sniff,
  typeOfKind,
} from '../rules/evidence.ts'
import { insertEvidence, lockDelivery } from '../store/deliveries.ts'
import type { ContractsTables } from '../tables.ts'

type Checked = Cleaned & { readonly kind: EvidenceKind }

const MOST_EXPANDED = 200 * 1024 ** 2
const MOST_MEMBERS = 2000

/** What an office file is by the parts in it. It is unpacked once and not kept, so that a bomb is found out. */
const officeKind = async (bytes: Buffer): Promise<Decision<EvidenceKind, EvidenceRefusal>> => {
  const names: string[] = []
  let expanded = 0
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refuse('locked')
      const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry
      names.push(getFileNameLowLevel(flags, fileNameRaw, extraFields, false))
      if (names.length > MOST_MEMBERS) return refuse('too-large')
      for await (const chunk of readZipMember(zip, entry)) {
        expanded += chunk.length
        if (expanded > MOST_EXPANDED) return refuse('too-large')
      }
    }
  } catch {
    return refuse('damaged')
  }
  return officeKindOf(names)
}

/** Says what a file is and takes out what it should not carry, or refuses it. */
export const checkEvidence = async (content: Buffer): Promise<Decision<Checked, EvidenceRefusal>> => {
  const found = sniff(content)
  if (!found.ok) return found
  if (found.value === 'jpeg' || found.value === 'png') {
    const clean = found.value === 'jpeg' ? cleanJpeg(content) : cleanPng(content)
    return clean.ok ? accept({ ...clean.value, kind: found.value }) : clean
  }
  const kind = found.value === 'zip' ? await officeKind(content) : found
  if (!kind.ok || kind.value === 'zip') return kind.ok ? refuse('type-unknown') : kind
  return accept({ bytes: content, hadMetadata: false, kind: kind.value })
}

const SCAN_MILLISECONDS = 30_000

/** Asks clamd over its INSTREAM command: chunks with their length before them, a zero at the end. */
export const scanWithClamd = (address: string, content: Buffer): Promise<'clean' | 'infected'> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port || 3310) })
    let answer = ''
    const size = Buffer.alloc(4)
    size.writeUInt32BE(content.length)
    socket.setTimeout(SCAN_MILLISECONDS, () => socket.destroy(new Error('clamd did not answer')))
    socket.on('connect', () =>
      socket.write(Buffer.concat([Buffer.from('zINSTREAM\0'), size, content, Buffer.alloc(4)])),
    )
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => {
      if (/ FOUND\0?$/.test(answer)) resolve('infected')
      else if (/: OK\0?$/.test(answer)) resolve('clean')
      else reject(new Error(`clamd said ${answer.slice(0, 80)}`))
    })
  })

/** Without a scanner a file is kept and marked; with one that does not answer it is refused, to be tried again. */
const scan = async (
  address: string | undefined,
  content: Buffer,
): Promise<Decision<Evidence['scan'], EvidenceRefusal>> => {
  if (address === undefined) return accept('not-scanned')
  try {
    return (await scanWithClamd(address, content)) === 'clean' ? accept('clean') : refuse('infected')
  } catch {
    return refuse('scanner-away')
  }
}

/** The name without folders, control characters and its own ending: the ending is that of the content. */
const safeName = (name: string, ending: string): string => {
  const bare =
    name
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '')
      .replace(/\.[^.]*$/, '') ?? ''
  return `${bare.replace(/^[. ]+/, '').slice(0, 80) || 'evidence'}.${ending}`
}

/** Keeps a file as evidence for a delivery, made safe; returns its id. */
export const addEvidence = async (
  ctx: Context,
  deliveryId: string,
  file: { readonly name: string; readonly content: Buffer },
): Promise<Decision<string, EvidenceRefusal>> => {
  const checked = await checkEvidence(file.content)
  if (!checked.ok) return checked
  const scanned = await scan(ctx.scannerUrl, checked.value.bytes)
  if (!scanned.ok) return scanned
  const { bytes, hadMetadata, kind } = checked.value
  const { contentType, ending } = typeOfKind(kind)
  return inTransaction<ContractsTables, Decision<string, EvidenceRefusal>>(ctx, async (tx) => {
    await lockDelivery(tx, deliveryId)
    const who = await whoActs(tx, ctx)
    const stored = await ctx.files.put(Readable.from([bytes]))
    const evidence: Evidence = {
      id: newId(),
      deliveryId,
      fileHash: stored.hash,
      fileName: safeName(file.name, ending),
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
