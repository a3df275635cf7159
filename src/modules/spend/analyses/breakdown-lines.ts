import { formatPoundsCompact } from '../../../platform/views/views.ts'

const MOST_BARS = 12
/** A line of a breakdown. */
export type Sum = { readonly key: string | null; readonly payments: number; readonly pence: number }

/** Its largest lines as bars. */
export const barsOf = <Row extends Sum>(
  rows: readonly Row[],
  label: (row: Row) => string,
  href: (row: Row) => string | undefined,
  isUnknown: (row: Row) => boolean = (row) => row.key === null,
) =>
  rows.slice(0, MOST_BARS).map((row) => ({
    label: label(row),
    value: row.pence,
    display: formatPoundsCompact(row.pence),
    href: href(row),
    tone: isUnknown(row) ? ('unknown' as const) : (1 as const),
  }))

/** What the lines that fit come to. */
export const pence = (rows: readonly Sum[], of: (row: Sum) => boolean): number =>
  rows.filter(of).reduce((sum, row) => sum + row.pence, 0)
