import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

export type Cell = string | number | boolean | null
export type FlatTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

type Keys = readonly (readonly [column: string, value: Cell])[]
type Growing = { readonly columns: Set<string>; readonly rows: Map<string, Cell>[] }

const tableIn = (tables: Map<string, Growing>, name: string): Growing => {
  const table = tables.get(name) ?? { columns: new Set<string>(), rows: [] }
  tables.set(name, table)
  return table
}

const isListOfObjects = (value: Json): value is readonly JsonObject[] =>
  isList(value) && value.length > 0 && value.every((item) => isObject(item))

const addRow = (tables: Map<string, Growing>, name: string, object: JsonObject, keys: Keys): void => {
  const table = tableIn(tables, name)
  const row = new Map<string, Cell>(keys)
  table.rows.push(row)
  const id = object.id
  const below: Keys = typeof id === 'string' || typeof id === 'number' ? [...keys, [`${name}/id`, id]] : keys
  const visit = (value: Json, column: string): void => {
    if (isListOfObjects(value))
      for (const item of value)
        addRow(tables, column === '' ? name : `${name}_${column}`.replaceAll('/', '_'), item, below)
    else if (isList(value))
      row.set(column, value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(';'))
    else if (isObject(value))
      for (const [key, child] of Object.entries(value)) visit(child, column === '' ? key : `${column}/${key}`)
    else row.set(column, value)
  }
  visit(object, '')
  for (const column of row.keys()) table.columns.add(column)
}

const KEY_COLUMNS = ['ocid', 'releaseId'] as const

/**
 * Releases as tables that a spreadsheet opens: one row for each release, and a table for each list in it
 * (`releases_awards`, `releases_contracts_socialValueCommitments`), whose rows name the objects they stand in.
 */
export const flattenReleases = (releases: Iterable<JsonObject>): FlatTable[] => {
  const tables = new Map<string, Growing>()
  for (const release of releases) {
    const keys = [
      ['ocid', String(release.ocid ?? '')],
      ['releaseId', String(release.id ?? '')],
    ] as const
    addRow(tables, 'releases', release, keys)
  }
  return [...tables].map(([name, { columns, rows }]) => {
    const ordered = [
      ...KEY_COLUMNS,
      ...[...columns].filter((column) => !KEY_COLUMNS.some((key) => key === column)),
    ]
    return {
      name,
      columns: ordered,
      rows: rows.map((row) => ordered.map((column) => row.get(column) ?? null)),
    }
  })
}
