import { daysBetween, type PlainDate } from '../../../kernel/plain-date.ts'
import {
  DOCUMENT_REMINDERS,
  type DocumentReminderMark,
  REMINDERS,
  type ReminderMark,
  type SupplierDocument,
} from '../model.ts'

type Due<Mark> = { readonly mark: Mark; readonly passed: readonly Mark[] }

/** The nearest mark that is reached and was not sent, with all that are passed with it; none where the nearest was sent. */
const nearestDue = <Mark>(reached: readonly Mark[], sent: readonly Mark[]): Due<Mark> | null => {
  const nearest = reached.at(-1)
  if (nearest === undefined || sent.includes(nearest)) return null
  return { mark: nearest, passed: reached.filter((mark) => !sent.includes(mark)) }
}

/**
 * Which letter is due before a deadline, and which marks are passed with it: whoever begins an hour before gets one
 * letter, not three. None where the nearest mark was sent, or the deadline has passed.
 */
export const dueReminder = (
  deadline: Date,
  now: Date,
  sent: readonly ReminderMark[],
): Due<ReminderMark> | null => {
  const minutesLeft = (deadline.getTime() - now.getTime()) / 60_000
  if (minutesLeft <= 0) return null
  return nearestDue(
    REMINDERS.filter(({ minutes }) => minutesLeft <= minutes).map(({ mark }) => mark),
    sent,
  )
}

type Ending = Pick<SupplierDocument, 'id' | 'kind' | 'title' | 'expiresOn'>
export type DocumentDue<Document> = Due<DocumentReminderMark> & {
  readonly document: Document
  readonly endsOn: PlainDate
  readonly daysLeft: number
}

const follows = (one: Ending, document: Ending): boolean =>
  one.kind === document.kind &&
  one.title.trim().toLowerCase() === document.title.trim().toLowerCase() &&
  (one.expiresOn === null || one.expiresOn > (document.expiresOn ?? ''))

/**
 * Of which documents a supplier is to be told that they end, each at most once for a mark; its last day counts. Not of one
 * that another of the same kind and title follows already, nor of one that has ended.
 */
export const dueDocuments = <Document extends Ending>(
  documents: readonly Document[],
  today: PlainDate,
  sent: (id: string) => readonly DocumentReminderMark[],
): DocumentDue<Document>[] =>
  documents.flatMap((document) => {
    const { expiresOn: endsOn } = document
    if (endsOn === null || endsOn < today || documents.some((one) => follows(one, document))) return []
    const daysLeft = daysBetween(today, endsOn)
    const reached = DOCUMENT_REMINDERS.filter(({ days }) => daysLeft <= days).map(({ mark }) => mark)
    const due = nearestDue(reached, sent(document.id))
    return due ? [{ ...due, document, endsOn, daysLeft }] : []
  })
