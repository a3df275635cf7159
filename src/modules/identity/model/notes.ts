import type { OrganisationId, PersonId } from '../model.ts'

export type NoteId = string & { readonly __noteId?: true }

/** How somebody wants letters about their notes; the inbox has every note whatever they choose. */
export const LETTER_CHOICES = {
  'at-once': 'At once, a letter for each',
  daily: 'Once a day, what is unread by then',
  weekly: 'Once a week, on Monday, what is unread by then',
  none: 'No letters: I look at the inbox',
} as const
export type LetterChoice = keyof typeof LETTER_CHOICES

/** What a person is told, as the inbox shows it. */
export type Note = {
  readonly id: NoteId
  readonly subject: string
  readonly lines: readonly string[]
  /** On this site. */
  readonly href: string
  readonly createdAt: Date
  readonly readAt: Date | null
  readonly authorityName: string | null
}

/** Something to tell somebody. */
export type NewNote = {
  /** A person with an account, or an address that may belong to one. */
  readonly to: { readonly personId: PersonId } | { readonly email: string }
  /** What kind of note, `contract-reminder`. */
  readonly kind: string
  /** Stands in the open on its way and on locked screens: no name of a person or a supplier, no address. */
  readonly subject: string
  /** Paragraphs. */
  readonly lines: readonly string[]
  /** Where on this site it is looked after. */
  readonly href: string
  /** Where a clock or the law runs: the letter goes at once, whatever was chosen. */
  readonly isPressing?: boolean
}

/** Whom a note reaches. */
export type NoteReader = {
  readonly personId: PersonId
  readonly email: string
  readonly choice: LetterChoice
}

export type CalendarOwner = { readonly authorityId: OrganisationId; readonly personId: PersonId }
