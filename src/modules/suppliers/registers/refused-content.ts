/** What the first bytes of files begin with that are no table, whatever their name says. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'is a PDF. Get the register as CSV and import that.'],
  ['\xd0\xcf\x11\xe0', 'is an old Excel workbook or a locked one. Save it as CSV and import that.'],
  ['\x89PNG', 'is a picture.'],
  ['\xff\xd8\xff', 'is a picture.'],
  ['GIF8', 'is a picture.'],
  ['7z\xbc\xaf', 'is a 7z archive. Unpack it and import the files inside.'],
  ['Rar!', 'is a RAR archive. Unpack it and import the files inside.'],
  ['BZh', 'is a bzip2 archive. Unpack it and import the file inside.'],
  ['\xfd7zXZ', 'is an xz archive. Unpack it and import the file inside.'],
  ['\x28\xb5\x2f\xfd', 'is a zstd archive. Unpack it and import the file inside.'],
  ['SQLite format 3', 'is a database. Export the register as CSV and import that.'],
  ['PAR1', 'is a Parquet file. Export the register as CSV and import that.'],
]

const MARKUP = /^<(?:!doctype|html|\?xml|!--|head|body|table)/i

const isUtf16 = (head: Buffer): boolean => {
  const first = head.readUInt16BE(0)
  return first === 0xfffe || first === 0xfeff || looksLikeBareUtf16(head) !== null
}

/** UTF-16 without its mark: every second byte of ASCII text is nought. */
export const looksLikeBareUtf16 = (head: Buffer): 'utf-16le' | 'utf-16be' | null => {
  const pairs = Math.min(200, Math.floor(head.length / 2))
  if (pairs < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le'
  return even > pairs * 0.7 && odd === 0 ? 'utf-16be' : null
}

/** The rest of a sentence that begins with the file's name, where a file can hold no register at all. */
export const refusedContent = (head: Buffer): string | undefined => {
  if (head.length === 0) return 'is empty.'
  const start = head.toString('latin1')
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text === '') return 'is empty.'
  if (MARKUP.test(text))
    return 'is a web page or XML. The download may have led to an error page; get the CSV file.'
  if (head.length >= 2 && isUtf16(head)) return undefined
  const isPacked = start.startsWith('PK') || start.startsWith('\x1f\x8b')
  return !isPacked && head.subarray(0, 1024).includes(0)
    ? 'is not text. Get the register as CSV and import that.'
    : undefined
}
