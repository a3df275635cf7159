import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../model.ts'

/** The encoding of a text file, judged by its first bytes. */
export const detectEncoding = (sample: Buffer): Encoding => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const wide = detectWide(sample)
  if (wide !== null) return wide
  const whole = sample.subarray(0, sample.length - incompleteTail(sample))
  if (isUtf8(whole)) return 'utf-8'
  const { valid, invalid } = countSequences(whole)
  return valid > invalid ? 'utf-8' : guessSingleByte(whole)
}

const isHigh = (byte: number): boolean => byte >= 0x80

/** UTF-16 without a mark: nearly every second byte of English text is zero. */
const detectWide = (sample: Buffer): Encoding | null => {
  const size = Math.min(sample.length, 4_096) & ~1
  if (size < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < size; i += 1) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > size * 0.3 && even < size * 0.05) return 'utf-16le'
  return even > size * 0.3 && odd < size * 0.05 ? 'utf-16be' : null
}

/** How many bytes at the end start a UTF-8 character that is not all there. */
export const incompleteTail = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1)

/** The length of the valid UTF-8 character at a position, or 0 where the byte there belongs to none. */
export const validSequenceAt = (bytes: Buffer, at: number): number => {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = sequenceLength(lead)
  if (length === 1 || lead > 0xf4 || at + length > bytes.length) return 0
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

const countSequences = (bytes: Buffer): { valid: number; invalid: number } => {
  let valid = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; ) {
    if (!isHigh(bytes[i] ?? 0)) {
      i += 1
      continue
    }
    const length = validSequenceAt(bytes, i)
    if (length > 0) valid += 1
    else invalid += 1
    i += Math.max(length, 1)
  }
  return { valid, invalid }
}

const isLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57

/**
 * Windows-1252, a DOS code page, or old Macintosh text, by what the bytes would mean where they stand: a pound sign
 * before a digit, an apostrophe between letters, a dash between spaces. Windows where nothing speaks against it.
 */
export const guessSingleByte = (bytes: Buffer): Encoding => {
  const score = { windows: 0, dos: 0, mac: 0 }
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    if (isHigh(byte)) weigh(byte, bytes[i - 1] ?? 32, bytes[i + 1] ?? 32, score)
  }
  if (score.dos > score.windows && score.dos >= score.mac) return 'cp850'
  return score.mac > score.windows ? 'macintosh' : 'windows-1252'
}

const weigh = (
  byte: number,
  before: number,
  after: number,
  score: { windows: number; dos: number; mac: number },
): void => {
  const inWord = isLetter(before) && isLetter(after)
  switch (byte) {
    case 0x9c: // £ in DOS, œ in Windows
      if (inWord) score.windows += 1
      else score.dos += isDigit(after) ? 4 : 2
      break
    case 0xa3: // £ in Windows and on the Macintosh
      score.windows += 3
      score.mac += 3
      break
    case 0x92: // ’ in Windows, Æ in DOS
      score.windows += isLetter(before) ? 3 : 0
      break
    case 0x96: // – in Windows
    case 0x97:
    case 0x91:
    case 0x93:
    case 0x94:
    case 0x85:
      score.windows += inWord ? 0 : 2
      break
    case 0xd5: // ’ on the Macintosh
      score.mac += inWord ? 4 : 0
      break
    case 0xd0: // dashes on the Macintosh
    case 0xd1:
      score.mac += before === 32 && after === 32 ? 3 : 0
      break
    case 0x82: // é in DOS
      score.dos += isLetter(before) ? 2 : 0
      break
    case 0x8e: // é on the Macintosh
      score.mac += isLetter(before) ? 2 : 0
      break
    default:
      if (byte >= 0xc0 && (isLetter(before) || isLetter(after))) score.windows += 1
      else if (byte === 0xa0) score.windows += 1
  }
}
