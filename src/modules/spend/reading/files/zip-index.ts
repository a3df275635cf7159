import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { readZipMember } from '../../../../platform/zip-member.ts'
import type { ReadingLimits } from '../limits.ts'
import { isUnreadable, UnreadableFileError } from '../unreadable.ts'
import { checkExpansion, guarded } from './expansion.ts'

/**
 * An entry of a ZIP file. Its name is only ever shown and compared: nothing is written to disk under it, so
 * `../` and absolute paths lead nowhere.
 */
export type ZipEntry = {
  readonly name: string
  readonly isEncrypted: boolean
  readonly stored: number
  readonly expanded: number
  /** The unpacked bytes. */
  readonly bytes: () => AsyncGenerator<Buffer>
}

export type ZipIndex = {
  readonly entries: readonly ZipEntry[]
  readonly find: (name: string) => ZipEntry | undefined
  readonly close: () => void
}

/** Lists a ZIP file; refuses one that is damaged, holds too many entries, or declares to expand absurdly. */
export const openZip = async (path: string, limits: ReadingLimits): Promise<ZipIndex> => {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false })
    const entries = await listEntries(zip, limits)
    const opened = zip
    const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
    return { entries, find: (name) => byName.get(name.toLowerCase()), close: () => opened.close() }
  } catch (error) {
    zip?.close()
    throw isUnreadable(error) ? error : new UnreadableFileError('archive-damaged')
  }
}

const listEntries = async (zip: ZipFile, limits: ReadingLimits): Promise<ZipEntry[]> => {
  const entries: ZipEntry[] = []
  let stored = 0
  let expanded = 0
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.maxArchiveEntries) {
      throw new UnreadableFileError('expands-too-much', {
        detail: `more than ${limits.maxArchiveEntries} entries`,
      })
    }
    stored += entry.compressedSize
    expanded += entry.uncompressedSize
    checkExpansion(stored, expanded, limits)
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    if (!name.endsWith('/')) entries.push(entryOf(zip, entry, name))
  }
  return entries
}

const entryOf = (zip: ZipFile, entry: Entry, name: string): ZipEntry => ({
  name,
  isEncrypted: entry.isEncrypted(),
  stored: entry.compressedSize,
  expanded: entry.uncompressedSize,
  bytes: () => guarded(openEntry(zip, entry)),
})

const openEntry = async function* (zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new UnreadableFileError('password')
  yield* readZipMember(zip, entry)
}
