import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Unusable } from './errors.ts'
import { newId } from './ids.ts'

/** A stored file is named by the SHA-256 of its content, so a name from outside never becomes a path. */
export type StoredFile = { readonly hash: string; readonly bytes: number }

export type FileStore = {
  /** Streams content in. The file appears whole or not at all. Throws Unusable where the disk is full. */
  readonly put: (content: Readable) => Promise<StoredFile>
  readonly open: (hash: string) => Readable
  /** Where the content lies on this machine, for readers that need to seek (ZIP, XLSX). */
  readonly localPath: (hash: string) => string
  readonly remove: (hash: string) => Promise<void>
}

const NO_ROOM =
  'There is no room left on the disk for stored files. Nothing was stored. Make room, then try again.'
const HASH = /^[0-9a-f]{64}$/

/** A file store in a folder: `ab/abcdef…`. */
export const folderFileStore = (folder: string): FileStore => {
  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new TypeError('not the hash of a stored file')
    return join(folder, hash.slice(0, 2), hash)
  }
  const put = async (content: Readable): Promise<StoredFile> => {
    await mkdir(join(folder, 'incoming'), { recursive: true })
    const incoming = join(folder, 'incoming', newId())
    const digest = createHash('sha256')
    try {
      await pipeline(
        content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            digest.update(chunk)
            yield chunk
          }
        },
        createWriteStream(incoming, { mode: 0o600, flush: true }),
      )
      const hash = digest.digest('hex')
      const { size } = await stat(incoming)
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true })
      await rename(incoming, pathOf(hash))
      return { hash, bytes: size }
    } catch (error) {
      await rm(incoming, { force: true })
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new Unusable(NO_ROOM)
      throw error
    }
  }
  return {
    put,
    open: (hash) => createReadStream(pathOf(hash)),
    localPath: pathOf,
    remove: (hash) => rm(pathOf(hash), { force: true }),
  }
}
