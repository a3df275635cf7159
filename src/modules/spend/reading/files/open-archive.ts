import type { ReadingLimits } from '../limits.ts'
import { unreadableMessage } from '../messages.ts'
import type { Layout } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { readSharedStrings } from '../workbook/shared-strings.ts'
import { readSheetRows, type SheetContext } from '../workbook/sheet-rows.ts'
import { indexWorkbook } from '../workbook/workbook-index.ts'
import { readHead, writeTemporary } from './expansion.ts'
import { type Closing, type Found, type SheetPart, textPart } from './part.ts'
import { sniff } from './sniff.ts'
import { openZip, type ZipEntry, type ZipIndex } from './zip-index.ts'

export const HEAD_BYTES = 8 * 1024

/** Opens a ZIP file: an Excel workbook, or an archive of texts and workbooks. */
export const openZipFile = async (
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
