import type { Pence } from '../../../kernel/money.ts'

export const INVITATIONS = ['quote', 'tender', 'none'] as const

/** What the Transparency Code asks of a contract and only the council can say; null is not said. */
export type CodeFacts = {
  readonly irrecoverableVatPence: Pence | null
  /** An invitation to quote, a published invitation to tender, or neither. */
  readonly invitation: (typeof INVITATIONS)[number] | null
  readonly isSme: boolean | null
  readonly isVcse: boolean | null
}
export const NO_CODE_FACTS: CodeFacts = {
  irrecoverableVatPence: null,
  invitation: null,
  isSme: null,
  isVcse: null,
}
