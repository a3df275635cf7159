import type { RegisterKind } from '../../model.ts'
import { columnsOf } from '../cells.ts'
import { createRecordSplitter, type TableForm } from '../split-records.ts'
import { findCharityCommission } from './charity-commission.ts'
import { findCompaniesHouse } from './companies-house.ts'
import type { Layout, LayoutFinder } from './layout.ts'
import { findMutuals } from './mutuals.ts'
import { findPlain } from './plain.ts'

const FINDERS: Readonly<Record<RegisterKind, LayoutFinder>> = {
  'charity-commission': findCharityCommission,
  mutuals: findMutuals,
  'companies-house': findCompaniesHouse,
  plain: findPlain,
}

const DELIMITERS = [',', '\t', ';', '|'] as const
/** Lines of title that may stand above a header. */
const MOST_TITLE_LINES = 30

export type FoundTable = {
  readonly layout: Layout
  readonly form: TableForm
  /** Rows down to the header, which is one of them. */
  readonly headerRow: number
}

const layoutOf = (header: readonly string[], wanted: RegisterKind | null): Layout | undefined => {
  const columns = columnsOf(header)
  const finders = wanted === null ? Object.values(FINDERS) : [FINDERS[wanted]]
  for (const find of finders) {
    const layout = find(columns)
    if (layout) return layout
  }
  return undefined
}

/** Finds the header of a table, its delimiter and its layout; undefined where no line is one that is wanted. */
export const findTable = (lines: readonly string[], wanted: RegisterKind | null): FoundTable | undefined => {
  const top = lines.slice(0, MOST_TITLE_LINES)
  for (const delimiter of DELIMITERS) {
    const splitter = createRecordSplitter({ delimiter, cells: 'quoted' })
    const rows = [...splitter.push(top), ...splitter.end()]
    for (const [at, row] of rows.entries()) {
      if ('fault' in row) continue
      const layout = layoutOf(row, wanted)
      if (!layout) continue
      const isEscaped = layout.kind === 'charity-commission' && delimiter === '\t'
      return {
        layout,
        form: { delimiter, cells: isEscaped ? 'escaped' : 'quoted', width: row.length },
        headerRow: at + 1,
      }
    }
  }
  return undefined
}

/** The layout of JSON objects with these keys. */
export const findObjectLayout = (keys: readonly string[], wanted: RegisterKind | null): Layout | undefined =>
  layoutOf(keys, wanted)
