import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { Unusable } from '../../../platform/errors.ts'
import { readZipMember } from '../../../platform/zip-member.ts'
import { refusedContent } from './refused-content.ts'

/** A file on this machine, and the name its sender gave it. */
export type RegisterFile = { readonly path: string; readonly name: string }

/** One table of a file: the file itself, or a member of a ZIP. */
export type RegisterPart = {
  readonly name: string
  /** Unpacked bytes. `onBytes` hears of bytes in the unit of the file's `bytesTotal`. */
  readonly read: (onBytes: (bytes: number) => void) => AsyncIterable<Buffer>
}

export type OpenRegisterFile = {
  readonly bytesTotal: number
  readonly parts: readonly RegisterPart[]
  readonly close: () => void
}

const CHUNK = 1 << 20
/** The whole of Companies House is 2.7 GB; twenty times that is nobody's register. */
const MOST_BYTES = 64 * 1024 ** 3
const MOST_MEMBERS = 1000

const readHead = async (path: string): Promise<Buffer> => {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* countBytes(
  stream: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    onBytes(chunk.length)
    yield chunk
  }
}

const damaged = (name: string): Unusable =>
  new Unusable(`${name} is damaged or was cut short on its way. Download it again.`)

const tooLarge = (name: string): Unusable =>
  new Unusable(`${name} unpacks to more than ${MOST_BYTES / 1024 ** 3} GB. No register is that large.`)

async function* unpackGzip(
  path: string,
  name: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: CHUNK })
  const unpacked = packed
    .on('data', (chunk) => onBytes(chunk.length))
    .pipe(createGunzip({ chunkSize: CHUNK }))
  packed.on('error', (error) => unpacked.destroy(error))
  let bytes = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw tooLarge(name)
      yield chunk
    }
  } catch (error) {
    throw error instanceof Unusable ? error : damaged(name)
  } finally {
    packed.destroy()
  }
}

const memberName = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)

const isTable = (name: string): boolean =>
  /\.(?:csv|txt|tsv|json)$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)

async function* unpackMember(
  zip: ZipFile,
  entry: Entry,
  name: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  try {
    yield* countBytes(readZipMember(zip, entry), onBytes)
  } catch {
    throw damaged(name)
  }
}

const listMembers = async (zip: ZipFile, name: string): Promise<Entry[]> => {
  const members: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (members.push(entry) > MOST_MEMBERS)
      throw new Unusable(`${name} holds more than ${MOST_MEMBERS} files.`)
  }
  return members
}

const chooseTables = (members: readonly Entry[], name: string): readonly Entry[] => {
  const names = members.map(memberName)
  if (names.includes('[Content_Types].xml')) {
    throw new Unusable(`${name} is a spreadsheet or a document. Save the register as CSV and import that.`)
  }
  const tables = members.filter((member) => isTable(memberName(member)))
  if (tables.length === 0 && names.some((inner) => /\.(?:zip|gz|7z|rar)$/i.test(inner))) {
    throw new Unusable(`${name} holds other archives. Unpack it once and import the files inside together.`)
  }
  if (tables.length === 0) throw new Unusable(`${name} holds no CSV, text or JSON file.`)
  if (tables.some((member) => member.isEncrypted())) {
    throw new Unusable(`${name} is locked with a password. Import it unlocked.`)
  }
  if (tables.reduce((sum, member) => sum + member.uncompressedSize, 0) > MOST_BYTES) throw tooLarge(name)
  return tables
}

const openZip = async (file: RegisterFile): Promise<OpenRegisterFile> => {
  const zip = await openPromise(file.path, { autoClose: false, decodeStrings: false }).catch(() => {
    throw damaged(file.name)
  })
  try {
    const members = await listMembers(zip, file.name).catch((error: unknown) => {
      throw error instanceof Unusable ? error : damaged(file.name)
    })
    const tables = chooseTables(members, file.name)
    return {
      bytesTotal: tables.reduce((sum, member) => sum + member.uncompressedSize, 0),
      parts: tables.map((member) => ({
        name: tables.length === 1 ? file.name : `${file.name}: ${memberName(member)}`,
        read: (onBytes) => unpackMember(zip, member, file.name, onBytes),
      })),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/**
 * Opens a register file by what its bytes show it to be: a table or JSON, gzip of one, or a ZIP of several. Nothing
 * is held in memory. Throws Unusable with a sentence for everything else.
 */
export const openRegisterFile = async (file: RegisterFile): Promise<OpenRegisterFile> => {
  const facts = await stat(file.path).catch(() => undefined)
  if (!facts) throw new Unusable(`There is no file ${file.name}.`)
  if (!facts.isFile()) throw new Unusable(`${file.name} is a folder, not a file.`)
  const head = await readHead(file.path)
  const refusal = refusedContent(head)
  if (refusal) throw new Unusable(`${file.name} ${refusal}`)
  if (head.subarray(0, 2).toString('latin1') === 'PK') return openZip(file)
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  return {
    bytesTotal: facts.size,
    parts: [
      {
        name: file.name,
        read: (onBytes) =>
          isGzip
            ? unpackGzip(file.path, file.name, onBytes)
            : countBytes(createReadStream(file.path, { highWaterMark: CHUNK }), onBytes),
      },
    ],
    close: () => undefined,
  }
}
