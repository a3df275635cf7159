import type { LayoutCorrection, Role, RoleColumns } from '../model.ts'
import { UnreadableFileError } from '../unreadable.ts'
import { columnOf } from '../workbook/sheet-rows.ts'

const keyOf = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[^a-z0-9£]+/g, ' ')
    .trim()

/** The column (0-based) that a person means by a header text, a number counted from 1, or a letter. */
const resolveColumn = (
  wanted: string | number,
  headers: readonly string[],
  width: number,
): number | undefined => {
  const inRange = (column: number | undefined): number | undefined =>
    column !== undefined &&
    Number.isInteger(column) &&
    column >= 0 &&
    column < Math.max(width, headers.length)
      ? column
      : undefined
  if (typeof wanted === 'number') return inRange(wanted - 1)
  const exact = headers.indexOf(wanted)
  if (exact >= 0) return exact
  const alike = headers.findIndex((header) => header !== '' && keyOf(header) === keyOf(wanted))
  if (alike >= 0) return alike
  if (/^\d{1,4}$/.test(wanted.trim())) return inRange(Number(wanted) - 1)
  return /^[a-z]{1,3}$/i.test(wanted.trim()) ? inRange(columnOf(wanted.trim())) : undefined
}

/** Lays the columns that a person chose over those that were found; a column then loses its other role. */
export const correctColumns = (
  found: RoleColumns,
  correction: LayoutCorrection | undefined,
  headers: readonly string[],
  width: number,
): RoleColumns => {
  const columns: Partial<Record<Role, number>> = { ...found }
  for (const [role, wanted] of Object.entries(correction?.columns ?? {}) as [
    Role,
    string | number | null,
  ][]) {
    delete columns[role]
    if (wanted === null || wanted === undefined) continue
    const column = resolveColumn(wanted, headers, width)
    if (column === undefined) {
      const shown = headers.map((header, index) => header || `(column ${index + 1})`).join(', ')
      throw new UnreadableFileError('correction-unknown-column', {
        column: `“${wanted}”`,
        role,
        headers: shown,
      })
    }
    for (const other of Object.keys(columns) as Role[]) if (columns[other] === column) delete columns[other]
    columns[role] = column
  }
  if (correction?.columns?.amount !== undefined && correction.columns.amount !== null) {
    delete columns.debit
    delete columns.credit
  }
  return columns
}
