import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { Unusable } from '../../../platform/errors.ts'
import { readZipMember } from '../../../platform/zip-member.ts'

/** One file of data: what was given, or a member of the ZIP that was given. */
type DataFile = {
  readonly name: string
  readonly bytes: number
  /** Its content, in pieces. Can be read once. */
  readonly read: () => AsyncIterable<Buffer>
}

export type OpenedFile = {
  readonly files: readonly DataFile[]
  /** Bytes of the input that have been read; of a ZIP, of its members' content. */
  readonly bytesRead: () => number
  readonly bytesTotal: number
  readonly close: () => Promise<void>
}

const MAX_MEMBERS = 5000
const MAX_BYTES = 8 * 1024 ** 3
/** Text compresses some tenfold, national lookups some eightfold. */
const MAX_RATIO = 200

const refuseBomb = (name: string): Unusable =>
  new Unusable(`${name} unpacks to far more than a file of its kind holds.`)

async function* unpacked(file: ReadStream, name: string, bytes: number): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 20 })
  // The outcome reaches the loop below through the stream; the callback only keeps an error from being unheard.
  pipeline(file, gunzip, () => undefined)
  const limit = Math.min(MAX_BYTES, MAX_RATIO * Math.max(bytes, 1 << 20))
  let total = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total > limit) throw refuseBomb(name)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${name} cannot be unpacked: it is cut short or damaged.`)
  }
}

const openPlain = (path: string, name: string, bytes: number, isGzip: boolean): OpenedFile => {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const read = () => (isGzip ? unpacked(file, name, bytes) : (file as AsyncIterable<Buffer>))
  return {
    files: [{ name: name.replace(/\.gz$/i, ''), bytes, read }],
    bytesRead: () => file.bytesRead,
    bytesTotal: bytes,
    close: async () => void file.destroy(),
  }
}

type Member = { readonly entry: Entry; readonly name: string; readonly bytes: number }

const readMembers = async (zip: ZipFile): Promise<Member[]> => {
  const members: Member[] = []
  for await (const entry of zip.eachEntry()) {
    if (members.length >= MAX_MEMBERS) throw new Unusable('The ZIP file holds too many files.')
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    members.push({ entry, name, bytes: entry.uncompressedSize })
  }
  return members
}

async function* readMember(
  zip: ZipFile,
  member: Member,
  count: (bytes: number) => void,
): AsyncIterable<Buffer> {
  try {
    for await (const chunk of readZipMember(zip, member.entry)) {
      count(chunk.length)
      yield chunk
    }
  } catch (error) {
    throw new Unusable(
      `${member.name} in the ZIP file is damaged: ${(error as Error).message}. Download the file again.`,
    )
  }
}

const isDataMember = ({ name }: Member, extension: RegExp): boolean =>
  extension.test(name) &&
  !/(^|\/)(__macosx|docs?|documents|user ?guide)\//i.test(name) &&
  !basename(name).startsWith('.')

/**
 * The ONS directory comes with the same rows again in one file for each postcode area (`multi_csv`): then the whole
 * one counts. Largest first, for readers that take one file.
 */
const chooseMembers = (members: readonly Member[]): readonly Member[] => {
  const whole = members.filter((member) => !/multi_?csv/i.test(member.name))
  return [...(whole.length > 0 ? whole : members)].sort((x, y) => y.bytes - x.bytes)
}

const openMembers = async (
  zip: ZipFile,
  path: string,
  name: string,
  extension: RegExp,
): Promise<OpenedFile> => {
  const members = await readMembers(zip)
  if (members.some((member) => member.name === '[Content_Types].xml')) {
    throw new Unusable(`${name} is a spreadsheet. Save it as CSV and load that.`)
  }
  const chosen = chooseMembers(members.filter((member) => isDataMember(member, extension)))
  const bytesTotal = chosen.reduce((sum, member) => sum + member.bytes, 0)
  if (chosen.length === 0)
    throw new Unusable(`${name} is a ZIP file with no file of the kind expected inside.`)
  const limit = Math.min(MAX_BYTES, MAX_RATIO * Math.max((await stat(path)).size, 1 << 20))
  if (bytesTotal > limit) throw refuseBomb(name)
  let read = 0
  const count = (more: number): void => {
    read += more
  }
  return {
    files: chosen.map((member) => ({
      name: member.name,
      bytes: member.bytes,
      read: () => readMember(zip, member, count),
    })),
    bytesRead: () => read,
    bytesTotal,
    close: async () => zip.close(),
  }
}

const openZip = async (path: string, name: string, extension: RegExp): Promise<OpenedFile> => {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false, decodeStrings: false })
    return await openMembers(zip, path, name, extension)
  } catch (error) {
    zip?.close()
    if (error instanceof Unusable) throw error
    throw new Unusable(`${name} is a ZIP file that cannot be read: it is cut short or damaged.`)
  }
}

const WRONG_KINDS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF. Download the CSV file instead.'],
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook. Save it as CSV and load that.'],
  ['SQLite format 3', 'a GeoPackage or other database. Download the CSV file instead.'],
  ['\xff\xfe', 'in UTF-16. Save it as CSV UTF-8 and load that.'],
  ['\xfe\xff', 'in UTF-16. Save it as CSV UTF-8 and load that.'],
  ['<!doctype', 'a web page. The download link may have led to a sign-in or error page.'],
  ['<html', 'a web page. The download link may have led to a sign-in or error page.'],
]

const firstBytes = async (path: string): Promise<string> => {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/**
 * Opens a file that may be plain, gzip or ZIP; of a ZIP the members that match `extension`. Throws Unusable with a
 * sentence where it is something else altogether. Close it when done.
 */
export const openDataFile = async (path: string, name: string, extension: RegExp): Promise<OpenedFile> => {
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) throw new Unusable(`There is no file ${path}.`)
  if (facts.size === 0) throw new Unusable(`${name} is empty.`)
  const first = await firstBytes(path)
  const wrong = WRONG_KINDS.find(([start]) => first.trimStart().toLowerCase().startsWith(start.toLowerCase()))
  if (wrong) throw new Unusable(`${name} is ${wrong[1]}`)
  if (first.startsWith('PK')) return openZip(path, name, extension)
  return openPlain(path, name, facts.size, first.startsWith('\x1f\x8b'))
}
