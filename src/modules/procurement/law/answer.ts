import type { PlainDate } from '../../../kernel/plain-date.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** sure: the text was read, or two good sources agree. likely: one good source or a firm inference. unsure: not settled. */
export type Confidence = 'sure' | 'likely' | 'unsure'
export type Kind = 'law' | 'guidance'
export type Applies = boolean | 'depends'

export type Topic =
  | 'regime'
  | 'value'
  | 'thresholds'
  | 'route'
  | 'preparation'
  | 'lots'
  | 'conflicts'
  | 'sme-barriers'
  | 'social-value'
  | 'reservations'
  | 'periods'
  | 'notices'
  | 'award'
  | 'standstill'
  | 'kpis'
  | 'payment'
  | 'modification'
  | 'ending'
  | 'exclusions'
  | 'records'
  | 'exemption'
  | 'transparency'
  | 'workforce'

/** One rule applied to one purchase. `answer` is for machines, `sentence` for people. */
export type Answer = {
  readonly id: string
  readonly topic: Topic
  readonly title: string
  readonly applies: Applies
  readonly answer: Json
  readonly sentence: string
  readonly provision: string
  /** Null where our sources give no date. */
  readonly inForceFrom: PlainDate | null
  readonly inForceUntil: PlainDate | null
  readonly source: string
  readonly confidence: Confidence
  readonly kind: Kind
  /** The facts that would settle a `depends`. */
  readonly dependsOn: readonly string[]
}

/** by: the last lawful day. from: the first lawful day. before: the day that it must precede. */
export type Means = 'by' | 'from' | 'before'

/** A date that a rule sets, and whether the date in the facts (`given`) keeps to it. */
export type DatedStep = {
  readonly id: string
  readonly title: string
  readonly means: Means
  readonly date: PlainDate
  readonly given: PlainDate | null
  readonly met: boolean | null
  /** Null where the table of bank holidays does not reach. */
  readonly isWorkingDay: boolean | null
  readonly answerId: string
  readonly provision: string
  readonly confidence: Confidence
}

/** A fact that must be given, or put right, before the law can be explained. */
export type Question = { readonly field: string; readonly question: string; readonly why: string }
/** A fact that was not given and that the answers take for granted. */
export type Assumption = { readonly field: string; readonly assumed: Json; readonly why: string }
