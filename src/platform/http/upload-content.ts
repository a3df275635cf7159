import type { Upload } from './route.ts'

/** All of an upload, or undefined where it is larger than it may be. It is read to its end and not kept. */
export const readUpload = async (upload: Upload, mostBytes: number): Promise<Buffer | undefined> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of upload.content as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes <= mostBytes) pieces.push(piece)
    else pieces.length = 0
  }
  return bytes > mostBytes || upload.wasCut() ? undefined : Buffer.concat(pieces)
}
