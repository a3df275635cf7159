import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json, JsonObject } from '../model/json.ts'

type Place = { readonly at: number; readonly length: number }

/**
 * Releases set down in a temporary file and found again by their ocid. A file of any size can so be grouped
 * with only some dozens of bytes in memory for each release.
 */
export const openSpool = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-ocds-'))
  const file = await open(join(folder, 'releases'), 'w+')
  const places = new Map<string, Place[]>()
  let end = 0
  let pending: Buffer[] = []
  let pendingBytes = 0
  const flush = async (): Promise<void> => {
    if (pendingBytes > 0) await file.write(Buffer.concat(pending), 0, pendingBytes, end - pendingBytes)
    ;[pending, pendingBytes] = [[], 0]
  }
  const add = async (release: JsonObject): Promise<void> => {
    const bytes = Buffer.from(JSON.stringify(release))
    const ocid = typeof release.ocid === 'string' ? release.ocid : ''
    const held = places.get(ocid)
    const place = { at: end, length: bytes.length }
    if (held) held.push(place)
    else places.set(ocid, [place])
    pending.push(bytes)
    pendingBytes += bytes.length
    end += bytes.length
    if (pendingBytes > 4_000_000) await flush()
  }
  /** Each process's releases, in the order in which its first one was found. */
  async function* groups(): AsyncGenerator<{ readonly ocid: string; readonly releases: Json[] }> {
    await flush()
    for (const [ocid, list] of places) {
      const releases: Json[] = []
      for (const { at, length } of list) {
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, at)
        releases.push(JSON.parse(buffer.toString('utf8')) as Json)
      }
      yield { ocid, releases }
    }
  }
  const close = async (): Promise<void> => {
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { add, groups, close }
}
