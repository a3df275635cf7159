import { accept, type Decision, refuse } from '../../kernel/decision.ts'

export const LARGEST_FILE = 20 * 1024 ** 2

export type FileRefusal =
  | 'empty'
  | 'too-large'
  | 'type-unknown'
  | 'active-content'
  | 'more-than-one-type'
  | 'damaged'
  | 'too-many-pixels'
  | 'locked'
  | 'infected'
  | 'scanner-away'

export type FileType = {
  readonly contentType: string
  readonly ending: string
}

const TYPES = {
  jpeg: { contentType: 'image/jpeg', ending: 'jpg' },
  png: { contentType: 'image/png', ending: 'png' },
  pdf: { contentType: 'application/pdf', ending: 'pdf' },
  csv: { contentType: 'text/csv; charset=utf-8', ending: 'csv' },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
} as const satisfies Record<string, FileType>
export type FileKind = keyof typeof TYPES
export const typeOfKind = (kind: FileKind): FileType => TYPES[kind]

/** Content is looked at as Latin-1, so that a byte is a character and its place in the text is its place in the file. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const ZIP_END = 'PK\u0005\u0006'
const ZIP_BEGIN = 'PK\u0003\u0004'
/** A ZIP is read from its end, and may have a comment behind it (APPNOTE.TXT, 4.3.16). */
const ZIP_END_WITHIN = 66_000

/** Words of a PDF that make a reader do something by itself (ISO 32000-1, 12.6). */
const PDF_ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|RichMedia|XFA|SubmitForm|ImportData)\b/

/** Parts of an office file that run or fetch: macros, ActiveX, embedded objects, links outside (ECMA-376). */
const OFFICE_ACTIVE =
  /vbaProject|\.bin$|activeX|\/embeddings\/|externalLinks\/|macrosheets|dialogsheets|customUI/i

export const officeKindOf = (names: readonly string[]): Decision<FileKind, FileRefusal> => {
  if (names.some((name) => name.includes('..') || name.startsWith('/') || name.includes('\\')))
    return refuse('damaged')
  if (names.some((name) => OFFICE_ACTIVE.test(name))) return refuse('active-content')
  if (!names.includes('[Content_Types].xml')) return refuse('type-unknown')
  if (names.includes('word/document.xml')) return accept('docx')
  return names.includes('xl/workbook.xml') ? accept('xlsx') : refuse('type-unknown')
}

/** What a file is by its content, never by its name. Office files are told apart by what they hold. */
export const sniff = (bytes: Uint8Array): Decision<FileKind | 'zip', FileRefusal> => {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > LARGEST_FILE) return refuse('too-large')
  const text = latin(bytes)
  if (text.startsWith('\xff\xd8\xff')) return accept('jpeg')
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return accept('png')
  if (text.startsWith(ZIP_BEGIN)) return accept('zip')
  if (text.startsWith('%PDF-')) return pdf(text)
  return csv(text)
}

/** A stream is a picture or a font: any word may stand in it by chance. Streams that hold objects are unpacked before. */
const outsideStreams = (text: string): string => text.replaceAll(/stream\r?\n[\s\S]*?endstream/g, 'stream')

const pdf = (text: string): Decision<FileKind, FileRefusal> => {
  // A name may be written with #-codes: /J#61vaScript.
  const plain = outsideStreams(text).replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  if (PDF_ACTIVE.test(plain)) return refuse('active-content')
  if (/\/Encrypt\b/.test(plain)) return refuse('locked')
  if (text.slice(-ZIP_END_WITHIN).includes(ZIP_END) || /<script|<\?php/i.test(text))
    return refuse('more-than-one-type')
  return text.trimEnd().endsWith('%%EOF') ? accept('pdf') : refuse('damaged')
}

const csv = (text: string): Decision<FileKind, FileRefusal> => {
  if (/<svg|<script|<html|<!doctype|<\?xml|<\?php/i.test(text)) return refuse('active-content')
  const isText = [...text].every((one) => one >= ' ' || one === '\t' || one === '\n' || one === '\r')
  const lines = text.split(/\r?\n/).filter(Boolean).slice(0, 20)
  const isTable = lines.length > 1 && lines.every((line) => /[,;\t]/.test(line))
  if (!isText || !isTable) return refuse('type-unknown')
  // A spreadsheet would run a cell that begins so (CWE-1236).
  return /(?:^|[,;\t\n]"?)[=@]/.test(text) ? refuse('active-content') : accept('csv')
}
