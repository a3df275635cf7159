import type { Parts } from '../../../kernel/seen.ts'
import type { Entry } from '../model/adaptation.ts'
import type { Variant } from '../model.ts'
import { type EntryTexts, textsOf } from './edit-entry.ts'
import { ROW_COLUMNS, variantRow } from './framework-row.ts'

/** What the columns of a row say, for comparing two states of it; its kind and code are what it is. */
const partsOf = (texts: EntryTexts): Parts =>
  Object.fromEntries(
    ROW_COLUMNS.filter((column) => column !== 'kind' && column !== 'code').map((column) => [
      column,
      texts[column] ?? '',
    ]),
  )

export const entryParts = (entry: Entry): Parts => partsOf(textsOf(entry))

export const variantParts = (measure: string, variant: Variant | null): Parts =>
  partsOf(variant ? variantRow(measure, variant) : {})
