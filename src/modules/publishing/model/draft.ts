import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'

/** What a check before publication looks at in one's own release. */
export type Draft = {
  readonly ocid: string
  readonly title: string | null
  readonly lots: number
  readonly noLotsReason: string | null
  readonly opensOn: PlainDate | null
  readonly deadlineOn: PlainDate | null
  readonly grossPence: Pence | null
  readonly isVatAssumed: boolean
  readonly method: string | null
  readonly directAwardReason: string | null
  readonly numberOfTenderers: number | null
  readonly suppliers: readonly string[]
  readonly decidedOn: PlainDate | null
}

/** What the law asks of this purchase, from the law engine; null where the facts do not say enough. */
export type DraftLaw = {
  readonly threshold: {
    readonly pence: Pence
    readonly isAtOrAbove: boolean
    readonly provision: string
  } | null
  readonly tenderDays: { readonly least: number; readonly most: number; readonly provision: string } | null
  readonly lots: { readonly provision: string } | null
}

export const DRAFT_CODES = [
  'no-lots-reason',
  'period-too-short',
  'period-may-be-too-short',
  'no-direct-award-reason',
  'single-bid',
  'repeated-direct-awards',
  'close-to-threshold',
] as const
export type DraftCode = (typeof DRAFT_CODES)[number]

/** law: a provision asks for it. guidance: worth a look, and no breach by itself. */
export type DraftFinding = {
  readonly code: DraftCode
  readonly kind: 'law' | 'guidance'
  readonly provision: string | null
  readonly facts: Readonly<Record<string, string | number>>
}
