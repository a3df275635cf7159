import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { type FileRefusal, isForeign, latin } from './file-kinds.ts'

export type Cleaned = { readonly bytes: Buffer; readonly hadMetadata: boolean }

type Piece = { readonly marker: number; readonly from: number; readonly to: number }

const START_OF_SCAN = 0xda
const END_OF_PICTURE = 0xd9

/** The place after a scan's bytes: a marker that is neither a stuffed byte nor a restart (ITU-T T.81, B.1.1.5). */
const afterScan = (bytes: Uint8Array, from: number): number => {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return bytes.length
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 2
  }
}

/**
 * The segments of a JPEG up to the end of its first picture, scans with their bytes; undefined where they do not follow
 * each other. Telephones hang a second picture, with its own Exif, behind the first (CIPA DC-007): it is not reached.
 */
const piecesOf = (bytes: Uint8Array): readonly Piece[] | undefined => {
  const pieces: Piece[] = []
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END_OF_PICTURE)
      return pieces.some((piece) => piece.marker === START_OF_SCAN) ? pieces : undefined
    const segmentEnd = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (segmentEnd > bytes.length || segmentEnd < at + 4) return undefined
    const to = marker === START_OF_SCAN ? afterScan(bytes, segmentEnd) : segmentEnd
    pieces.push({ marker, from: at, to })
    at = to
  }
  return undefined
}

const EXIF = 'Exif\0\0'
/** How the camera was held, 1 to 8: all that is kept of Exif, or pictures would lie on their side (CIPA DC-008, 4.6.5). */
const orientationOf = (segment: Uint8Array): number => {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const tiff = 4 + EXIF.length
  if (!latin(segment).startsWith(EXIF, 4) || segment.length < tiff + 10) return 1
  const isLittle = latin(segment).startsWith('II', tiff)
  const list = tiff + view.getUint32(tiff + 4, isLittle)
  if (list + 2 > segment.length) return 1
  for (let n = 0; n < view.getUint16(list, isLittle); n++) {
    const entry = list + 2 + n * 12
    if (entry + 12 > segment.length) return 1
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An Exif segment that says how the camera was held, and nothing else. */
const orientationSegment = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from('\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'),
    Buffer.from([orientation, 0, 0, 0, 0, 0, 0]),
  ])

/** Application segments without which the picture would look otherwise: JFIF, the colour profile, Adobe's transform. */
const SHOWN: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' }

const isShown = (bytes: Uint8Array, { marker, from }: Piece): boolean => {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = SHOWN[marker]
  return name !== undefined && latin(bytes.subarray(from + 4, from + 16)).startsWith(name)
}

const heldAs = (bytes: Uint8Array, pieces: readonly Piece[]): number =>
  pieces
    .filter(({ marker }) => marker === 0xe1)
    .map(({ from, to }) => orientationOf(bytes.subarray(from, to)))
    .find((orientation) => orientation !== 1) ?? 1

/**
 * A JPEG without what cameras write beside the picture: Exif with its place, Photoshop's notes, comments, previews and
 * further pictures behind the first. ITU-T T.81, annex B.
 */
export const cleanJpeg = (bytes: Uint8Array): Decision<Cleaned, FileRefusal> => {
  const pieces = piecesOf(bytes)
  if (!pieces) return refuse('damaged')
  const orientation = heldAs(bytes, pieces)
  const clean = Buffer.concat([
    bytes.subarray(0, 2),
    ...(orientation === 1 ? [] : [orientationSegment(orientation)]),
    ...pieces.filter((piece) => isShown(bytes, piece)).map(({ from, to }) => bytes.subarray(from, to)),
    Buffer.from([0xff, END_OF_PICTURE]),
  ])
  if (isForeign(latin(clean))) return refuse('more-than-one-type')
  return accept({ bytes: clean, hadMetadata: !clean.equals(bytes) })
}

const PNG_SHOWN = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|pHYs|sBIT|bKGD)$/

/** A PNG with only the chunks that make the picture; text, Exif and what follows the end are taken out (W3C PNG). */
export const cleanPng = (bytes: Uint8Array): Decision<Cleaned, FileRefusal> => {
  const text = latin(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const to = at + 12 + view.getUint32(at)
    if (to > bytes.length) return refuse('damaged')
    const name = text.slice(at + 4, at + 8)
    if (PNG_SHOWN.test(name)) kept.push(bytes.subarray(at, to))
    at = to
    if (name !== 'IEND') continue
    const clean = Buffer.concat(kept)
    if (isForeign(latin(clean))) return refuse('more-than-one-type')
    return accept({ bytes: clean, hadMetadata: !clean.equals(bytes) })
  }
  return refuse('damaged')
}

export type PictureSize = { readonly width: number; readonly height: number }

/** Frames: SOF0 to SOF15 without the tables that share their numbers (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpegSize = (bytes: Uint8Array): PictureSize | undefined => {
  const pieces = piecesOf(bytes) ?? []
  const frame = pieces.find(({ marker }) => isFrame(marker))
  if (!frame || frame.to - frame.from < 9) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [height, width] = [view.getUint16(frame.from + 5), view.getUint16(frame.from + 7)]
  return heldAs(bytes, pieces) >= 5 ? { width: height, height: width } : { width, height }
}

/** How wide and high a picture is shown, in pixels; undefined where it is no JPEG or PNG, or does not say. */
export const pictureSize = (bytes: Uint8Array): PictureSize | undefined => {
  const head = latin(bytes.subarray(0, 16))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = head.startsWith('\x89PNG\r\n\x1a\n') && head.endsWith('IHDR') && bytes.length >= 24
  const size = isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : jpegSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
