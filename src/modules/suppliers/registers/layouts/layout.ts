import type { Decision } from '../../../../kernel/decision.ts'
import type { EntryFacts, RegisterKind, RejectReason } from '../../model.ts'
import type { Columns } from '../cells.ts'

/** How the rows under a header are read. */
export type Layout = {
  readonly kind: RegisterKind
  readonly readRow: (cells: readonly string[]) => Decision<EntryFacts, RejectReason>
}

/** Recognises a header; undefined where it is not this layout's. */
export type LayoutFinder = (columns: Columns) => Layout | undefined

export const NO_FACTS = {
  formerNames: [],
  postcode: null,
  form: null,
  statusText: null,
  accountsCategory: null,
  employees: null,
  sicCodes: [],
  incorporatedOn: null,
  dissolvedOn: null,
  companyNumber: null,
} as const satisfies Partial<EntryFacts>
