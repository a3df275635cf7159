/** Texts that exporters (pandas, R, SQL, pivot tables) and councils print where there is nothing. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  'nan',
  'na',
  'n/a',
  '#n/a',
  'n.a.',
  'null',
  '(null)',
  '<null>',
  'none',
  'nil',
  '(blank)',
  'blank',
  '#ref!',
  '#value!',
  '#name?',
  '#div/0!',
  '#null!',
  '#num!',
  'nat',
  'not applicable',
  'not available',
  'not yet available',
  'not known',
  'unknown',
  'tbc',
])

const LONGEST = 17

/** First characters of the texts above: nearly every cell is settled by its first one. */
const STARTS = new Set([...NOTHING].flatMap((text) => [text.charCodeAt(0), text.toUpperCase().charCodeAt(0)]))

/** Whether a trimmed cell says nothing: empty, `NaN`, `N/A`, `(blank)`, an Excel error … */
export const saysNothing = (text: string): boolean =>
  text.length === 0 ||
  (text.length <= LONGEST && STARTS.has(text.charCodeAt(0)) && NOTHING.has(text.toLowerCase()))

/** The trimmed cell, or null where it says nothing. */
export const textOrNull = (cell: string | undefined): string | null => {
  if (cell === undefined) return null
  const text = cell.trim()
  return saysNothing(text) ? null : text
}

/** Whether every cell of a row says nothing or only holds space. */
export const isBlankRow = (cells: readonly string[]): boolean => {
  for (const cell of cells) {
    if (cell.length > 0 && !isEmptyCell(cell)) return false
  }
  return true
}

/** Empty for layout purposes: white space, and the `nan` that pandas prints for an empty cell. */
export const isEmptyCell = (cell: string): boolean => {
  const text = cell.trim()
  return (
    text === '' || text === 'nan' || text === 'NaN' || text === 'NULL' || text === 'NaT' || text === '\u001a'
  )
}
