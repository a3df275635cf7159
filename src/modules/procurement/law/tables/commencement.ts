import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ACT_FROM, type Row } from '../row.ts'

/** Sections 69 and 71 came into force on this day, for contracts awarded under the Act (S.I. 2025/1316 reg. 2(1)). */
export const PERFORMANCE_FROM: PlainDate = '2026-01-01'
/** Section 70, on the same terms (reg. 2(2)); it reaches procurements that commence from then. */
export const PAYMENT_FROM: PlainDate = '2026-04-01'

/** A duty that started later than the Act, for every contract under the Act. */
export const startedIn2026: Partial<Row> = { from: PERFORMANCE_FROM, commencedFrom: ACT_FROM }
