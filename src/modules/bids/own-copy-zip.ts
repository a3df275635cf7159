import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { h } from 'preact'
import { ZipFile } from 'yazl'
import { renderPage } from '../../platform/views/views.ts'
import { plainName } from '../../platform/zip-member.ts'
import { packageOf, type ReadCopy } from './own-copy.ts'
import { OwnCopyIndex } from './own-copy-index.tsx'

export const PACKAGE_NAME = 'package.bin'

/** Where each file of a bid stands in the ZIP, in the order of the header. */
export const namesOf = ({ header }: Pick<ReadCopy, 'header'>): readonly string[] =>
  header.files.map(({ question, name }, at) => `files/${at + 1}-${question}-${plainName(name)}`)

async function* fileOf(copy: ReadCopy, at: number): AsyncGenerator<Uint8Array> {
  yield await copy.openFile(at)
}

const receiptOf = ({ receipt, proof, tender }: ReadCopy) => ({
  tender: tender.reference,
  lot: receipt.lot,
  tenderVersion: receipt.tenderVersion,
  submittedAt: receipt.submittedAt,
  fingerprint: receipt.fingerprint,
  logNumber: receipt.logNumber,
  logHash: proof.entry?.hash ?? null,
  isReplaced: receipt.isReplaced,
  withdrawnAt: receipt.withdrawnAt,
  opened: proof.opened,
})

/**
 * A supplier's own copy of a bid as a ZIP: a page to begin at, the receipt, the answers and files as they were sealed, the package
 * whose SHA-256 is the fingerprint, and the public log as it stands now. Files are decrypted one at a time, as they are sent.
 */
export const ownCopyZip = (copy: ReadCopy, siteUrl: string): Readable => {
  const zip = new ZipFile()
  const out = zip.outputStream as unknown as Readable
  zip.on('error', (error) => out.destroy(error as Error))
  const options = { mtime: copy.receipt.submittedAt, mode: 0o100644, forceDosTimestamp: true } as const
  const names = namesOf(copy)
  const prints: string[] = [`${copy.receipt.fingerprint}  ${PACKAGE_NAME}`]
  const add = (name: string, text: string): void => {
    prints.push(`${createHash('sha256').update(text).digest('hex')}  ${name}`)
    zip.addBuffer(Buffer.from(text), name, options)
  }
  const addJson = (name: string, value: unknown) => add(name, `${JSON.stringify(value, null, 2)}\n`)
  add('index.html', renderPage(h(OwnCopyIndex, { copy, names, siteUrl })))
  addJson('receipt.json', receiptOf(copy))
  addJson('answers.json', copy.header)
  addJson('public-log.json', copy.log)
  for (const [at, { sha256 }] of copy.header.files.entries()) {
    prints.push(`${sha256}  ${names[at]}`)
    zip.addReadStreamLazy(names[at] ?? '', options, (take) => take(null, Readable.from(fileOf(copy, at))))
  }
  zip.addReadStreamLazy(PACKAGE_NAME, options, (take) => take(null, Readable.from(packageOf(copy))))
  zip.addBuffer(Buffer.from(`${prints.join('\n')}\n`), 'SHA256SUMS', options)
  zip.end()
  return out
}
