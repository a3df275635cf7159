import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json, JsonObject } from '../model/json.ts'

const WRITE_AT_ONCE = 4_000_000

/**
 * Releases set down in a temporary file and found again by their ocid: a file of any size can so be grouped
 * with only some dozens of bytes in memory for each release. Millions of small reads are quickest unshared,
 * and nobody else waits for a command, so it reads and writes without await.
 */
export const openSpool = () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-ocds-'))
  const file = openSync(join(folder, 'releases'), 'w+')
  /** For each ocid: where a release begins and how long it is, one pair after another. */
  const places = new Map<string, number[]>()
  let end = 0
  let pending: Buffer[] = []
  let pendingBytes = 0
  const flush = (): void => {
    if (pendingBytes > 0) writeSync(file, Buffer.concat(pending), 0, pendingBytes, end - pendingBytes)
    ;[pending, pendingBytes] = [[], 0]
  }
  const add = (release: JsonObject): void => {
    const bytes = Buffer.from(JSON.stringify(release))
    const ocid = typeof release.ocid === 'string' ? release.ocid : ''
    const held = places.get(ocid)
    if (held) held.push(end, bytes.length)
    else places.set(ocid, [end, bytes.length])
    pending.push(bytes)
    pendingBytes += bytes.length
    end += bytes.length
    if (pendingBytes > WRITE_AT_ONCE) flush()
  }
  const readAt = (at: number, length: number): Json => {
    const buffer = Buffer.allocUnsafe(length)
    readSync(file, buffer, 0, length, at)
    return JSON.parse(buffer.toString('utf8')) as Json
  }
  /** Each process's releases, in the order in which its first one was found. */
  function* groups(): Generator<{ readonly ocid: string; readonly releases: Json[] }> {
    flush()
    for (const [ocid, list] of places) {
      const releases: Json[] = []
      for (let i = 0; i < list.length; i += 2) releases.push(readAt(list[i] ?? 0, list[i + 1] ?? 0))
      yield { ocid, releases }
    }
  }
  const close = (): void => {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
  return { add, groups, close }
}
