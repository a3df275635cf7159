import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { ReadingLimits } from '../limits.ts'
import { sizeText } from '../messages.ts'
import { isUnreadable, UnreadableFileError } from '../unreadable.ts'

export const CHUNK_BYTES = 256 * 1024

/** Below this much output no ratio is judged: small files of repeated rows compress very well. */
const RATIO_COUNTS_FROM = 50 * 1024 ** 2

/** Refuses a compressed size and an expanded size that no honest file has. */
export const checkExpansion = (stored: number, expanded: number, limits: ReadingLimits): void => {
  if (expanded > limits.maxExpandedBytes) {
    throw new UnreadableFileError('too-large', { limit: sizeText(limits.maxExpandedBytes) })
  }
  if (expanded > RATIO_COUNTS_FROM && expanded > stored * limits.maxExpansionRatio) {
    throw new UnreadableFileError('expands-too-much', {
      detail: `${sizeText(stored)} to ${sizeText(expanded)}`,
    })
  }
}

export const readPlain = async function* (path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>
  } catch (error) {
    throw isUnreadable(error) ? error : new UnreadableFileError('cannot-open')
  }
}

/** The unpacked bytes of a gzip file; stops with a clear refusal where it is damaged or expands too much. */
export const readGzip = async function* (
  path: string,
  stored: number,
  limits: ReadingLimits,
): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let expanded = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      expanded += chunk.length
      checkExpansion(stored, expanded, limits)
      yield chunk
    }
  } catch (error) {
    throw isUnreadable(error) ? error : new UnreadableFileError('archive-damaged')
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** Turns errors of an archive's stream into the refusal for damaged archives. */
export const guarded = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes
  } catch (error) {
    throw isUnreadable(error) ? error : new UnreadableFileError('archive-damaged')
  }
}

/** The first bytes of a stream, at most `size`, and whether that was all of it. */
export const readHead = async (
  bytes: AsyncIterable<Buffer>,
  size: number,
): Promise<{ head: Buffer; isAll: boolean }> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length > size) return { head: Buffer.concat(chunks).subarray(0, size), isAll: false }
  }
  return { head: Buffer.concat(chunks), isAll: true }
}

/** A copy on disk under a name of our own, for formats that need random access; `remove` deletes it. */
export const writeTemporary = async (
  bytes: AsyncIterable<Buffer>,
): Promise<{ path: string; size: number; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'payment-file-'))
  const path = join(folder, 'unpacked')
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const file = await open(path, 'wx', 0o600)
    let size = 0
    try {
      for await (const chunk of bytes) {
        await file.write(chunk)
        size += chunk.length
      }
    } finally {
      await file.close()
    }
    return { path, size, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
