/** What this module uses of yauzl beside what spend declares; the package ships no types. */
declare module 'yauzl' {
  export function fromBufferPromise(
    bytes: Buffer,
    options?: { decodeStrings?: boolean; validateEntrySizes?: boolean },
  ): Promise<ZipFile>
}
