import { parse } from 'csv-parse/sync'
import { Unusable } from '../../../platform/errors.ts'
import { openDataFile } from './opened-file.ts'

export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

const MAX_BYTES = 200 * 1024 ** 2

/** All of a file's content as text: UTF-8, or Windows-1252 where it is not UTF-8. */
export const readText = async (path: string, name: string, extension: RegExp): Promise<string> => {
  const opened = await openDataFile(path, name, extension)
  try {
    const [file] = opened.files
    const pieces: Buffer[] = []
    let bytes = 0
    for await (const piece of file?.read() ?? []) {
      bytes += piece.length
      if (bytes > MAX_BYTES)
        throw new Unusable(`${name} is larger than 200 MB. Load a smaller or more generalised file.`)
      pieces.push(piece)
    }
    const content = Buffer.concat(pieces)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content)
    } catch {
      return new TextDecoder('windows-1252').decode(content)
    }
  } finally {
    await opened.close()
  }
}

/** Reads a CSV of moderate size whose first row names its columns. Throws Unusable with a sentence. */
export const readTable = async (path: string, name: string): Promise<Table> => {
  const text = await readText(path, name, /\.(csv|txt)$/i)
  try {
    const [header = [], ...rows] = parse(text, {
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
    if (rows.length === 0) throw new Unusable(`${name} has no rows under its first one.`)
    return { header, rows }
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${name} cannot be read as CSV: ${(error as Error).message}.`)
  }
}
