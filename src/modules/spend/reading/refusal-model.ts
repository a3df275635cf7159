/** A file that cannot be used, and why, in one or two plain sentences. */
export type UnreadableFile = {
  readonly ok: false
  readonly code: UnreadableCode
  readonly message: string
  /** The first rows as they were cut into cells, where it got that far, so that a person can point at columns. */
  readonly preview?: { readonly rows: readonly (readonly string[])[]; readonly headers: readonly string[] }
}

export const UNREADABLE_CODES = [
  'empty',
  'pdf',
  'old-excel',
  'password',
  'binary-workbook',
  'open-document',
  'word-document',
  'image',
  'web-page',
  'json',
  'xml',
  'rich-text',
  'other-archive',
  'other-binary',
  'nul-bytes',
  'line-too-long',
  'too-large',
  'expands-too-much',
  'archive-damaged',
  'archive-nested',
  'archive-without-payments',
  'workbook-damaged',
  'workbook-without-payments',
  'cannot-open',
  'no-rows',
  'no-amount-column',
  'no-payee-column',
  'correction-unknown-column',
  'correction-unknown-sheet',
  'correction-unknown-header-row',
  'layout-mismatch',
] as const
export type UnreadableCode = (typeof UNREADABLE_CODES)[number]
