import type { Basis } from '#measures'
import type { FinancialYear } from '../../kernel/financial-year.ts'
import type { Pence } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'

export const OTHER_KINDS = ['grant', 'asset-transfer', 'in-house'] as const
/** The kinds of value that one can be of; `none` is counted and not priced. */
export const OTHER_BASES = [
  'spend',
  'fiscal',
  'economic',
  'wellbeing',
  'carbon',
  'none',
] as const satisfies readonly Basis[]
export type OtherKind = (typeof OTHER_KINDS)[number]
export type Source = 'contract' | OtherKind

/** Pence where a value is priced, hundredths of a unit where it is counted: whole numbers, so that sums are exact. */
export type Hundredths = number

/** One thing that was promised, or wanted of a grant, with what of it is verified. The stuff a budget is made of. */
export type Promised = {
  readonly id: string
  readonly source: Source
  readonly title: string
  readonly href: string
  /** Who has promised it. */
  readonly by: string
  readonly department: string
  readonly priorityId: string | null
  /** `none` for what is counted and not priced. */
  readonly basis: Basis
  /** `£` where it is priced. */
  readonly unit: string
  readonly promised: Hundredths
  readonly startsOn: PlainDate | null
  /** With the extensions taken by the day the budget is for. */
  readonly endsOn: PlainDate | null
  /** Shares of years; empty where it falls due evenly over the term. */
  readonly shares: readonly { readonly year: FinancialYear; readonly due: Hundredths }[]
  /** What it is tied to, where it grows with spending: null, unless it is. */
  readonly spending: Spending | null
  /** Verified by the last day before the year, and by the day the budget is for. */
  readonly verifiedBefore: Hundredths
  readonly verified: Hundredths
}

export type Spending = {
  readonly valuePence: Pence
  /** Paid under the contract by the last day before the year, and by the day; null where it cannot be told. */
  readonly paidBefore: Pence | null
  readonly paid: Pence | null
}

/** The days of a budget: a financial year, and the day in it that it is for. */
export type YearDays = {
  readonly year: FinancialYear
  readonly from: PlainDate
  readonly to: PlainDate
  /** The last day for a year that is over. */
  readonly on: PlainDate
}

/**
 * A year of what was promised, up to a day. planned = due + notYetDue, and due = verified + missed + carried, for each
 * promise and for every sum of them.
 */
export type YearFigures = {
  /** What last year left undone, in a contract that goes on; part of `planned`. */
  readonly brought: Hundredths
  readonly planned: Hundredths
  readonly due: Hundredths
  readonly notYetDue: Hundredths
  /** Verified, of what is due. */
  readonly verified: Hundredths
  /** Due and not delivered, where the contract is over. */
  readonly missed: Hundredths
  /** Due and not delivered, where it can still be made good. */
  readonly carried: Hundredths
  /** Verified on the day beyond all that is due by then: early, or more than was promised. */
  readonly beyond: Hundredths
  /** Verified in the year, whatever year it was due in. */
  readonly delivered: Hundredths
  /** What will be verified of the plan by the end of the year at the pace so far. */
  readonly forecast: Hundredths
  /** The part of the plan whose record is too short to see a pace; not in `forecast` beyond what is verified. */
  readonly withoutPace: Hundredths
}

/** Why a promise is in no sum. */
export const LEFT_OUT = ['no-term', 'spending-not-known', 'too-large'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** One sum: of one basis, and for what is counted, of one unit. There is never one over bases. */
export type BasisLine = YearFigures & {
  readonly basis: Basis
  readonly unit: string
  readonly promises: number
}

/** Sums of one department, priority or source. */
export type Cut = {
  /** Null for what names none. */
  readonly key: string | null
  readonly name: string
  readonly lines: readonly BasisLine[]
}

export type BudgetLine = {
  readonly year: FinancialYear
  readonly department: string
  readonly code: string
  readonly name: string
  readonly budgetPence: Pence
  readonly spentPence: Pence | null
}

/** The financial budget of a department, or of the whole council. */
export type Financial = {
  readonly department: string
  readonly lines: number
  readonly budgetPence: Pence
  /** Null where a line does not say. */
  readonly spentPence: Pence | null
}

export type OtherText = {
  readonly kind: OtherKind
  readonly title: string
  readonly department: string
  readonly recipient: string
  readonly givenPence: Pence | null
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly priorityId: string | null
  readonly basis: Basis
  readonly unit: string
  /** Decimals are text, as they were written. */
  readonly quantity: string
  /** Pounds for one unit; null where it is counted and not priced. */
  readonly unitValue: string | null
}
export type Other = OtherText & { readonly id: string; readonly verified: string }

export type ResultText = {
  readonly doneOn: PlainDate
  readonly quantity: string
  /** What shows it, in words. */
  readonly evidence: string
}
export type Result = ResultText & { readonly personName: string; readonly recordedAt: Date }

/** What share of spending, and of contracts, has any social value asked of it. */
export type Coverage = {
  readonly paidPence: Pence
  /** To suppliers all of whose contracts of the year carry promises. */
  readonly withPromisesPence: Pence
  readonly withoutPromisesPence: Pence
  /** To suppliers with contracts of both sorts: it cannot be told apart. */
  readonly mixedPence: Pence
  /** To suppliers without a contract in the register. */
  readonly withoutContractPence: Pence
  readonly bands: readonly CoverageBand[]
}
export type CoverageBand = {
  readonly code: 'below-notice' | 'below-indicators' | 'above' | 'not-said'
  readonly contracts: number
  readonly withPromises: number
  readonly valuePence: Pence
}

export type Budget = {
  readonly days: YearDays
  readonly isOver: boolean
  readonly totals: readonly BasisLine[]
  readonly departments: readonly Cut[]
  readonly priorities: readonly Cut[]
  readonly sources: readonly Cut[]
  readonly financial: readonly Financial[]
  readonly coverage: Coverage
  readonly leftOut: Readonly<Record<LeftOut, number>>
  /** Verified without having been promised: by unit, in hundredths. In no other figure. */
  readonly unplanned: readonly {
    readonly unit: string
    readonly deliveries: number
    readonly quantity: Hundredths
  }[]
}

export const STATEMENT_STATUSES = ['prepared', 'signed', 'withdrawn'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** What a statement says for ever. `form` is the form of this record, for readers of later times. */
export type StatementContent = {
  readonly form: 1
  readonly organisation: string
  readonly note: string
  readonly budget: Budget
}

export type Statement = {
  readonly year: FinancialYear
  readonly edition: number
  readonly reference: string
  readonly organisation: string
  readonly status: StatementStatus
  readonly content: StatementContent
  readonly fingerprint: string
  readonly preparedBy: string | null
  readonly preparedName: string
  readonly preparedAt: Date
  readonly signedName: string | null
  readonly signedAt: Date | null
}

export type BudgetRefusal =
  | 'year-not-over'
  | 'statement-waits'
  | 'nothing-to-sign'
  | 'not-the-one-shown'
  | 'signer-prepared'
  | 'ends-before-start'
  | 'title-taken'
  | 'priority-unknown'
  | 'result-in-future'
  | 'result-outside-days'
  | 'result-below-nothing'
