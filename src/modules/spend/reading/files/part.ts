/** A table inside an uploaded file: a text, or a sheet of a workbook. */
export type TextPart = {
  readonly kind: 'text'
  readonly name: string
  readonly entry: string | null
  readonly bytes: () => AsyncIterable<Buffer>
}
export type SheetPart = {
  readonly kind: 'sheet'
  readonly name: string
  readonly entry: string | null
  readonly sheet: string
  readonly uses1904Dates: boolean
  readonly rows: () => AsyncGenerator<string[][]>
}
export type Part = TextPart | SheetPart

/** What has to be let go of when a file is closed. */
export type Closing = { readonly steps: (() => void | Promise<void>)[] }
/** Tables found while opening. */
export type Found = { parts: Part[]; hiddenSheets: string[]; notRead: { name: string; reason: string }[] }

export const onePart = (part: Part): Found => ({ parts: [part], hiddenSheets: [], notRead: [] })
export const textPart = (
  name: string,
  entry: string | null,
  bytes: () => AsyncIterable<Buffer>,
): TextPart => ({
  kind: 'text',
  name,
  entry,
  bytes,
})
