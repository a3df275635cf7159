import type { PersonId } from '#identity'

export type OfficerKeyId = string & { readonly __officerKeyId?: true }
export type TenderKeyId = string & { readonly __tenderKeyId?: true }

/** What a share is for: one of the two who open, or the third who stands in when one of them cannot. */
export const DUTIES = { opening: 'Opens', recovery: 'Stands in if one of the two cannot' } as const
export type Duty = keyof typeof DUTIES

/** An officer's key, without what only the officer unlocks. */
export type OfficerKey = {
  readonly id: OfficerKeyId
  readonly personId: PersonId
  readonly personName: string
  /** `age1…` */
  readonly recipient: string
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

export type TenderKey = {
  readonly id: TenderKeyId
  readonly publicKey: string
  /** Nobody opens before this moment, by the database's clock. */
  readonly notBefore: Date
}

export type Holder = { readonly personId: PersonId; readonly personName: string; readonly duty: Duty }

/** An opening that one officer has begun. */
export type Opening = {
  readonly id: string
  readonly begunBy: PersonId
  readonly begunByName: string
  readonly begunAt: Date
  readonly expiresAt: Date
  readonly completedBy: PersonId | null
  readonly completedByName: string | null
  readonly completedAt: Date | null
}

/** The two who open, and who stands in. All hold a key of their own by then. */
export type Holders = readonly [PersonId, PersonId, PersonId]

export const OPENING_MINUTES = 30
export const SHARES = { made: 3, needed: 2 } as const
export const PASSPHRASE_LENGTH = { min: 16, max: 200 } as const

export type PassphraseRefusal = 'passphrase-too-short' | 'passphrase-too-long' | 'passphrases-differ'
export type HoldersRefusal = 'holders-not-three' | 'holder-without-key'
export type OpeningRefusal =
  | 'no-share-held'
  | 'not-yet'
  | 'wrong-passphrase'
  | 'same-officer'
  | 'opening-ran-out'
  | 'nobody-began'
  | 'share-damaged'
export type SealingRefusal = PassphraseRefusal | HoldersRefusal | OpeningRefusal
