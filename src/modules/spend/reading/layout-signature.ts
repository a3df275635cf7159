import type { Layout, PartLayout } from './model.ts'

/**
 * A stable text for the shape of a file: the kind of table and its header words, in order, without case, marks and
 * spaces. Two months of the same publication have the same one, so a correction made for one can be kept for the next.
 */
export const layoutSignature = (layout: Layout): string =>
  [...new Set(layout.parts.map(partSignature))].join('\n')

/** The shape of one table. Tables without a header are told apart by what their columns hold. */
export const partSignature = (part: PartLayout): string => {
  if (part.headerRows === null) return `${part.format}|no header|${part.width}|${part.columnKinds}`
  const words = part.headers.map((header) =>
    header
      .toLowerCase()
      .replace(/[^a-z0-9£]+/g, ' ')
      .trim(),
  )
  return [part.format, ...words].join('|')
}
