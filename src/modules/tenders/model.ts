import type { AskLine, AwardCriterion } from '#procurement'

export const TENDER_STATUSES = ['draft', 'published', 'opened', 'awarded', 'cancelled'] as const
export type TenderStatus = (typeof TENDER_STATUSES)[number]

/** What may follow what; `tenders.keep_tender` holds the same in the database. */
export const STATUS_MOVES: Readonly<Record<TenderStatus, readonly TenderStatus[]>> = {
  draft: ['published', 'cancelled'],
  published: ['opened', 'cancelled'],
  opened: ['awarded', 'cancelled'],
  awarded: [],
  cancelled: [],
}

export type Tender = {
  readonly id: string
  readonly authorityId: string
  readonly purchaseId: string
  /** Public, and the only one on the site: `northmere-2026-014`. */
  readonly reference: string
  readonly title: string
  readonly summary: string
  readonly status: TenderStatus
  readonly publishedAt: Date | null
  readonly deadline: Date
  readonly questionDeadline: Date
  /** 0 while it is a draft, then one more with each amendment. */
  readonly version: number
  /** The key that bids are sealed to. */
  readonly keyId: string | null
  readonly publicKey: string | null
  /** A CPV code of eight digits; empty while it is not known. */
  readonly category: string
  readonly placeName: string
  /** The whole, with options and extensions, without VAT. */
  readonly valuePence: number
  readonly cancelledBecause: string
}

export type TenderLot = {
  /** `A`, `B`, …; a tender that is not divided has the one lot `A`. */
  readonly code: string
  readonly name: string
  readonly description: string
  readonly valuePence: number | null
}

export const QUESTION_KINDS = ['words', 'number', 'yes-no', 'file', 'price', 'offers'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export type TenderQuestion = {
  /** `Q1`, `Q2`, … */
  readonly code: string
  /** Codes of the lots it is asked for; none means all. */
  readonly lots: readonly string[]
  /** The name of the award criterion that its answer is scored under. */
  readonly criterion: string | null
  readonly text: string
  readonly help: string
  /** `offers` asks for a quantity for each line of the ask. */
  readonly kind: QuestionKind
  readonly wordLimit: number | null
  readonly isRequired: boolean
  /** A condition of participation: passed or failed, never scored. */
  readonly isCondition: boolean
}

/** One version of what bidders must answer. Never changed; an amendment puts the next one in its place. */
export type TenderContent = {
  readonly description: string
  readonly lots: readonly TenderLot[]
  readonly questions: readonly TenderQuestion[]
  readonly criteria: readonly AwardCriterion[]
  readonly askLines: readonly AskLine[]
  /** SHA-256 of the criteria, as `goldthread score` works it out. */
  readonly criteriaFingerprint: string
  readonly conditions: readonly string[]
}

/** What is said of a tender beside its content. */
export type TenderText = Pick<
  Tender,
  'title' | 'summary' | 'category' | 'placeName' | 'deadline' | 'questionDeadline'
>

export type TenderDraft = {
  readonly revision: number
  readonly content: TenderContent
  readonly editedBy: string
  readonly editedAt: Date
}

/** One thing that a version changed. */
export type Change = {
  readonly part:
    | 'title'
    | 'summary'
    | 'description'
    | 'lot'
    | 'question'
    | 'criterion'
    | 'condition'
    | 'document'
  /** The code or name of the part; empty where there is one only. */
  readonly name: string
  readonly before: string
  readonly after: string
  /** How much of a bid it touches; decides how much time must be left. */
  readonly touch: 'substantial' | 'small'
}

export type TenderVersion = {
  readonly version: number
  readonly content: TenderContent
  readonly title: string
  readonly summary: string
  readonly deadline: Date
  readonly questionDeadline: Date
  readonly reason: string
  readonly changes: readonly Change[]
  readonly publishedAt: Date
}

export type TenderDocument = {
  readonly id: string
  readonly tenderId: string
  readonly title: string
  readonly fileHash: string
  readonly fileName: string
  readonly contentType: string
  readonly bytes: number
  readonly scan: 'clean' | 'not-scanned'
  readonly fromVersion: number | null
  readonly untilVersion: number | null
  readonly addedAt: Date
}

/** A question as somebody asked it. Only the authority and whoever asked see it. */
/** How a question came that an officer wrote down. */
export const TOLD_BY = {
  telephone: 'By telephone',
  'in-person': 'In person',
  letter: 'By letter or e-mail',
} as const
export type ToldBy = keyof typeof TOLD_BY

export type Enquiry = {
  readonly cameBy: 'site' | ToldBy
  readonly id: string
  readonly tenderId: string
  readonly askedName: string
  readonly askedEmail: string | null
  readonly text: string
  readonly askedAt: Date
  readonly closedBecause: string
  readonly closedAt: Date | null
}

/** A question and its answer as all read them; nothing says who asked. */
export type PublishedAnswer = {
  readonly number: number
  readonly question: string
  readonly answer: string
  readonly publishedAt: Date
}

export type Outage = {
  readonly id: string
  readonly fromAt: Date
  readonly toAt: Date
  readonly what: string
  readonly notedBy: 'officer' | 'system'
  readonly notedAt: Date
}

export type Extension = {
  readonly number: number
  readonly fromDeadline: Date
  readonly toDeadline: Date
  readonly reason: string
  readonly outageId: string | null
  readonly madeAt: Date
}

export const TENDER_LIMITS = {
  title: 200,
  summary: 2000,
  description: 8000,
  lots: 20,
  questions: 60,
  conditions: 20,
  documents: 40,
  text: 2000,
  words: 10_000,
} as const

export type TenderRefusal =
  | 'purchase-already-tendered'
  | 'ask-not-ready'
  | 'draft-changed-meanwhile'
  | 'too-much'
  | 'checks-stop'
  | 'own-draft'
  | 'holders-missing'
  | 'status-not-next'
  | 'not-published'
  | 'deadline-passed'
  | 'reason-missing'
  | 'nothing-changed'
  | 'criteria-frozen'
  | 'weights-not-100'
  | 'criteria-unreadable'
  | 'too-little-time'
  | 'deadline-not-later'
  | 'outage-unknown'
  | 'outage-times'
  | 'questions-closed'
  | 'enquiry-closed'
  | 'too-many-letters'
