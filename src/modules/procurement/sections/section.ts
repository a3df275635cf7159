import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Reader } from '../../../platform/database.ts'
import type { Purchase } from '../model/purchase.ts'
import type { ProcurementTables } from '../tables.ts'

export type SectionStatus = 'done' | 'to-do' | 'attention' | 'not-needed'

/** Where a part of the planning stands, in one sentence. */
export type SectionState = { readonly status: SectionStatus; readonly sentence: string }

/**
 * A part of the planning of a purchase: an entry of its task list, with a page of its own.
 * Every section that is neither done nor unneeded keeps the purchase from being ready to publish.
 */
export type Section = {
  readonly id: string
  readonly title: string
  readonly path: (purchase: Purchase) => string
  readonly state: (
    db: Reader<ProcurementTables>,
    purchase: Purchase,
    today: PlainDate,
  ) => Promise<SectionState>
}
