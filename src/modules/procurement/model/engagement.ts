import type { PlainDate } from '../../../kernel/plain-date.ts'

export const EVENT_KINDS = {
  meeting: 'Open meeting',
  online: 'Online session',
  visit: 'Site visit',
  survey: 'Written questions',
  'co-design': 'Co-design workshop',
} as const
export type EventKind = keyof typeof EVENT_KINDS

export type EngagementEvent = {
  readonly id: string
  readonly title: string
  readonly kind: EventKind
  readonly heldOn: PlainDate
  readonly place: string
  /** What is open for discussion; everybody invited reads it. */
  readonly about: string
}

export const REPLIES = { none: 'No answer yet', coming: 'Coming', declined: 'Not coming' } as const
export type Reply = keyof typeof REPLIES

export type EngagementInvitation = {
  readonly id: string
  readonly eventId: string
  readonly supplierName: string
  readonly email: string
  /** The entry of the directory they were chosen by; null where the address was typed. */
  readonly entryId: string | null
  readonly reply: Reply
  readonly invitedAt: Date
}

/** Asked by whom is never published; the answer is the same for all. */
export type EngagementQuestion = {
  readonly id: string
  readonly askedBy: string
  readonly question: string
  readonly answer: string | null
  readonly askedOn: PlainDate
  readonly answeredOn: PlainDate | null
}

export type EngagementNote = {
  readonly id: string
  readonly eventId: string | null
  readonly learned: string
  /** What it should change, in a few words. */
  readonly soWhat: string
  readonly personName: string
  readonly notedOn: PlainDate
}

export type Engagement = {
  readonly events: readonly EngagementEvent[]
  readonly invitations: readonly EngagementInvitation[]
  readonly questions: readonly EngagementQuestion[]
  readonly notes: readonly EngagementNote[]
}

export const ENGAGEMENT_LIMITS = { text: 4000, name: 120, invitations: 200 } as const

export type EngagementRefusal =
  | 'event-unknown'
  | 'question-unknown'
  | 'invited-already'
  | 'too-many-invited'
  | 'already-answered'
