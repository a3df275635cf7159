import type { OrganisationId } from '#identity'
import type { PlainDate } from '../../kernel/plain-date.ts'

export type BidId = string & { readonly __bidId?: true }
export type SealedBidId = string & { readonly __sealedBidId?: true }

/** A promise of an amount for one line of an ask; a decimal as text, so that nothing is rounded. */
export type Offer = {
  readonly framework: string
  readonly measure: string
  readonly quantity: string
  readonly inWords: string
}

export type BidFile = {
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** Where the file store keeps it. */
  readonly key: string
}

/** The answer to one question; what its kind does not ask for is null. */
export type BidAnswer = {
  readonly question: string
  readonly words: string | null
  /** An exact decimal. */
  readonly number: string | null
  readonly yes: boolean | null
  readonly pence: number | null
  readonly offers: readonly Offer[] | null
  readonly files: readonly BidFile[]
}

/** What is typed so far, by the code of the question; files are kept apart. */
export type DraftAnswer = {
  readonly words?: string
  readonly number?: string
  readonly yes?: boolean
  /** Pounds as they were typed. */
  readonly pounds?: string
  readonly offers?: readonly Offer[]
}
export type DraftAnswers = Readonly<Record<string, DraftAnswer>>

export type Bid = {
  readonly id: BidId
  readonly tenderId: string
  readonly lot: string
  readonly revision: number
  readonly changedAt: Date
  readonly sealedId: SealedBidId | null
  readonly sealedRevision: number | null
  readonly withdrawnAt: Date | null
}

/** A file of a draft: kept, or refused with its reason. */
export type DraftFile = {
  readonly id: string
  readonly bidId: BidId | null
  readonly question: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string | null
  readonly scan: string
  readonly refusedBecause: string
  readonly addedAt: Date
}

/** A sealed bid as its supplier sees it. */
export type Receipt = {
  readonly id: SealedBidId
  readonly tenderId: string
  readonly lot: string
  readonly tenderVersion: number
  readonly submittedAt: Date
  readonly fingerprint: string
  readonly logNumber: number
  readonly isReplaced: boolean
  readonly withdrawnAt: Date | null
}

export type LogEntry = {
  readonly tenderId: string
  readonly number: number
  readonly at: Date
  readonly kind: 'submitted' | 'withdrawn'
  readonly fingerprint: string
  readonly previousHash: string
  readonly hash: string
}
export type CheckOutcome = 'matches' | 'differs' | 'missing'
export type LogCheck = { readonly number: number; readonly outcome: CheckOutcome; readonly checkedAt: Date }

export type OpenedBid = {
  readonly id: string
  readonly tenderId: string
  readonly lot: string
  readonly supplierId: OrganisationId
  readonly supplierName: string
  /** `GB-COH-…`, in the supplier's own word. */
  readonly supplierKey: string | null
  readonly submittedAt: Date
  readonly fingerprint: string
  readonly tenderVersion: number
  readonly answers: readonly BidAnswer[]
}

export type Minutes = {
  readonly tenderId: string
  readonly firstOfficer: string
  readonly secondOfficer: string
  readonly openedAt: Date
  readonly checks: readonly {
    readonly number: number
    readonly lot: string
    readonly fingerprint: string
    readonly outcome: CheckOutcome
  }[]
}

/** Mandatory exclusion grounds that a supplier declares about (Procurement Act 2023, Schedule 6, by its Parts). */
export const DECLARATIONS = {
  'no-mandatory-ground':
    'No mandatory exclusion ground (Procurement Act 2023, Schedule 6) applies to us, those connected to us, or associated persons',
  'no-discretionary-ground': 'No discretionary exclusion ground (Procurement Act 2023, Schedule 7) applies',
  'not-debarred': 'We are not on the debarment list (section 62)',
} as const
export type Declaration = keyof typeof DECLARATIONS

/** What a supplier says of itself once. */
export type Profile = {
  readonly name: string
  readonly orgId: string | null
  readonly address: string
  readonly postcode: string
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string
  readonly isSmall: boolean
  readonly isSocialEnterprise: boolean
  readonly accounts: string
  readonly insurance: string
  readonly policies: string
  readonly declared: readonly Declaration[]
  readonly declaredOn: PlainDate | null
}

/** What a supplier uploads once and adds to the bids that ask for it. */
export const DOCUMENT_KINDS = {
  insurance: 'Insurance',
  policy: 'Policy',
  accounts: 'Accounts',
  certificate: 'Certificate',
  other: 'Other',
} as const
export type DocumentKind = keyof typeof DOCUMENT_KINDS
export type SupplierDocument = {
  /** The file's. */
  readonly id: string
  readonly kind: DocumentKind
  readonly title: string
  /** The last day on which it holds; null for one that does not end. */
  readonly expiresOn: PlainDate | null
  readonly name: string
  readonly bytes: number
  readonly scan: string
  readonly addedAt: Date
}

export const REMINDERS = [
  { mark: '24-hours', minutes: 24 * 60, words: 'a day' },
  { mark: '2-hours', minutes: 120, words: 'two hours' },
  { mark: '30-minutes', minutes: 30, words: 'half an hour' },
] as const
export type ReminderMark = (typeof REMINDERS)[number]['mark']

/** When a supplier is told that a document ends. */
export const DOCUMENT_REMINDERS = [
  { mark: '60-days', days: 60 },
  { mark: '14-days', days: 14 },
] as const
export type DocumentReminderMark = (typeof DOCUMENT_REMINDERS)[number]['mark']

export const BID_LIMITS = {
  fileBytes: 20 * 1024 ** 2,
  filesOfQuestion: 10,
  packageBytes: 120 * 1024 ** 2,
  packBytes: 5 * 1024 ** 2,
  documents: 100,
  text: 60_000,
} as const

export type BidRefusal =
  | 'deadline-passed'
  | 'tender-changed'
  | 'not-complete'
  | 'no-such-lot'
  | 'tender-not-sealed'
  | 'nothing-submitted'
  | 'too-large'
  | 'too-many-files'
  | 'file-not-taken'
  | 'document-ended'
  | 'too-many-documents'
