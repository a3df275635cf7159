import type { NewNote } from '#identity'
import type { News, Tender } from '#tenders'
import type { Letter } from '../../platform/mail.ts'
import { formatCount, formatDate, formatList } from '../../platform/views/formatters.ts'
import {
  type Bid,
  DOCUMENT_KINDS,
  REMINDERS,
  type Receipt,
  type ReminderMark,
  type SupplierDocument,
} from './model.ts'
import type { DocumentDue } from './rules/reminders.ts'

const instant = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
})

/** What shows later, without Goldthread's word for it, that a bid came in: time, fingerprint, place in the log. */
export const receiptLetter = (
  siteUrl: string,
  to: string,
  tender: Pick<Tender, 'reference' | 'title'>,
  receipt: Pick<Receipt, 'id' | 'lot' | 'submittedAt' | 'fingerprint' | 'logNumber'>,
  logHash: string,
): Letter => ({
  to,
  subject: `Receipt: your bid for ${tender.reference}, lot ${receipt.lot}`,
  text: `Your bid for “${tender.title}” (${tender.reference}), lot ${receipt.lot}, was received.

Received: ${instant.format(receipt.submittedAt)} (${receipt.submittedAt.toISOString()})
Fingerprint (SHA-256): ${receipt.fingerprint}
Entry ${receipt.logNumber} of the public log: ${logHash}

The receipt, with your own copy of what you handed in: ${siteUrl}/workspace/receipts/${receipt.id}
The public log: ${siteUrl}/opportunities/${tender.reference}/log

The bid is sealed. Nobody can read it before two officers open it after the deadline. Until then you can replace it or take it back.
Keep this letter.
`,
})

/** A bid is prepared and not submitted as it stands, and time runs out. */
export const reminderNote = (
  tender: Pick<Tender, 'reference' | 'title' | 'deadline'>,
  bid: Pick<Bid, 'id' | 'lot' | 'sealedId'>,
  mark: ReminderMark,
): Omit<NewNote, 'to'> => {
  const left = REMINDERS.find((reminder) => reminder.mark === mark)?.words ?? ''
  const state =
    bid.sealedId === null
      ? 'has NOT been submitted'
      : 'was changed after it was submitted, and the changes have NOT been submitted'
  return {
    kind: 'bid-not-submitted',
    subject: `Not submitted yet, ${left} left: ${tender.reference}, lot ${bid.lot}`,
    lines: [
      `Your bid for “${tender.title}” (${tender.reference}), lot ${bid.lot}, ${state}.`,
      `The deadline is ${instant.format(tender.deadline)}: less than ${left} from now. What is uploaded and not submitted does not count.`,
      'Look at it and submit it here:',
    ],
    href: `/workspace/bids/${bid.id}`,
    isPressing: true,
  }
}

const daysLeftInWords = (days: number): string =>
  days === 0 ? 'today' : `${formatCount(days, 'day')} from now`

/** Documents that bids are made with end; one note for all that are due on a day. */
export const documentsEndNote = (
  due: readonly Pick<DocumentDue<SupplierDocument>, 'document' | 'endsOn' | 'daysLeft'>[],
): Omit<NewNote, 'to'> => {
  const [first] = due
  return {
    kind: 'document-ends',
    subject:
      due.length === 1 && first
        ? `A document for your bids ends on ${formatDate(first.endsOn)}`
        : `${due.length} documents for your bids end soon`,
    lines: [
      ...due.map(
        ({ document: { title, kind }, endsOn, daysLeft }) =>
          `“${title}” (${DOCUMENT_KINDS[kind].toLowerCase()}) holds until ${formatDate(endsOn)}, ${daysLeftInWords(daysLeft)}.`,
      ),
      'After its last day a document cannot be added to a bid. Bids that it was added to keep it. Upload the one that follows it here:',
    ],
    href: '/workspace/documents',
  }
}

type About = Pick<Tender, 'reference' | 'title' | 'deadline' | 'version' | 'cancelledBecause'>
const HEADS: Readonly<Record<Exclude<News, 'published'>, string>> = {
  amended: 'Changed',
  extended: 'More time',
  answered: 'A question was answered',
  cancelled: 'Cancelled',
}
const NEWS: Readonly<Record<Exclude<News, 'published'>, (tender: About) => string>> = {
  amended: ({ title, reference, version, deadline }) =>
    `“${title}” (${reference}) was changed: version ${version} is what counts now. Bids are due by ${instant.format(deadline)}.`,
  extended: ({ title, reference, deadline }) =>
    `Everybody has more time for “${title}” (${reference}): bids are due by ${instant.format(deadline)}.`,
  answered: ({ title, reference }) =>
    `A question about “${title}” (${reference}) was answered. Everybody reads the same answer.`,
  cancelled: ({ title, reference, cancelledBecause }) =>
    `“${title}” (${reference}) was cancelled. Nothing is awarded. The reason: ${cancelledBecause}`,
}

/** What became of a tender that somebody bids for. */
export const newsNote = (
  tender: About,
  bids: readonly Pick<Bid, 'sealedId' | 'lot'>[],
  what: News,
): Omit<NewNote, 'to'> => {
  const news = what === 'published' ? 'amended' : what
  const handedIn = bids.filter(({ sealedId }) => sealedId !== null).map(({ lot }) => lot)
  const still =
    handedIn.length === 0
      ? []
      : [
          `What you have handed in (lot ${formatList(handedIn)}) stays handed in. Look whether it still says what you want, and replace it if not.`,
        ]
  return {
    kind: 'tender-news',
    subject: `${HEADS[news]}: ${tender.reference}, which you bid for`,
    lines: [NEWS[news](tender), ...(news === 'cancelled' ? [] : still)],
    href: `/opportunities/${tender.reference}`,
    isPressing: true,
  }
}
