/** A header cell reduced to what tells it from others. */
export const headerKey = (cell: string): string => cell.toLowerCase().replace(/[^a-z0-9£]/g, '')

/** Whether a row's cells are, nearly all, the words of the header. */
export const repeatsHeader = (cells: readonly string[], header: readonly string[]): boolean => {
  let same = 0
  let different = 0
  for (const [column, key] of header.entries()) {
    const own = headerKey(cells[column] ?? '')
    if (key === '' && own === '') continue
    if (key === own) same += 1
    else different += 1
  }
  return same >= 2 && different <= same * 0.25
}
