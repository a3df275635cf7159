import type { UnreadableCode } from '../refusal-model.ts'

/** What the first bytes of a file show it to be, whatever its name says. */
export type FileKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'refused'; readonly code: UnreadableCode; readonly detail?: string }

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1')
const startsWith = (bytes: Buffer, signature: readonly number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte)

const BINARY_SIGNATURES: readonly (readonly [readonly number[], UnreadableCode, string?])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'other-archive', '7z'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'other-archive', 'RAR'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'other-archive', 'xz'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'other-archive', 'zstd'],
  [[0x09, 0x08, 0x10, 0x00], 'old-excel'],
  [[0x09, 0x00, 0x04, 0x00], 'old-excel'],
  [[0x09, 0x04, 0x06, 0x00], 'old-excel'],
  [[0x09, 0x02, 0x06, 0x00], 'old-excel'],
]

/** Recognises a file by its first kilobytes. */
export const sniff = (head: Buffer): FileKind => {
  if (head.length === 0) return { kind: 'refused', code: 'empty' }
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]))
    return { kind: 'zip' }
  if (startsWith(head, [0x50, 0x4b, 0x07, 0x08])) return { kind: 'zip' }
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' }
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return compoundFile(head)
  for (const [signature, code, detail] of BINARY_SIGNATURES) {
    if (startsWith(head, signature))
      return detail ? { kind: 'refused', code, detail } : { kind: 'refused', code }
  }
  if (/^BZh[1-9]1AY&SY/.test(ascii(head, 0, 12)))
    return { kind: 'refused', code: 'other-archive', detail: 'bzip2' }
  if (ascii(head, 257, 262) === 'ustar') return { kind: 'refused', code: 'other-archive', detail: 'tar' }
  if (ascii(head, 0, 4) === 'RIFF') return { kind: 'refused', code: 'image' }
  return sniffText(head)
}

/** The container of Excel 97–2003, which also wraps workbooks that are protected with a password. */
const compoundFile = (head: Buffer): FileKind => {
  const isEncrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return { kind: 'refused', code: isEncrypted ? 'password' : 'old-excel' }
}

const sniffText = (head: Buffer): FileKind => {
  const start = ascii(head, 0, 2_048)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (start.startsWith('%PDF-') || /%PDF-1\.\d/.test(ascii(head, 0, 1_024)))
    return { kind: 'refused', code: 'pdf' }
  if (start.startsWith('{\\rtf')) return { kind: 'refused', code: 'rich-text' }
  if (looksLikeHtml(start)) return { kind: 'refused', code: 'web-page' }
  if (/^<\?xml/i.test(start)) {
    return { kind: 'refused', code: /<html|<!doctype html/i.test(start) ? 'web-page' : 'xml' }
  }
  if (looksLikeJson(start)) return { kind: 'refused', code: 'json' }
  if (/^PAR1|^SQLite format 3|^\x7fELF|^MZ\x90/.test(start)) return { kind: 'refused', code: 'other-binary' }
  return { kind: 'text' }
}

const looksLikeHtml = (start: string): boolean =>
  /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|script|style|div|title|link)\b/i.test(
    start,
  )

const looksLikeJson = (start: string): boolean =>
  /^\{\s*(?:"[^"\n]*"\s*:|\})/.test(start) ||
  /^\[\s*(?:\{\s*"|\[\s*["\d]|"[^"\n]*"\s*,\s*\n?\s*")/.test(start)

const CONTROL_SHARE = 0.02
const NUL_SHARE = 0.2

/** Whether bytes that are no known format are text at all. NUL bytes and many control characters say no. */
export const binaryReason = (sample: Buffer, isUtf16: boolean): UnreadableCode | null => {
  if (isUtf16) return null
  let controls = 0
  let nuls = 0
  for (const byte of sample) {
    if (byte === 0) nuls += 1
    else if (
      byte < 32 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 12 &&
      byte !== 11 &&
      byte !== 26
    ) {
      controls += 1
    }
  }
  if (controls > sample.length * CONTROL_SHARE || nuls > sample.length * NUL_SHARE) return 'other-binary'
  return nuls > 0 ? 'nul-bytes' : null
}
