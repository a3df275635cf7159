/** The part of yauzl that is used here; the package ships no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export type Entry = {
    readonly fileNameRaw: Buffer
    readonly generalPurposeBitFlag: number
    readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[]
    readonly compressedSize: number
    readonly uncompressedSize: number
    readonly crc32: number
    isEncrypted(): boolean
    canDecodeFileData(): boolean
  }
  export type ZipFile = {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }
  export function openPromise(
    path: string,
    options?: { autoClose?: boolean; decodeStrings?: boolean; validateEntrySizes?: boolean },
  ): Promise<ZipFile>
  export function fromBufferPromise(
    bytes: Buffer,
    options?: { decodeStrings?: boolean; validateEntrySizes?: boolean },
  ): Promise<ZipFile>
  export function getFileNameLowLevel(
    flags: number,
    name: Buffer,
    extraFields: Entry['extraFields'],
    strictFileNames: boolean,
  ): string
}
