/** Bounds that keep memory and time in hand whatever is uploaded. */
export type ReadingLimits = {
  /** Bytes after decompression, over the whole file. */
  readonly maxExpandedBytes: number
  /** Expanded over stored size, checked once more than 50 MiB came out. */
  readonly maxExpansionRatio: number
  readonly maxRecordCharacters: number
  readonly maxSharedStringCharacters: number
  readonly maxArchiveEntries: number
}

export const DEFAULT_LIMITS: ReadingLimits = {
  maxExpandedBytes: 2 * 1024 ** 3,
  maxExpansionRatio: 250,
  maxRecordCharacters: 1_000_000,
  maxSharedStringCharacters: 100_000_000,
  maxArchiveEntries: 2_000,
}
