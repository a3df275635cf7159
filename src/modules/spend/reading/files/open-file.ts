import { stat } from 'node:fs/promises'
import type { ReadingLimits } from '../limits.ts'
import type { Layout, SourceFile } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { checkExpansion, readGzip, readHead, readPlain, writeTemporary } from './expansion.ts'
import { HEAD_BYTES, openZipFile } from './open-archive.ts'
import { type Closing, type Found, onePart, type Part, textPart } from './part.ts'
import { type FileKind, sniff } from './sniff.ts'

export type { Part, TextPart } from './part.ts'

export type OpenedFile = {
  readonly container: Layout['container']
  readonly parts: readonly Part[]
  readonly hiddenSheets: readonly string[]
  readonly notRead: readonly { readonly name: string; readonly reason: string }[]
  readonly close: () => Promise<void>
}

/**
 * Opens an uploaded file by what its bytes show it to be: text, gzip, an Excel workbook, or a ZIP file of those.
 * Throws `UnreadableFileError` for everything else. Nothing is held in memory; `close` lets go of it.
 */
export const openFile = async (file: SourceFile, limits: ReadingLimits): Promise<OpenedFile> => {
  const size = await sizeOf(file.path)
  const closing: Closing = { steps: [] }
  const close = async (): Promise<void> => {
    for (const step of closing.steps.splice(0).reverse()) await step()
  }
  try {
    checkExpansion(Number.POSITIVE_INFINITY, size, limits)
    const { container, found } = await openByContent(file, size, limits, closing)
    return { container, ...found, close }
  } catch (error) {
    await close()
    throw error
  }
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch {
    throw new UnreadableFileError('cannot-open')
  }
}

const openByContent = async (
  file: SourceFile,
  size: number,
  limits: ReadingLimits,
  closing: Closing,
): Promise<{ container: Layout['container']; found: Found }> => {
  const plain = (): AsyncIterable<Buffer> => readPlain(file.path)
  const kind = sniff((await readHead(plain(), HEAD_BYTES)).head)
  if (kind.kind === 'refused') throw await refusalOf(kind, plain)
  if (kind.kind === 'text') return { container: 'plain', found: onePart(textPart(file.name, null, plain)) }
  if (kind.kind === 'zip') return openZipFile(file.path, file.name, limits, closing)
  return { container: 'gzip', found: await openGzip(file, size, limits, closing) }
}

const COMPOUND_HEAD_BYTES = 1024 * 1024

/** What tells a locked workbook from an old one stands further into the file. */
const refusalOf = async (
  kind: Extract<FileKind, { kind: 'refused' }>,
  bytes: () => AsyncIterable<Buffer>,
): Promise<UnreadableFileError> => {
  const closer = kind.code === 'old-excel' ? sniff((await readHead(bytes(), COMPOUND_HEAD_BYTES)).head) : kind
  const code = closer.kind === 'refused' ? closer.code : kind.code
  return new UnreadableFileError(code, { kind: kind.detail ?? '' })
}

const openGzip = async (
  file: SourceFile,
  size: number,
  limits: ReadingLimits,
  closing: Closing,
): Promise<Found> => {
  const unpacked = (): AsyncIterable<Buffer> => readGzip(file.path, size, limits)
  const kind = sniff((await readHead(unpacked(), HEAD_BYTES)).head)
  if (kind.kind === 'refused') throw new UnreadableFileError(kind.code, { kind: kind.detail ?? '' })
  if (kind.kind === 'gzip') throw new UnreadableFileError('archive-nested', { entry: file.name })
  if (kind.kind === 'text') return onePart(textPart(file.name, null, unpacked))
  const copy = await writeTemporary(unpacked())
  closing.steps.push(copy.remove)
  return (await openZipFile(copy.path, file.name, limits, closing)).found
}
