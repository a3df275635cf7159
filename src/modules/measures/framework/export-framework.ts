import type { ExportColumn, ExportTable } from '../../../platform/export-table.ts'
import { columnName } from '../messages/fault-words.ts'
import type { Framework } from '../model.ts'
import { type FrameworkRow, frameworkRows, ROW_COLUMNS } from './framework-row.ts'

/** A framework as a file: the columns that an import takes, so that what is taken in again is the same. */
export const frameworkTable = (framework: Framework): ExportTable<FrameworkRow> => {
  const { id, version, title, licence, attribution } = framework
  return {
    name: `${id}-${version}`,
    basis: `${title}, version ${version}, ${licence}. ${attribution.join(' ')}`,
    columns: ROW_COLUMNS.map(
      (column): ExportColumn<FrameworkRow> => ({
        header: columnName(column),
        value: (row) => row[column] ?? '',
      }),
    ),
    rows: frameworkRows(framework),
  }
}
