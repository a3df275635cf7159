import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/** A name for a member that every program can unpack; the name as it was given is told elsewhere. */
export const plainName = (name: string): string =>
  name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '')

/**
 * The unpacked bytes of a member of a ZIP file. Throws where they cannot be unpacked, or at the end where they are not
 * what was packed: yauzl leaves the check sum to us, and without it a damaged file would be read as if it were whole.
 */
export async function* readZipMember(zip: ZipFile, member: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  for await (const chunk of (await zip.openReadStreamPromise(member)) as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== member.crc32) throw new Error('the check sum does not agree')
}
