import type { Deprivation } from '../model.ts'
import { isAreaCode } from './postcode.ts'

type Rows = readonly (readonly string[])[]
type Statistic = 'score' | 'rank' | 'decile'
export type DeprivationRow = Omit<Deprivation, 'edition'>
export type DeprivationRead = { readonly rows: readonly DeprivationRow[]; readonly refused: number }

/** Domains by the words that files use for them; the children's and older people's indices name income too, so they come first. */
const INDEX_NAMES: readonly (readonly [RegExp, string])[] = [
  [/idaci|affecting children/, 'idaci'],
  [/idaopi|affecting older/, 'idaopi'],
  [/income/, 'income'],
  [/employment/, 'employment'],
  [/education/, 'education'],
  [/health/, 'health'],
  [/crime/, 'crime'],
  [/barriers|housing|access/, 'barriers'],
  [/living|environment/, 'living-environment'],
]

const indexNameOf = (text: string): string =>
  INDEX_NAMES.find(([pattern]) => pattern.test(text))?.[1] ?? 'imd'

const statisticOf = (text: string): Statistic | undefined => {
  // Summaries of local authorities rank areas by two averages; the official headline is that of the score.
  if (/sub-?domain|quintile|proportion|average rank|diff/.test(text)) return undefined
  if (/decile/.test(text)) return 'decile'
  if (/rank/.test(text)) return 'rank'
  return /score/.test(text) ? 'score' : undefined
}

const tidy = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')

/** The column that holds official codes; of several the one that tells most areas apart (small areas, not their districts). */
const codeColumn = (rows: Rows, codeOf: (text: string) => string | undefined, width: number): number => {
  let best = -1
  let most = 0
  for (let column = 0; column < width; column++) {
    const codes = new Set(rows.map((row) => codeOf(row[column] ?? '')).filter((code) => code !== undefined))
    if (codes.size > most) [best, most] = [column, codes.size]
  }
  return best
}

const numberOf = (text: string | undefined): string | null =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text.trim()) ? text.trim() : null

const wholeOf = (text: string | undefined): number | null => {
  const number = numberOf(text)
  return number !== null && /^\d{1,9}(\.0+)?$/.test(number) ? Math.trunc(Number(number)) : null
}

type Cell = {
  readonly areaCode: string
  readonly indexName: string
  readonly statistic: Statistic
  readonly text: string
}

const gather = (cells: Iterable<Cell>): DeprivationRow[] => {
  const rows = new Map<
    string,
    { areaCode: string; indexName: string; score: string | null; rank: number | null; decile: number | null }
  >()
  for (const { areaCode, indexName, statistic, text } of cells) {
    const key = `${areaCode} ${indexName}`
    const row = rows.get(key) ?? { areaCode, indexName, score: null, rank: null, decile: null }
    rows.set(key, row)
    if (statistic === 'score') row.score ??= numberOf(text)
    else row[statistic] ??= wholeOf(text)
  }
  return [...rows.values()].filter((row) => row.score !== null || row.rank !== null || row.decile !== null)
}

/** Columns that name the index, or the publisher, come before those that do not. */
const wideColumns = (names: readonly string[]) =>
  names
    .flatMap((name, column) => {
      const statistic = statisticOf(name)
      const isNamed = /imd|multiple deprivation|published|official/.test(name)
      return statistic ? [{ column, statistic, indexName: indexNameOf(name), isNamed }] : []
    })
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))

/**
 * Reads deprivation by area: the English Indices of Deprivation, the Scottish, Welsh and Northern Irish ones, one
 * column for each index and statistic or one row for each. `registerCodes` are three-letter codes of local
 * authorities, for files that use them. Undefined where no column holds official codes or none holds a score,
 * rank or decile.
 */
export const readDeprivation = (
  header: readonly string[],
  rows: Rows,
  registerCodes: ReadonlyMap<string, string>,
): DeprivationRead | undefined => {
  const codeOf = (text: string): string | undefined =>
    isAreaCode(text.trim()) ? text.trim() : registerCodes.get(text.trim().toUpperCase())
  const names = header.map(tidy)
  const codeAt = codeColumn(rows, codeOf, header.length)
  const indexAt = names.findIndex((name) =>
    ['index', 'domain', 'indices of deprivation', 'indicator'].includes(name),
  )
  const statisticAt = names.findIndex((name) => ['measurement', 'statistic'].includes(name))
  const valueAt = names.indexOf('value')
  const columns = wideColumns(names)
  const isOneStatisticARow = statisticAt >= 0 && valueAt >= 0
  if (codeAt < 0 || (columns.length === 0 && !isOneStatisticARow)) return undefined
  let refused = 0
  const cells: Cell[] = []
  for (const row of rows) {
    const areaCode = codeOf(row[codeAt] ?? '')
    if (areaCode === undefined) {
      refused++
      continue
    }
    const rowIndex = indexAt < 0 ? undefined : indexNameOf(tidy(row[indexAt] ?? ''))
    const statistic = isOneStatisticARow ? statisticOf(tidy(row[statisticAt] ?? '')) : undefined
    if (statistic) cells.push({ areaCode, indexName: rowIndex ?? 'imd', statistic, text: row[valueAt] ?? '' })
    if (isOneStatisticARow) continue
    for (const column of columns) {
      const indexName = rowIndex ?? column.indexName
      cells.push({ areaCode, indexName, statistic: column.statistic, text: row[column.column] ?? '' })
    }
  }
  return { rows: gather(cells), refused }
}
