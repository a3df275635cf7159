import type { Scheme, SupplierKind } from '../model.ts'

export type DirectoryEntryId = string & { readonly __directoryEntryId?: true }

export const ENTRY_STATES = ['draft', 'waiting', 'listed', 'refused'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** What a supplier says of itself. Texts are as typed; nothing of it is markup. */
export type EntryContent = {
  readonly name: string
  readonly kind: Extract<SupplierKind, 'business' | 'vcse'>
  readonly supplies: string
  /** Divisions of the Common Procurement Vocabulary: `45`, `85`. */
  readonly categories: readonly string[]
  readonly postcode: string
  readonly address: string
  readonly town: string
  /** Where it works, in its own words. */
  readonly covers: string
  readonly capacity: string
  readonly accreditations: string
  readonly socialPurpose: string
  readonly website: string
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string
  readonly showsContact: boolean
}

/** The longest texts that are taken, in characters. */
export const LENGTHS = {
  name: 200,
  supplies: 2000,
  address: 200,
  town: 100,
  covers: 500,
  capacity: 500,
  accreditations: 1000,
  socialPurpose: 1500,
  website: 300,
  contactName: 120,
  contactPhone: 30,
} as const

export type DirectoryEntry = {
  readonly id: DirectoryEntryId
  readonly scheme: Scheme | null
  readonly number: string | null
  readonly name: string
  readonly keeperEmail: string
  readonly state: EntryState
  readonly proposal: EntryContent | null
  /** When the proposal was last written; a moderator decides on exactly this one. */
  readonly proposedAt: Date | null
  readonly refusal: string | null
  /** Whether the keeper wants a letter when an opportunity fits. */
  readonly hearsOfOpportunities: boolean
}

export type Listing = {
  readonly entryId: DirectoryEntryId
  readonly content: EntryContent
  readonly listedAt: Date
}

export type Claim = {
  readonly id: string
  readonly scheme: Scheme | null
  readonly number: string | null
  readonly name: string
  readonly postcode: string | null
  readonly email: string
  readonly claimedAt: Date
}

export type EntryCode = {
  readonly id: string
  readonly entryId: DirectoryEntryId
  readonly codeHash: string
  readonly tries: number
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** 50 random bits; five tries of one code find it once in 200 million million. */
export const CODE_LENGTH = 10
export const CODE_TRIES = 5
export const CODE_HOURS = 24
/** Codes to one entry within `CODE_HOURS`, so that nobody's mailbox is flooded. */
export const CODES_A_DAY = 3
export const KEY_HOURS = 2

export type DirectoryRefusal =
  | 'code-wrong'
  | 'code-used-up'
  | 'key-unknown'
  | 'not-waiting'
  | 'changed-meanwhile'
  | 'reason-needed'
  | 'already-kept'
  | 'claim-decided'
