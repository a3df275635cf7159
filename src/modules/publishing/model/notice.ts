import type { Confidence } from '#procurement'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { JsonObject } from './json.ts'

export const NOTICE_CODES = [
  'UK1',
  'UK2',
  'UK3',
  'UK4',
  'UK5',
  'UK6',
  'UK7',
  'UK8',
  'UK9',
  'UK10',
  'UK11',
  'UK12',
  'UK13',
  'UK14',
  'UK15',
  'UK16',
  'UK17',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

export const NOTICE_STATES = ['due', 'prepared', 'sent', 'failed'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

export type NoticeSubject = {
  readonly kind: 'purchase' | 'contract' | 'authority'
  readonly id: string
  readonly title: string
}

/** by: the last lawful day. before: the day that it must precede. planned: our own plan. soon: as soon as reasonably practicable. */
export type DueMeans = 'by' | 'before' | 'planned' | 'soon'

/** One notice that the law asks for, or may ask for, and what it was asked of. */
export type NoticeDuty = {
  readonly code: NoticeCode
  readonly variant: string
  readonly subject: NoticeSubject
  readonly occasion: string
  readonly dueOn: PlainDate | null
  readonly dueMeans: DueMeans
  readonly need: 'must' | 'may' | 'voluntary'
  readonly title: string
  readonly sentence: string
  readonly provision: string
  readonly source: string
  readonly inForceFrom: PlainDate | null
  readonly confidence: Confidence
}

/** A line that our records have no answer for, and what it asks. */
export type NoticeGap = { readonly label: string; readonly ask: string }

/** A notice as it was written: text for people, release for machines, and what is still to be filled in. */
export type ComposedNotice = {
  readonly title: string
  readonly text: string
  readonly gaps: readonly NoticeGap[]
  readonly release: JsonObject
}

export type Notice = NoticeDuty & {
  readonly id: string
  readonly state: NoticeState
  readonly lookedAt: Date
  readonly text: string | null
  /** `Label: what it asks`, one for each line that is still open. */
  readonly gaps: readonly string[]
  /** By label: what somebody filled in. */
  readonly filled: Readonly<Record<string, string>>
  readonly release: JsonObject | null
  readonly preparedAt: Date | null
  readonly preparedBy: string | null
  readonly sendingSince: Date | null
  readonly sentAt: Date | null
  readonly sentBy: string | null
  readonly sentHow: 'hand' | 'client' | null
  readonly platformReference: string | null
  readonly failure: string | null
}

export type NoticeRefusal =
  | 'publication-closed'
  | 'notice-sent'
  | 'notice-not-prepared'
  | 'notice-has-gaps'
  | 'notice-being-sent'
  | 'sent-in-future'
  | 'client-not-set'
  | 'send-failed'
