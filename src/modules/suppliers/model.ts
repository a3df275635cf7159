import type { PlainDate } from '../../kernel/plain-date.ts'

export type RegisterId = string & { readonly __registerId?: true }
export type LoadId = string & { readonly __loadId?: true }

/** Layouts that are known by name, and any other list that has columns for a number and a name. */
export const REGISTER_KINDS = ['companies-house', 'charity-commission', 'mutuals', 'plain'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** Lists of identifiers by their org-id.guide codes. */
export const SCHEMES = ['GB-COH', 'GB-CHC', 'GB-SC', 'GB-NIC', 'GB-MPR'] as const
export type Scheme = (typeof SCHEMES)[number]

export const ENTRY_STATUSES = ['active', 'insolvent', 'closed', 'unknown'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

export const REGISTERED_FORMS = [
  'private-limited',
  'public-limited',
  'unlimited',
  'guarantee',
  'guarantee-exempt',
  'community-interest-company',
  'llp',
  'partnership',
  'overseas',
  'royal-charter',
  'charitable-incorporated-organisation',
  'charity',
  'co-operative',
  'community-benefit-society',
  'registered-society',
  'credit-union',
  'friendly-society',
  'building-society',
  'college-corporation',
  'public-body',
  'other',
] as const
export type RegisteredForm = (typeof REGISTERED_FORMS)[number]

/** VCSE is the glossary's: charity, CIC, co-operative, community benefit society, mutual. */
export const SUPPLIER_KINDS = ['business', 'vcse', 'public', 'unknown'] as const
export type SupplierKind = (typeof SUPPLIER_KINDS)[number]

export const SUPPLIER_SIZES = ['micro', 'small', 'medium', 'large'] as const
export type SupplierSize = (typeof SUPPLIER_SIZES)[number]

/** What a row of a register says, in one vocabulary for all registers. */
export type EntryFacts = {
  readonly scheme: Scheme
  readonly number: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly postcode: string | null
  readonly form: RegisteredForm | null
  readonly status: EntryStatus
  /** The register's own word, where it says more than the status: "Active - Proposal to Strike off". */
  readonly statusText: string | null
  readonly accountsCategory: string | null
  /** A band or a number, as published: "250 to 499". */
  readonly employees: string | null
  /** Five digits of SIC 2007; older codes as they came. */
  readonly sicCodes: readonly string[]
  readonly incorporatedOn: PlainDate | null
  readonly dissolvedOn: PlainDate | null
  /** The company number that a charity or society has as well. */
  readonly companyNumber: string | null
  /** The address for letters, where the register publishes one. Kept for proving who speaks for a supplier, not shown. */
  readonly contactEmail?: string | null
}

/** An entry of a register that is in use. */
export type RegisterEntry = EntryFacts & {
  readonly nameKey: string | null
  readonly kind: SupplierKind
  readonly size: SupplierSize | null
  /** A charity register that is loaded names this company as its own. */
  readonly charityNumber: string | null
  readonly registerId: RegisterId
  readonly registerKind: RegisterKind
  readonly asOf: PlainDate
}

export type NameHit = {
  readonly nameKey: string
  readonly isFormerName: boolean
  readonly entry: RegisterEntry
}

export type LoadState = 'queued' | 'loading' | 'loaded' | 'failed'

/** Why a row was not taken. Every such row is counted; the first 1,000 are kept to be looked at. */
export type RejectReason =
  | 'number-missing'
  | 'number-unreadable'
  | 'number-repeated'
  | 'name-missing'
  | 'name-too-long'
  | 'name-is-formula'
  | 'cells-missing'
  | 'cells-too-many'
  | 'quote-never-closed'
  | 'quotes-broken'
  | 'row-too-long'
  | 'object-broken'
export const REJECTS_KEPT = 1000

/** Why nothing was loaded. */
export type RegisterRefusal =
  | 'as-of-unknown'
  | 'as-of-in-future'
  | 'name-empty'
  | 'name-of-another-kind'
  | 'already-loading'
  | 'no-such-register'
  | 'no-file'

export type LoadFile = { readonly name: string; readonly hash: string | null; readonly firstRow: number }

export type EntryFigure = {
  readonly kind: SupplierKind
  readonly size: SupplierSize | null
  readonly status: EntryStatus
  readonly entries: number
}

/** One attempt to load an edition of a register. */
export type RegisterLoad = {
  readonly loadId: LoadId
  readonly registerId: RegisterId
  readonly state: LoadState
  readonly asOf: PlainDate
  readonly source: string
  readonly licence: string
  readonly files: readonly LoadFile[]
  readonly askedAt: Date
  readonly touchedAt: Date
  readonly finishedAt: Date | null
  readonly bytesTotal: number
  readonly bytesRead: number
  readonly rowsRead: number
  readonly rowsLoaded: number
  readonly rowsRejected: number
  readonly rejectedByReason: Readonly<Partial<Record<RejectReason, number>>>
  readonly figures: readonly EntryFigure[]
  readonly notes: readonly string[]
  readonly problem: string | null
}

export type Register = {
  readonly registerId: RegisterId
  readonly kind: RegisterKind
  readonly name: string
  /** The edition that is read; null until a first load is whole. */
  readonly current: RegisterLoad | null
  /** The newest attempt; the current one when nothing was tried since. */
  readonly latest: RegisterLoad | null
}

export type RegisterReject = {
  readonly file: string
  /** As a spreadsheet counts: the header is row 1. In JSON, the number of the object. */
  readonly row: number
  readonly reason: RejectReason
  readonly extract: string
}
