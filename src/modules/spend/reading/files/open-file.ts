import { stat } from 'node:fs/promises'
import { unreadableMessage } from '../messages.ts'
import type { Layout, ReadingLimits, SourceFile } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { readSharedStrings } from '../workbook/shared-strings.ts'
import { readSheetRows, type SheetContext } from '../workbook/sheet-rows.ts'
import { indexWorkbook } from '../workbook/workbook-index.ts'
import { checkExpansion, readGzip, readHead, readPlain, writeTemporary } from './expansion.ts'
import { sniff } from './sniff.ts'
import { openZip, type ZipEntry, type ZipIndex } from './zip-index.ts'

export type TextPart = {
  readonly kind: 'text'
  readonly name: string
  readonly entry: string | null
  readonly bytes: () => AsyncIterable<Buffer>
}
export type SheetPart = {
  readonly kind: 'sheet'
  readonly name: string
  readonly entry: string | null
  readonly sheet: string
  readonly uses1904Dates: boolean
  readonly rows: () => AsyncGenerator<string[][]>
}
export type Part = TextPart | SheetPart

export type OpenedFile = {
  readonly container: Layout['container']
  readonly parts: readonly Part[]
  readonly hiddenSheets: readonly string[]
  readonly notRead: readonly { readonly name: string; readonly reason: string }[]
  readonly close: () => Promise<void>
}

type Closing = { readonly steps: (() => void | Promise<void>)[] }
type Found = { parts: Part[]; hiddenSheets: string[]; notRead: { name: string; reason: string }[] }

const HEAD_BYTES = 8 * 1024

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
  if (kind.kind === 'refused') throw new UnreadableFileError(kind.code, { kind: kind.detail ?? '' })
  if (kind.kind === 'text') return { container: 'plain', found: onePart(textPart(file.name, null, plain)) }
  if (kind.kind === 'zip') return openZipFile(file.path, file.name, limits, closing)
  return { container: 'gzip', found: await openGzip(file, size, limits, closing) }
}

const onePart = (part: Part): Found => ({ parts: [part], hiddenSheets: [], notRead: [] })
const textPart = (name: string, entry: string | null, bytes: () => AsyncIterable<Buffer>): TextPart => ({
  kind: 'text',
  name,
  entry,
  bytes,
})

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

const openZipFile = async (
  path: string,
  name: string,
  limits: ReadingLimits,
  closing: Closing,
): Promise<{ container: Layout['container']; found: Found }> => {
  const zip = await openZip(path, limits)
  closing.steps.push(zip.close)
  refuseOtherPackages(zip)
  if (zip.find('xl/workbook.xml'))
    return { container: 'plain', found: await openWorkbook(zip, name, null, limits) }
  const found = await openEntries(zip, limits, closing)
  if (found.parts.length > 0) return { container: 'zip', found }
  const locked = zip.entries.find((entry) => entry.isEncrypted)
  if (locked) throw new UnreadableFileError('password')
  const nested = zip.entries.find((entry) => /\.(?:zip|gz|7z|rar)$/i.test(entry.name))
  if (nested) throw new UnreadableFileError('archive-nested', { entry: baseName(nested.name) })
  throw new UnreadableFileError('archive-without-payments', {
    detail: found.notRead.map(({ name: entry, reason }) => `${entry}: ${reason}`).join(' '),
  })
}

const refuseOtherPackages = (zip: ZipIndex): void => {
  if (zip.find('xl/workbook.bin')) throw new UnreadableFileError('binary-workbook')
  if (zip.find('word/document.xml') || zip.find('ppt/presentation.xml'))
    throw new UnreadableFileError('word-document')
  if (zip.find('mimetype') && zip.find('content.xml')) throw new UnreadableFileError('open-document')
}

const baseName = (name: string): string => name.split('/').at(-1) ?? name

/** Leftovers of the computer that packed the archive. */
const isLeftover = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(name)

const openEntries = async (zip: ZipIndex, limits: ReadingLimits, closing: Closing): Promise<Found> => {
  const found: Found = { parts: [], hiddenSheets: [], notRead: [] }
  for (const entry of zip.entries) {
    if (isLeftover(entry.name)) continue
    if (entry.isEncrypted) {
      found.notRead.push({ name: baseName(entry.name), reason: unreadableMessage('password') })
      continue
    }
    const refusal = await addEntry(entry, found, limits, closing)
    if (refusal !== null) found.notRead.push({ name: baseName(entry.name), reason: refusal })
  }
  return found
}

/** Adds what an entry holds to the parts; answers with the reason where it is left out. */
const addEntry = async (
  entry: ZipEntry,
  found: Found,
  limits: ReadingLimits,
  closing: Closing,
): Promise<string | null> => {
  const kind = sniff((await readHead(entry.bytes(), HEAD_BYTES)).head)
  if (kind.kind === 'refused') return unreadableMessage(kind.code, { kind: kind.detail ?? '' })
  if (kind.kind === 'gzip') return unreadableMessage('archive-nested', { entry: baseName(entry.name) })
  if (kind.kind === 'text') {
    found.parts.push(textPart(baseName(entry.name), entry.name, entry.bytes))
    return null
  }
  if (/\.zip$/i.test(entry.name)) return unreadableMessage('archive-nested', { entry: baseName(entry.name) })
  const copy = await writeTemporary(entry.bytes())
  closing.steps.push(copy.remove)
  const inner = await openZip(copy.path, limits)
  closing.steps.push(inner.close)
  if (!inner.find('xl/workbook.xml'))
    return unreadableMessage('archive-nested', { entry: baseName(entry.name) })
  const workbook = await openWorkbook(inner, baseName(entry.name), entry.name, limits)
  found.parts.push(...workbook.parts)
  found.hiddenSheets.push(...workbook.hiddenSheets)
  return null
}

const openWorkbook = async (
  zip: ZipIndex,
  name: string,
  entry: string | null,
  limits: ReadingLimits,
): Promise<Found> => {
  const index = await indexWorkbook(zip)
  let strings: Promise<readonly string[]> | undefined
  const context = async (): Promise<SheetContext> => {
    strings ??= readSharedStrings(zip, limits)
    return { strings: await strings, styles: index.styles, uses1904Dates: index.uses1904Dates }
  }
  const parts = index.sheets
    .filter((sheet) => !sheet.isHidden)
    .map(
      (sheet): SheetPart => ({
        kind: 'sheet',
        name,
        entry,
        sheet: sheet.name,
        uses1904Dates: index.uses1904Dates,
        rows: async function* () {
          yield* readSheetRows(sheet.entry, await context())
        },
      }),
    )
  return { parts, hiddenSheets: index.sheets.filter((s) => s.isHidden).map((s) => s.name), notRead: [] }
}
