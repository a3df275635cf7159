import { Unusable } from '../../../platform/errors.ts'
import { type LookupColumns, recogniseLookup } from '../rules/lookup-columns.ts'
import { readCsvColumns } from './csv-columns.ts'
import type { OpenedFile } from './opened-file.ts'
import { type BuiltChunk, buildPostcodes } from './postcode-builder.ts'

export type ReadPostcodes = {
  readonly layout: LookupColumns['layout']
  readonly rowsRead: number
  /** Rows whose first column is no postcode. */
  readonly rowsRefused: number
  readonly chunks: readonly BuiltChunk[]
}

/** The share of unreadable rows above which a file is not a lookup at all. */
const MOST_REFUSED = 0.05

/** Areas hold many postcodes each. A file where they do not would fill the memory and is no lookup. */
const MOST_AREA_SETS = 600_000

/**
 * Reads a national postcode lookup: the ONS Postcode Directory, the National Statistics Postcode Lookup, OS
 * Code-Point Open, or any CSV with a postcode column and columns of official codes. `onProgress` is called now and
 * then with the rows so far. Throws Unusable with a sentence.
 */
export const readPostcodes = async (
  opened: OpenedFile,
  onProgress: (rows: number) => Promise<void>,
): Promise<ReadPostcodes> => {
  const builder = buildPostcodes()
  let layout: LookupColumns | undefined
  let rowsRead = 0
  let rowsRefused = 0
  const recognise = (firstRow: readonly string[]) => {
    const columns = recogniseLookup(firstRow)
    if (!columns) return undefined
    layout ??= columns
    const wanted = [columns.postcode, columns.terminated, columns.easting, columns.northing, ...columns.areas]
    return { wanted, hasHeader: columns.hasHeader }
  }
  const onRow = (fields: readonly string[]): void => {
    const [postcode = '', terminated = '', easting = '', northing = '', ...codes] = fields
    rowsRead++
    if (!builder.add(postcode, codes, easting, northing, terminated !== '')) rowsRefused++
    if (builder.areaSets() > MOST_AREA_SETS) {
      throw new Unusable(
        'Almost every postcode of this file has areas of its own. This is not a postcode lookup.',
      )
    }
  }
  for (const file of opened.files) {
    await readCsvColumns(
      withProgress(file.read(), () => onProgress(rowsRead)),
      recognise,
      onRow,
    )
  }
  if (!layout) {
    throw new Unusable(
      'This is not a postcode lookup. It needs a column of postcodes (pcds, postcode) and columns of official codes, as in the ONS Postcode Directory, the National Statistics Postcode Lookup or OS Code-Point Open.',
    )
  }
  if (rowsRefused > MOST_REFUSED * rowsRead) {
    throw new Unusable(
      `Of ${rowsRead} rows ${rowsRefused} have no postcode where one is expected. This is not a postcode lookup.`,
    )
  }
  return { layout: layout.layout, rowsRead, rowsRefused, chunks: builder.finish() }
}

async function* withProgress(
  content: AsyncIterable<Buffer>,
  tell: () => Promise<void>,
): AsyncIterable<Buffer> {
  for await (const chunk of content) {
    yield chunk
    await tell()
  }
}
